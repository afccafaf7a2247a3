"""Wire copy: one story in several outlets."""

from __future__ import annotations

import random

import pytest

from quotes.sayings import are_versions, version_keys

CHANCE = random.Random(5)
LEXICON = ["".join(CHANCE.choices("abcdeilmnorst", k=CHANCE.randint(2, 8))) for _ in range(900)]
STORY = " ".join(CHANCE.choices(LEXICON, k=400))
OTHER = " ".join(CHANCE.choices(LEXICON, k=400))

VERSIONS = [
    STORY.upper(),
    STORY.replace(" ", "\n\n", 9).replace(" ", "  "),
    STORY[: len(STORY) // 2],
    STORY[len(STORY) // 2 :],
    "ELMFORD (Wire) — " + STORY + " Reporting by two people.",
    " ".join(word for place, word in enumerate(STORY.split()) if place % 40),
]


@pytest.mark.parametrize("copy", VERSIONS)
def test_a_copy_is_found(copy: str) -> None:
    assert are_versions(STORY, copy, 1)
    assert are_versions(copy, STORY, None)
    assert set(version_keys(STORY)) & set(version_keys(copy))


@pytest.mark.parametrize(
    "other", [OTHER, "", "Nothing.", STORY[:60], OTHER + STORY[: len(STORY) // 3]]
)
def test_another_story_is_not(other: str) -> None:
    assert not are_versions(STORY, other, 0)


def test_the_same_words_months_later_are_another_story() -> None:
    assert not are_versions(STORY, STORY, 60)
    assert not are_versions("Too short to tell.", "Too short to tell.", 0)
    assert version_keys("Too short to tell.") == []

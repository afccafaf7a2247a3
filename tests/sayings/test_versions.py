"""Wire copy: one story in several outlets."""

from __future__ import annotations

import random

import pytest

from quotes.sayings import are_versions, version_keys
from quotes.sayings.versions import split_mix

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


def test_what_is_stored_stays_what_it_is() -> None:
    """Keys lie in databases: another number anywhere would let no stored version be found again."""
    keys = version_keys(" ".join(f"word{number}" for number in range(60)))
    assert len(keys) == 40
    assert keys[:4] == [1258149955, -500714004, 419562040, 774021764]
    assert sum(keys) == -3972766513


def test_the_random_numbers_are_those_of_splitmix() -> None:
    """The first two are those that its authors' own program gives for the seed 0."""
    assert [split_mix(0), split_mix(1)] == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4]

"""Two wordings, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.store.query.differences import cuts, differences
from quotes.store.search.tokens import tokens_of

_WORDS = ("The", "bridge", "and", "Ann’s", "café,", "“will", "open”", "in", "may", "—", "…", "not.")
WORDS = st.lists(st.sampled_from(_WORDS)).map(" ".join)
TEXTS = WORDS | st.text(max_size=30)


@given(TEXTS, TEXTS)
def test_the_parts_make_both_texts(one: str, other: str) -> None:
    parts = differences(one, other)
    assert "".join(part.text for part in parts if part.what != "left out") == other
    whole = [word for part in parts if part.what != "put in" for word in tokens_of(part.text)]
    assert whole == tokens_of(one)
    assert all(part.text for part in parts)
    assert all(a.what != b.what for a, b in pairwise(parts))


@given(TEXTS)
def test_a_text_keeps_all_of_itself(text: str) -> None:
    assert differences(text, text) == ([("kept", text)] if text else [])


def shown(one: str, other: str) -> str:
    signs = {"kept": "{}", "left out": "-{}-", "put in": "+{}+"}
    return " ".join(signs[part.what].format(part.text.strip()) for part in differences(one, other))


WHOLE = "The old bridge will open to all in May, and nobody will pay a toll for it."


@pytest.mark.parametrize(
    ("other", "parts", "where"),
    [
        (
            "the old bridge will open to all in may",
            "{} -and nobody will pay a toll for it.-",
            "after",
        ),
        (
            "Nobody will pay a toll for it.",
            "-The old bridge will open to all in May, and- {}",
            "before",
        ),
        (
            "The old bridge will open to all, and nobody will pay a toll for it.",
            "The old bridge will open to all, -in May,- and nobody will pay a toll for it.",
            "within",
        ),
        (
            "The new bridge will open to all in May, and nobody will pay a toll for it.",
            "The -old- +new+ bridge will open to all in May, and nobody will pay a toll for it.",
            "",
        ),
    ],
)
def test_what_is_cut_and_what_is_altered(other: str, parts: str, where: str) -> None:
    assert shown(WHOLE, other) == parts.format(other)
    assert cuts(differences(WHOLE, other)) == where.split()


def test_a_little_word_far_from_all_others_is_not_kept() -> None:
    assert shown("Rain fell in the valley all day", "Snow covers mountains in winter") == (
        "-Rain fell in the valley all day- +Snow covers mountains in winter+"
    )

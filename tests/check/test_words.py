"""The words of a quotation, and how much work it is to lay them on others."""

from __future__ import annotations

import pytest

from quotes.check import align, read_draft, read_place

from ..steps import steps


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("It’s late; he’s gone, she's ill.", "it is late he has gone she is ill"),
        ("I can't, won’t, shan't, wouldn't.", "i can not will not shall not would not"),
        ("The boys’ centre in Łódź", "the boys center in lodz"),
        ("[W]e met [the mayor] at noon", "we met at noon"),
        ("$5 million, 40% of 1,200", "5000000 dollars 40 percent of 1200"),
        ("twenty-one, a hundred and one", "21 100 and one"),
        ("uh, well, um", "well"),
        ("", ""),
        ("… – !", ""),
    ],
)
def test_what_is_compared(text: str, forms: str) -> None:
    assert " ".join(read_draft(text).forms) == forms


def test_where_sentences_begin() -> None:
    words = read_place("“We met Mr. Roe. He left; she did not,” … “So what?” Yes.").words
    assert [word.form for word in words if word.first] == ["we", "he", "she", "so", "yes"]


@pytest.mark.parametrize(
    "piece", ["a ", "$", "[", "…", "1,", "twenty ", "don’t ", "[x]", "” … “", "'"]
)
def test_words_are_read_in_linear_time(piece: str) -> None:
    few, many = piece * 500, piece * 2_000
    assert steps(lambda: read_place(many)) < 6 * steps(lambda: read_place(few)) + 500


@pytest.mark.parametrize("draft", ["a b " * 30, "the " * 50, "… a " * 30])
def test_laying_words_on_many_is_bounded(draft: str) -> None:
    """A few words again and again, as no quote has them."""
    few, many = (read_place("a b the c " * count) for count in (500, 2_000))
    align(read_draft(draft), few)  # what is made once
    most = steps(lambda: align(read_draft(draft), few))
    assert steps(lambda: align(read_draft(draft), many)) < 2 * most + 50_000


def test_words_deep_in_a_long_speech_are_found() -> None:
    speech = "We spoke of the harvest and of rain. " * 400
    place = read_place(f"{speech}The mill will close at midnight on Friday. {speech}")
    found = align(read_draft("The mill will close at midnight on Friday"), place)
    assert found is not None
    assert found.likeness == 1
    assert not found.gaps

"""Which words of a draft are quotations, and whose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from quotes.check import quotations_of
from quotes.records import Article, Kind, Quote, Speaker, quote_id

from ..steps import steps

ANN = Speaker(name="Ann Roe")


def texts(draft: str, quotes: Sequence[Quote] = ()) -> list[str]:
    found = quotations_of(Article(id="draft", text=draft), quotes)
    assert all(draft[one.start : one.end] == one.text for one in found)
    return [one.text for one in found]


def make_quote(draft: str, *words: str, kind: Kind = "direct", **changes: Any) -> Quote:
    content = tuple((draft.index(one), draft.index(one) + len(one)) for one in words)
    values = {"speaker": ANN, "act": "speech", "confidence": 0.9} | changes
    return Quote(
        id=quote_id("draft", content, kind),
        article_id="draft",
        kind=kind,
        text=" … ".join(words),
        content=content,
        **values,
    )


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("She said “yes” and «no».", ["“yes”", "«no»"]),
        ("“It is ‘over’, I think,” she said.", ["“It is ‘over’, I think,”"]),
        ("'We are off,' she said. It's the boys' turn.", ["'We are off,'"]),
        ("„So ist es“, she said.", ["„So ist es“"]),
        (
            "She wrote:\n\n> We are off.\n> All of us.\n\nThen she left.",
            ["We are off.\n> All of us."],
        ),
        ("> We are off, all of us.\n> — Ann Roe, nurse", ["We are off, all of us."]),
        ("A pause: “…” and “”.", []),
        ("No marks at all.", []),
        ("", []),
    ],
)
def test_what_stands_in_marks(draft: str, found: list[str]) -> None:
    assert texts(draft) == found


def test_words_of_a_turn_need_no_marks() -> None:
    draft = "ROE: We are off now.\n\nKIM: “So” are we."
    turns = [make_quote(draft, "We are off now."), make_quote(draft, "“So” are we.")]
    assert texts(draft, turns) == ["We are off now.", "“So”"]
    indirect = [make_quote(draft, "We are off now.", kind="indirect")]
    assert texts(draft, indirect) == ["“So”"]


def test_the_draft_says_whose_they_are() -> None:
    draft = "“We are off,” Roe said, “all of us.” The “boys” stayed."
    quote = make_quote(draft, "“We are off,”", "“all of us.”", via="The Courier")
    found = quotations_of(Article(id="draft", text=draft), [quote])
    assert [one.speaker for one in found] == [ANN, ANN, None]
    assert [one.via for one in found] == ["The Courier", "The Courier", None]


def test_a_long_quotation_is_checked_in_parts() -> None:
    sentence = "The river has turned brown below the mill and nobody has told us why it did so. "
    parts = texts(f"“{sentence * 60}”")
    assert len(parts) > 4
    assert all(len(part.split()) < 170 for part in parts)
    assert all(part.strip().endswith((".", "”")) for part in parts)
    endless = texts(f"“{'word ' * 1_000}”")
    assert [len(part.split()) for part in endless] == [300, 300, 300, 101]  # the last mark


STRANGE = [
    "“a” ",
    "“",
    '"',
    "'a ",
    "“[",
    "…",
    "> a\n",
    "[…] ",
    "“1,",
    "“twenty ",
    "“don’t ",
    "“a.” … “b” ",
]


@pytest.mark.parametrize("piece", STRANGE)
def test_the_work_grows_with_the_length_and_not_with_its_square(piece: str) -> None:
    few, many = (Article(id="draft", text=piece * count) for count in (300, 1_200))
    quotations_of(few, ())  # what is made once
    assert (
        steps(lambda: quotations_of(many, ())) < 6 * steps(lambda: quotations_of(few, ())) + 1_000
    )

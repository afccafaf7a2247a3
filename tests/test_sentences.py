"""The table of sentences, read by the shipped model through the whole line.

A row that the present model does not read right stands in tests/data/misses.py. It is expected to
fail, strictly: a model that reads it right has to take it off the list.
"""

from __future__ import annotations

import re

import pytest

import quotes
from quotes.records import PIECE_JOINER, Quote
from tests.data.misses import MISSES
from tests.data.sentences import ROWS, Row, Want

WORD = re.compile(r"\w+")


def words(text: str | None) -> list[str]:
    """Word tokens: marks and commas at the edges do not count."""
    return WORD.findall(text or "")


def content_words(pieces: tuple[str, ...]) -> list[str]:
    """A leading "that" or "to" does not count either; nor where a content is cut into pieces."""
    found = words(" ".join(pieces))
    return found[1:] if found and found[0].lower() in ("that", "to") else found


def agrees(quote: Quote, want: Want) -> bool:
    """Same content, kind, factuality, cue and source; the speaker and via that are asked for.

    A source may be given with its apposition, and one that serves a second cue may be left out
    there if the speaker is right.
    """
    speaker = quote.speaker.name if quote.speaker else None
    source = set(words(want.source)) <= set(words(quote.source_text)) and not (
        want.source is None and quote.source_text
    )
    return (
        content_words(tuple(quote.text.split(PIECE_JOINER))) == content_words(want.content)
        and (quote.kind, quote.factuality) == (want.kind, want.factuality)
        and set(words(quote.cue_text)) & set(words(want.cue)) == set(words(want.cue))
        and (source or (not quote.source and want.speaker is not None))
        and want.speaker in (None, speaker)
        and want.via in (None, quote.via)
    )


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row,
            marks=pytest.mark.xfail(strict=True, reason="missed by the present model")
            if row.text[:40] in MISSES
            else (),
            id=f"{row.phenomenon}: {row.text[:40]!a}",
        )
        for row in ROWS
    ],
)
def test_sentence(row: Row) -> None:
    found = [quote for quote in quotes.extract(row.text) if quote.act == "speech"]
    missing = [want for want in row.want if not any(agrees(q, want) for q in found)]
    assert not missing, f"missing {missing}, found {[_brief(q) for q in found]}"
    assert len(found) == len(row.want), f"spurious among {[_brief(q) for q in found]}"


def _brief(quote: Quote) -> tuple[str | None, str | None, str, str]:
    return quote.source_text, quote.cue_text, quote.text, quote.kind

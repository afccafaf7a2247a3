"""The quotations of a draft: what stands in marks of any style or is set apart as a quotation, and
whom the draft gives the words to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from quotes.check.records import Quotation
from quotes.records import Article, Offsets, Quote
from quotes.view import View, block_spans, legible

LONGEST = 150
"""Words of a quotation: a longer one is checked in parts of about so many, cut between sentences
where that can be."""

LOOKED_AT = 50
"""Pieces of the draft's quotes before a place, among which the one around it is looked for."""


def quotations_of(draft: Article, quotes: Sequence[Quote]) -> list[Quotation]:
    """All quotations of a draft, in the order of its text.

    `quotes`: those that the pipeline finds in it. They tell who speaks, when and by way of whom;
    and where turns of a transcript or signed block quotes need no marks. Marks are paired as the
    pipeline pairs them. What has no letters in it is no quotation.
    """
    view = legible(draft.text)
    marked = [view.original(*span) for span in _marked(view)]
    direct = sorted(span for quote in quotes if quote.kind == "direct" for span in quote.content)
    set_apart = [*direct, *block_spans(draft.text)]
    spans = sorted([*marked, *_apart(set_apart, marked)])
    known = _Known(quotes)
    return [
        Quotation(text=draft.text[start:end], start=start, end=end, **known.facts(start, end))
        for span in spans
        for start, end in _parts(draft.text, *span)
    ]


class _Known:
    """Speakers, days and outlets that the draft gives for its quotes, by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        told = (quote for quote in quotes if quote.kind != "indirect")
        pieces = [(start, end, quote) for quote in told for start, end in quote.content]
        self._pieces = sorted(pieces, key=lambda piece: piece[:2])
        self._starts = [start for start, _, _ in self._pieces]

    def facts(self, start: int, end: int) -> dict[str, Any]:
        """Speaker, day and outlet of the quote with most of these characters."""
        last = bisect_left(self._starts, end)
        around = self._pieces[max(0, last - LOOKED_AT) : last]
        shared = [(min(end, b) - max(start, a), number) for number, (a, b, _) in enumerate(around)]
        most, number = max(shared, default=(0, 0))
        if most <= 0:
            return {}
        quote = around[number][2]
        return {"speaker": quote.speaker, "said_on": quote.said_on, "via": quote.via}


def _marked(view: View) -> list[Offsets]:
    """The stretches in marks that lie in no other, without their white space."""
    from quotes.api import load
    from quotes.pipeline.layout.marks import MARKS, find_marks, outermost

    doc = load().make_doc(view.text)
    doc.spans[MARKS] = find_marks(doc)
    return [(doc[start:end].start_char, doc[start:end].end_char) for start, end in outermost(doc)]


def _apart(spans: Sequence[Offsets], marked: Sequence[Offsets]) -> Iterator[Offsets]:
    """Those of the spans that none of the marked ones, in their order, touches, nor one before."""
    starts = [start for start, _ in marked]
    done = -1
    for start, end in sorted(spans):
        place = bisect_left(starts, end)
        touched = place and marked[place - 1][1] > start
        if not touched and start >= done:
            done = end
            yield start, end


def _parts(text: str, start: int, end: int) -> Iterator[Offsets]:
    """The words of a stretch, some at a time, without marks around them that hold no letters."""
    from quotes.check.words import find_words

    words = find_words(text, start, end)
    begin = 0
    for place, (_, word_end) in enumerate(words):
        last = place + 1 == len(words)
        ended = not last and any(mark in ".?!" for mark in text[word_end : words[place + 1][0]])
        count = place + 1 - begin
        if last or count >= 2 * LONGEST or (ended and count >= LONGEST):
            first = start if not begin else words[begin][0]
            yield first, end if last else words[place + 1][0]
            begin = place + 1

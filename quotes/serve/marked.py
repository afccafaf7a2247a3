"""An article's text as paragraphs in which its quotes are marked, each by its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotes.records import Quote, Record, Saying
from quotes.serve.marks import Mark, Part, parts_of
from quotes.view.lines import wrap_edits

KINDS = ("content", "cue", "source")
"""The fields of a quote that are spans, and marked in the text."""

_SPACE = re.compile(r"\s+")


class Note(Record):
    """A quote and its number in its article, from 1 in the order of the text."""

    number: int
    quote: Saying


class Piece(NamedTuple):
    """Words under the same marks: of which `kinds`, with "inner" where they are in several quotes;
    `opened`: the quotes whose content begins here, or goes on after a gap or a paragraph, each with
    its id where it is the first time (else ""); `told`: words for cues and sources."""

    text: str
    kinds: tuple[str, ...] = ()
    opened: tuple[tuple[Note, str], ...] = ()
    told: str = ""


class Paragraph(NamedTuple):
    """A paragraph, the spaces and line ends `after` it, and the notes of quotes that begin in it.
    All pieces and what is after them are, one after the other, the text."""

    pieces: tuple[Piece, ...]
    after: str
    notes: tuple[Note, ...]


class Marked(NamedTuple):
    """A text with its quotes; `others`: notes of quotes of which nothing can be shown in it."""

    paragraphs: tuple[Paragraph, ...]
    others: tuple[Note, ...]


def marked(
    text: str, notes: Sequence[Note], start: int = 0, end: int | None = None, chosen: str = ""
) -> Marked:
    """The text from `start` to before `end` with the quotes of the notes; of the one with the id
    `chosen` the pieces have the kind "chosen", too."""
    by_number = {str(note.number): note for note in notes}
    waiting = sorted(_marks_of(text, notes), key=lambda mark: -mark.start)
    over: list[Mark] = []
    shown: set[str] = set()
    paragraphs = []
    for first, last, after in _spans(text, start, len(text) if end is None else end):
        over = [mark for mark in over if mark.end > first]
        while waiting and waiting[-1].start < last:
            over.append(waiting.pop())
        mine = [m._replace(start=m.start - first, end=m.end - first) for m in over if m.end > first]
        pieces, new = [], []
        for part in parts_of(text[first:last], mine):
            piece = _piece(part, by_number, shown, chosen)
            pieces.append(piece)
            new += [note for note, id in piece.opened if id]
        paragraphs.append(Paragraph(tuple(pieces), text[last:after], tuple(new)))
    others = tuple(note for note in notes if note.quote.id not in shown)
    return Marked(tuple(paragraphs), others)


def _piece(part: Part, notes: dict[str, Note], shown: set[str], chosen: str) -> Piece:
    """`shown`: the ids of the quotes that have begun."""
    over = {kind: [m for m in part.marks if m.kind == kind] for kind in KINDS}
    kinds = [kind for kind in KINDS if over[kind]]
    if len(over["content"]) > 1:
        kinds.append("inner")
    if any(notes[mark.of].quote.id == chosen for mark in part.marks):
        kinds.append("chosen")
    opened = []
    for mark in part.begins:
        if mark.kind == "content":
            note = notes[mark.of]
            opened.append((note, "" if note.quote.id in shown else note.quote.id))
            shown.add(note.quote.id)
    told = [f"{kind} of {mark.of}" for kind in KINDS[1:] for mark in over[kind]]
    return Piece(part.text, tuple(kinds), tuple(opened), ", ".join(told))


def _marks_of(text: str, notes: Iterable[Note]) -> Iterator[Mark]:
    """All marks, without spaces at their beginnings; those of nothing but spaces are none."""
    for note in notes:
        for kind in KINDS:
            for start, end in spans_of(note.quote, kind):
                words = text[start:end]
                first = start + len(words) - len(words.lstrip())
                if first < end and words:
                    yield Mark(first, end, kind, str(note.number))


def spans_of(quote: Quote, kind: str) -> tuple[tuple[int, int], ...]:
    """Where the text has what is marked of a quote, by its kind."""
    found: tuple[tuple[int, int], ...] = getattr(quote, kind)
    return found


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Where each paragraph begins and ends, and where the next begins: at line ends, but for those
    that a column's width made."""
    broken = {edit.start for edit in wrap_edits(text[start:end])}
    first = start
    for space in _SPACE.finditer(text, start, end):
        if "\n" in space[0] and space.start() - start not in broken:
            yield first, space.start(), space.end()
            first = space.end()
    if first < end:
        yield first, end, end

"""A Doc as the rules for sources and contents see it: lines, sentences and marks by number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution
from quotes.pipeline.layout.marks import MARK_CLOSE, MARKS, outermost

Range = tuple[int, int]  # tokens [start, end)
FINITE = ("VBD", "VBZ", "VBP")
"""Tags of verbs that make a clause, but for modals."""

HEARERS = frozenset(["told", "tells", "telling", "warned", "reminded", "assured", "informed"])
"""Cues that those follow who are spoken to."""

OPENING = ("DT", "PRP", "PRP$", "EX", "NNP")  # tags of words with which a clause begins


SUBJECT = ("DT", "NN", "JJ", "PRP", "POS", "HYPH", "CD")
"""Beginnings of the tags of words in a noun phrase."""


def acting(doc: Doc, start: int, stop: int) -> Range | None:
    """The noun phrase that begins at `start`, where a verb follows it before `stop`: the subject of
    all verbs that "and" joins."""
    end = start
    while end < stop and doc[end].tag_.startswith(SUBJECT):
        end += 1
    return (start, end) if start < end < stop and doc[end].tag_ in FINITE else None


@dataclass
class Text:
    """A Doc's tokens as the rules see them.

    breaks  the tokens that end a line, in order
    starts  the tokens that begin a sentence, in order
    marks   the outermost quoted stretches, in order
    closed  those of them that end with a mark
    taken   of each token whether it belongs to an attribution
    told    of each token whether it belongs to one that has a cue
    """

    doc: Doc
    breaks: list[int]
    starts: list[int]
    marks: list[Range]
    closed: set[Range]
    taken: bytearray
    told: bytearray

    @classmethod
    def of(cls, doc: Doc, found: list[Attribution]) -> Text:
        """Of a Doc with `doc.spans["marks"]`, in which these attributions were found."""
        taken, told = bytearray(len(doc)), bytearray(len(doc))
        for one in found:
            for span in (*one.content, *one.cue, *one.source):
                for marked in (taken, told) if one.cue else (taken,):
                    marked[span.start : span.end] = b"\x01" * len(span)
        closed = {(m.start, m.end) for m in doc.spans[MARKS] if m[-1].text[-1] in MARK_CLOSE}
        breaks = [token.i for token in doc if "\n" in token.text]
        starts = np.flatnonzero(doc.to_array(SENT_START) == 1).tolist()
        return cls(doc, breaks, starts, outermost(doc), closed, taken, told)

    def line(self, token: int) -> int:
        """The number of the line in which a token stands."""
        return bisect_right(self.breaks, token - 1)

    def sentence(self, token: int) -> Range:
        """The sentence in which a token stands."""
        number = bisect_right(self.starts, token)
        end = self.starts[number] if number < len(self.starts) else len(self.doc)
        return (self.starts[number - 1] if number else 0), end

    def starts_in(self, start: int, end: int) -> list[int]:
        """The tokens of that stretch that begin a sentence."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def starts_line(self, token: int) -> bool:
        """True if nothing stands before it in its line."""
        return token == 0 or "\n" in self.doc[token - 1].text

    def is_before_colon(self, span: Span) -> bool:
        """True if a colon ends or follows it."""
        return ":" in [token.text for token in self.doc[span.end - 1 : span.end + 1]]

    def mark_around(self, token: int) -> Range | None:
        """The outermost quoted stretch in which a token stands."""
        number = bisect_right(self.marks, (token, len(self.doc))) - 1
        inside = number >= 0 and token < self.marks[number][1]
        return self.marks[number] if inside else None

    def marks_in(self, piece: Range) -> list[Range]:
        """The outermost quoted stretches that begin in a piece or before it and reach into it."""
        first = bisect_right(self.marks, piece[0], key=lambda mark: mark[1])
        return self.marks[first : bisect_left(self.marks, piece[1], key=lambda mark: mark[0])]

    def is_quoted(self, piece: Range) -> bool:
        """True if a piece lies in marks, all of it."""
        mark = self.mark_around(piece[0])
        return mark is not None and piece[1] <= mark[1]

    def is_word(self, token: int) -> bool:
        """True if it has a letter or digit."""
        return any(char.isalnum() for char in self.doc[token].text)


def without_hearer(doc: Doc, cue: Sequence[Span], piece: Range) -> Range:
    """A piece of a content without those who are told it, where it begins right after a cue:
    "told the panel the wheels were sound"."""
    start, end = piece
    if not cue or cue[-1].end != start or cue[-1][-1].lower_ not in HEARERS:
        return piece
    place = start
    if doc[place].tag_ in ("DT", "PRP$"):
        place += 1
    while place < end and doc[place].tag_ in ("JJ", "NN", "NNS"):
        place += 1
    noun = place > start and doc[place - 1].tag_ in ("NN", "NNS")
    opens = place < end and (doc[place].tag_ in OPENING or doc[place].lower_ == "that")
    return (place, end) if noun and opens else piece

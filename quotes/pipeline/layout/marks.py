"""Pairs of quotation marks on a Doc, of any style, mismatched, nested or never closed.

The marks are read off the characters, one paragraph after the other, because a tokenizer may
leave a mark glued to its word ("difference.“We"). One walk with a stack decides for each mark
whether it opens, closes or is no mark at all, by what stands next to it and what is open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Span

MARKS = "marks"
"""The key of the span group in `doc.spans`."""

MARK_CLOSE = frozenset(["”", "“", "»", "«", "''", '"', "’", "'"])
"""Every mark that may end a closed span."""

DEEPEST = 20
"""So many marks are open at one place at most. Of more, which no text has that is meant to be read,
the first opens nothing: all reach to the end of the paragraph, and their lengths add up."""

_MARK = re.compile(r"``|''|[“”„«»\"‘’'`]")
LONGEST_AROUND = 1000
"""So many characters a quotation may have that has another one of the same rank in it. In 1,151
articles read by people none was longer, and none of several sentences had two: what is, was never
closed, and the mark that would close it had lost its own partner."""

_SINGLE = frozenset("‘’'`")
_OPENERS = frozenset(["“", "„", "«", "``"])
_CLOSERS = frozenset(["”", "»", "''"])
_NEXT = re.compile(r"\s*(\S)")
_REOPENING = frozenset('“„«"`')
_PAUSES = frozenset(",.!?…;:—–-")
_SENTENCE_END = re.compile(r"[.!?…]['’)\]]*(?=\s)")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINES = re.compile(r"\n\s*")
_BEFORE_OPEN = frozenset("([{“„«\"`‘'—–")
_AFTER_CLOSE = frozenset(",.;:!?)]}…—–-/”»\"’'")
_ELISION = re.compile(r"(?:[Tt](?:is|was|were|il)|em|cos|bout|neath|\d\ds?)\b|n['’](?=\s)")
_MEASURE = re.compile(r"\d['’]\s?\d{1,2}(?:\"|”|'')")


class _Open(NamedTuple):
    """A mark that waits for its partner."""

    start: int
    glyph: str


@dataclass
class _Walk:
    """The marks that are open at one point of a paragraph, and the pairs (start, end) found so far.

    `alternate` pairs plain double marks strictly in turn, whatever stands next to them.
    """

    text: str
    start: int
    end: int
    alternate: bool = False
    stack: list[_Open] = field(default_factory=list)
    doubles: int = 0
    pairs: list[tuple[int, int]] = field(default_factory=list)

    def left(self, at: int) -> str:
        """The character before, a space at the start of the paragraph."""
        return self.text[at - 1] if at > self.start else " "

    def right(self, at: int) -> str:
        """The character at this place, a space at the end of the paragraph."""
        return self.text[at] if at < self.end else " "

    def opens(self, start: int, end: int) -> bool:
        """True if the neighbours are those of an opening mark and of no other."""
        left, right = self.left(start), self.right(end)
        fits = left.isspace() or left in _BEFORE_OPEN
        return fits and not right.isspace() and right not in ",.;:!?)]}"

    def push(self, start: int, glyph: str) -> None:
        if len(self.stack) == DEEPEST:
            self.doubles -= self.stack.pop(0).glyph not in _SINGLE
        self.stack.append(_Open(start, glyph))
        self.doubles += glyph not in _SINGLE

    def close_single(self, end: int) -> None:
        self.pairs.append((self.stack.pop().start, end))

    def close_double(self, end: int) -> None:
        """Close the innermost double mark; single ones left open inside it are dropped."""
        while self.stack[-1].glyph in _SINGLE:
            self.stack.pop()
        self.doubles -= 1
        self.pairs.append((self.stack.pop().start, end))

    def single_is_open(self) -> bool:
        return bool(self.stack) and self.stack[-1].glyph in _SINGLE

    @cached_property
    def _ends(self) -> list[int]:
        """Where sentences end."""
        return [found.end() for found in _SENTENCE_END.finditer(self.text, self.start, self.end)]

    def is_one_sentence(self, start: int, end: int) -> bool:
        """True if no sentence ends between two places."""
        return bisect_right(self._ends, start) == bisect_right(self._ends, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each paragraph: blank lines bound them, or newlines where none is blank."""
    bound = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _NEWLINES
    start = 0
    for match in bound.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _is_apostrophe(walk: _Walk, start: int, end: int) -> bool:
    """Inside a word (don't), after a letter with no end of word (Ka‘ba), or an elision ('90s)."""
    if walk.left(start).isalnum() and walk.right(end).isalnum():
        return True
    return bool(walk.left(start).isspace() and _ELISION.match(walk.text, end, walk.end))


def _may_close_single(walk: _Walk, start: int, end: int) -> bool:
    right = walk.right(end)
    return not walk.left(start).isspace() and (right.isspace() or right in _AFTER_CLOSE)


def _is_weak(walk: _Walk, start: int, end: int) -> bool:
    """True if a closing single mark may as well be a possessive (Russians') or a dropped g."""
    word = walk.text[max(walk.start, start - 2) : start]
    return walk.right(end).isspace() and end < walk.end and word.endswith(("s", "S", "in"))


def _possessives(walk: _Walk, singles: list[tuple[int, int]]) -> set[int]:
    """The weak closing marks that a better one follows before the next opening mark."""
    found: set[int] = set()
    better = False
    for start, end in reversed(singles):
        if _is_apostrophe(walk, start, end):
            continue
        if walk.opens(start, end):
            better = False
        elif _may_close_single(walk, start, end):
            if not _is_weak(walk, start, end):
                better = True
            elif better:
                found.add(start)
    return found


def _read_single(walk: _Walk, start: int, glyph: str, possessives: set[int]) -> None:
    end = start + len(glyph)
    if _is_apostrophe(walk, start, end) or start in possessives:
        return
    if glyph != "’" and walk.opens(start, end):
        walk.push(start, glyph)
    elif glyph in MARK_CLOSE and walk.single_is_open() and _may_close_single(walk, start, end):
        weak = _is_weak(walk, start, end)  # "the voters'" ends no quotation of several sentences
        if walk.is_one_sentence(walk.stack[-1].start, start) or not weak:
            walk.close_single(end)


def _read_double(walk: _Walk, start: int, glyph: str) -> None:
    end = start + len(glyph)
    if walk.alternate and glyph == '"':
        opening = not walk.doubles
    elif walk.doubles:
        inner = walk.stack[-1].glyph == "„" and glyph == "“"
        opening = glyph not in _CLOSERS and not inner and walk.opens(start, end)
        opening = opening or (glyph in _OPENERS and walk.left(start).isspace())
    elif glyph in _CLOSERS:
        opening = walk.opens(start, end)  # as in ”Swedish” and »Danish«
    else:
        left, right = walk.left(start), walk.right(end)
        opening = left.isspace() or not (right.isspace() or left.isalnum())
    if opening:
        walk.push(start, glyph)
    elif walk.doubles:
        walk.close_double(end)
    elif glyph == "''" and walk.single_is_open():
        walk.close_single(end)


def _begins_clause(walk: _Walk, mark: _Open) -> bool:
    """True if a single mark that is never closed stands where a quotation would begin."""
    before = walk.text[max(walk.start, mark.start - 2) : mark.start].rstrip()
    return (not before or before[-1] in ",:") and walk.right(mark.start + 1).isupper()


def _walk(text: str, start: int, end: int, *, alternate: bool = False) -> _Walk:
    """Read the marks of one paragraph."""
    walk = _Walk(text, start, end, alternate)
    measures = {m.end() - 1 for m in _MEASURE.finditer(text, start, end)}
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    possessives = _possessives(walk, [(at, at + 1) for at, glyph in marks if glyph in _SINGLE])
    for at, glyph in marks:
        if at + len(glyph) - 1 in measures:
            continue
        if glyph in _SINGLE:
            _read_single(walk, at, glyph, possessives)
        else:
            _read_double(walk, at, glyph)
    return walk


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pairs of one paragraph; those never closed go on to its last word where the next
    paragraph begins with a mark, else to the end of their sentence."""
    walk = _walk(text, start, end)
    # Marks out of place ("Hello, "he said. "Bye.") still come in twos.
    if walk.doubles and '"' in text[start:end] and not re.search("[“”„«»]", text[start:end]):
        again = _walk(text, start, end, alternate=True)
        walk = again if not again.doubles and _in_turn(again) else walk
    last = start + len(text[start:end].rstrip())
    pairs, swollen = _without_swollen(walk)
    waiting = sorted([*walk.stack, *swollen])
    following = _NEXT.match(text, end) if waiting else None
    goes_on = following is not None and following[1] in _REOPENING
    starts = sorted([*(s for s, _ in pairs), *(mark.start for mark in waiting)])
    unclosed = []
    for mark in waiting:
        inside = mark.start + len(mark.glyph)
        if inside >= last or not (mark.glyph not in _SINGLE or _begins_clause(walk, mark)):
            continue
        later = bisect_right(starts, mark.start)
        stop = starts[later] if later < len(starts) else last
        reaches = goes_on and mark not in swollen
        unclosed.append((mark.start, last if reaches else _sentence_end(text, inside, stop)))
    return pairs + unclosed


def _without_swollen(walk: _Walk) -> tuple[list[tuple[int, int]], list[_Open]]:
    """The pairs that a writer may have meant, and the opening marks of the others: double marks
    around several sentences and several pairs of double marks, or around one and LONGEST_AROUND."""
    text, kept, swollen = walk.text, [], []
    closed: list[int] = []  # where the double marks begin that are in no other so far
    for start, end in walk.pairs:  # as they are closed: inner ones first
        if text[start] in _SINGLE:
            kept.append((start, end))
            continue
        inside = len(closed) - bisect_right(closed, start)
        several = inside > 1 and not walk.is_one_sentence(start, end)
        if several or (inside and end - start > LONGEST_AROUND):
            glyph = text[start : start + 2] if text[start] == "`" else text[start]
            swollen.append(_Open(start, glyph))
            continue
        del closed[len(closed) - inside :]
        closed.append(start)
        kept.append((start, end))
    return kept, swollen


def _in_turn(walk: _Walk) -> bool:
    """True if each mark that closes stands where a quotation may end, if only after a space:
    "Hello, "he said"; not "marked as "attending", nor "it rained. "Now"."""
    for _, end in walk.pairs:
        before = walk.text[max(walk.start, end - 3) : end - 1]
        if before[-1:].isspace():
            pause = before.rstrip()[-1:]
            if pause not in _PAUSES or (pause in ".!?…" and walk.right(end).isupper()):
                return False
    return True


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where the first sentence of a stretch ends."""
    found = _SENTENCE_END.search(text, start, end)
    return found.end() if found else start + len(text[start:end].rstrip())


def find_marks(doc: Doc) -> list[Span]:
    """All quoted stretches, marks included, outer before inner, labelled "MARK".

    A mark that is never closed runs to the end of its paragraph where the next one reopens the
    quotation, and else to the end of its sentence: what comes after may be the reporter's. A mark
    in the middle of a token opens nothing. Works on any text, in time linear in its length.
    """
    text = doc.text
    starts = [token.idx for token in doc]
    found: set[tuple[int, int]] = set()
    for begin, stop in _paragraphs(text):
        for start, end in _pairs(text, begin, stop):
            first = bisect_right(starts, start) - 1
            if starts[first] == start:
                found.add((first, bisect_right(starts, end - 1)))
    ordered = sorted(found, key=lambda pair: (pair[0], -pair[1]))
    return [Span(doc, first, last, label="MARK") for first, last in ordered]


class Marks:
    """The component: writes `doc.spans["marks"]`."""

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[MARKS] = find_marks(doc)
        return doc


def outermost(doc: Doc) -> list[tuple[int, int]]:
    """The quoted stretches of a Doc that lie in no other, as token numbers, in text order."""
    found: list[tuple[int, int]] = []
    for span in doc.spans[MARKS]:
        if not found or span.start >= found[-1][1]:
            found.append((span.start, span.end))
        else:
            found[-1] = (found[-1][0], max(found[-1][1], span.end))
    return found

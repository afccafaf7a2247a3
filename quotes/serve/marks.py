"""A text and the spans marked in it, as parts that a page can show one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from quotes.records import Offsets


class Mark(NamedTuple):
    """Code points from `start` to `end` of a text that are something: a `kind` ("content", "cue",
    "source", "found", whatever a page tells apart) `of` a thing, by its id."""

    start: int
    end: int
    kind: str = "found"
    of: str = ""


class Part(NamedTuple):
    """A part of a text in which nothing begins or ends, and the marks that lie over it, the longest
    first; `begins`: those of them that begin with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()


def parts_of(text: str, marks: Iterable[Mark]) -> list[Part]:
    """The parts of a text, which are all of it; marks may lie within and across each other, and
    what of one lies outside of the text is not there.

    >>> [(part.text, len(part.marks)) for part in parts_of("one two", [Mark(4, 7)])]
    [('one ', 0), ('two', 1)]
    """
    inside = [m._replace(start=max(m.start, 0), end=min(m.end, len(text))) for m in marks]
    kept = sorted((m for m in inside if m.start < m.end), key=lambda m: (m.start, -m.end))
    edges = sorted({0, len(text), *(m.start for m in kept), *(m.end for m in kept)})
    parts: list[Part] = []
    over: list[Mark] = []
    waiting = kept[::-1]
    for start, end in pairwise(edges):
        over = [m for m in over if m.end > start]
        begins = []
        while waiting and waiting[-1].start == start:
            begins.append(waiting.pop())
        over += begins
        longest = tuple(sorted(over, key=lambda m: m.start - m.end))
        parts.append(Part(text[start:end], longest, tuple(begins)))
    return parts


def found_in(text: str, places: Iterable[Offsets]) -> list[Part]:
    """The parts of a text in which words were found at some places."""
    return parts_of(text, [Mark(start, end) for start, end in places])

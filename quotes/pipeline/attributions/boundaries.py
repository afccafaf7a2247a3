"""Where a content begins and ends: the model's labels, mended by the quotation marks.

A quoted content begins and ends at its marks even where the labels stop short, but never runs
over the words of a source or a cue. A mark that is never closed says nothing about the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]  # word numbers [start, end)
Mask = NDArray[np.bool_]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOOSE = _words(", : ; . - – — ) ] # | •")
PARTING = _words(", ; : - – —")
JOINING = _words("and but or while as though although")
TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "january february march april may june july august september october november december "
    "morning afternoon evening night day days week weeks weekend month months year years hour "
    "hours minutes ago earlier later last next same the this that a on in at late early one two "
    "three few"
)
POINTING = _words(
    "i me you he him she her it we us they them his its our their my your these those which what "
    "who so any too"
)


THIS = _words("this these")
BEING = _words("is are was were be been")


@dataclass(frozen=True)
class WordKinds:
    """Of each word [n], whether it is…

    loose    punctuation that no content or source begins with
    joining  a conjunction that no source begins with
    parting  punctuation that no content ends with, unless in marks
    empty    a word of which times are made, or that points to something; a content has others
    pointing "this" or "these": may stand for a whole sentence
    being    a form of "be", which alone tells nothing
    """

    loose: Mask
    joining: Mask
    parting: Mask
    empty: Mask
    pointing: Mask
    being: Mask

    @classmethod
    def of(cls, words: Sequence[str]) -> WordKinds:
        """From the words in lower case."""

        def mask(kind: frozenset[str]) -> Mask:
            return np.array([word in kind for word in words], dtype=np.bool_)

        numbers = np.array([word.isdigit() for word in words], dtype=np.bool_)
        empty = mask(TIMES | POINTING) | numbers
        return cls(mask(LOOSE), mask(JOINING), mask(PARTING), empty, mask(THIS), mask(BEING))


@dataclass(frozen=True)
class Marked:
    """A quoted stretch, marks included; `closed` tells whether its end is a mark."""

    start: int
    end: int
    closed: bool


def mend(
    contents: Sequence[Range], marks: Sequence[Marked], taken: Mask, kinds: WordKinds
) -> list[Range]:
    """Contents without loose words before them, stretched to the marks that they share most of,
    then joined where they overlap, without loose words after them but in marks; those with empty
    words only fall away, but for those that only point.

    `taken` [n]: the words of sources and cues.
    """
    reach = list(accumulate((mark.end for mark in marks), max))
    empty = kinds.loose | kinds.empty
    told = [c for c in contents if not empty[c[0] : c[1]].all() or only_points(c, kinds)]
    trimmed = trim(told, kinds.loose)
    joined: list[Range] = []
    for start, end in sorted(_stretch(c, marks, reach, taken) for c in trimmed):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    quoted = np.zeros(len(taken), dtype=np.bool_)
    for mark in marks:
        quoted[mark.start : mark.end] = True
    parting = kinds.parting & ~quoted
    return [cut_end(span, parting) for span in joined]


def only_points(span: Range, kinds: WordKinds) -> bool:
    """True if a content says nothing but "this", "this is what" or the like."""
    words = slice(*span)
    idle = kinds.empty | kinds.being
    return bool(kinds.pointing[words].any() and idle[words].all())


def cut_end(span: Range, unfit: Mask) -> Range:
    """A span without unfit words at its end, but for its first word."""
    start, end = span
    while end - 1 > start and unfit[end - 1]:
        end -= 1
    return start, end


def trim(spans: Sequence[Range], unfit: Mask) -> list[Range]:
    """The spans without unfit words at their start; those with no other words are left out."""
    out = []
    for start, end in spans:
        while start < end and unfit[start]:
            start += 1
        if start < end:
            out.append((start, end))
    return out


def unite(spans: Sequence[Range], paragraph: Mask) -> list[Range]:
    """Spans of one paragraph that touch become one. They are in text order.

    `paragraph` [n]: the words that begin one.
    """
    out: list[Range] = []
    for start, end in spans:
        if out and out[-1][1] == start and not paragraph[start]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _stretch(content: Range, marks: Sequence[Marked], reach: Sequence[int], taken: Mask) -> Range:
    """`reach`: how far each mark or one before it goes."""
    start, end = content
    for number in range(bisect_right(reach, start), len(marks)):
        mark = marks[number]
        if mark.start >= end:
            break
        shared = min(end, mark.end) - max(start, mark.start)
        if shared <= 0 or 2 * shared < min(mark.end - mark.start, end - start):
            continue
        if mark.start < start and not taken[mark.start : start].any():
            start = mark.start
        if mark.closed and mark.end > end and not taken[end : mark.end].any():
            end = mark.end
    return start, end

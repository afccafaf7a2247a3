"""Where a content begins and ends: the model's labels, mended by the quotation marks.

A quoted content begins and ends at its marks even where the labels stop short, but never runs
over the words of a source or a cue. A mark that is never closed says nothing about the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]  # word numbers [start, end)


@dataclass(frozen=True)
class Marked:
    """A quoted stretch, marks included; `closed` tells whether its end is a mark."""

    start: int
    end: int
    closed: bool


def mend(
    contents: Sequence[Range],
    marks: Sequence[Marked],
    taken: NDArray[np.bool_],
    loose: NDArray[np.bool_],
) -> list[Range]:
    """Contents without loose words before them, stretched to the marks that they share most of,
    then joined where they overlap.

    taken [n]  the words of sources and cues
    loose [n]  punctuation that no content begins with
    """
    trimmed = (_trim(content, loose) for content in contents)
    stretched = sorted(_stretch(content, marks, taken) for content in trimmed if content)
    joined: list[Range] = []
    for start, end in stretched:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _trim(content: Range, loose: NDArray[np.bool_]) -> Range | None:
    start, end = content
    while start < end and loose[start]:
        start += 1
    return (start, end) if start < end else None


def _stretch(content: Range, marks: Sequence[Marked], taken: NDArray[np.bool_]) -> Range:
    start, end = content
    for mark in marks:
        shared = min(end, mark.end) - max(start, mark.start)
        if shared <= 0 or 2 * shared < min(mark.end - mark.start, end - start):
            continue
        if mark.start < start and not taken[mark.start : start].any():
            start = mark.start
        if mark.closed and mark.end > end and not taken[end : mark.end].any():
            end = mark.end
    return start, end

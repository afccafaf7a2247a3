"""Where a content begins and ends: the model's labels, mended by the quotation marks.

A quoted content begins and ends at its marks even where the labels stop short, but never runs
over the words of a source or a cue.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]  # word numbers [start, end)


def to_marks(
    contents: Sequence[Range], marks: Sequence[Range], taken: NDArray[np.bool_]
) -> list[Range]:
    """Contents stretched to the quotation marks that they share most of, then joined where they
    meet. `taken` [n]: the words of sources and cues."""
    stretched = sorted(_stretch(content, marks, taken) for content in contents)
    joined: list[Range] = []
    for start, end in stretched:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _stretch(content: Range, marks: Sequence[Range], taken: NDArray[np.bool_]) -> Range:
    start, end = content
    for left, right in marks:
        shared = min(end, right) - max(start, left)
        if shared <= 0 or 2 * shared < min(right - left, end - start):
            continue
        if left < start and not taken[left:start].any():
            start = left
        if right > end and not taken[end:right].any():
            end = right
    return start, end

"""A text with edits made to it, that knows where each of its characters came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray


class Edit(NamedTuple):
    """Put `words` in the place of the characters [start, end).

    Where both have the same length, each new character stands for the old one at its place; else
    each stands for all of the old ones.
    """

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class View:
    """A text to be read in the place of another.

    text           what is read
    starts, ends   int [characters of text]: the stretch of the original text that each stands for;
                   None where the text is the original
    """

    text: str
    starts: NDArray[np.int32] | None = None
    ends: NDArray[np.int32] | None = None

    def edited(self, edits: Iterable[Edit]) -> Self:
        """The view with these edits, which must not overlap, made to its text."""
        ordered = sorted(edits)
        if not ordered:
            return self
        words: list[str] = []
        done = 0
        for start, end, new in ordered:
            words += [self.text[done:start], new]
            done = end
        words.append(self.text[done:])
        return type(self)("".join(words), *_places(ordered, *self._places()))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that the characters [start, end), at least one, mean."""
        if self.starts is None or self.ends is None:
            return start, end
        return int(self.starts[start]), int(self.ends[end - 1])

    def _places(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        if self.starts is None or self.ends is None:
            starts = np.arange(len(self.text), dtype=np.int32)
            return starts, starts + 1
        return self.starts, self.ends


def _places(
    edits: list[Edit], starts: NDArray[np.int32], ends: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The place that each character stands for once these edits, in their order, are made."""
    cuts = np.array([edit[:2] for edit in edits], dtype=np.int32).ravel()
    # By turns a stretch that stays and one that an edit replaces, maybe empty ones.
    first, last = np.insert(cuts, 0, 0), np.append(cuts, np.int32(len(starts)))
    size = last - first
    count = size.copy()
    count[1::2] = [len(edit.words) for edit in edits]
    begin = (count.cumsum() - count).astype(np.int32)
    within = np.arange(count.sum(), dtype=np.int32) - np.repeat(begin, count)
    one_by_one = np.repeat(count == size, count)
    first, last = np.repeat(first, count), np.repeat(last, count)
    first = np.where(one_by_one, first + within, first)
    last = np.where(one_by_one, first + 1, last)
    # An insertion stands for nothing, between two characters.
    until = np.insert(ends, 0, 0)[last]
    return np.where(first < last, np.append(starts, np.int32(0))[first], until), until

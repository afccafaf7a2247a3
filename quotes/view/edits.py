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
    starts: NDArray[np.int64] | None = None
    ends: NDArray[np.int64] | None = None

    def edited(self, edits: Iterable[Edit]) -> Self:
        """The view with these edits, which must not overlap, made to its text."""
        ordered = sorted(edits)
        if not ordered:
            return self
        starts, ends = self._places()
        words: list[str] = []
        places: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        done = 0
        for edit in ordered:
            words += [self.text[done : edit.start], edit.words]
            places.append((starts[done : edit.start], ends[done : edit.start]))
            places.append(_stretch(edit, starts, ends))
            done = edit.end
        words.append(self.text[done:])
        places.append((starts[done:], ends[done:]))
        first, last = (np.concatenate(parts) for parts in zip(*places, strict=True))
        return type(self)("".join(words), first, last)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original text that the characters [start, end), at least one, mean."""
        if self.starts is None or self.ends is None:
            return start, end
        return int(self.starts[start]), int(self.ends[end - 1])

    def _places(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        if self.starts is None or self.ends is None:
            starts = np.arange(len(self.text), dtype=np.int64)
            return starts, starts + 1
        return self.starts, self.ends


def _stretch(
    edit: Edit, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What the new characters of an edit stand for."""
    count = len(edit.words)
    if count == edit.end - edit.start:
        return starts[edit.start : edit.end], ends[edit.start : edit.end]
    if edit.start < edit.end:
        first, last = starts[edit.start], ends[edit.end - 1]
    else:  # an insertion stands for nothing, between two characters
        first = last = ends[edit.start - 1] if edit.start else 0
    return np.full(count, first, dtype=np.int64), np.full(count, last, dtype=np.int64)

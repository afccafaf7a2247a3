"""Cuts a text into windows that fit the model, at paragraphs, with the text around as context.

A window has a core, whose scores count, and context on both sides, which is only read. The cores
of a text follow on each other without gap or overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quotes.encoder.features import NO_SHAPE, Featurizer, Ints, Words


@dataclass(frozen=True)
class Sizes:
    """In pieces: the largest core, and how much of the text before and after it is read too."""

    core: int = 288
    before: int = 64
    after: int = 32

    @property
    def whole(self) -> int:
        """The largest window."""
        return self.core + self.before + self.after


@dataclass(frozen=True)
class Window:
    """Word numbers: the window is [start, end), its core [core_start, core_end)."""

    start: int
    core_start: int
    core_end: int
    end: int


def _blocks(words: Words, limit: int) -> Iterator[tuple[int, int, int]]:
    """(first word, end, pieces) of each paragraph; one that is too long comes in parts."""
    start, size = 0, 0
    for number, pieces in enumerate(words.pieces):
        if number > start and (words.paragraph[number] or size + len(pieces) > limit):
            yield start, number, size
            start, size = number, 0
        size += len(pieces)
    if size:
        yield start, len(words), size


def _cores(words: Words, first: int, core: int) -> Iterator[tuple[int, int]]:
    start, size, limit = 0, 0, first
    for begin, _, block in _blocks(words, core):
        if size and size + block > limit:
            yield start, begin
            start, size, limit = begin, 0, core
        size += block
    if size:
        yield start, len(words)


def _reach(sizes: Ints, start: int, step: int, budget: int) -> int:
    """How many words from `start` on, in direction `step`, have at most `budget` pieces."""
    count = 0
    while 0 <= start < len(sizes) and sizes[start] <= budget:
        budget -= int(sizes[start])
        start += step
        count += 1
    return count


DEFAULT = Sizes()


def windows(words: Words, limits: Sizes = DEFAULT, *, first: int | None = None) -> list[Window]:
    """The windows of a text. `first`: pieces in the first core (training varies the cuts)."""
    sizes = np.array([len(p) for p in words.pieces], dtype=np.int64)
    return [
        Window(
            start - _reach(sizes, start - 1, -1, limits.before),
            start,
            end,
            end + _reach(sizes, end, 1, limits.after),
        )
        for start, end in _cores(words, first or limits.core, limits.core)
    ]


def window_inputs(words: Words, window: Window, features: Featurizer) -> tuple[Ints, Ints, Ints]:
    """-> pieces [p], shapes [p] with [CLS] and [SEP] around, and each word's first place [w]."""
    ids, shapes, places = [features.first], [NO_SHAPE], []
    for number in range(window.start, window.end):
        pieces = words.pieces[number]
        places.append(len(ids))
        ids.extend(pieces)
        shapes.extend([int(words.shape[number])] * len(pieces))
    ids.append(features.last)
    shapes.append(NO_SHAPE)
    return tuple(np.array(x, dtype=np.int64) for x in (ids, shapes, places))  # type: ignore[return-value]

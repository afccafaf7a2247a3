"""Where the words of a window point to, each to the first word of the cue that it belongs to."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from quotes.encoder.decode import Floats, log_softmax
from quotes.encoder.windows import Window

MOST_WHOLE = 200
"""Windows, of some 40,000 words in all, up to which all of a text's pointers are kept. Those of
more would take a thousand bytes a word, so that the shares below `LEAST` are left out."""

LEAST = 0.01


class Links(Protocol):
    """The pointers of the words in a window's core."""

    @property
    def window(self) -> Window:
        """The window."""

    def mean(self, first: int, last: int) -> Floats:
        """[words of the window]: the share that each has of the pointers of the words `first` to
        `last`, word numbers of the text that lie in the core; of one word they sum up to 1."""


class WholeLinks:
    """All of them. `scores` [core words, window words]: logits."""

    def __init__(self, window: Window, scores: Floats) -> None:
        self.window, self.scores = window, scores

    def mean(self, first: int, last: int) -> Floats:
        """See `Links`."""
        start = self.window.core_start
        rows = log_softmax(self.scores[first - start : last - start])
        return np.asarray(np.exp(rows).mean(0))


class BriefLinks:
    """Those that count: what is smaller than LEAST is taken for none. A word has a few at most."""

    def __init__(self, window: Window, scores: Floats) -> None:
        self.window = window
        shares = np.exp(log_softmax(scores))
        rows, columns = np.nonzero(shares >= LEAST)
        self.ends = np.searchsorted(rows, np.arange(len(shares) + 1)).astype(np.int32)
        self.columns: NDArray[np.int16] = columns.astype(np.int16)
        self.shares: Floats = shares[rows, columns]

    def mean(self, first: int, last: int) -> Floats:
        """See `Links`."""
        start, end = self.ends[[first - self.window.core_start, last - self.window.core_start]]
        total = np.zeros(self.window.end - self.window.start, dtype=np.float32)
        np.add.at(total, self.columns[start:end], self.shares[start:end])
        return total / np.float32(last - first)

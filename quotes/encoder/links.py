"""Where the words of a window point to: shares of the others, the small ones left out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quotes.encoder.decode import Floats, log_softmax
from quotes.encoder.features import Ints
from quotes.encoder.windows import Window

LEAST = 0.05
"""Shares of a pointer below this are taken for none: all of them would take a thousand bytes a
word, and the figures on dev are the same without."""


class Links:
    """The pointers of the words in a window's core.

    `scores` [core words, window words]: logits; `kept`: the places in the core whose pointers are
    wanted, all where none are given. A word of prose has one or two shares of at least LEAST; a
    word of a text that is no language, a dozen at most.
    """

    def __init__(self, window: Window, scores: Floats, kept: Ints | None = None) -> None:
        self.window = window
        places = np.arange(len(scores)) if kept is None else kept
        shares = np.exp(log_softmax(scores[places]))
        rows, columns = np.nonzero(shares >= LEAST)
        self.ends = np.searchsorted(places[rows], np.arange(len(scores) + 1)).astype(np.int32)
        self.columns: NDArray[np.int16] = columns.astype(np.int16)
        self.shares: Floats = shares[rows, columns]

    def mean(self, first: int, last: int) -> Floats:
        """[words of the window]: the share that each has of the pointers of the words `first` to
        `last`, word numbers of the text that lie in the core; of one word they sum up to 1 at
        most."""
        start, end = self.ends[[first - self.window.core_start, last - self.window.core_start]]
        total = np.zeros(self.window.end - self.window.start, dtype=np.float32)
        np.add.at(total, self.columns[start:end], self.shares[start:end])
        return total / np.float32(last - first)

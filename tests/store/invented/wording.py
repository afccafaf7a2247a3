"""The words of many texts, drawn at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .shares import Shares
from .world import COMMON_WORD, PHRASE, RARE_WORD, Invented

UNIT = 10.1
"""Characters of a word with what stands before it, on average."""

LINKS: dict[str, float] = {
    " ": 47, " the ": 12, " of the ": 6, " of ": 5, " in the ": 4, " to ": 6, " a ": 5,
    " and ": 4, " to the ": 3, " for ": 3, " in ": 4, " and the ": 2, " that ": 2, " on ": 2,
    " with ": 2, " is ": 2, " was ": 2, " will ": 2, " not ": 2, ", but ": 1, ", and ": 2,
    " as ": 1, " by ": 1, " from the ": 1, " at ": 1, " has ": 1, " who ": 1, ", which ": 1,
    " would be ": 1, " more than ": 1, " it is ": 1, " they ": 1,
}  # fmt: skip
"""Words that stand before a word, and how often."""

STARTS: dict[str, float] = {"": 50, "the ": 25, "we ": 5, "it is ": 5, "there is ": 5, "he ": 10}
"""Words that stand before the first word of a text, and how often."""

_COMMON, _PHRASE = 0.41, 0.002
_LINKS, _STARTS = (np.array(list(words), dtype=object) for words in (LINKS, STARTS))
_LINK_SHARES, _START_SHARES = Shares.of(list(LINKS.values())), Shares.of(list(STARTS.values()))


@dataclass(frozen=True)
class Texts:
    """Links and words in turn; `bounds` are where each text begins and ends among these."""

    units: list[str]
    bounds: list[tuple[int, int]]

    def words(self, text: int) -> str:
        """The words of a text."""
        start, end = self.bounds[text]
        return "".join(self.units[start:end])


def draw_texts(
    rng: np.random.Generator,
    world: Invented,
    lengths: NDArray[Any],
    quotes: int,
    rare: NDArray[Any],
) -> Texts:
    """Texts of so many words. The first `quotes` of them hold the words that are looked for:
    RARE_WORD those with the numbers `rare`, the others by chance."""
    ends = np.cumsum(lengths)
    starts = ends - lengths
    units = np.empty((ends[-1], 2), dtype=object)
    units[:, 0] = _LINKS[_LINK_SHARES.draw(rng, len(units))]
    units[starts, 0] = _STARTS[_START_SHARES.draw(rng, len(starts))]
    units[:, 1] = world.words[world.word_shares.draw(rng, len(units))]
    chance, where = rng.random((2, quotes))
    places = starts[:quotes] + (where * lengths[:quotes]).astype(int)
    units[places[chance < _COMMON], 1] = COMMON_WORD
    units[places[chance > 1 - _PHRASE], 1] = PHRASE
    units[places[rare], 1] = RARE_WORD
    bounds = list(zip((2 * starts).tolist(), (2 * ends).tolist(), strict=True))
    return Texts(units.ravel().tolist(), bounds)

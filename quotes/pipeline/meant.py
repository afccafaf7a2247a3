"""The model's answers on who is meant: which words stand for the same one as those of a span, which
type of source a span is, and which spans say who somebody is.

All places are token numbers [start, end) of the Doc.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from spacy.tokens import Doc

from quotes.encoder.features import Ints
from quotes.encoder.labels import TYPES
from quotes.encoder.session import Scores, Told
from quotes.pipeline.attribution import MEANT

Range = tuple[int, int]
Owner = TypeVar("Owner")


@dataclass
class Meant:
    """The scores of one text that tell who is meant.

    token         [n] the token of each word that the model reads
    told          of each window what the words of its sources and descriptions stand for
    descriptions  the spans that say who somebody is, in text order
    """

    token: Ints
    told: list[Told]
    descriptions: list[Range]

    @classmethod
    def of(cls, scores: Scores) -> Meant:
        """Out of all that the model says of a text."""
        token, found = scores.words.token, scores.spans["description"]
        descriptions = [(int(token[first]), int(token[end - 1]) + 1) for _, first, end in found]
        return cls(token, scores.told, descriptions)

    @classmethod
    def nothing(cls) -> Meant:
        """Of a text that the model has not read."""
        return cls(np.zeros(0, np.int64), [], [])

    def __post_init__(self) -> None:
        self._cores = [told.meant.window.core_start for told in self.told]

    def people(self, span: Range, owner: Callable[[int], Owner | None]) -> dict[Owner, float]:
        """Whom a span means: the share of its words' pointers on the words of each. `owner`: for
        whom a token stands, None for nobody; the words of the span itself do not count."""
        found: dict[Owner, float] = {}
        for token, share in self._shares(span):
            someone = None if span[0] <= token < span[1] else owner(token)
            if someone is not None:
                found[someone] = found.get(someone, 0.0) + share
        return found

    def _shares(self, span: Range) -> Iterator[tuple[int, float]]:
        first, last = self._words(span)
        if first == last:
            return
        links = self._told(first).meant
        shares = links.mean(first, min(last, links.window.core_end))
        for place in np.flatnonzero(shares):
            yield int(self.token[links.window.start + int(place)]), float(shares[place])

    def type_of(self, span: Range) -> dict[str, float]:
        """How probable each type of source is for a span, by the words of it that the model takes
        for a source's; empty where there are none."""
        first, last = self._words(span)
        if first == last:
            return {}
        told = self._told(first)
        types = told.types[slice(*np.searchsorted(told.words, (first, last)))]
        if not len(types):
            return {}
        return dict(zip(TYPES, types.astype(np.float32).mean(0).tolist(), strict=True))

    def _words(self, span: Range) -> Range:
        first, last = np.searchsorted(self.token, span)
        return int(first), int(last)

    def _told(self, word: int) -> Told:
        """Of the window in whose core a word stands."""
        return self.told[bisect_right(self._cores, word) - 1]


def meant_of(doc: Doc) -> Meant:
    """The model's answers on a Doc; empty where it has not read it."""
    meant: Meant | None = doc.user_data.get(MEANT)
    return meant or Meant.nothing()

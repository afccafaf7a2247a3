"""The model's answers on who is meant, made by hand, so that steps are tested without it."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Span

from quotes.encoder.labels import TYPES
from quotes.encoder.links import Links
from quotes.encoder.session import Told
from quotes.encoder.windows import Window
from quotes.pipeline.attribution import MEANT
from quotes.pipeline.meant import Meant

NEVER = -30.0


def point(
    doc: Doc,
    pointers: dict[str, dict[str, float]],
    *,
    descriptions: tuple[str, ...] = (),
    type: str = "person",
) -> Doc:
    """Set `doc.user_data[MEANT]`: each of `pointers` has these shares of its pointers on these
    other words and the rest on itself, and is a source of that type; other words are of persons.
    All places are the first at which the words stand."""
    size = len(doc)
    scores = np.full((size, size), NEVER, dtype=np.float32)
    types = np.zeros((size, len(TYPES)), dtype=np.float16)
    types[:, TYPES.index("person")] = 1
    for words, shares in pointers.items():
        for token in _find(doc, words):
            scores[token.i, token.i] = _log(1 - sum(shares.values()))
            types[token.i] = np.eye(len(TYPES))[TYPES.index(type)]
            for target, share in shares.items():
                span = _find(doc, target)
                scores[token.i, span.start : span.end] = _log(share / len(span))
    told = Told(np.arange(size), types, Links(Window(0, 0, size, size), scores))
    found = [(span.start, span.end) for span in (_find(doc, words) for words in descriptions)]
    doc.user_data[MEANT] = Meant(np.arange(size), [told], found)
    return doc


def nothing_told(links: list[Links]) -> list[Told]:
    """Of windows such as those of `links`, that no word stands for anybody."""
    none = np.zeros(0, dtype=np.int64)
    types = np.zeros((0, len(TYPES)), dtype=np.float16)
    return [Told(none, types, one) for one in links]


def _log(share: float) -> float:
    return float(np.log(max(share, 1e-9)))


def _find(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words))
    assert span is not None, words
    return span

"""From scores per word to label sequences that are possible."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quotes.encoder.features import Ints
from quotes.encoder.labels import ROLE_LABELS

Floats = NDArray[np.float32]

_BLOCK = 4096  # words
HOPELESS = 1000.0  # logits behind the best label: no path makes up for it


def log_softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def _allowed(labels: Sequence[str]) -> NDArray[np.bool_]:
    """allowed[a, b]: label b may follow label a. I-x follows B-x or I-x only."""
    return np.array(
        [[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in labels] for a in labels]
    )


def viterbi(scores: Floats, labels: Sequence[str] = ROLE_LABELS) -> Ints:
    """The most probable possible sequence. scores [n, labels] (logits) -> label numbers [n]."""
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    out: Ints = scores.argmax(-1).astype(np.int64)
    allowed = _allowed(labels)
    starts = [0, *(np.flatnonzero(_closed(scores[1:], labels)) + 1).tolist(), len(scores)]
    fits = np.concatenate(([labels[out[0]][0] != "I"], allowed[out[:-1], out[1:]]))
    for start, end in pairwise(starts):
        if not fits[start:end].all():  # else the best of all is possible as it is
            out[start:end] = _best_path(scores[start:end], allowed)
    return out


def _closed(scores: Floats, labels: Sequence[str]) -> NDArray[np.bool_]:
    """The words at which no span can go on, so that what lies before and after is independent."""
    inside = [number for number, label in enumerate(labels) if label[0] == "I"]
    return np.asarray(scores[:, inside].max(-1) < scores.max(-1) - HOPELESS)


def _best_path(scores: Floats, allowed: NDArray[np.bool_]) -> list[int]:
    """In plain Python: with so few labels numpy would take longer. Of each word a byte for each
    label is kept, for a text may have a million words."""
    size = len(allowed)
    before = [np.flatnonzero(allowed[:, label]).tolist() for label in range(size)]
    anywhere = [bool(column.all()) for column in allowed.T]
    words = _rows(scores)
    row = [score if fits else -math.inf for score, fits in zip(next(words), anywhere, strict=True)]
    back = bytearray()
    for word in words:
        top = max(range(size), key=row.__getitem__)
        came = [
            top if free else max(labels, key=row.__getitem__)
            for labels, free in zip(before, anywhere, strict=True)
        ]
        best = row[top]  # what all have in common tells nothing, and would grow without end
        row = [row[label] + score - best for label, score in zip(came, word, strict=True)]
        back += bytes(came)
    path = [max(range(size), key=row.__getitem__)]
    for start in range(len(back) - size, -1, -size):
        path.append(back[start + path[-1]])
    return path[::-1]


def _rows(scores: Floats) -> Iterator[list[float]]:
    """The rows as plain numbers, some at a time, for they take much memory."""
    for start in range(0, len(scores), _BLOCK):
        yield from scores[start : start + _BLOCK].tolist()


def bio_spans(
    sequence: Sequence[int] | Ints, labels: Sequence[str] = ROLE_LABELS
) -> list[tuple[str, int, int]]:
    """(kind, first word, end) of each span in a sequence of BIO label numbers."""
    spans: list[tuple[str, int, int]] = []
    start, kind = 0, ""
    for place, number in enumerate([*np.asarray(sequence, dtype=np.int64).tolist(), 0]):
        label = labels[number] if number >= 0 else "O"
        if kind and label != f"I-{kind}":
            spans.append((kind, start, place))
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = place, label[2:]
    return spans

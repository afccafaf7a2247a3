"""From scores per word to label sequences that are possible."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quotes.encoder.features import Ints
from quotes.encoder.labels import ROLE_LABELS

Floats = NDArray[np.float32]


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
    greedy = scores.argmax(-1)
    step = np.where(_allowed(labels), 0.0, -np.inf).astype(np.float32)
    entry = np.array([0.0 if label[0] != "I" else -np.inf for label in labels], dtype=np.float32)
    if np.isfinite(entry[greedy[0]]) and np.isfinite(step[greedy[:-1], greedy[1:]]).all():
        return np.asarray(greedy, dtype=np.int64)  # the best of all is possible as it is
    best = log_softmax(scores)
    back = np.zeros(best.shape, dtype=np.int64)
    row = best[0] + entry
    for number in range(1, len(best)):
        paths = row[:, None] + step
        back[number] = paths.argmax(0)
        row = paths.max(0) + best[number]
    path = [int(row.argmax())]
    for number in range(len(best) - 1, 0, -1):
        path.append(int(back[number, path[-1]]))
    return np.array(path[::-1], dtype=np.int64)


def bio_spans(
    sequence: Sequence[int] | Ints, labels: Sequence[str] = ROLE_LABELS
) -> list[tuple[str, int, int]]:
    """(kind, first word, end) of each span in a sequence of BIO label numbers."""
    spans: list[tuple[str, int, int]] = []
    start, kind = 0, ""
    for place, number in enumerate([*sequence, 0]):
        label = labels[number] if number >= 0 else "O"
        if kind and label != f"I-{kind}":
            spans.append((kind, start, place))
            kind = ""
        if label[0] == "B" or (label[0] == "I" and not kind):
            start, kind = place, label[2:]
    return spans

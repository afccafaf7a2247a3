"""Sequences that are possible, and the spans in them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quotes.encoder.decode import bio_spans, log_softmax, viterbi
from quotes.encoder.labels import ROLE_LABELS

SCORES = st.integers(0, 12).flatmap(
    lambda n: arrays(np.float32, (n, len(ROLE_LABELS)), elements=st.floats(-9, 9, width=32))
)


def numbers(*labels: str) -> list[int]:
    return [ROLE_LABELS.index(label) for label in labels]


def one_hot(*labels: str) -> np.ndarray:
    return np.eye(len(ROLE_LABELS), dtype=np.float32)[numbers(*labels)] * 5


def test_what_is_possible_is_kept() -> None:
    labels = ("B-source", "B-cue", "B-content", "I-content", "O")
    assert viterbi(one_hot(*labels)).tolist() == numbers(*labels)


def test_an_inside_without_a_beginning_is_mended() -> None:
    scores = one_hot("O", "I-content", "I-content")
    scores[1, ROLE_LABELS.index("B-content")] = 4
    assert viterbi(scores).tolist() == numbers("O", "B-content", "I-content")


def test_no_words_no_labels() -> None:
    assert viterbi(np.zeros((0, len(ROLE_LABELS)), dtype=np.float32)).tolist() == []


@given(SCORES)
def test_no_impossible_sequence(scores: np.ndarray) -> None:
    labels = [ROLE_LABELS[n] for n in viterbi(scores)]
    for before, label in zip(["O", *labels], labels, strict=False):
        assert label[0] != "I" or before[1:] == label[1:]


@given(SCORES)
def test_no_sequence_is_better(scores: np.ndarray) -> None:
    """Against greedy decoding with the same constraint, which can only be as good or worse."""
    table, total, before = log_softmax(scores) if len(scores) else scores, 0.0, "O"
    for row in table:
        fits = [n for n, x in enumerate(ROLE_LABELS) if x[0] != "I" or before[1:] == x[1:]]
        best = max(fits, key=lambda n: row[n])
        total, before = total + float(row[best]), ROLE_LABELS[best]
    chosen = viterbi(scores)
    assert float(table[np.arange(len(chosen)), chosen].sum()) >= total - 1e-3


def test_spans() -> None:
    labels = numbers("B-source", "I-source", "O", "B-cue", "B-content", "B-content", "I-content")
    assert bio_spans(labels) == [
        ("source", 0, 2),
        ("cue", 3, 4),
        ("content", 4, 5),
        ("content", 5, 7),
    ]

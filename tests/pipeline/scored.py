"""Docs with scores made by hand, so that components are tested without the model.

`scored("Putin/S1 said/C1 that/- it/T1 rains/T1")` labels each word with a role (S source, C cue,
T content, - none) and the number of the attribution whose cue it points to.
"""

from __future__ import annotations

import numpy as np
import spacy
from spacy.tokens import Doc

from quotes.encoder.features import Words
from quotes.encoder.labels import ROLE_LABELS
from quotes.encoder.links import Links
from quotes.encoder.session import Scores
from quotes.encoder.windows import Window
from quotes.pipeline.encoder import SCORES
from tests.pipeline.pointed import nothing_told

ROLES = {"S": "source", "C": "cue", "T": "content"}
SURE = 12.0


def scored(marked: str, *, role_scores: float = SURE, link_scores: float = SURE) -> Doc:
    """A Doc with `doc.user_data[SCORES]`; words are split at spaces, "¶" is a paragraph's end."""
    texts, labels = [], []
    for item in marked.split():
        text, _, label = item.rpartition("/")
        texts.append("\n\n" if text == "¶" else text)
        labels.append(label)
    doc = Doc(spacy.blank("en").vocab, words=texts, spaces=[t != "\n\n" for t in texts])
    token = np.array([i for i, t in enumerate(texts) if t != "\n\n"], dtype=np.int64)
    labels = [labels[i] for i in token]
    doc.user_data[SCORES] = Scores(
        words=_words(token, texts),
        role=_roles(labels, role_scores),
        spans={"name": [], "description": []},
        tag=np.zeros(len(labels), dtype=np.uint8),
        starts=np.zeros(len(labels), dtype=np.bool_),
        links=_links(labels, link_scores) if labels else [],
        told=nothing_told(_links(labels, link_scores) if labels else []),
    )
    return doc


def _words(token: np.ndarray, texts: list[str]) -> Words:
    paragraph = np.array([i == 0 or texts[i - 1] == "\n\n" for i in token], dtype=np.bool_)
    return Words(token, [(1,)] * len(token), np.zeros(len(token), dtype=np.int64), paragraph)


def _roles(labels: list[str], sure: float) -> np.ndarray:
    scores = np.zeros((len(labels), len(ROLE_LABELS)), dtype=np.float32)
    before = "-"
    for i, label in enumerate(labels):
        role = ROLES.get(label[0])
        part = "I" if label == before else "B"
        scores[i, ROLE_LABELS.index(f"{part}-{role}") if role else 0] = sure
        before = label
    return scores


def _links(labels: list[str], sure: float) -> list[Links]:
    """Every word points to the first cue word of its number; S12 to those of both numbers."""
    scores = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for i, label in enumerate(labels):
        for number in label[1:]:
            if f"C{number}" in labels:
                scores[i, labels.index(f"C{number}")] = sure
    return [Links(Window(0, 0, len(labels), len(labels)), scores)]

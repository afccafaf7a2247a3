"""Scores that plain rules give, in place of the model: quick, and for texts of any length."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

from benchmarks.growth import CUES
from quotes.encoder.decode import bio_spans
from quotes.encoder.features import Words
from quotes.encoder.labels import NAME_LABELS, ROLE_LABELS, TAGS
from quotes.encoder.links import Links
from quotes.encoder.session import Scores
from quotes.encoder.windows import Window
from tests.pipeline.builders import tag
from tests.pipeline.pointed import nothing_told

CORE, AROUND = 100, 30
SURE = 12.0


def told(doc: Doc) -> Scores:
    """Names are runs of capitals; a verb of speech is a cue, the name or pronoun before it its
    source, and what follows in the sentence its content."""
    tokens = [token for token in doc if not token.is_space]
    texts = [token.text for token in tokens]
    tags = [tag(text) for text in texts]
    ends = [text in (".", "?", "!") for text in texts]
    size = len(tokens)
    lines = [bool(t.i) and "\n" in doc[t.i - 1].text for t in tokens]
    paragraph = np.array([not n or lines[n] for n in range(size)], dtype=np.bool_)
    starts = np.array([not n or ends[n - 1] or lines[n] for n in range(size)], dtype=np.bool_)
    words = Words(
        np.array([token.i for token in tokens], dtype=np.int64),
        [(1,)] * size,
        np.zeros(size, dtype=np.int64),
        paragraph,
    )
    roles = _roles(texts, tags, starts)
    return Scores(
        words=words,
        role=_sure(roles, len(ROLE_LABELS)),
        spans={"name": bio_spans(_names(tags, starts), NAME_LABELS), "description": []},
        tag=np.array([TAGS.index(t) if t in TAGS else 0 for t in tags], dtype=np.uint8),
        starts=starts,
        links=_links(texts),
        told=nothing_told(_links(texts)),
    )


def _roles(texts: list[str], tags: list[str], starts: np.ndarray) -> list[int]:
    roles, said = [0] * len(texts), False
    for n, text in enumerate(texts):
        said = said and not starts[n]
        if text in CUES:
            roles[n] = ROLE_LABELS.index("B-cue")
            if n and tags[n - 1] in ("NNP", "PRP"):
                roles[n - 1] = ROLE_LABELS.index("B-source")
            said = True
        elif said:
            begins = roles[n - 1] < ROLE_LABELS.index("B-content")
            roles[n] = ROLE_LABELS.index("B-content" if begins else "I-content")
    return roles


def _names(tags: list[str], starts: np.ndarray) -> list[int]:
    begin, inside = NAME_LABELS.index("B-PER"), NAME_LABELS.index("I-PER")
    names = [0] * len(tags)
    for n, one in enumerate(tags):
        if one == "NNP":
            names[n] = inside if n and names[n - 1] and not starts[n] else begin
    return names


def _sure(labels: list[int], number: int) -> np.ndarray:
    scores = np.zeros((len(labels), number), dtype=np.float32)
    scores[np.arange(len(labels)), labels] = SURE
    return scores


def _links(texts: list[str]) -> list[Links]:
    links, size = [], len(texts)
    for start in range(0, size, CORE):
        window = Window(
            max(0, start - AROUND),
            start,
            min(size, start + CORE),
            min(size, start + CORE + AROUND),
        )
        scores = np.zeros((window.core_end - start, window.end - window.start), dtype=np.float32)
        cues = [n for n in range(window.start, window.end) if texts[n] in CUES]
        for n in range(start, window.core_end):
            if cues:
                nearest = min(cues, key=lambda cue, n=n: abs(cue - n))
                scores[n - start, nearest - window.start] = SURE
        links.append(Links(window, scores))
    return links

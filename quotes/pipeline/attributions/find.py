"""Finds the attributions of one text: labels to spans, spans to groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quotes.encoder.decode import Floats, bio_spans, log_softmax, viterbi
from quotes.encoder.features import Ints
from quotes.encoder.labels import ROLE_LABELS
from quotes.encoder.session import Scores
from quotes.pipeline.attributions.boundaries import to_marks
from quotes.pipeline.attributions.linking import Group, Range, link, pointers, unlabelled_cues


@dataclass(frozen=True)
class Settings:
    """Chosen on the dev articles.

    least_link  the share of a span's pointers that the best cue must get
    join        the share that brings a content to a cue that has one already
    least_cue   the share that makes a cue of a word without a label
    bias        added to the score of "no role": below zero, more is found and more of it is wrong
    """

    least_link: float = 0.1
    join: float = 0.6
    least_cue: float = 0.3
    bias: float = 0.0


DEFAULT = Settings()


def find(scores: Scores, marks: list[Range], settings: Settings = DEFAULT) -> list[Group]:
    """The attributions of a text, in word numbers. `marks`: the quotation marks' ranges."""
    roles = viterbi(biased(scores.role, settings.bias))
    spans: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
    for role, start, end in bio_spans(roles):
        spans[role].append((start, end))
    new = unlabelled_cues(
        scores, pointers(scores, spans["content"]), spans["cue"], roles, least=settings.least_cue
    )
    cues = sorted([*spans["cue"], *new])
    taken = np.zeros(len(roles), dtype=np.bool_)
    for start, end in spans["source"] + cues:
        taken[start:end] = True
    contents = to_marks(spans["content"], marks, taken)
    return link(
        scores, contents, cues, spans["source"], least=settings.least_link, join=settings.join
    )


def biased(role: Floats, bias: float) -> Floats:
    """The scores with `bias` added to "no role"."""
    shift = np.zeros(len(ROLE_LABELS), dtype=np.float32)
    shift[0] = bias
    out: Floats = role + shift
    return out


def certainty(scores: Scores, spans: list[Range]) -> float:
    """The mean log-probability of the best label over the words of the spans."""
    best = np.concatenate([log_softmax(scores.role[a:b]).max(-1) for a, b in spans])
    return float(best.mean())


def words_to_tokens(token: Ints, span: Range) -> Range:
    """Word numbers to token numbers."""
    return int(token[span[0]]), int(token[span[1] - 1]) + 1


def tokens_to_words(token: Ints, span: Range) -> Range:
    """Token numbers to word numbers; white space at the edges falls away."""
    first, last = np.searchsorted(token, span)
    return int(first), int(last)

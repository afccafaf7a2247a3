"""Finds the attributions of one text: labels to spans, spans to groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from quotes.encoder.decode import Floats, bio_spans, viterbi
from quotes.encoder.features import Ints
from quotes.encoder.labels import ROLE_LABELS
from quotes.encoder.session import Scores
from quotes.pipeline.attributions.boundaries import Marked, WordKinds, cut_end, mend, trim, unite
from quotes.pipeline.attributions.linking import Group, Thresholds, link
from quotes.pipeline.attributions.pointers import Range, pointers, unlabelled_cues
from quotes.pipeline.attributions.pointing import follow

NEVER = -1e4


@dataclass(frozen=True)
class Settings:
    """Chosen on the dev articles.

    source      added to the scores of source labels: those that no cue takes fall away anyway
    cue         the same for cue labels
    least_cue   the share of a content's pointers that makes a cue of a word without a label
    """

    source: float = 1.0
    cue: float = 0.5
    least_cue: float = 0.3
    links: Thresholds = field(default_factory=Thresholds)


DEFAULT = Settings()


def find(
    scores: Scores,
    marks: list[Marked],
    kinds: WordKinds,
    tells: Callable[[Range], bool],
    settings: Settings = DEFAULT,
) -> list[Group]:
    """The attributions of a text, in word numbers. `marks`: its quoted stretches; `tells`: whether
    a cue says that something was said."""
    roles = viterbi(biased(scores, settings))
    spans: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
    for role, start, end in bio_spans(roles):
        spans[role].append((start, end))
    new = unlabelled_cues(
        scores,
        pointers(scores.links, spans["content"]),
        spans["cue"],
        roles,
        least=settings.least_cue,
    )
    cues = sorted([*spans["cue"], *new])
    taken = np.zeros(len(roles), dtype=np.bool_)
    for start, end in spans["source"] + cues:
        taken[start:end] = True
    contents = mend(spans["content"], marks, taken, kinds)
    sources = [
        cut_end(span, kinds.joining)
        for span in trim(
            unite(spans["source"], scores.words.paragraph), kinds.loose | kinds.joining
        )
    ]
    sentences = np.cumsum(scores.sentence_starts(), dtype=np.int64)
    paragraphs = np.cumsum(scores.words.paragraph, dtype=np.int64)
    groups = link(scores, contents, cues, sources, sentences, paragraphs, settings.links)
    groups = follow(groups, sentences, kinds, tells)
    marked = np.full(len(roles), -1)
    for number, mark in enumerate(marks):
        if marked[mark.start] < 0:  # else it stands in another
            marked[mark.start : mark.end] = number
    for group in groups:
        group.drop_tail(marked)
    return groups


def biased(scores: Scores, settings: Settings) -> Floats:
    """The role scores as the settings shift them, with no span that runs over a paragraph."""
    shifts = {"source": settings.source, "cue": settings.cue}
    shift = [shifts.get(label[2:], 0.0) for label in ROLE_LABELS]
    out: Floats = scores.role + np.array(shift, dtype=np.float32)
    for number, label in enumerate(ROLE_LABELS):
        if label[0] == "I":
            out[scores.words.paragraph, number] = NEVER
    return out


def words_to_tokens(token: Ints, span: Range) -> Range:
    """Word numbers to token numbers."""
    return int(token[span[0]]), int(token[span[1] - 1]) + 1


def tokens_to_words(token: Ints, span: Range) -> Range:
    """Token numbers to word numbers; white space at the edges falls away."""
    first, last = np.searchsorted(token, span)
    return int(first), int(last)

"""How likely it is that an attribution is right: one number from what the model was sure of.

Right means that a careful reader finds an attribution with at least half of these words and this
source. A logistic regression over a few features, fitted on the dev articles when the model is
made; its weights stand in the model's config.json.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from quotes.encoder.session import Scores
from quotes.pipeline.attributions.linking import Group
from quotes.pipeline.attributions.pointers import Range
from quotes.records import Kind

BASE = (
    "content", "edges", "cue", "source", "content link", "source link",
    "no cue", "no source", "direct", "mixed", "length",
)  # fmt: skip
# what is quoted in part goes wrong in ways of its own: the same once more, 0 for other kinds
FEATURES = (*BASE, *(f"{name}, mixed" for name in BASE))
FLOOR = -7.0  # of log-probabilities
LEAST = 0.3
"""The least confidence that is kept: less would harm precision more than help recall. Chosen on
dev."""


@dataclass(frozen=True)
class Confidence:
    """The weights of the features, in their order, and the constant."""

    weights: tuple[float, ...] = (0.0,) * len(FEATURES)
    constant: float = 0.0

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Confidence:
        """From a model's config.json; even odds for all where it has none."""
        stored = config.get("confidence")
        return cls(tuple(stored["weights"]), stored["constant"]) if stored else cls()

    def __call__(self, features: list[float]) -> float:
        total = self.constant
        for weight, feature in zip(self.weights, features, strict=True):
            total += weight * feature
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(scores: Scores, group: Group, kind: Kind) -> list[float]:
    """The numbers named in FEATURES: log-probabilities of labels and links, and plain facts."""
    content = [label_certainty(scores, span) for span in group.contents]
    edges = [
        label_certainty(scores, edge)
        for start, end in group.contents
        for edge in ((start, start + 1), (end - 1, end))
    ]
    base = [
        sum(content) / len(content),
        min(edges),
        label_certainty(scores, group.cue) if group.cue else 0.0,
        label_certainty(scores, group.source) if group.source else 0.0,
        _log(min(group.strengths)) if group.cue else 0.0,
        _log(group.source_strength) if group.source else 0.0,
        float(group.cue is None),
        float(group.source is None),
        float(kind == "direct"),
        float(kind == "mixed"),
        math.log(sum(end - start for start, end in group.contents)),
    ]
    return base + [number * (kind == "mixed") for number in base]


def label_certainty(scores: Scores, span: Range) -> float:
    """The mean log-probability of the best label over the words of a span."""
    return float(scores.certainty[span[0] : span[1]].mean())


def _log(share: float) -> float:
    return max(FLOOR, math.log(share)) if share > 0 else FLOOR

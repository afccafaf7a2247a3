"""Measuring a model in the making by what the pipeline finds: figures and examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from quotes.encoder.session import Scores
from quotes.evaluate.figures import is_right, report
from quotes.evaluate.gold import GoldArticle
from quotes.evaluate.matching import Comparison, compare_article
from quotes.evaluate.predictions import Prediction
from quotes.extraction import doc_quotes
from quotes.pipeline.attribution import attributions
from quotes.pipeline.attributions.confidence import FEATURES, Confidence
from quotes.pipeline.tokens import blank
from quotes.pipeline.whole import finding

Gold = dict[str, GoldArticle]
SHOWN = ("half", "linked", "exact")


@dataclass
class Recorder:
    """Keeps the features of each attribution, and is sure of all of them unless told otherwise."""

    confidence: Callable[[list[float]], float] = lambda features: 1.0
    rows: list[list[float]] = field(default_factory=list)

    def __call__(self, features: list[float]) -> float:
        self.rows.append(features)
        return self.confidence(features)


@dataclass
class Measured:
    """All that is found in one article: per attribution its features, or None where a rule made it,
    and how all compares with gold."""

    features: list[list[float] | None]
    predictions: list[Prediction]
    comparison: Comparison


def findings(
    encoder: Callable[[Doc], Scores], gold: Gold, confidence: Confidence | None = None
) -> Iterator[Measured]:
    """The attributions that the pipeline finds in each article, without their speakers; as there is
    no confidence, nothing is left out as too unsure."""
    nlp = blank()
    nlp.max_length = 10**8
    for item in gold.values():
        recorder = Recorder(confidence) if confidence else Recorder()
        doc = nlp.make_doc(item.article.text)
        for step in finding(encoder, recorder):
            step(doc)
        features = [
            recorder.rows[_number(one.id)] if one.origin == "model" else None
            for one in attributions(doc)
        ]
        found = [Prediction.model_validate(q.model_dump()) for q in doc_quotes(doc, item.article)]
        comparison = compare_article(item.article.text, item.attributions, found)
        yield Measured(features, found, comparison)


def figures(
    encoder: Callable[[Doc], Scores], gold: Gold, confidence: Confidence | None = None
) -> dict[str, float | None]:
    """F1 in %: "all half", "quoted linked" and so on (see quotes.evaluate.figures)."""
    found = report([found.comparison for found in findings(encoder, gold, confidence)])
    return {f"{part} {name}": found[part][name] for part in ("all", "quoted") for name in SHOWN}


@dataclass
class Examples:
    """features [n, FEATURES] of what the model finds; right [n]: 1 where half of it and its source
    are right; article [n]: the number of the article."""

    features: NDArray[np.float64]
    right: NDArray[np.float64]
    article: NDArray[np.int64]


def examples(encoder: Callable[[Doc], Scores], gold: Gold) -> Examples:
    """The examples on which the confidence is fitted."""
    rows: list[list[float]] = []
    right: list[bool] = []
    articles: list[int] = []
    for number, found in enumerate(findings(encoder, gold)):
        good = {id(pair.pred.row) for pair in found.comparison.pairs if is_right(pair)}
        for features, prediction in zip(found.features, found.predictions, strict=True):
            if features:
                rows.append(features)
                right.append(id(prediction) in good)
                articles.append(number)
    table = np.array(rows).reshape(-1, len(FEATURES))
    return Examples(table, np.array(right, dtype=np.float64), np.array(articles, dtype=np.int64))


def _number(id: str) -> int:
    """Of an attribution, or of the one from which it was parted: "4" of "4.0"."""
    return int(id.partition(".")[0])

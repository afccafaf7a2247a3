"""What the pipeline finds with a model in the making: figures, and examples of right and wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from quotes.encoder.session import Scores
from quotes.evaluate.figures import report
from quotes.evaluate.gold import GoldArticle
from quotes.evaluate.matching import Comparison, compare_article
from quotes.evaluate.predictions import Prediction
from quotes.extraction import doc_quotes
from quotes.pipeline.attributions import Attributions
from quotes.pipeline.attributions.confidence import FEATURES
from quotes.pipeline.encoder import EncoderComponent
from quotes.pipeline.marks import Marks
from quotes.pipeline.tokens import blank

Gold = dict[str, GoldArticle]
SHOWN = ("half", "linked", "exact")


@dataclass
class Recorder:
    """Stands in for the confidence and keeps the features of each attribution."""

    rows: list[list[float]]

    def __call__(self, features: list[float]) -> float:
        self.rows.append(features)
        return 1.0


def comparisons(
    encoder: Callable[[Doc], Scores], gold: Gold
) -> Iterator[tuple[list[list[float]], list[Prediction], Comparison]]:
    """For each article: the features of what is found, what is found, and how it compares."""
    nlp = blank()
    nlp.max_length = 10**8
    for item in gold.values():
        recorder = Recorder([])
        doc = nlp.make_doc(item.article.text)
        for step in (EncoderComponent(encoder), Marks(), Attributions(recorder)):
            step(doc)
        found = [Prediction.model_validate(q.model_dump()) for q in doc_quotes(doc, item.article)]
        yield recorder.rows, found, compare_article(item.article.text, item.attributions, found)


def figures(encoder: Callable[[Doc], Scores], gold: Gold) -> dict[str, float | None]:
    """F1 in %: "all half", "quoted linked" and so on (see quotes.evaluate.figures)."""
    found = report([comparison for _, _, comparison in comparisons(encoder, gold)])
    return {f"{part} {name}": found[part][name] for part in ("all", "quoted") for name in SHOWN}


def examples(
    encoder: Callable[[Doc], Scores], gold: Gold
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Features [n, FEATURES] of all that is found; 1 where half of it and its source are right."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for features, found, comparison in comparisons(encoder, gold):
        good = {
            id(pair.pred.row)
            for pair in comparison.pairs
            if pair.overlap >= 0.5
            and bool(pair.gold.source & pair.pred.source or not pair.gold.source | pair.pred.source)
        }
        rows += features
        right += [id(prediction) in good for prediction in found]
    return np.array(rows).reshape(-1, len(FEATURES)), np.array(right, dtype=np.float64)

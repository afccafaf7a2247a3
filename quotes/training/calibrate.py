"""Fits the confidence: a logistic regression on the dev articles, by Newton's method."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from quotes.encoder.session import Scores
from quotes.pipeline.attributions.confidence import FEATURES
from quotes.training.measure import Gold, examples

Column = NDArray[np.float64]
FOLDS, BINS, RIDGE = 5, 10, 1.0


def fit(rows: Column, right: Column) -> Column:
    """The weights of the features and, last, the constant, which alone is not held small."""
    table = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.diag([*[RIDGE] * rows.shape[1], 0.0])
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (right - chance) - ridge @ weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def chances(rows: Column, weights: Column) -> Column:
    """The confidence of each row."""
    out: Column = 1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1])))
    return out


def expected_error(chance: Column, right: Column) -> float:
    """Expected calibration error (Naeini et al., AAAI 2015): ten bins of equal width."""
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [
        abs(chance[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum()
        for b in range(BINS)
        if (bins == b).any()
    ]
    return float(sum(gaps) / len(chance))


def calibrate(encoder: Callable[[Doc], Scores], gold: Gold, folder: Path) -> dict[str, float]:
    """Write the weights to the folder's config.json.

    Returns the expected calibration error when each fifth of what is found is judged by weights
    from the other four.
    """
    rows, right = examples(encoder, gold)
    fold = np.arange(len(rows)) * FOLDS // max(len(rows), 1)
    judged = np.zeros(len(rows))
    for k in range(FOLDS):
        judged[fold == k] = chances(rows[fold == k], fit(rows[fold != k], right[fold != k]))
    weights = fit(rows, right)
    config = json.loads((folder / "config.json").read_text(encoding="utf8"))
    config["confidence"] = {
        "features": FEATURES,
        "weights": [round(float(w), 4) for w in weights[:-1]],
        "constant": round(float(weights[-1]), 4),
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf8")
    return {"expected calibration error": round(expected_error(judged, right), 4)}

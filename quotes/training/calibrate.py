"""Fits the confidence: a logistic regression on the dev articles, by Newton's method."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from quotes.encoder.session import Scores
from quotes.pipeline.attributions.confidence import FEATURES, LEAST
from quotes.training.measure import Examples, Gold, examples

Column = NDArray[np.float64]
FOLDS, BINS, RIDGE = 10, 10, 1.0
KINDS = ("direct", "mixed", "indirect")


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


def bins(chance: Column) -> NDArray[np.int64]:
    """The bin of each confidence: ten of equal width."""
    return np.minimum((chance * BINS).astype(np.int64), BINS - 1)


def expected_error(chance: Column, right: Column) -> float:
    """Expected calibration error (Naeini et al., AAAI 2015)."""
    bin = bins(chance)
    gaps = [
        abs(chance[bin == b].mean() - right[bin == b].mean()) * (bin == b).sum()
        for b in range(BINS)
        if (bin == b).any()
    ]
    return float(sum(gaps) / len(chance)) if len(chance) else 0.0


def by_chance(chance: Column, *, draws: int = 200) -> float:
    """The expected error that confidences without any fault would show on so few examples."""
    dice = np.random.default_rng(1)
    errors = [
        expected_error(chance, (dice.random(len(chance)) < chance).astype(np.float64))
        for _ in range(draws)
    ]
    return float(np.mean(errors))


def judged(found: Examples) -> Column:
    """The confidence of each example by weights fitted on the other nine tenths of the articles,
    which are dealt out in turn, so that every tenth has some of each publisher."""
    out = np.zeros(len(found.right))
    fold = found.article % FOLDS
    for k in range(FOLDS):
        known = fold != k
        weights = fit(found.features[known], found.right[known])
        out[~known] = chances(found.features[~known], weights)
    return out


def kinds(found: Examples, chance: Column) -> dict[str, NDArray[np.bool_]]:
    """Which examples are of which kind, and all of them; but for those too unsure to be shown."""
    of = {kind: found.features[:, FEATURES.index(kind)] == 1 for kind in KINDS[:2]}
    of["indirect"] = ~(of["direct"] | of["mixed"])
    shown = chance >= LEAST
    return {"all": shown, **{kind: rows & shown for kind, rows in of.items()}}


def calibrate(encoder: Callable[[Doc], Scores], gold: Gold, folder: Path) -> dict[str, float]:
    """Write the weights to the folder's config.json.

    Returns the expected calibration error, of all and by kind, when the articles of each tenth
    are judged by weights from the other nine.
    """
    found = examples(encoder, gold)
    weights = fit(found.features, found.right)
    config = json.loads((folder / "config.json").read_text(encoding="utf8"))
    config["confidence"] = {
        "features": FEATURES,
        "weights": [round(float(w), 4) for w in weights[:-1]],
        "constant": round(float(weights[-1]), 4),
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf8")
    chance = judged(found)
    return {
        f"calibration error, {kind}": round(expected_error(chance[rows], found.right[rows]), 4)
        for kind, rows in kinds(found, chance).items()
    }

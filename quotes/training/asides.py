"""Trains the classifier of paragraphs around the story: `python -m quotes.training.asides CORPORA`.

It learns from the invented paragraphs of `asides.toml` beside this file, and from those of
PolNeAR's training articles, which count as the story's. It takes seconds, and no more than numpy.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quotes.asides.features import KINDS, features
from quotes.asides.model import FILE, Classifier

KIND_OF = {
    **dict.fromkeys(("appeal", "subscription", "newsletter", "promo", "share"), "promotion"),
    **dict.fromkeys(("caption", "credit"), "caption"),
    **dict.fromkeys(("cookies", "legal", "comments", "navigation"), "notice"),
    "related": "link",
    "contributor": "contributor",
    "story": "story",
}
NEWS = 8000  # paragraphs of PolNeAR's, each of which counts a fifth of an invented one
NEWS_WEIGHT = 0.2
RARE = 2  # a feature that fewer paragraphs have is not looked at
STEPS, RATE, DECAY = 300, 0.05, 3e-3

Rows = Sequence[tuple[str, str]]


def invented() -> list[tuple[str, str]]:
    """(paragraph, kind) of the file."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf8"))
    asides = [(row["text"], KIND_OF[row["kind"]]) for row in data["aside"]]
    return asides + [(row["text"], "story") for row in data["story"]]


def news(corpora: Path) -> list[tuple[str, str]]:
    """Some paragraphs of PolNeAR's training articles; the same ones every time."""
    with gzip.open(corpora / "polnear" / "train.jsonl.gz", "rt", encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    paragraphs = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return [(text, "story") for text in random.Random(1).sample(paragraphs, NEWS)]


def train(rows: Rows, more: Rows) -> Classifier:
    """By Adam on all rows at once. Words count that an invented paragraph and another have."""
    weight = np.r_[np.ones(len(rows)), np.full(len(more), NEWS_WEIGHT)]
    found = [list(features(text)) for text, _ in (*rows, *more)]
    counts = Counter(name for names in found for name in names)
    own = Counter(name for names in found[: len(rows)] for name in names)
    kept = sorted(name for name, count in counts.items() if count >= RARE and own[name])
    numbers = {name: number for number, name in enumerate(kept)}
    rows_of = [[*(numbers[n] for n in names if n in numbers), len(kept)] for names in found]
    wanted = np.array([KINDS.index(kind) for _, kind in (*rows, *more)])
    return Classifier(numbers, _fit(rows_of, wanted, weight, len(kept) + 1))


def _fit(
    rows: list[list[int]], wanted: NDArray[np.int64], weight: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    flat = np.concatenate([np.array(row) for row in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    starts = np.r_[0, np.cumsum([len(row) for row in rows])[:-1]]
    share = (weight / weight.sum())[:, None]
    target = np.eye(len(KINDS))[wanted]
    weights = np.zeros((size, len(KINDS)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = np.add.reduceat(weights[flat], starts, axis=0)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = (odds / odds.sum(axis=1, keepdims=True) - target) * share
        slope = np.zeros_like(weights)
        np.add.at(slope, flat, error[owner])
        slope += DECAY * weights / 10
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        bias = np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        weights -= RATE * bias * mean / (np.sqrt(square) + 1e-8)
    return weights


def cross_validate(rows: Rows, more: Rows, parts: int = 5) -> None:
    """Print, for several thresholds, how many asides are found and stories taken for one."""
    order = random.Random(2).sample(list(rows), len(rows))
    judged: list[tuple[float, str, str]] = []
    for part in range(parts):
        held = order[part::parts]
        model = train([row for n, row in enumerate(order) if n % parts != part], more)
        judged += [(1 - float(model(text)[0]), kind, text) for text, kind in held]
    asides = sum(kind != "story" for _, kind, _ in judged)
    for cut in (0.5, 0.6, 0.7, 0.8, 0.9):
        right = sum(p > cut and kind != "story" for p, kind, _ in judged)
        wrong = sum(p > cut and kind == "story" for p, kind, _ in judged)
        print(f"{cut}: {right} of {asides} asides, {wrong} of {len(judged) - asides} of the story")


def main(corpora: Path) -> None:
    """Print how it does on parts held out, then train on all and write the file."""
    rows, more = invented(), news(corpora)
    cross_validate(rows, more)
    model = train(rows, more)
    model.write(FILE)
    print(f"{len(model.numbers)} features in {FILE.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

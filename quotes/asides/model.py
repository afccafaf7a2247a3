"""The classifier of paragraphs: multinomial logistic regression over a few thousand features."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from quotes.asides.features import KINDS, features
from quotes.errors import ModelError

FILE = Path(str(files("quotes"))) / "model" / "asides.json"
SCALE = 100  # weights are stored as hundredths


@dataclass(frozen=True)
class Classifier:
    """`weights`: float [number of features + 1, kinds]; the last row is that of none."""

    numbers: dict[str, int]
    weights: NDArray[np.float64]

    def __call__(self, paragraph: str) -> NDArray[np.float64]:
        """[kinds]: how probable each is."""
        rows = [self.numbers[name] for name in features(paragraph) if name in self.numbers]
        scores = self.weights[[*rows, -1]].sum(axis=0)
        odds = np.exp(scores - scores.max())
        return np.asarray(odds / odds.sum())

    @classmethod
    def read(cls, file: Path = FILE) -> Self:
        """Raises ModelError where the file is missing or damaged."""
        try:
            rows: dict[str, list[int]] = json.loads(file.read_text(encoding="utf8"))
            base = rows.pop("")
            numbers = {name: number for number, name in enumerate(rows)}
            weights = np.array([*rows.values(), base], dtype=np.float64) / SCALE
            if weights.shape[1] != len(KINDS):
                raise ValueError("other kinds")
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"no classifier in {file}: install quotes again") from error
        return cls(numbers, weights)

    def write(self, file: Path) -> None:
        """Weights that are all zero are left out."""
        whole = np.rint(self.weights * SCALE).astype(int)
        rows = {name: whole[number].tolist() for name, number in self.numbers.items()}
        kept = {name: row for name, row in rows.items() if any(row)} | {"": whole[-1].tolist()}
        lines = [f"{json.dumps(name, ensure_ascii=False)}:{row}" for name, row in kept.items()]
        file.write_text("{" + ",\n".join(lines).replace(" ", "") + "}\n", encoding="utf8")


@cache
def classifier() -> Classifier:
    """The one that is shipped."""
    return Classifier.read()

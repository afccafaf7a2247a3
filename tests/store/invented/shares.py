"""How often each of several things occurs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Shares:
    """How often each of several things occurs: draws their numbers."""

    bounds: NDArray[np.float64]

    @classmethod
    def of(cls, weights: Any) -> Shares:
        """From weights, which need not sum to one."""
        bounds = np.cumsum(np.asarray(weights, dtype=np.float64))
        return cls(bounds / bounds[-1])

    def draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """So many numbers of things."""
        return np.searchsorted(self.bounds, rng.random(count), side="right")


def zipf(count: int, offset: float, power: float) -> NDArray[np.float64]:
    """Shares that sum to one and fall with the rank."""
    weights = (np.arange(1.0, count + 1) + offset) ** -power
    return np.asarray(weights / weights.sum())

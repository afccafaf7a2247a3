"""How many of some quotes are right, by their confidences, and from where to where that may be.

A quote of confidence p is right with the chance p; one that somebody has checked is right for
certain. Of independent quotes the number of right ones follows the Poisson binomial distribution,
with

    mean      μ  = Σ p
    variance  σ² = Σ p (1 - p)

and lies with 95 % between μ - 1.96 σ and μ + 1.96 σ, where it is near enough to the normal
distribution (Hong 2013, "On computing the distribution function for the Poisson binomial
distribution", Computational Statistics & Data Analysis 59, section 2.4). Both ends are rounded
outwards to whole quotes, and never leave what is possible: from those that were checked to all.

The share of a part A in all, A + B, has by the delta method (Oehlert 1992, "A note on the delta
method", The American Statistician 46) the variance ((1 - s)² σA² + s² σB²) / (μA + μB)², with
s = μA / (μA + μB).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from quotes.verdicts.agreement import Z

_PLACES = 9
"""Decimal places beyond which sums of many numbers differ by how they were added up."""


@dataclass(frozen=True)
class Sum:
    """Of so many quotes, so many of them `checked`: mean and variance of how many are right."""

    many: int
    checked: int
    mean: float
    variance: float

    @property
    def ends(self) -> tuple[int, int]:
        """The 95 % interval of how many are right, in whole quotes."""
        width = Z * math.sqrt(self.variance)
        low = math.floor(round(self.mean - width, _PLACES))
        high = math.ceil(round(self.mean + width, _PLACES))
        return max(self.checked, low), min(self.many, high)

    def share_of(self, every: Sum) -> tuple[float, float, float] | None:
        """The share of these among `every` one of which they are, and its 95 % interval, all 0 to
        1; None where none is right."""
        if not every.mean:
            return None
        share = min(self.mean / every.mean, 1.0)
        others = max(every.variance - self.variance, 0.0)
        variance = (1 - share) ** 2 * self.variance + share**2 * others
        width = Z * math.sqrt(variance) / every.mean
        return share, max(0.0, share - width), min(1.0, share + width)

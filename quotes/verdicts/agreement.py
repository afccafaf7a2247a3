"""How often what was found is right, by what people have said of it, and how sure to be after that.

Of each quote that a model has found and somebody has judged it is asked

    quote       whether it is a quote at all
    words       whether its content is, to the word, what was said
    speaker     whether it is by whom it should be by
    everything  whether nothing of it was changed
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.plural import number_of
from quotes.records import Quote, Record
from quotes.verdicts.applying import HALF, overlap
from quotes.verdicts.records import Verdict, differing

LEAST, LEAST_OF_EACH = 30, 5
"""Judged quotes from which on confidences can be fitted, and how many right and how many wrong."""

Z = 1.959964
"""Of the normal distribution: 95 % lie within so many standard deviations."""

Answer = tuple[Verdict, Quote]
"""A verdict and what a model has found, of which it is."""

ASKED: dict[str, Callable[[Verdict, Quote], bool]] = {
    "quote": lambda verdict, found: verdict.what != "dropped",
    "words": lambda verdict, found: is_quote(verdict) and found.content == verdict.quote.content,
    "speaker": lambda verdict, found: is_quote(verdict) and found.speaker == verdict.quote.speaker,
    "everything": lambda verdict, found: is_quote(verdict) and not differing(found, verdict.quote),
}


class Precision(Record):
    """Of `of` judged quotes of a kind, an outlet, or all, so many are right in one thing.

    `by`: "all", "kind" or "publisher", and its `value`; `asked`: see above. `precision` with its
    95 % interval from `low` to `high` (Wilson 1927), all 0 to 1.
    """

    by: str
    value: str
    asked: str
    right: int
    of: int
    precision: float
    low: float
    high: float


class Calibration(Record):
    """How confidences are read: the logit times `slope` plus `shift` (Platt 1999), fitted to so
    many judged quotes, of which so many are `right`; `at` in UTC.

    `before` and `after`: the mean of the confidences of these, to compare with right / verdicts.
    """

    slope: float
    shift: float
    verdicts: int
    right: int = 0
    before: float | None = None
    after: float | None = None
    at: str = ""


def is_quote(verdict: Verdict) -> bool:
    """True if it says that there is a quote."""
    return verdict.what != "dropped"


def answers(verdicts: Iterable[Verdict]) -> Iterator[Answer]:
    """All that a model has found and somebody has judged."""
    return ((verdict, found) for verdict in verdicts for found in verdict.found)


def precisions(verdicts: Iterable[Verdict]) -> list[Precision]:
    """How often is right what was found: of all, of each kind and of each outlet, the ones with the
    most judged quotes first."""
    groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for verdict, found in answers(verdicts):
        groups["all", "all"].append((verdict, found))
        groups["kind", found.kind].append((verdict, found))
        groups["publisher", found.publisher or "(none)"].append((verdict, found))
    order = ("all", "kind", "publisher")
    ranked = sorted(groups, key=lambda key: (order.index(key[0]), -len(groups[key]), key[1]))
    return [
        _precision(*key, asked, [right(*answer) for answer in groups[key]])
        for key in ranked
        for asked, right in ASKED.items()
    ]


def _precision(by: str, value: str, asked: str, right: Sequence[bool]) -> Precision:
    low, high = wilson(sum(right), len(right))
    return Precision(
        by=by,
        value=value,
        asked=asked,
        right=sum(right),
        of=len(right),
        precision=round(sum(right) / len(right), 4),
        low=round(low, 4),
        high=round(high, 4),
    )


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), each end 0 to 1; `of` is 1 or more.

    >>> [round(end, 3) for end in wilson(9, 10)]
    [0.596, 0.982]
    """
    share, weight = right / of, Z * Z / of
    middle = share + weight / 2
    width = Z * math.sqrt(share * (1 - share) / of + weight / (4 * of))
    low, high = (middle - width) / (1 + weight), (middle + width) / (1 + weight)
    return max(0.0, low), min(1.0, high)


def is_linked(verdict: Verdict, found: Quote) -> bool:
    """True if a quote shares at least half of its words with what was said, and is by the same:
    what a confidence speaks of."""
    same = found.speaker == verdict.quote.speaker
    return is_quote(verdict) and same and overlap(found.content, verdict.quote.content)[0] >= HALF


def calibrate(verdicts: Iterable[Verdict]) -> Calibration:
    """Fit the confidence to what was said. Raises UsageError where too little was."""
    points = [(found.confidence, is_linked(verdict, found)) for verdict, found in answers(verdicts)]
    right = sum(fits for _, fits in points)
    _check_enough(len(points), right)
    slope, shift = _fit(points)
    fitted = Fitted(slope, shift)
    return Calibration(
        slope=slope,
        shift=shift,
        verdicts=len(points),
        right=right,
        before=round(sum(sure for sure, _ in points) / len(points), 3),
        after=round(sum(fitted(sure) for sure, _ in points) / len(points), 3),
    )


def _check_enough(count: int, right: int) -> None:
    needs = (
        ("judged", count, LEAST),
        ("right", right, LEAST_OF_EACH),
        ("wrong", count - right, LEAST_OF_EACH),
    )
    for what, there, least in needs:
        if there < least:
            raise UsageError(
                f"{number_of(there, 'quote')} found and {what}, of {least} that it takes to fit "
                f"the confidence: check {least - there} more; 'quotes doubts' lists what to check"
            )


@dataclass(frozen=True)
class Fitted:
    """A confidence as it is read, of one as a model gave it; the surer stays the surer."""

    slope: float
    shift: float

    def __call__(self, confidence: float) -> float:
        """The fitted confidence, to three places."""
        return round(_sigmoid(self.slope * _logit(confidence) + self.shift), 3)

    def least(self, fitted: float) -> float:
        """The lowest confidence as a model gives it that is read as this, or more."""
        if fitted <= 0:
            return 0.0
        return _sigmoid((_logit(fitted - 0.0005) - self.shift) / self.slope)


ROUNDS, HELD, FLATTEST = 50, 2.0, 0.05
"""Steps of Newton's method; how firmly a slope of 1 and a shift of 0 are held on to, in judged
quotes, as long as few speak against them; and the least slope."""


def _fit(points: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift of a logistic regression on the logit."""
    rows = [(_logit(sure), float(right)) for sure, right in points]
    slope, shift = 1.0, 0.0
    for _ in range(ROUNDS):
        by_slope, by_shift = -HELD * (slope - 1), -HELD * shift / 4
        bend = [HELD, 0.0, HELD / 4]
        for x, right in rows:
            chance = _sigmoid(slope * x + shift)
            weight = chance * (1 - chance)
            by_slope += (right - chance) * x
            by_shift += right - chance
            bend[0] += weight * x * x
            bend[1] += weight * x
            bend[2] += weight
        size = bend[0] * bend[2] - bend[1] ** 2
        slope += (bend[2] * by_slope - bend[1] * by_shift) / size
        shift += (bend[0] * by_shift - bend[1] * by_slope) / size
        slope = max(slope, FLATTEST)
    return slope, shift


def _logit(share: float) -> float:
    held = min(max(share, 0.001), 0.999)
    return math.log(held / (1 - held))


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, x))))

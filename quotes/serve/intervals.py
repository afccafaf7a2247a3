"""Pictures of shares with their intervals, as points with error bars; see `quotes.serve.plots`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import cycle
from typing import Any, NamedTuple

from quotes.serve.plots import (
    BAR,
    KEPT,
    POINTS,
    Look,
    in_rows,
    legend,
    legend_height,
    picture,
)
from quotes.store import AuditCount

_APART = 0.7
"""The part of a row, or of a month, in which the points of different values stand."""


class _Point(NamedTuple):
    """A value of an outlet or a month ("" for all): its share and its interval, in percent."""

    value: str
    other: str
    share: float
    low: float
    high: float


def shares(counts: Iterable[AuditCount], look: Look) -> bytes:
    """The share of each value, the first on top, with its interval."""
    return _shares(_points(counts), look)


def shares_across(cells: Iterable[AuditCount], others: Sequence[str], look: Look) -> bytes:
    """The share that each value has of each outlet, month or year, the first on top, with
    its interval."""
    return _shares_across(_points(cells), tuple(others), look)


@lru_cache(KEPT)
def _shares(points: tuple[_Point, ...], look: Look) -> bytes:
    def draw(axes: Any) -> None:
        _draw(axes, points, range(len(points)), POINTS[0])
        in_rows(axes, [point.value for point in points])
        axes.set_xlabel("%")

    return picture(draw, look, height=1 + BAR * len(points))


@lru_cache(KEPT)
def _shares_across(points: tuple[_Point, ...], others: tuple[str, ...], look: Look) -> bytes:
    values = list(dict.fromkeys(point.value for point in points))

    def draw(axes: Any) -> None:
        drawn = []
        for number, (value, mark) in enumerate(zip(values, cycle(POINTS), strict=False)):
            mine = [point for point in points if point.value == value]
            apart = _APART * ((number + 0.5) / len(values) - 0.5)
            places = [others.index(point.other) + apart for point in mine]
            drawn.append(_draw(axes, mine, places, mark))
        in_rows(axes, others)
        axes.set_xlabel("%")
        legend(axes, drawn, values, look)

    rows = BAR * len(others) * max(1.0, 0.5 * len(values))
    return picture(draw, look, height=1 + rows + legend_height(values, look))


def _points(counts: Iterable[AuditCount]) -> tuple[_Point, ...]:
    return tuple(
        _Point(one.value, one.other or "", *(100 * end for end in ends))
        for one in counts
        if (ends := _ends(one)) is not None
    )


def _ends(one: AuditCount) -> tuple[float, float, float] | None:
    if one.share is None or one.share_low is None or one.share_high is None:
        return None
    return one.share, one.share_low, one.share_high


def _draw(axes: Any, points: Sequence[_Point], places: Iterable[float], mark: str) -> Any:
    """Points in rows, each with a bar from where its interval begins to where it ends."""
    values = [point.share for point in points]
    below = [max(0.0, point.share - point.low) for point in points]
    above = [max(0.0, point.high - point.share) for point in points]
    return axes.errorbar(
        values, list(places), xerr=[below, above], fmt=mark, markersize=4, capsize=3
    )

"""Pictures of counts as SVG, made by matplotlib; a page shows each beside a table of its figures.

    @views.file("/plot/months.svg", "image/svg+xml")
    def months_plot(store: Store, asked: Question, look: Look = "light") -> bytes:
        "How many quotes there are of each month."
        return over_time({"": store.stats("month", **asked.filters)}, look)

and in the template `figure` of `macros.html`, which asks for the look that fits the screen. What
is drawn is kept by its figures, not by its address: it is right also when the store has changed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any, Literal

from quotes.pictures import draw_over_time, new_figure
from quotes.store import Count

Look = Literal["light", "dark", "light-narrow", "dark-narrow"]
"""For a light or a dark page; the narrow ones for a phone."""

WIDTH, NARROW, HEIGHT = 9.0, 4.2, 2.6
"""Inches of a picture; a bar takes BAR."""

BAR = 0.3

MOST_MONTHS = 360
"""Months from the first to the last up to which there is a place for each; else for each year."""

_KEPT = 256
"""So many pictures are kept."""

_COLOURS = {
    "light": ("#1c1b19", "#5d5a53", "#dcd8cd", "#7d1f2d #1f5a7d #8a6400 #22603a #6b3fa0 #5d5a53"),
    "dark": ("#e6e3dc", "#a7a39a", "#383a40", "#f0a3a3 #8cc4ea #e0c060 #8fd0a5 #c9b0f0 #a7a39a"),
}
"""For light and dark pages: of words, of axes, of lines in the back, of what is drawn."""

_MARKS = ("-", "--", ":", "-.", (0, (6, 2, 1, 2, 1, 2)), (0, (1, 3)))
"""Lines that can be told apart without colours."""

_LOCK = Lock()  # matplotlib has one set of settings for all threads

Series = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""For each name the counts of its values, so that it can be looked up."""


def over_time(lines: Mapping[str, Iterable[Count]], look: Look) -> bytes:
    """A line for each name, of counts by month ("YYYY-MM"); by year where there are many. A name
    that is "" gets no legend."""
    return _over_time(_series(lines), look)


def bars(counts: Iterable[Count], look: Look) -> bytes:
    """A bar for each value, the first on top."""
    return _bars(_series({"": counts}), look)


def picture(draw: Callable[[Any], None], look: Look, *, height: float = HEIGHT) -> bytes:
    """SVG of matplotlib's axes on which `draw` has drawn; `height` in inches. The same drawing
    gives the same bytes."""
    from matplotlib import rc_context

    colour, _, narrow = look.partition("-")
    with _LOCK, rc_context(_style(colour)):
        figure = new_figure(NARROW if narrow else WIDTH, height)
        axes = figure.subplots()
        draw(axes)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})
        return drawn.getvalue()


@lru_cache(_KEPT)
def _over_time(series: Series, look: Look) -> bytes:
    months = {name: dict(counts) for name, counts in series}
    by = "month"
    if _span({month for many in months.values() for month in many}) > MOST_MONTHS:
        months, by = {name: _by_year(many) for name, many in months.items()}, "year"

    def draw(axes: Any) -> None:
        draw_over_time(axes, months, by)
        if any(months):
            axes.legend(axes.get_lines(), list(months), frameon=False, fontsize="small")

    return picture(draw, look)


@lru_cache(_KEPT)
def _bars(series: Series, look: Look) -> bytes:
    ((_, counts),) = series

    def draw(axes: Any) -> None:
        places = range(len(counts))
        axes.barh(places, [many for _, many in counts])
        axes.set_yticks(places, [value for value, _ in counts])
        axes.invert_yaxis()
        axes.set_xlim(left=0)

    return picture(draw, look, height=1 + BAR * len(counts))


def _series(lines: Mapping[str, Iterable[Count]]) -> Series:
    return tuple((n, tuple((one.value, one.count) for one in many)) for n, many in lines.items())


def _by_year(months: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, many in months.items():
        years[month[:4]] = years.get(month[:4], 0) + many
    return years


def _span(months: set[str]) -> int:
    """About how many months lie between the first and the last."""
    return 12 * (int(max(months)[:4]) - int(min(months)[:4])) if months else 0


def _style(colour: str) -> dict[str, Any]:
    from matplotlib.rcsetup import cycler

    ink, faint, line, colours = _COLOURS[colour]
    return {
        "text.color": ink,
        "text.parse_math": False,  # names may have a dollar
        "axes.edgecolor": line,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.prop_cycle": cycler(linestyle=_MARKS) + cycler(color=colours.split()),
        "grid.color": line,
        "grid.linewidth": 0.5,
        "xtick.color": faint,
        "ytick.color": faint,
        "font.size": 9.0,
        "svg.fonttype": "none",
        "svg.hashsalt": "quotes",
    }

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
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import cycle
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

KEPT = 256
"""So many pictures are kept."""

_COLOURS = {
    "light": ("#1c1b19", "#5d5a53", "#dcd8cd", "#7d1f2d #1f5a7d #8a6400 #22603a #6b3fa0 #5d5a53"),
    "dark": ("#e6e3dc", "#a7a39a", "#383a40", "#f0a3a3 #8cc4ea #e0c060 #8fd0a5 #c9b0f0 #a7a39a"),
}
"""For light and dark pages: of words, of axes, of lines in the back, of what is drawn."""

_MARKS = ("-", "--", ":", "-.", (0, (6, 2, 1, 2, 1, 2)), (0, (1, 3)))
"""Lines that can be told apart without colours."""

POINTS = "osD^vX"
"""Points on lines that can be told apart without colours."""

MOST_POINTS = 40
"""So many points a line has at most."""

_LEGEND, _COLUMNS, _LONGEST = 0.22, 3, 36
"""Inches of a row of a legend, names in it (one in a narrow picture), and letters of a name."""

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


def in_rows(axes: Any, values: Sequence[str]) -> None:
    """A row for each value, the first on top, from zero on."""
    axes.set_yticks(range(len(values)), [short(value) for value in values])
    axes.set_ylim(len(values) - 0.5, -0.5)
    axes.set_xlim(left=0)


def point_out(lines: Iterable[Any]) -> None:
    """Give each line points of its own."""
    for line, point in zip(lines, cycle(POINTS), strict=False):
        line.set_marker(point)
        line.set_markersize(4)
        line.set_clip_on(False)
        line.set_markevery(max(1, len(line.get_xdata()) // MOST_POINTS))


def legend(axes: Any, drawn: Iterable[Any], names: Iterable[str], look: Look) -> None:
    """Name what is drawn above the picture, which is made higher by `legend_height`."""
    axes.figure.legend(
        list(drawn),
        [short(name) for name in names],
        loc="outside upper left",
        ncols=_columns(look),
        frameon=False,
        handlelength=3,
    )


def legend_height(names: Sequence[str], look: Look) -> float:
    """Inches that a legend takes."""
    return _LEGEND * -(-len(names) // _columns(look))


def short(name: str) -> str:
    """A name of a length that a picture has room for."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _columns(look: Look) -> int:
    return 1 if look.endswith("narrow") else _COLUMNS


@lru_cache(KEPT)
def _over_time(series: Series, look: Look) -> bytes:
    months = {name: dict(counts) for name, counts in series}
    by = "month"
    if _span({month for many in months.values() for month in many}) > MOST_MONTHS:
        months, by = {name: _by_year(many) for name, many in months.items()}, "year"

    names = [name for name in months if name]

    def draw(axes: Any) -> None:
        draw_over_time(axes, months, by)
        if names:
            point_out(axes.get_lines())
            legend(axes, axes.get_lines(), names, look)

    return picture(draw, look, height=HEIGHT + legend_height(names, look))


@lru_cache(KEPT)
def _bars(series: Series, look: Look) -> bytes:
    ((_, counts),) = series

    def draw(axes: Any) -> None:
        places = range(len(counts))
        axes.barh(places, [many for _, many in counts])
        in_rows(axes, [value for value, _ in counts])

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
        "axes.labelcolor": faint,
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

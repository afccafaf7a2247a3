"""Pictures of counts: from zero, with empty months, and with what is shown in the title."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.pictures import draw_over_time, new_figure, save
from quotes.store.query.counting import OVER_TIME

if TYPE_CHECKING:
    from quotes.store import Cell, Count
    from quotes.store.query.filters import Asked

SHOWN = 25
"""Bars of a picture; more cannot be read."""

LINES = 8
"""Lines of a picture; more cannot be told apart."""


def draw(found: Sequence[Count], by: str, path: Path, asked: Asked) -> None:
    """A line over time, else a bar for each of the first SHOWN."""
    figure = new_figure(9, 5)
    axes = figure.subplots()
    if by in OVER_TIME:
        many = {one.value: one.count for one in found}
        draw_over_time(axes, {"": many}, by)
    else:
        shown = list(found[:SHOWN])[::-1]
        axes.barh([one.value for one in shown], [one.count for one in shown])
        axes.set_xlim(left=0)
    axes.set_title(title(by, asked, shown=min(len(found), SHOWN), of=len(found)), wrap=True)
    save(figure, path, dots=120)


def draw_lines(cells: Sequence[Cell], by: str, other: str, path: Path, asked: Asked) -> None:
    """Two things: a line for each of the first LINES values over time, else bars on each other."""
    from quotes.store.query.crossing import columns_of

    figure = new_figure(9, 5)
    axes = figure.subplots()
    over_time = next((name for name in (other, by) if name in OVER_TIME), None)
    across = over_time == by
    rows = columns_of(cells, other) if across else list(dict.fromkeys(c.value for c in cells))
    many: dict[str, dict[str, int]] = {row: {} for row in rows}
    for cell in cells:
        row, column = (cell.other, cell.value) if across else (cell.value, cell.other)
        many[row][column] = cell.count
    if over_time:
        some = {row: many[row] for row in rows[:LINES]}
        draw_over_time(axes, some, over_time)
        shown = len(some)
    else:
        shown = _stacked(axes, {row: many[row] for row in rows[:SHOWN]}, columns_of(cells, other))
    axes.legend(fontsize="small")
    axes.set_title(title(f"{by} and {other}", asked, shown=shown, of=len(rows)), wrap=True)
    save(figure, path, dots=120)


def title(by: str, asked: Asked, *, shown: int, of: int) -> str:
    """The title: by what is counted, how many of how many are shown, and of which quotes."""
    named = {name: value for name, value in asked.items() if value not in (None, "all")}
    chosen = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in named.items())
    first = f", first {shown} of {of}" if shown < of else ""
    return f"quotes by {by}{first}" + (f"\n{chosen}" if chosen else "")


def _stacked(axes: Any, rows: dict[str, dict[str, int]], columns: list[str]) -> int:
    """A bar for each row, made of its columns; the first row on top."""
    names = list(rows)[::-1]
    ends = [0] * len(names)
    for column in columns[:LINES]:
        many = [rows[name].get(column, 0) for name in names]
        axes.barh(names, many, left=ends, label=column)
        ends = [end + more for end, more in zip(ends, many, strict=True)]
    axes.set_xlim(left=0)
    return len(names)

"""`quotes stats`: how many quotes there are of what, as a table or a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say, tell
from quotes.cli.filters import filtered, say_left_out, say_who
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import View, print_csv, print_records
from quotes.cli.tables import Column, print_table
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Cell, Count, Store
    from quotes.store.query.filters import Asked

ROWS, ACROSS = 25, 5
"""Rows and columns of a cross table for people, where no other numbers are given."""


@filtered
def stats(
    by: Annotated[str, typer.Argument(metavar="BY", help="What to count by.")] = "month",
    other: Annotated[
        str | None, typer.Argument(metavar="AND", help="What else: a table of both.")
    ] = None,
    *,
    asked: Asked,
    limit: options.Limit = None,
    across: Annotated[
        int | None, typer.Option(metavar="N", help="With AND: at most this many columns.")
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            parser=options.parse_path,
            metavar="FILE",
            help="Draw it, too, as .svg, .pdf or .png: pip install '.[plot]'.",
        ),
    ] = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Count quotes by day, month or year, by speaker, publisher, role and the like.

    BY is one of speaker, day, month, year, publisher, role, affiliation, office, via, kind, act,
    factuality, article, checked_by; AND is another one. A table for people has at most 25 rows (all
    days, months and years) and 5 columns, unless --limit and --across say otherwise. JSON has an
    object for each value, with value, count, first and last, or with AND for each pair that occurs,
    with value, other and count.

    \b
    Examples:
      quotes stats
      quotes stats speaker --limit 10
      quotes stats publisher --speaker Putin --since 2020-11-01
      quotes stats speaker publisher --limit 20 --across 8
      quotes stats month --speaker Pashinyan --plot pashinyan.svg
    """
    if plot:
        from quotes.cli.drawing import draw, draw_lines
        from quotes.pictures import check_picture

        check_picture(plot, database=db)
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        say_who(store, asked)
        if other is None:
            found = _count(store, by, limit, format, asked)
            if plot:
                draw(found, by, plot, asked)
        else:
            cells = _cross(store, by, other, limit, across, format, asked)
            if plot:
                draw_lines(cells, by, other, plot, asked)
        say_left_out(store.left_out(**asked), asked)
    if plot:
        tell(f"drawn to {plot}")


def _count(
    store: Store, by: str, limit: int | None, format: Format, asked: Asked
) -> Sequence[Count]:
    from quotes.store import Count
    from quotes.store.query.counting import OVER_TIME

    if limit is None and format is Format.table and by not in OVER_TIME:
        limit = ROWS
    found = store.stats(by, limit=limit, **asked)

    def table(counts: Iterable[Count]) -> None:
        heads = (Column(by.upper()), Column("QUOTES", right=True), Column("FIRST - LAST"))
        print_table(heads, [[one.value, str(one.count), _days(one)] for one in counts])

    print_records(found, format, View(table, list(Count.model_fields), dict))
    _say_rest(store, found, f"not counted, as no {by} is known", limit, asked)
    return found


def _cross(
    store: Store,
    by: str,
    other: str,
    limit: int | None,
    across: int | None,
    format: Format,
    asked: Asked,
) -> Sequence[Cell]:
    from quotes.store import Cell

    if format is Format.table:
        limit, across = limit or ROWS, across or ACROSS
    found = store.cross(by, other, limit=limit, across=across, **asked)
    if format is Format.csv:
        heads, rows = crossed(found, by, other)
        print_csv(heads, rows)
        return found

    def table(cells: Iterable[Cell]) -> None:
        heads, rows = crossed(cells, by.upper(), other)
        widest = [Column(heads[0], 30), *(Column(head, 16, right=True) for head in heads[1:])]
        print_table([*widest, Column("")], [[*row, ""] for row in rows])  # the last takes the rest

    print_records(found, format, View(table, list(Cell.model_fields), dict))
    _say_rest(store, found, "not counted, as one is not known", limit or across, asked)
    return found


def _say_rest(
    store: Store,
    found: Sequence[Count | Cell],
    unknown: str,
    limit: int | None,
    asked: Asked,
) -> None:
    """Name on stderr how many quotes are in no row that is shown."""
    rest = store.count(**asked) - sum(one.count for one in found)
    if rest:
        why = f"not shown here, or {unknown}: " if limit else f"{unknown}: "
        say(f"{why}{number_of(rest, 'quote')}")


def crossed(cells: Iterable[Cell], corner: str, other: str) -> tuple[list[str], list[list[str]]]:
    """The heads and the rows of a cross table with `other` across; what stands in no cell is 0."""
    from quotes.store.query.crossing import columns_of

    found = list(cells)
    columns = columns_of(found, other)
    many = {(cell.value, cell.other): cell.count for cell in found}
    rows = [
        [value, *(str(many.get((value, column), 0)) for column in columns)]
        for value in dict.fromkeys(cell.value for cell in found)
    ]
    return [corner, *columns], rows


def _days(one: Count) -> str:
    return " - ".join(sorted({str(day) for day in (one.first, one.last) if day}))

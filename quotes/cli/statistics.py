"""`quotes stats`: how many quotes there are of what, as a table or a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say, tell
from quotes.cli.options import DEFAULT_DB, ActChoice, FactualityChoice, Format
from quotes.cli.output import View, print_records
from quotes.cli.summaries import say_namesakes
from quotes.cli.tables import Column, print_table
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Count

SHOWN = 25
"""Bars of a picture; more cannot be read."""


def stats(
    by: Annotated[str, typer.Argument(metavar="BY", help="What to count by.")] = "month",
    speaker: options.Speaker = None,
    role: options.Role = None,
    since: options.Since = None,
    until: options.Until = None,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    min_confidence: options.MinConfidence = None,
    checked: options.Checked = None,
    limit: options.Limit = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            parser=options.parse_path, metavar="PNG", help="Draw it, too: pip install '.[plot]'."
        ),
    ] = None,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Count quotes by day, month or year, by speaker, publisher, role and the like.

    BY is one of speaker, day, month, year, publisher, role, affiliation, office, via, kind, act,
    factuality, article, checked_by.

    \b
    Examples:
      quotes stats
      quotes stats speaker --limit 10
      quotes stats publisher --speaker Putin --since 2020-11-01
      quotes stats month --speaker Pashinyan --plot pashinyan.png
    """
    asked = options.asked(locals())
    if plot:
        from quotes.pictures import check_picture

        check_picture(plot, database=db)
    from quotes.store import Count, Store

    with Store(db, read_only=True) as store:
        say_namesakes(store, speaker)
        found = store.stats(by, limit=limit, **asked)
        missing = 0 if limit else store.count(**asked) - sum(one.count for one in found)

    def table(counts: Iterable[Count]) -> None:
        heads = (Column(by.upper()), Column("QUOTES", right=True), Column("FIRST - LAST"))
        print_table(heads, [[one.value, str(one.count), _days(one)] for one in counts])

    print_records(found, format, View(table, list(Count.model_fields), dict))
    if missing:
        say(f"not counted, as no {by} is known: {number_of(missing, 'quote')}")
    if plot:
        draw(found, by, plot)
        tell(f"drawn to {plot}")


def draw(found: Sequence[Count], by: str, path: Path) -> None:
    """A picture: a line over time, else a bar for each of the first SHOWN."""
    from quotes.pictures import new_figure, save
    from quotes.store.counting import OVER_TIME

    figure = new_figure(9, 5)
    axes = figure.subplots()
    if by in OVER_TIME:
        places = range(len(found))
        axes.plot(places, [one.count for one in found], marker=".")
        every = max(1, len(found) // 12)
        axes.set_xticks(places[::every], [one.value for one in found][::every], rotation=45)
    else:
        shown = list(found[:SHOWN])[::-1]
        axes.barh([one.value for one in shown], [one.count for one in shown])
    axes.set_title(f"quotes by {by}")
    save(figure, path, dots=120)


def _days(one: Count) -> str:
    return " - ".join(sorted({str(day) for day in (one.first, one.last) if day}))

"""How many quotes there are of what: by day, by speaker, by outlet, by role.

What is counted most is read from kept counts (`quotes.store.query.tallies`) wherever these have all
that is asked for; all else is counted from the quotes. `quotes.store.query.crossing` counts by two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.errors import UsageError
from quotes.store.db.asking import Reader, Row, ask, where
from quotes.store.db.errors import readable
from quotes.store.query.chosen import DAY, TALLIED_DAY, Chosen
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.kept import kept
from quotes.store.query.labels import labels_of
from quotes.store.query.many import few_of
from quotes.store.query.rows import column_of, tables_for
from quotes.store.query.summaries import count_people
from quotes.store.records import Count
from quotes.store.schema.values import CHOICES as SORTS
from quotes.store.schema.values import MEANT, MONTH, day_of


@dataclass(frozen=True)
class What:
    """A thing to count by.

    `column`: of the quotes; `written`: how a value of it is shown; `tallied`: the same in kept
    counts, 0 where it is not known, and `takes`: the columns that they must have for it.
    """

    column: str
    written: Callable[[Any], str] = str
    tallied: str | None = None
    takes: tuple[str, ...] = ()


def _month(month: int) -> str:
    return f"{month // MONTH:04}-{month % MONTH:02}"


def _day(day: int) -> str:
    return f"{_month(day // MONTH)}-{day % MONTH:02}"


WHAT: dict[str, What] = {
    "speaker": What("quotes.speaker_id", str, "quotes.speaker_id", ("speaker_id",)),
    "day": What(f"nullif({DAY}, 0)", _day, TALLIED_DAY, ("month", "day")),
    "month": What(f"nullif(({DAY}) / {MONTH}, 0)", _month, "quotes.month", ("month",)),
    "year": What(
        f"nullif(({DAY}) / {MONTH * MONTH}, 0)",
        lambda year: f"{year:04}",
        f"quotes.month / {MONTH}",
        ("month",),
    ),
    "publisher": What(column_of("publisher"), str, "quotes.publisher", ("publisher",)),
    "role": What(column_of("role")),
    "affiliation": What(column_of("affiliation")),
    "office": What(column_of("office")),
    "via": What(column_of("via")),
    **{
        name: What(column_of(name), MEANT[name].__getitem__, f"quotes.{name}", (name,))
        for name in SORTS
    },
    "article": What(column_of("article_id")),
    "checked_by": What(column_of("checked_by")),
}
"""All that can be counted by, by name."""

NAME = What(column_of("speaker_name"))
"""Speakers' names as their articles have them."""

OVER_TIME = ("day", "month", "year")

CHOICES = tuple(WHAT)


def statistics(reader: Reader, by: str, filters: Filters, limit: int | None) -> list[Count]:
    """How many quotes by day, month and year, in their order; by speaker, publisher and the like,
    the most frequent first. Raises UsageError for anything that cannot be counted by."""
    check_what(by)
    check_limit(limit)
    chosen = filters.chosen(reader)
    if by == "speaker":
        people = count_people(reader, chosen, limit)
        return [Count(value=p.name, count=p.many, first=p.first, last=p.last) for p in people]
    found = counts(reader, WHAT[by], chosen)
    if by in OVER_TIME:
        return sorted(found, key=lambda count: count.value)[-limit if limit else 0 :]
    return found[:limit]


def check_what(by: str) -> None:
    """Raise UsageError unless it can be counted by."""
    if by not in CHOICES:
        raise UsageError(f"nothing is counted by '{by}': take one of {', '.join(CHOICES)}")


def counts(reader: Reader, what: What, chosen: Chosen) -> list[Count]:
    """How often each value that is known occurs, the most frequent first."""
    rows = totals(reader, [what], chosen, days=True)
    names = names_of(reader, what, rows, 0)
    with readable():
        found = [
            Count(
                value=what.written(names.get(row[0], row[0])),
                count=row.many,
                first=day_of(row.first),
                last=day_of(row.last),
            )
            for row in rows
        ]
    return sorted(found, key=lambda count: (-count.count, count.value))


def totals(
    reader: Reader,
    by: Sequence[What],
    chosen: Chosen,
    *,
    days: bool = False,
    only: Iterable[str] = (),
) -> list[Row]:
    """How many quotes have each combination of values that are known: these, `many` and, with
    `days`, `first` and `last`, stored days, None and 0 where none is known. `only`: conditions
    on the values, which stand there as {0} and {1}.

    A publisher is a key of `labels` where kept counts have all of it, else its name: see
    `names_of`.
    """
    counts = None
    if all(what.tallied for what in by):
        takes = [column for what in by for column in what.takes]
        counts = kept(chosen, [*takes, "month", "day"] if days else takes)
    if counts:
        columns = [str(what.tallied) for what in by]
        known = [f"{what.tallied} > 0" for what in by if what.takes[0] not in SORTS]
        source, conditions, day = counts.source, counts.conditions, TALLIED_DAY
    else:
        columns = [what.column for what in by]
        known = [f"{column} IS NOT NULL" for column in columns]
        source, day = tables_for(columns), DAY
        conditions = chosen.begun_with(few_of(reader, chosen))
    many = "sum(quotes.many)" if counts else "count(*)"
    values = ", ".join(f"{column} AS by_{place}" for place, column in enumerate(columns))
    more = f", min(nullif({day}, 0)) AS first, max({day}) AS last" if days else ""
    known += [condition.format(*columns) for condition in only]
    asked = f"SELECT {values}, {many} AS many{more} FROM {source} {where([*conditions, *known])}"
    return ask(reader, f"{asked} GROUP BY {', '.join(columns)} HAVING {many} > 0", chosen.values)


def names_of(reader: Reader, what: What, rows: Iterable[Row], place: int) -> dict[Any, str]:
    """The names of publishers that stand there as keys, by these; of all else none."""
    if what is not WHAT["publisher"]:
        return {}
    return labels_of(reader, sorted({row[place] for row in rows if isinstance(row[place], int)}))

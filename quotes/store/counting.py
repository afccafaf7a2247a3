"""How many quotes there are of what: by day, by speaker, by outlet, by role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from quotes.errors import UsageError
from quotes.store.filters import Filters, check_limit
from quotes.store.records import Count
from quotes.store.rows import DAY, TABLES, label_of
from quotes.store.schema import articles, quotes, speakers
from quotes.store.summaries import list_speakers
from quotes.store.types import MONTH, Day, number

_DAY = number(DAY)


@dataclass(frozen=True)
class What:
    """A thing to count by: its column, and how a value of it is written."""

    column: ColumnElement[Any]
    written: Any = str


WHAT: dict[str, What] = {
    "day": What(func.nullif(_DAY, 0), lambda day: f"{_month(day // MONTH)}-{day % MONTH:02}"),
    "month": What(func.nullif(_DAY // MONTH, 0), lambda month: _month(month)),
    "year": What(func.nullif(_DAY // MONTH // MONTH, 0), lambda year: f"{year:04}"),
    "name": What(speakers.c.name),
    "publisher": What(articles.c.publisher),
    "role": What(label_of("role")),
    "affiliation": What(label_of("affiliation")),
    "office": What(label_of("office")),
    "via": What(label_of("via")),
    "kind": What(quotes.c.kind),
    "act": What(quotes.c.act),
    "factuality": What(quotes.c.factuality),
    "article": What(articles.c.id),
}
"""What can be counted by, by name."""

OVER_TIME = ("day", "month", "year")

CHOICES = ("speaker", *(name for name in WHAT if name != "name"))


def statistics(connection: Connection, by: str, filters: Filters, limit: int | None) -> list[Count]:
    """How many quotes by day, month and year, in their order; by speaker, publisher and the like,
    the most frequent first. Raises UsageError for anything that cannot be counted by."""
    if by not in CHOICES:
        raise UsageError(f"nothing is counted by '{by}': take one of {', '.join(CHOICES)}")
    check_limit(limit)
    if by == "speaker":
        people = list_speakers(connection, filters)
        found = [Count(value=p.name, count=p.count, first=p.first, last=p.last) for p in people]
    else:
        found = list(counts(connection, WHAT[by], filters.conditions(connection)))
    if by in OVER_TIME:
        return sorted(found, key=lambda count: count.value)[-limit if limit else 0 :]
    return found[:limit]


def counts(
    connection: Connection, what: What, chosen: Sequence[ColumnElement[bool]]
) -> Iterable[Count]:
    """How often each value occurs, the most frequent first."""
    first = func.min(func.nullif(_DAY, 0), type_=Day()).label("first")
    figures = (func.count().label("n"), first, func.max(DAY).label("last"))
    asked = select(what.column.label("value"), *figures).select_from(TABLES)
    rows = connection.execute(
        asked.where(*chosen, what.column.is_not(None))
        .group_by(what.column)
        .order_by(func.count().desc(), what.column)
    )
    return (
        Count(value=what.written(row.value), count=row.n, first=row.first, last=row.last)
        for row in rows
    )


def _month(month: int) -> str:
    return f"{month // MONTH:04}-{month % MONTH:02}"

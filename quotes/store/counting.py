"""How many quotes there are of what: by day, by speaker, by outlet, by role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from quotes.errors import UsageError
from quotes.store.asking import Reader, ask, where
from quotes.store.errors import readable
from quotes.store.filters import DAY, Chosen, Filters, check_limit
from quotes.store.records import Count
from quotes.store.rows import TABLES, column_of
from quotes.store.summaries import DAYS, list_speakers
from quotes.store.values import MEANT, MONTH, day_of


@dataclass(frozen=True)
class What:
    """A thing to count by: its column, and how a value of it is written."""

    column: str
    written: Callable[[Any], str] = str


def _month(month: int) -> str:
    return f"{month // MONTH:04}-{month % MONTH:02}"


WHAT: dict[str, What] = {
    "day": What(f"nullif({DAY}, 0)", lambda day: f"{_month(day // MONTH)}-{day % MONTH:02}"),
    "month": What(f"nullif(({DAY}) / {MONTH}, 0)", _month),
    "year": What(f"nullif(({DAY}) / {MONTH * MONTH}, 0)", lambda year: f"{year:04}"),
    "name": What(column_of("speaker_name")),
    "publisher": What(column_of("publisher")),
    "role": What(column_of("role")),
    "affiliation": What(column_of("affiliation")),
    "office": What(column_of("office")),
    "via": What(column_of("via")),
    "kind": What(column_of("kind"), MEANT["kind"].__getitem__),
    "act": What(column_of("act"), MEANT["act"].__getitem__),
    "factuality": What(column_of("factuality"), MEANT["factuality"].__getitem__),
    "article": What(column_of("article_id")),
    "checked_by": What(column_of("checked_by")),
}
"""What can be counted by, by name."""

OVER_TIME = ("day", "month", "year")

CHOICES = ("speaker", *(name for name in WHAT if name != "name"))


def statistics(reader: Reader, by: str, filters: Filters, limit: int | None) -> list[Count]:
    """How many quotes by day, month and year, in their order; by speaker, publisher and the like,
    the most frequent first. Raises UsageError for anything that cannot be counted by."""
    if by not in CHOICES:
        raise UsageError(f"nothing is counted by '{by}': take one of {', '.join(CHOICES)}")
    check_limit(limit)
    if by == "speaker":
        people = list_speakers(reader, filters)
        found = [Count(value=p.name, count=p.count, first=p.first, last=p.last) for p in people]
    else:
        found = list(counts(reader, WHAT[by], filters.chosen(reader)))
    if by in OVER_TIME:
        return sorted(found, key=lambda count: count.value)[-limit if limit else 0 :]
    return found[:limit]


def counts(reader: Reader, what: What, chosen: Chosen) -> Iterator[Count]:
    """How often each value occurs, the most frequent first."""
    known = where([*chosen.conditions, f"{what.column} IS NOT NULL"])
    asked = (
        f"SELECT {what.column} AS value, count(*) AS many, {DAYS} FROM {TABLES} {known} "
        f"GROUP BY {what.column} ORDER BY many DESC, {what.column}"
    )
    for row in ask(reader, asked, chosen.values):
        with readable():
            first, last = day_of(row.first), day_of(row.last)
            count = Count(value=what.written(row.value), count=row.many, first=first, last=last)
        yield count

"""Counts that are kept: how many quotes there are of a speaker, a publisher and a day, one or two
of them at a time, by kind, act and factuality.

To count a million quotes takes seconds, to add up their tallies a tenth of that. Each tally is a
table with a row for each combination of its columns that occurs:

    speaker_id   a row of `speakers`; 0: nobody is known
    publisher    a row of `labels`; 0: none is known
    month, day   202011 and 21, of the article, else of the day on which it was said; 0: not known
    many         how many quotes have all of these; never 0

Rows of `speakers` are counted, not persons: who is one person may change, and is looked up when the
counts are read. Whatever puts quotes in, takes them out or changes them does so in the same
transaction here (`put_in`, `take_out`), so that tallies and quotes never differ; `problem` looks
whether they do, `rebuild` counts anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.plural import number_of
from quotes.store.db.asking import Reader, ask_each
from quotes.store.db.connection import Connection
from quotes.store.schema.values import CHOICES, MONTH, either

_DAY = either("quotes.day", "quotes.said_on")
_VALUES = {
    "speaker_id": "coalesce(quotes.speaker_id, 0)",
    "publisher": "coalesce(labels.key, 0)",
    "month": f"({_DAY}) / {MONTH}",
    "day": f"({_DAY}) % {MONTH}",
    **{name: f"quotes.{name}" for name in CHOICES},
}
"""The values of the columns, of `quotes` and of what `_PUBLISHED` joins to it."""

_PUBLISHED = """
JOIN articles ON articles.key = quotes.article
LEFT JOIN labels ON labels.value = articles.publisher
"""


@dataclass(frozen=True)
class Tally:
    """A table of counts: its name, and what it counts by besides kind, act and factuality, in the
    order of the primary key."""

    name: str
    by: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The primary key: all columns but the count itself."""
        return (*self.by, *CHOICES)

    def values(self, columns: Iterable[str]) -> str:
        """The values of these columns for a quote, as a list in SQL."""
        return ", ".join(_VALUES[column] for column in columns)

    def quotes(self, condition: str) -> str:
        """The quotes that meet a condition, with all that `values` needs."""
        beside = _PUBLISHED if "publisher" in self.by else ""
        return f"FROM quotes {beside} WHERE {condition}"


TALLIES = (
    Tally("tally_month", ("month",)),
    Tally("tally_publisher", ("publisher",)),
    Tally("tally_day", ("month", "day")),
    Tally("tally_speaker", ("speaker_id",)),
    Tally("tally_publisher_day", ("month", "publisher", "day")),
    Tally("tally_speaker_day", ("month", "speaker_id", "day")),
    Tally("tally_speaker_publisher", ("publisher", "speaker_id")),
)
"""All of them, the shortest first. What comes first in one of two or three columns has few values,
which the tally of it alone names: those of any value of the second are found by going through
these."""


def put_in(connection: Connection, condition: str, values: Mapping[str, Any] | None = None) -> None:
    """Count the quotes that meet a condition, of `quotes`: those that were just stored."""
    for tally in TALLIES:
        _add(connection, tally, "count(*)", condition, values)


def take_out(
    connection: Connection, condition: str, values: Mapping[str, Any] | None = None
) -> None:
    """Count the quotes that meet a condition no longer: those that go next, while they and their
    articles are as they were when they were counted."""
    for tally in TALLIES:
        _add(connection, tally, "-count(*)", condition, values)
        key = ", ".join(tally.columns)
        theirs = f"SELECT {tally.values(tally.columns)} {tally.quotes(condition)}"
        connection.run(f"DELETE FROM {tally.name} WHERE many = 0 AND ({key}) IN ({theirs})", values)


def rebuild(connection: Connection) -> None:
    """Count all quotes anew."""
    for tally in TALLIES:
        connection.run(f"DELETE FROM {tally.name}")
    put_in(connection, "TRUE")


def problem(reader: Reader) -> str | None:
    """Which counts are not those of the quotes; None where all are. Takes as long as counting."""
    wrong = 0
    for tally in TALLIES:
        kept = f"SELECT {', '.join(tally.columns)}, many FROM {tally.name}"
        true = _counted(tally, "count(*)", "TRUE")
        missing = f"SELECT * FROM ({true} EXCEPT {kept}) AS missing"
        spare = f"SELECT * FROM ({kept} EXCEPT {true}) AS spare"
        differing = f"SELECT count(*) FROM ({missing} UNION ALL {spare}) AS differing"
        wrong += ask_each(reader, differing)[0]
    return f"{number_of(wrong, 'kept count')} not those of the quotes" if wrong else None


def _add(
    connection: Connection,
    tally: Tally,
    many: str,
    condition: str,
    values: Mapping[str, Any] | None,
) -> None:
    key = ", ".join(tally.columns)
    connection.run(
        f"INSERT INTO {tally.name} ({key}, many) {_counted(tally, many, condition)} "
        f"ON CONFLICT ({key}) DO UPDATE SET many = {tally.name}.many + excluded.many",
        values,
    )


def _counted(tally: Tally, many: str, condition: str) -> str:
    """How many quotes that meet a condition each row of a tally has."""
    places = ", ".join(str(place + 1) for place in range(len(tally.columns)))
    chosen = f"SELECT {tally.values(tally.columns)}, {many} AS many {tally.quotes(condition)}"
    return f"{chosen} GROUP BY {places}"

"""Records on stdout: JSON, JSON lines, CSV, or a table for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import typer

from quotes.cli.options import Format
from quotes.cli.tables import Column, print_table, table_width
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.records import Quote, Record
    from quotes.store import Store
    from quotes.store.records import Beside

R = TypeVar("R", bound="Record")


@dataclass(frozen=True)
class View(Generic[R]):
    """How records of one kind look: a table for people, and for CSV a head and a flat record."""

    table: Callable[[Iterable[R]], None]
    heads: Sequence[str]
    flat: Callable[[R], Mapping[str, Any]]


JSON = (Format.json, Format.jsonl)

NOTES = {"thought": "thought", "negated": "not said", "hypothetical": "perhaps"}
"""Words that lists put before a quote that is no plain statement, by act or factuality."""


def print_json(records: Iterable[Record]) -> None:
    """One JSON array, a record a line, written as the records come."""
    print_json_lines((record.model_dump_json() for record in records), array=True)


def print_json_lines(lines: Iterable[str], *, array: bool) -> None:
    """Lines of JSON as they come, as the items of an array or one by one."""
    mark = "["
    for line in lines:
        sys.stdout.write(f"{mark}\n{line}" if array else f"{line}\n")
        mark = ","
        if not array:
            sys.stdout.flush()
    if array:
        sys.stdout.write("[]\n" if mark == "[" else "\n]\n")


def print_one(record: Record, format: Format) -> None:
    """A record as JSON, or as a line of JSON."""
    typer.echo(record.model_dump_json(indent=2 if format is Format.json else None))


def print_jsonl(records: Iterable[Record]) -> None:
    """One record a line, written as the records come."""
    print_json_lines((record.model_dump_json() for record in records), array=False)


def print_csv(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A head and one record a row, with cells as in an export."""
    import csv

    from quotes.export.as_csv import cell

    writer = csv.writer(sys.stdout)
    writer.writerow(heads)
    writer.writerows([cell(value) for value in row] for row in rows)


def print_records(
    records: Iterable[R], format: Format, view: View[R], columns: str | None = None
) -> None:
    """Records in any format; all but the table stream. `columns`: these fields only."""
    if columns is not None:
        _print_columns(records, format, view, _chosen(columns, view.heads))
    elif format is Format.json:
        print_json(records)
    elif format is Format.jsonl:
        print_jsonl(records)
    elif format is Format.csv:
        flat = (view.flat(record) for record in records)
        print_csv(view.heads, ([row[head] for head in view.heads] for row in flat))
    else:
        view.table(records)


def _chosen(columns: str, heads: Sequence[str]) -> list[str]:
    """The names of some fields. Raises UsageError for one that is none."""
    chosen = [name.strip().lower() for name in columns.split(",") if name.strip()]
    wrong = [name for name in chosen if name not in heads]
    if wrong or not chosen:
        raise UsageError(f"no column '{', '.join(wrong)}': there are {', '.join(heads)}")
    return chosen


def _print_columns(
    records: Iterable[R], format: Format, view: View[R], chosen: Sequence[str]
) -> None:
    from quotes.export.as_csv import cell

    flat = (view.flat(record) for record in records)
    rows = ([row[name] for name in chosen] for row in flat)
    if format is Format.csv:
        print_csv(chosen, rows)
    elif format is Format.table:
        heads = [Column(name.upper()) for name in chosen]
        print_table(heads, [[cell(value, raw=True) for value in row] for row in rows])
    else:
        import json

        objects = (json.dumps(dict(zip(chosen, row, strict=True)), default=str) for row in rows)
        print_json_lines(objects, array=format is Format.json)


class Besides:
    """Notes, for quotes that are printed, what a store knows besides, as they pass; of quotes of
    no store nothing."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._noted: dict[str, Beside] = {}

    def passing(self, quotes: Iterable[Quote]) -> Iterator[Quote]:
        """The quotes as they come."""
        if self._store is None:
            yield from quotes
            return
        for quote, beside in self._store.beside(quotes):
            self._noted[quote.id] = beside
            yield quote

    def row(self, quote: Quote) -> dict[str, Any]:
        """The row of a quote that has passed, once: what was noted of it is forgotten then."""
        from quotes.export.sheet import sheet_row

        return sheet_row(quote, self._noted.pop(quote.id, None))


def print_quotes(
    quotes: Iterable[Quote],
    format: Format,
    *,
    columns: str | None = None,
    sayings: bool = False,
    offsets: bool = False,
    store: Store | None = None,
) -> None:
    """Quotes in any format; all but the table stream. Those that are Sayings with how often and
    where first. `offsets`: those, too, in CSV; `store`: where they come from."""
    from quotes.export.sheet import sheet_columns
    from quotes.records import Quote, Saying

    besides = Besides(store)
    if format not in (Format.json, Format.jsonl) or columns is not None:
        quotes = besides.passing(quotes)

    def table(found: Iterable[Quote]) -> None:
        _print_table((besides.row(quote) for quote in found), sayings=sayings)

    heads = sheet_columns(Saying if sayings else Quote, offsets=offsets or columns is not None)
    print_records(quotes, format, View(table, heads, besides.row), columns)


QUOTE_COLUMNS = (Column("ID"), Column("DATE"), Column("SPEAKER", 22))
WIDE_COLUMNS = (Column("OUTLET", 20), Column("CUE", 16))
SAYING_COLUMNS = (
    Column("ID"),
    Column("FIRST"),
    Column("IN", 14),
    Column("TIMES", right=True),
    Column("SPEAKER", 14),
)
QUOTE = Column("QUOTE")

WIDE = 120
"""Columns of a terminal from which on there is room for WIDE_COLUMNS."""


def print_quote_table(quotes: Iterable[Quote]) -> None:
    """Id, day, speaker and the beginning of each quote, which is of no store."""
    besides = Besides()
    _print_table((besides.row(quote) for quote in quotes), sayings=False)


def _print_table(rows: Iterable[Mapping[str, Any]], *, sayings: bool) -> None:
    """A line for each row; on a wide terminal with outlet and cue."""
    heads = SAYING_COLUMNS if sayings else QUOTE_COLUMNS
    is_wide = table_width() >= WIDE
    lines = []
    for row in rows:
        id, day, speaker = who_and_when(row)
        first = [id, *first_seen(row), speaker] if sayings else [id, day, speaker]
        beside = [row["publisher"] or "", row["cue_text"] or ""] if is_wide else []
        lines.append([*first, *beside, words(row)])
    print_table((*heads, *(WIDE_COLUMNS if is_wide else ()), QUOTE), lines)


def first_seen(row: Mapping[str, Any]) -> list[str]:
    """Of a saying: day, place (the publisher, else the article) and number of times."""
    where = row["first_publisher"] or row["first_article"]
    return [str(row["first_date"] or ""), where, str(row["occurrences"])]


def who_and_when(row: Mapping[str, Any]) -> list[str]:
    """Id, day (of the article, else on which it was said: as lists are cut) and speaker."""
    day = row["date"] or row["said_on"]
    return [row["id"], str(day or ""), row["speaker"] or row["source_text"] or ""]


def words(row: Mapping[str, Any]) -> str:
    """The quote's text, with a word before it where it was only thought, or not said at all."""
    checked = "checked" if row["checked_by"] else None
    notes = (NOTES.get(row["act"]), NOTES.get(row["factuality"]), checked)
    return " ".join([*(f"({note})" for note in notes if note), row["text"]])

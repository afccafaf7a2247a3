"""Records on stdout: JSON, JSON lines, CSV, or a table for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from quotes.cli.options import Format
from quotes.cli.tables import Column, print_table
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.records import Quote, Record, Saying

R = TypeVar("R", bound="Record")


@dataclass(frozen=True)
class View(Generic[R]):
    """How records of one kind look: a table for people, and for CSV a head and a flat record."""

    table: Callable[[Iterable[R]], None]
    heads: Sequence[str]
    flat: Callable[[R], Mapping[str, Any]]


NOTES = {"thought": "thought", "negated": "not said", "hypothetical": "perhaps"}
"""What lists say of a quote that is no plain statement."""


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
        objects = (json.dumps(dict(zip(chosen, row, strict=True)), default=str) for row in rows)
        print_json_lines(objects, array=format is Format.json)


def print_quotes(
    quotes: Iterable[Quote], format: Format, *, columns: str | None = None, sayings: bool = False
) -> None:
    """Quotes in any format; all but the table stream. Those that are Sayings with how often and
    where first."""
    from quotes.export.flat import columns as columns_of
    from quotes.export.flat import flat_row
    from quotes.records import Quote, Saying

    model: type[Quote] = Saying if sayings else Quote
    table = _saying_table if sayings else print_quote_table
    view: View[Quote] = View(table, columns_of(model), lambda one: flat_row(one, model))
    print_records(quotes, format, view, columns)


QUOTE_COLUMNS = (Column("ID"), Column("DATE"), Column("SPEAKER", 22), Column("QUOTE"))


SAYING_COLUMNS = (
    Column("ID"),
    Column("FIRST"),
    Column("IN", 14),
    Column("TIMES", right=True),
    Column("SPEAKER", 14),
    Column("QUOTE"),
)


def print_quote_table(quotes: Iterable[Quote]) -> None:
    """Id, day, speaker and the beginning of each quote."""
    print_table(QUOTE_COLUMNS, [[*who_and_when(quote), words(quote)] for quote in quotes])


def first_seen(saying: Saying) -> list[str]:
    """Day, place (the publisher, else the article) and number of times."""
    where = saying.first_publisher or saying.first_article
    return [str(saying.first_date or ""), where, str(saying.occurrences)]


def _saying_table(sayings: Iterable[Quote]) -> None:
    rows = []
    for saying in cast("Iterable[Saying]", sayings):
        id, _, speaker = who_and_when(saying)
        rows.append([id, *first_seen(saying), speaker, words(saying)])
    print_table(SAYING_COLUMNS, rows)


def who_and_when(quote: Quote) -> list[str]:
    """Id, day (of the article, else on which it was said: as lists are cut) and speaker."""
    day = quote.date or quote.said_on
    name = quote.speaker.name if quote.speaker else quote.source_text
    return [quote.id, str(day or ""), name or ""]


def words(quote: Quote) -> str:
    """The quote's text, with a word before it where it was only thought, or not said at all."""
    checked = "checked" if quote.checked_by else None
    notes = (NOTES.get(quote.act), NOTES.get(quote.factuality), checked)
    return " ".join([*(f"({note})" for note in notes if note), quote.text])

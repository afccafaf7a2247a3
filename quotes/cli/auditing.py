"""`quotes audit`: who gets quoted, and how surely."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.errors import say
from quotes.cli.filters import filtered, say_left_out, say_who
from quotes.cli.options import DEFAULT_DB, Format
from quotes.cli.output import JSON, View, print_one, print_records
from quotes.cli.tables import Column, print_table
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import Audit, AuditCount
    from quotes.store.query.filters import Asked

VALUES, ACROSS = 25, 12
"""Values, and outlets, months or years, where no other numbers are given."""


@filtered
def audit(
    by: Annotated[str, typer.Argument(metavar="BY", help="What to tell them by.")] = "type",
    *,
    asked: Asked,
    across: Annotated[
        str | None,
        typer.Option(metavar="publisher|month|year", help="For each of them, too."),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="At most this many values.")] = VALUES,
    columns: Annotated[
        int, typer.Option(metavar="N", help="With --across: at most this many of these.")
    ] = ACROSS,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show who gets quoted, and how surely.

    BY is one of type (person, organization, group, document, unnamed), gender, country, office,
    role, affiliation. RIGHT is how many of the quotes are right as far as their confidences tell,
    with the 95 % interval that follows from these; what somebody has checked is certain. SHARE is
    that among all right ones, or with --across among those of an outlet, a month or a year. What
    cannot be known is said, and "unknown" is a row. JSON has one object with all of it.

    \b
    Examples:
      quotes audit
      quotes audit gender --since 2020-11-01
      quotes audit type --across publisher
      quotes audit country --across month --format csv
    """
    from quotes.store import AuditCount, Store

    with Store(db, read_only=True) as store:
        say_who(store, asked)
        found = store.audit(by, across=across, limit=limit, columns=columns, **asked)
        if format in JSON:
            print_one(found, format)
        else:
            rows = _rows(found)
            print_records(rows, format, View(_table(found), list(AuditCount.model_fields), dict))
        _say_of(found)
        say_left_out(store.left_out(**asked), asked)


def _rows(found: Audit) -> list[AuditCount]:
    """The values and all together, of everything or of each outlet, month or year in turn."""
    if not found.total.quotes:
        return []
    if found.across is None:
        return [*found.counts, found.total]
    return [
        row
        for total in found.totals
        for row in (*(cell for cell in found.cells if cell.other == total.other), total)
    ]


def _table(found: Audit) -> Callable[[Iterable[AuditCount]], None]:
    heads = [
        *([Column(found.across.upper(), 24)] if found.across else []),
        Column(found.by.upper(), 30),
        Column("QUOTES", right=True),
        Column("RIGHT", right=True),
        Column("SHARE", right=True),
        Column("SPEAKERS"),
    ]

    def table(rows: Iterable[AuditCount]) -> None:
        print_table(heads, [_cells(row, beside=bool(found.across)) for row in rows])

    return table


def _cells(row: AuditCount, *, beside: bool) -> list[str]:
    first = [row.other or ""] if beside else []
    return [*first, row.value, f"{row.quotes:,}", _right(row), _share(row), f"{row.speakers:,}"]


def _right(row: AuditCount) -> str:
    return f"{row.right:,.0f} ({row.low:,}-{row.high:,})"


def _share(row: AuditCount) -> str:
    if row.share is None or row.share_low is None or row.share_high is None:
        return ""
    ends = f"{100 * row.share_low:.1f}-{100 * row.share_high:.1f}"
    return f"{100 * row.share:.1f} % ({ends})"


def _say_of(found: Audit) -> None:
    """Name on stderr what is not shown, and what cannot be known."""
    if found.left_out:
        say(f"not counted, as they have no {found.by}: {number_of(found.left_out, 'quote')}")
    if found.rest:
        say(f"of values that are not shown here (--limit): {number_of(found.rest, 'quote')}")
    for note in found.notes:
        say(note)

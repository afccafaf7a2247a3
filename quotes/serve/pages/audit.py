"""Pages of audits: how many persons, bodies, genders and the like are quoted, and how surely so
many."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from fastapi import Query

from quotes.records import Record
from quotes.serve.asked import Question
from quotes.serve.intervals import shares, shares_across
from quotes.serve.plots import Look
from quotes.serve.views import Views
from quotes.store import Audit, LeftOut, Store

views = Views()

By = Annotated[
    Literal["type", "gender", "country", "office", "role", "affiliation"],
    Query(description="What to tell them by."),
]
Across = Annotated[
    Literal["", "publisher", "month", "year"], Query(description="For each of them, too.")
]
Columns = Annotated[
    int, Query(ge=1, le=60, description="At most this many outlets, months or years.")
]

COLUMNS, DRAWN, LINES = 12, 12, 6
"""Outlets, months or years; values in a picture; and values of which each outlet or month is told,
where no other numbers are given: more cannot be told apart."""


class AuditPage(Record):
    """An audit by one of `kinds`, perhaps across one of `others`.

    `beside`: the values that are told of each outlet or month; `left_out`: how many quotes were not
    asked for, None where that is not known; `columns`: as many outlets or months as there may be;
    `drawn`: so many values are in the picture.
    """

    kinds: tuple[str, ...] = get_args(get_args(By)[0])
    others: tuple[str, ...] = get_args(get_args(Across)[0])
    audit: Audit
    beside: tuple[str, ...]
    left_out: LeftOut | None
    columns: int
    drawn: int = DRAWN


@views.page("/audit", "audit.html")
def audit(
    store: Store,
    asked: Question,
    by: By = "type",
    across: Across = "",
    columns: Columns = COLUMNS,
) -> AuditPage:
    """Counts and shares of those who get quoted, with the intervals that follow from the
    confidences."""
    filters = asked.only_filters("limit")
    found = store.audit(by, across=across or None, limit=asked.limit, columns=columns, **filters)
    return AuditPage(
        audit=found,
        beside=_told(found) if across else (),
        left_out=store.left_out(quick=True, **filters),
        columns=columns,
    )


@views.file("/plot/audit.svg", "image/svg+xml")
def audit_plot(
    store: Store,
    asked: Question,
    by: By = "type",
    across: Across = "",
    columns: Columns = COLUMNS,
    look: Look = "light",
) -> bytes:
    """The share of each value with its interval, of all or of each outlet or month."""
    filters = asked.only_filters("limit")
    found = store.audit(by, across=across or None, limit=asked.limit, columns=columns, **filters)
    if not across:
        return shares(found.counts[:DRAWN], look)
    told = _told(found)
    cells = [one for one in found.cells if one.value in told]
    return shares_across(cells, [one.other or "" for one in found.totals], look)


def _told(found: Audit) -> tuple[str, ...]:
    """The values that are told of each outlet or month: the most frequent, and the last one, which
    may be what is not known."""
    values = [one.value for one in found.counts]
    return tuple(values if len(values) <= LINES else [*values[: LINES - 1], values[-1]])

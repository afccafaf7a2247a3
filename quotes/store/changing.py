"""What became of quotes when their article was read anew: nothing changes in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from quotes.records import Quote
from quotes.store.bulk import insert_rows
from quotes.store.filters import check_article, check_limit
from quotes.store.records import Change
from quotes.store.rows import FROM_ARTICLE
from quotes.store.schema import changes, runs

_NOT_TOLD = {"id", "article_id", *FROM_ARTICLE}
"""What says where a quote is, not what it is."""


def note_changes(
    connection: Connection,
    article_id: str,
    before: Sequence[Quote],
    after: Sequence[Quote],
    run: int,
    at: str,
) -> None:
    """Write down which quotes went, came or changed, and how."""
    first = (connection.execute(select(func.max(changes.c.key))).scalar() or 0) + 1
    found = enumerate(_compared(before, after), start=first)
    insert_rows(
        connection,
        changes,
        (
            (key, at, article_id, quote.id, what, run, quote.text, fields)
            for key, (what, quote, fields) in found
        ),
    )


def list_changes(connection: Connection, article_id: str | None, limit: int | None) -> list[Change]:
    """What changed, the last first."""
    chosen = select(changes, runs.c.version.label("by")).join(runs).order_by(changes.c.key.desc())
    if article_id is not None:
        chosen = chosen.where(changes.c.article_id == check_article(connection, article_id))
    rows = connection.execute(chosen.limit(check_limit(limit)))
    return [
        Change(
            at=row.at,
            article_id=row.article_id,
            quote_id=row.quote_id,
            what=row.what,
            by=row.by,
            text=row.text,
            fields={name: tuple(values) for name, values in row.fields.items()},
        )
        for row in rows
    ]


def _compared(
    before: Sequence[Quote], after: Sequence[Quote]
) -> Iterator[tuple[str, Quote, dict[str, Any]]]:
    old, new = ({quote.id: quote for quote in some} for some in (before, after))
    for id, quote in old.items():
        if id not in new:
            yield "gone", quote, {}
        elif fields := _fields(quote, new[id]):
            yield "changed", new[id], fields
    for id, quote in new.items():
        if id not in old:
            yield "new", quote, {}


def _fields(one: Quote, other: Quote) -> dict[str, Any]:
    """What differs, each as [before, after] in JSON's terms."""
    mine, theirs = (quote.model_dump(mode="json", exclude=_NOT_TOLD) for quote in (one, other))
    return {name: [mine[name], theirs[name]] for name in mine if mine[name] != theirs[name]}

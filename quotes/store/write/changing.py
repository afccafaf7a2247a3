"""Changes of articles and their quotes that were read anew: nothing changes in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from quotes.records import ARTICLE_FACTS, Article, Quote
from quotes.store.db.asking import Reader, Row, ask, next_number
from quotes.store.db.connection import Connection
from quotes.store.db.errors import readable
from quotes.store.query.filters import check_article, check_limit
from quotes.store.query.rows import FROM_ARTICLE
from quotes.store.records import Change
from quotes.store.schema.values import as_json
from quotes.store.write.making import facts_of

_NOT_TOLD = {"id", "article_id", *FROM_ARTICLE}
"""Fields that say where a quote is, not what it is."""

COLUMNS = ("key", "at", "article_id", "quote_id", "what", "run", "text", "fields")
"""Those of `changes`."""

_LISTED = f"""
SELECT {", ".join(f"changes.{name} AS {name}" for name in COLUMNS)}, runs.version AS by
FROM changes JOIN runs ON runs.key = changes.run
"""

SHOWN, AROUND = 80, 20
"""Characters of two texts that are shown where they begin to differ, and of those before."""


def note_changes(
    connection: Connection,
    before: tuple[Article, Sequence[Quote]],
    after: tuple[Article, Sequence[Quote]],
    *,
    run: int,
    at: str,
) -> None:
    """Write down how an article has changed, and which of its quotes went, came or changed."""
    first = next_number(connection, "changes")
    rows: list[tuple[str, str, str, dict[str, Any]]] = []
    if fields := _article_fields(before[0], after[0]):
        rows.append(("", "replaced", after[0].title or after[0].text[:SHOWN], fields))
    rows += [
        (quote.id, what, quote.text, fields)
        for what, quote, fields in _compared(before[1], after[1])
    ]
    connection.insert(
        "changes",
        COLUMNS,
        (
            (key, at, after[0].id, quote_id, what, run, text, as_json(fields))
            for key, (quote_id, what, text, fields) in enumerate(rows, start=first)
        ),
    )


def list_changes(reader: Reader, article_id: str | None, limit: int | None) -> list[Change]:
    """The changes, the last first; `article_id`: of one article, `limit`: so many at most."""
    asked = _LISTED
    if article_id is not None:
        check_article(reader, article_id)
        asked += " WHERE changes.article_id = :article"
    asked += " ORDER BY changes.key DESC"
    if check_limit(limit) is not None:
        asked += f" LIMIT {limit:d}"
    with readable():
        return [_change(row) for row in ask(reader, asked, {"article": article_id})]


def _change(row: Row) -> Change:
    return Change(
        at=row.at,
        article_id=row.article_id,
        quote_id=row.quote_id or None,
        what=row.what,
        by=row.by,
        text=row.text,
        fields={name: tuple(values) for name, values in json.loads(row.fields).items()},
    )


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
    """The fields in which two quotes differ, each as [before, after] in JSON's terms."""
    mine, theirs = (quote.model_dump(mode="json", exclude=_NOT_TOLD) for quote in (one, other))
    return {name: [mine[name], theirs[name]] for name in mine if mine[name] != theirs[name]}


def _article_fields(before: Article, after: Article) -> dict[str, Any]:
    """Name → [before, after] for each fact that differs between two versions of an article; for
    "text" SHOWN characters of each, from AROUND before they differ on. Empty for equal ones."""
    mine, theirs = (facts_of(article) for article in (before, after))
    fields = {
        name: [mine[name], theirs[name]] for name in ARTICLE_FACTS if mine[name] != theirs[name]
    }
    if before.text != after.text:
        start = max(0, _common_length(before.text, after.text) - AROUND)
        fields["text"] = [text[start : start + SHOWN] for text in (before.text, after.text)]
    return fields


def _common_length(one: str, other: str) -> int:
    """Characters up to which two different texts are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))

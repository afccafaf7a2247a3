"""Questions to the database, besides full-text search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from quotes.errors import UsageError
from quotes.records import Article, Quote, Saying
from quotes.store.filters import Filters, check_limit
from quotes.store.listing import PAGE, Sort, load_quotes, pages
from quotes.store.rows import article_of, select_articles
from quotes.store.schema import articles, quotes, sayings
from quotes.store.types import begins_so
from quotes.store.unique import choose_sayings, load_sayings, members_where

_CANDIDATES = 4
"""So many ids are shown where the beginning of one fits several."""

_NAMED = select(quotes.c.key, quotes.c.id)

_EXACT = _NAMED.where(quotes.c.id == bindparam("id"))


def list_quotes(
    connection: Connection,
    filters: Filters,
    *,
    sort: Sort = "date",
    after: str | None = None,
    limit: int | None = None,
    unique: bool = False,
) -> Iterator[Quote]:
    """Quotes in an order; those after the one with this id. Unique: one of each saying.

    They are read page by page, as they are asked for.
    """
    check_limit(limit)
    chosen = filters.chosen(connection)
    start = None if after is None else row_of(connection, after).key
    if not unique:
        size = min(limit or PAGE, PAGE)
        every = pages(connection, chosen, sort, start, size)
        found = chain.from_iterable(load_quotes(connection, page) for page in every)
        return islice(found, limit)
    members = members_where(chosen.conditions)
    keys = choose_sayings(connection, pages(connection, chosen, sort, None, PAGE), members)
    return islice(_sayings(connection, _beyond(chain.from_iterable(keys), start)), limit)


def count_quotes(connection: Connection, filters: Filters, *, unique: bool = False) -> int:
    """How many quotes there are, or sayings."""
    conditions = filters.conditions(connection)
    if not unique:
        counted = select(func.count()).select_from(quotes).where(*conditions)
        return int(connection.execute(counted).scalar_one())
    one = func.coalesce(sayings.c.saying, -quotes.c.key)
    counted = select(func.count(one.distinct())).select_from(quotes.outerjoin(sayings))
    return int(connection.execute(counted.where(*conditions)).scalar_one())


def get_quote(connection: Connection, quote_id: str) -> tuple[Quote, Article]:
    """The quote of this id, or of the only id that begins so, and its article."""
    (quote,) = load_quotes(connection, [row_of(connection, quote_id).key])
    return quote, get_article(connection, quote.article_id)


def get_article(connection: Connection, article_id: str) -> Article:
    """The article of this id; UsageError where there is none."""
    row = connection.execute(select_articles().where(articles.c.id == article_id)).first()
    if row is None:
        raise UsageError(f"no article '{article_id}' is stored: see 'quotes articles'")
    return article_of(row)


def row_of(connection: Connection, start: str) -> Any:
    """The key and id of the quote of this id, or of the only id that begins so.

    Raises UsageError for none and for several.
    """
    start = start.strip()
    if not start:
        raise UsageError("no id given: name a quote by the beginning of its id")
    exact = connection.execute(_EXACT, {"id": start}).first()
    if exact is not None:
        return exact
    named = _NAMED.order_by(quotes.c.id).limit(_CANDIDATES)
    found = [connection.execute(named.where(fits)) for fits in begins_so(quotes.c.id, start)]
    rows = sorted({row.id: row for some in found for row in some}.values(), key=lambda row: row.id)
    if not rows:
        raise UsageError(f"no quote '{start}' is stored: take an id from 'quotes list'")
    if len(rows) > 1:
        ids = ", ".join(row.id for row in rows[:_CANDIDATES])
        raise UsageError(f"'{start}' begins several ids ({ids}): give more of it")
    return rows[0]


def _sayings(connection: Connection, keys: Iterator[int]) -> Iterator[Saying]:
    while some := list(islice(keys, PAGE)):
        yield from load_sayings(connection, some)


def _beyond(keys: Iterator[int], start: int | None) -> Iterator[int]:
    """The keys after `start`: which quote stands for a saying depends on all before it."""
    if start is not None:
        for key in keys:
            if key == start:
                break
    return keys

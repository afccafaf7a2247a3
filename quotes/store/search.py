"""Full-text search: the quotes that are found, best first, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, select

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.bulk import parts_of
from quotes.store.filters import Filters, check_limit
from quotes.store.index import index_of
from quotes.store.index.query import Node, parse
from quotes.store.index.snippets import snippet_of
from quotes.store.listing import ORDERS, Sort, load_quotes
from quotes.store.reading import row_of
from quotes.store.records import Hit
from quotes.store.schema import articles, quotes, speakers
from quotes.store.unique import choose_sayings, load_sayings, members_where

SearchSort = Literal["relevance", Sort]


def search_quotes(
    connection: Connection,
    words: str,
    filters: Filters,
    *,
    sort: SearchSort = "relevance",
    after: str | None = None,
    limit: int | None = None,
    unique: bool = False,
) -> list[Hit]:
    """The quotes in which the words are found, best first. Unique: one of each saying.

    Of more than BEST_OF quotes those that were added last are looked at.
    """
    query = parse(words)
    check_limit(limit)
    start = None if after is None else row_of(connection, after).key
    chosen = _ranked(connection, query, filters, sort)
    size = limit if limit and start is None and not unique else None
    keys = list(connection.execute(chosen.limit(size)).scalars())
    shown: Sequence[Quote]
    if not unique:
        shown = load_quotes(connection, _page(keys, start, limit))
    else:
        shown = load_sayings(connection, _page(_unique(connection, keys), start, limit))
    return [_hit(quote, query) for quote in shown]


def count_found(
    connection: Connection, words: str, filters: Filters, *, unique: bool = False
) -> int:
    """How many quotes, or sayings, the words are found in, of BEST_OF at most."""
    chosen = _ranked(connection, parse(words), filters, "relevance").order_by(None)
    if unique:
        return len(_unique(connection, list(connection.execute(chosen).scalars())))
    counted = select(func.count()).select_from(chosen.subquery())
    return int(connection.execute(counted).scalar_one())


def _ranked(connection: Connection, query: Node, filters: Filters, sort: SearchSort) -> Select[Any]:
    """The keys in their order."""
    if sort not in (*ORDERS, "relevance"):
        raise UsageError(f"sort '{sort}' is none of: relevance, {', '.join(ORDERS)}")
    conditions = [] if filters.plain else filters.conditions(connection)
    found = index_of(connection).ranked(query, filters.act, filters.factuality, conditions)
    chosen = select(found.c.key)
    if sort == "relevance":
        return chosen.order_by(found.c.rank, found.c.key.desc())
    tables = found.join(quotes, quotes.c.key == found.c.key).join(articles).outerjoin(speakers)
    return chosen.select_from(tables).order_by(*(part.order for part in ORDERS[sort]))


def _unique(connection: Connection, keys: list[int]) -> list[int]:
    """The keys of the quotes that stand for the sayings of all that are found."""
    found = set(keys)
    every = members_where([])

    def members(connection: Connection, some: Sequence[int]) -> Iterable[Any]:
        return (row for row in every(connection, some) if row.key in found)

    return list(chain.from_iterable(choose_sayings(connection, parts_of(keys), members)))


def _page(keys: list[int], start: int | None, limit: int | None) -> list[int]:
    if start is not None and start not in keys:
        raise UsageError("the quote of --after is not among those found: take one of them")
    first = 0 if start is None else keys.index(start) + 1
    return list(islice(keys, first, None if limit is None else first + limit))


def _hit(quote: Quote, query: Node) -> Hit:
    found = snippet_of(quote, query)
    return Hit(quote=quote, snippet=found.text, marks=found.marks)

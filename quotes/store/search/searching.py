"""Full-text search: the quotes that are found, best first, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Literal, get_args

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.db.asking import Reader, Row, ask_each, parts_of
from quotes.store.query.chosen import Chosen
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.listing import SORTS, Sort, load_quotes, order_of
from quotes.store.query.reading import key_of
from quotes.store.query.unique import choose_sayings, load_sayings, members_where
from quotes.store.records import Hit
from quotes.store.search import Ranked, Where
from quotes.store.search.kinds import index_of
from quotes.store.search.query import Node, parse
from quotes.store.search.snippets import snippet_of

SearchSort = Literal["relevance", Sort]

_BESIDE = """
JOIN quotes ON quotes.key = found.key
JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
"""


def search_quotes(
    reader: Reader,
    words: str,
    filters: Filters,
    *,
    where: Where = "quotes",
    sort: SearchSort = "relevance",
    after: str | None = None,
    limit: int | None = None,
    unique: bool = False,
) -> list[Hit]:
    """The quotes in which the words are found, best first. Unique: one of each saying.

    Of more than BEST_OF quotes those that were added last are looked at for the best.
    """
    query = parse(words)
    check_limit(limit)
    start = None if after is None else key_of(reader, after)
    size = limit if limit and start is None and not unique else None
    keys = _keys(reader, query, filters, where, sort, size)
    shown: Sequence[Quote]
    if not unique:
        shown = load_quotes(reader, _page(keys, start, limit))
    else:
        shown = load_sayings(reader, _page(_unique(reader, keys), start, limit))
    return [_hit(quote, query, where) for quote in shown]


def hits_of(found: Iterable[Quote], words: str) -> list[Hit]:
    """Quotes with the words marked that were looked for in their texts."""
    query = parse(words)
    return [_hit(quote, query, "quotes") for quote in found]


def count_found(
    reader: Reader, words: str, filters: Filters, *, where: Where = "quotes", unique: bool = False
) -> int:
    """How many quotes, or sayings, the words are found in."""
    found = found_of(reader, words, filters.chosen(reader), where)
    if unique:
        keys = ask_each(reader, f"SELECT found.key FROM ({found.sql}) AS found", found.values)
        return len(_unique(reader, keys))
    (count,) = ask_each(reader, f"SELECT count(*) FROM ({found.sql}) AS found", found.values)
    return int(count)


def found_of(
    reader: Reader, words: str, chosen: Chosen, where: Where, last: int | None = None
) -> Ranked:
    """All quotes in which the words are found, as a question in SQL; `last`: see `Index.found`."""
    _check_where(where)
    return index_of(reader).found(reader, parse(words), chosen, where, last)


def _check_where(where: Where) -> None:
    if where not in get_args(Where):
        raise UsageError(f"'{where}' is nothing to look in: take {', '.join(get_args(Where))}")


def _keys(
    reader: Reader,
    query: Node,
    filters: Filters,
    where: Where,
    sort: SearchSort,
    size: int | None,
) -> list[int]:
    """The keys in their order, so many of them."""
    if sort not in (*SORTS, "relevance"):
        raise UsageError(f"sort '{sort}' is none of: relevance, {', '.join(SORTS)}")
    _check_where(where)
    index, chosen = index_of(reader), filters.chosen(reader)
    if sort == "relevance":
        found = index.ranked(reader, query, chosen, where)
        tables, order = "", "found.rank, found.key DESC"
    else:
        found = index.found(reader, query, chosen, where)
        tables, order = _BESIDE, order_of(sort)
    keys = f"SELECT found.key FROM ({found.sql}) AS found {tables} ORDER BY {order}"
    limit = "" if size is None else f" LIMIT {size:d}"
    return ask_each(reader, keys + limit, found.values)


def _unique(reader: Reader, keys: list[int]) -> list[int]:
    """The keys of the quotes that stand for the sayings of all that are found."""
    found = set(keys)
    every = members_where()

    def members(reader: Reader, some: Sequence[int]) -> Iterable[Row]:
        return (row for row in every(reader, some) if row.key in found)

    return list(chain.from_iterable(choose_sayings(reader, parts_of(keys), members)))


def _page(keys: list[int], start: int | None, limit: int | None) -> list[int]:
    if start is not None and start not in keys:
        raise UsageError("the quote of --after is not among those found: take one of them")
    first = 0 if start is None else keys.index(start) + 1
    return list(islice(keys, first, None if limit is None else first + limit))


def _hit(quote: Quote, query: Node, where: Where) -> Hit:
    found = snippet_of(quote, query, where)
    return Hit(quote=quote, snippet=found.text, marks=found.marks, of=found.of)

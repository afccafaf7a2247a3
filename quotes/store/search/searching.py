"""Full-text search: the quotes that are found, best first, with the words marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Literal, get_args

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.db.asking import Reader, Row, ask_each, parts_of
from quotes.store.db.asking import where as restricted
from quotes.store.query.chosen import Chosen
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.listing import PAGE, SORTS, Sort, load_quotes, pages, walks
from quotes.store.query.many import FEW
from quotes.store.query.reading import key_of
from quotes.store.query.unique import choose_sayings, load_sayings, members_where
from quotes.store.records import Hit
from quotes.store.search import Ranked, Where
from quotes.store.search.kinds import index_of
from quotes.store.search.query import Node, parse
from quotes.store.search.snippets import snippet_of

SearchSort = Literal["relevance", Sort]

_BEST = """
WITH found AS ({found})
SELECT found.key AS key FROM found {after} ORDER BY found.rank, found.key DESC {limit}
"""

_AFTER = """
JOIN found AS start ON start.key = :start
WHERE found.rank > start.rank OR (found.rank = start.rank AND found.key < start.key)
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
    if sort not in (*SORTS, "relevance"):
        raise UsageError(f"sort '{sort}' is none of: relevance, {', '.join(SORTS)}")
    _check_where(where)
    query = parse(words)
    check_limit(limit)
    start = None if after is None else key_of(reader, after)
    chosen = filters.chosen(reader)
    paged = limit if limit and not unique else None
    if sort == "relevance":
        keys = _best(reader, query, chosen, where, None if unique else start, paged)
    else:
        keys = _in_order(reader, query, chosen, where, sort, None if unique else start, paged)
    shown: Sequence[Quote]
    if not unique:
        shown = load_quotes(reader, keys)
    else:
        shown = load_sayings(reader, _page(_unique(reader, keys), start, limit))
    return [_hit(quote, query, where) for quote in shown]


def hits_of(found: Iterable[Quote], words: str) -> list[Hit]:
    """Quotes with the words marked that were looked for in their texts."""
    query = parse(words)
    return [_hit(quote, query, "quotes") for quote in found]


def count_found(
    reader: Reader,
    words: str,
    filters: Filters,
    *,
    where: Where = "quotes",
    unique: bool = False,
    most: int | None = None,
) -> int:
    """How many quotes, or sayings, the words are found in; of quotes `most` are counted at most."""
    found = found_of(reader, words, filters.chosen(reader), where)
    if unique:
        keys = ask_each(reader, f"SELECT found.key FROM ({found.sql}) AS found", found.values)
        return len(_unique(reader, keys))
    some = found.sql if most is None else f"{found.sql} LIMIT {most:d}"
    (count,) = ask_each(reader, f"SELECT count(*) FROM ({some}) AS found", found.values)
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


def _best(
    reader: Reader,
    query: Node,
    chosen: Chosen,
    where: Where,
    start: int | None,
    size: int | None,
) -> list[int]:
    """The keys of the best, so many of them; after one of them. Raises UsageError where it is none
    of them."""
    found = index_of(reader).ranked(reader, query, chosen, where)
    values = found.values | {"start": start, "size": size}
    limit = "" if size is None else "LIMIT :size"
    after = "" if start is None else _AFTER
    keys = ask_each(reader, _BEST.format(found=found.sql, after=after, limit=limit), values)
    if not keys and start is not None:
        every = ask_each(reader, _BEST.format(found=found.sql, after="", limit=""), found.values)
        _check_start(start, every)
    return keys


def _in_order(
    reader: Reader,
    query: Node,
    chosen: Chosen,
    where: Where,
    sort: Sort,
    start: int | None,
    size: int | None,
) -> list[int]:
    """The keys in an order, so many of them; after one of them. Raises UsageError where it has not
    the words."""
    index = index_of(reader)
    few = index.count(reader, query, where, FEW + 1) <= FEW
    test = index.test(query, where, each=not few and walks(reader, chosen, sort))
    others = {**chosen.others, "words" if few else "text": test.sql}
    values = {**chosen.values, **test.values}
    found = replace(chosen, others=others, values=values)
    if start is not None:
        mine = [f"quotes.key = {start:d}", *found.conditions]
        its_own = f"SELECT quotes.key FROM quotes {restricted(mine)}"
        _check_start(start, ask_each(reader, its_own, values))
    every = chain.from_iterable(pages(reader, found, sort, start, min(size or PAGE, PAGE)))
    return list(islice(every, size))


def _check_start(start: int, found: Collection[int]) -> None:
    if start not in found:
        raise UsageError("the quote of --after is not among those found: take one of them")


def _unique(reader: Reader, keys: list[int]) -> list[int]:
    """The keys of the quotes that stand for the sayings of all that are found."""
    found = set(keys)
    every = members_where()

    def members(reader: Reader, some: Sequence[int]) -> Iterable[Row]:
        return (row for row in every(reader, some) if row.key in found)

    return list(chain.from_iterable(choose_sayings(reader, parts_of(keys), members)))


def _page(keys: list[int], start: int | None, limit: int | None) -> list[int]:
    if start is not None:
        _check_start(start, keys)
    first = 0 if start is None else keys.index(start) + 1
    return list(islice(keys, first, None if limit is None else first + limit))


def _hit(quote: Quote, query: Node, where: Where) -> Hit:
    found = snippet_of(quote, query, where)
    return Hit(quote=quote, snippet=found.text, marks=found.marks, of=found.of)

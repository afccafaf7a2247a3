"""Quotes in an order, page by page: a page costs the same however deep it lies.

A page begins after a quote and not after a number of them (keyset paging, Winand 2012), so that
nothing is skipped or shown twice where somebody adds quotes meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    bindparam,
    func,
    literal,
    select,
    tuple_,
    union_all,
)

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.bulk import parts_of
from quotes.store.filters import Chosen
from quotes.store.rows import quote_of, select_quotes
from quotes.store.schema import articles, quotes, speakers
from quotes.store.types import number

Sort = Literal["date", "confidence", "speaker"]

PAGE = 500
"""Quotes that are read at once where all are wanted."""

MOST_WAYS = 100
"""Rows of one speaker, times two where days are asked for, up to which each is looked at in the
index's own order."""

_ARTICLE = articles.c.key + 0
"""Keeps SQLite from going through all quotes to look for the article of each, and sorting them."""

_SOME = select_quotes().where(quotes.c.key.in_(bindparam("keys", expanding=True)))

_NOBODY = "~"
"""Comes after all letters of folded names."""


@dataclass(frozen=True)
class _By:
    """Something to order by."""

    column: ColumnElement[Any]
    falling: bool = False
    of: Table = quotes

    @property
    def order(self) -> Any:
        return self.column.desc() if self.falling else self.column.asc()

    def rising(self, value: Any) -> tuple[Any, Any]:
        """The column and a value of it, such that what comes later is more."""
        return (-self.column, -value) if self.falling else (self.column, value)

    def not_before(self, value: Any) -> Any:
        return self.column <= value if self.falling else self.column >= value


def orders(*, by_speaker: bool) -> dict[str, tuple[_By, ...]]:
    """What each sort orders by. By day: the newest first, articles of one day in the order in which
    they were added, the quotes of an article in that of its text.

    An index of speakers has their quotes by day; without a speaker, articles are looked through.
    """
    newest: tuple[_By, ...]
    if by_speaker:
        newest = (_By(number(quotes.c.day), falling=True), _By(quotes.c.article))
    else:
        date = _By(number(articles.c.date), falling=True, of=articles)
        newest = (date, _By(articles.c.key, of=articles))
    newest = (*newest, _By(quotes.c.key))
    sure = _By(quotes.c.confidence, falling=True)
    name = _By(func.coalesce(speakers.c.folded, _NOBODY), of=speakers)
    return {"date": newest, "confidence": (sure, *newest), "speaker": (name, *newest)}


ORDERS = orders(by_speaker=False)


def pages(
    connection: Connection, chosen: Chosen, sort: Sort, after: int | None, size: int
) -> Iterator[list[int]]:
    """The keys of the quotes, so many at once; after the quote with the key `after`."""
    if sort not in ORDERS:
        raise UsageError(f"sort '{sort}' is none of: {', '.join(get_args(Sort))}")
    by = orders(by_speaker=chosen.speaker is not None)[sort]
    place = None if after is None else _place(connection, by, after)
    while True:
        rows = connection.execute(_page(by, chosen, place, size)).all()
        yield [row.key for row in rows]
        if len(rows) < size:
            return
        place = list(rows[-1])[: len(by)]


def load_quotes(connection: Connection, keys: Sequence[int]) -> list[Quote]:
    """The quotes with these keys, in their order."""
    found: dict[int, Quote] = {}
    for part in parts_of(keys):
        rows = connection.execute(_SOME, {"keys": part})
        found |= {row.key: quote_of(row) for row in rows}
    return [found[key] for key in keys]


def _page(by: Sequence[_By], chosen: Chosen, place: Sequence[Any] | None, size: int) -> Any:
    """The next keys: the first of those that are found in each of the ways."""
    ways = chosen.ways(MOST_WAYS)
    each = [_ordered(_select(by, conditions, place), by, size) for conditions in ways]
    if len(each) == 1:
        return each[0]
    every = union_all(*(select(one.subquery()) for one in each)).subquery()
    columns = list(every.c)
    merged = [_By(column, part.falling) for column, part in zip(columns, by, strict=False)]
    return _ordered(select(*columns), merged, size)


def _select(
    by: Sequence[_By], conditions: list[ColumnElement[bool]], place: Sequence[Any] | None
) -> Select[Any]:
    *before, last = (part.column for part in by)
    named = [column.label(f"by_{number}") for number, column in enumerate(before)]
    tables: FromClause = quotes
    if any(part.of is articles for part in by):
        tables = articles.join(quotes, quotes.c.article == _ARTICLE)
    if any(part.of is speakers for part in by):
        tables = tables.outerjoin(speakers)
    chosen = select(*named, last.label("key")).select_from(tables).where(*conditions)
    return chosen if place is None else chosen.where(*_after(by, place))


def _ordered(chosen: Select[Any], by: Sequence[_By], size: int) -> Select[Any]:
    return chosen.order_by(*(part.order for part in by)).limit(size)


def _after(by: Sequence[_By], place: Sequence[Any]) -> Iterator[ColumnElement[bool]]:
    """What comes after a place: the first condition tells an index where to begin."""
    yield by[0].not_before(place[0])
    pairs = [part.rising(value) for part, value in zip(by, place, strict=True)]
    yield tuple_(*(column for column, _ in pairs)) > tuple_(*(literal(value) for _, value in pairs))


def _place(connection: Connection, by: Sequence[_By], key: int) -> list[Any]:
    return list(connection.execute(_select(by, [quotes.c.key == key], None)).one())

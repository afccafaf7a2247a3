"""Quotes in an order, page by page: a page costs the same however deep it lies.

A page begins after a quote and not after a number of them (keyset paging, Winand 2012), so that
nothing is skipped or shown twice where somebody adds quotes meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Literal, get_args

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Row,
    Select,
    Table,
    bindparam,
    func,
    select,
    tuple_,
    union_all,
)

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.bulk import parts_of
from quotes.store.filters import Chosen, Shape
from quotes.store.rows import quote_of, select_quotes
from quotes.store.schema import articles, quotes, speakers
from quotes.store.types import number

Sort = Literal["date", "confidence", "speaker"]

PAGE = 500
"""Quotes that are read at once where all are wanted."""

MOST_WAYS = 100
"""Ways of one statement, up to which each is gone in the index's own order: one for each row of the
speaker, and where days are asked for two, unless they come one after the other."""

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

    def rising(self, value: BindParameter[Any]) -> tuple[Any, Any]:
        """The column and a value of it, such that what comes later is more."""
        return (-self.column, -value) if self.falling else (self.column, value)

    def not_before(self, value: BindParameter[Any]) -> Any:
        return self.column <= value if self.falling else self.column >= value

    def value(self, name: str) -> BindParameter[Any]:
        return bindparam(name, type_=self.column.type)


@cache
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
    by_speaker = chosen.shape.speakers is not None
    values = chosen.values | {"size": size}
    if after is not None:
        values |= _values(
            connection.execute(_place(sort, by_speaker=by_speaker), {"key": after}).one()
        )
    placed = after is not None
    # Those of an office, whose conditions have their values, are of no use to another list.
    make = cache(_stages) if chosen.shape.office else _kept_stages
    for stage in range(len(make(chosen.shape, sort, placed=placed))):
        rows: Sequence[Row[Any]] | None = None
        while rows is None or len(rows) == size:
            page = make(chosen.shape, sort, placed=placed)[stage]
            rows = connection.execute(page, values).all()
            if rows:
                yield [row.key for row in rows]
                values |= _values(rows[-1])
                placed = True


def load_quotes(connection: Connection, keys: Sequence[int]) -> list[Quote]:
    """The quotes with these keys, in their order."""
    found: dict[int, Quote] = {}
    for part in parts_of(keys):
        rows = connection.execute(_SOME, {"keys": part}).all()
        found |= {row.key: quote_of(row) for row in rows}
    return [found[key] for key in keys]


def _stages(shape: Shape, sort: Sort, *, placed: bool) -> list[Select[Any]]:
    """What has the next keys, of one stage after the other: what is ordered by day comes by day.

    The values: those of `Chosen`, the `size` and, where it is placed, what `_values` names.
    """
    by = orders(by_speaker=shape.speakers is not None)[sort]
    if sort == "date":
        stages = shape.ways(MOST_WAYS)
    else:
        stages = [list(chain.from_iterable(shape.ways(MOST_WAYS // (2 if shape.days else 1))))]
    return [_page(ways, by, placed=placed) for ways in stages]


_kept_stages = lru_cache(maxsize=32)(_stages)


def _page(
    ways: Sequence[list[ColumnElement[bool]]], by: Sequence[_By], *, placed: bool
) -> Select[Any]:
    """The next keys: the first of those that are found in each of the ways."""
    each = [_ordered(_select(by, conditions, placed=placed), by) for conditions in ways]
    if len(each) == 1:
        return each[0]
    every = union_all(*(select(one.subquery()) for one in each)).subquery()
    columns = list(every.c)
    merged = [_By(column, part.falling) for column, part in zip(columns, by, strict=False)]
    return _ordered(select(*columns), merged)


@cache
def _place(sort: Sort, *, by_speaker: bool) -> Select[Any]:
    """Where the quote with a `key` stands in the order."""
    by = orders(by_speaker=by_speaker)[sort]
    return _columns(by, articles.c.key).where(quotes.c.key == bindparam("key"))


def _values(row: Row[Any]) -> dict[str, Any]:
    """The place of the last quote of a page, under the names that the next one has for it."""
    return {_named(number): value for number, value in enumerate(row)}


def _named(number: int) -> str:
    return f"by_{number}"


def _select(
    by: Sequence[_By], conditions: list[ColumnElement[bool]], *, placed: bool
) -> Select[Any]:
    chosen = _columns(by, _ARTICLE).where(*conditions)
    return chosen.where(*_after(by)) if placed else chosen


def _columns(by: Sequence[_By], article: ColumnElement[int]) -> Select[Any]:
    """What is ordered by, and the key, of the tables that it takes; `article`: see _ARTICLE."""
    *before, last = (part.column for part in by)
    named = [column.label(_named(number)) for number, column in enumerate(before)]
    tables: FromClause = quotes
    if any(part.of is articles for part in by):
        tables = articles.join(quotes, quotes.c.article == article)
    if any(part.of is speakers for part in by):
        tables = tables.outerjoin(speakers)
    return select(*named, last.label("key")).select_from(tables)


def _ordered(chosen: Select[Any], by: Sequence[_By]) -> Select[Any]:
    return chosen.order_by(*(part.order for part in by)).limit(bindparam("size", type_=Integer))


def _after(by: Sequence[_By]) -> Iterator[ColumnElement[bool]]:
    """What comes after a place: the first condition tells an index where to begin."""
    places = [part.value(_named(number)) for number, part in enumerate(by)]
    yield by[0].not_before(places[0])
    pairs = [part.rising(place) for part, place in zip(by, places, strict=True)]
    yield tuple_(*(column for column, _ in pairs)) > tuple_(*(place for _, place in pairs))

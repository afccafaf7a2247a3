"""Quotes in an order, page by page: a page costs the same however deep it lies.

A page begins after a quote and not after a number of them (keyset paging, Winand 2012), so that
nothing is skipped or shown twice where somebody adds quotes meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, get_args

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.asking import Reader, Row, ask, parts_of, where
from quotes.store.calibration import fitted, read_as
from quotes.store.filters import Chosen
from quotes.store.rows import quote_of, select_quotes

Sort = Literal["date", "confidence", "speaker"]

PAGE = 500
"""Quotes that are read at once where all are wanted."""

MOST_WAYS = 100
"""Ways of one statement, up to which each is gone in the index's own order: one for each row of the
speaker, and where days are asked for two, unless they come one after the other."""

_NAME = "coalesce(speakers.folded, '~')"
"""What has no speaker comes last: the sign comes after all letters of folded names."""


@dataclass(frozen=True)
class _By:
    """Something to order by: a column `of` a table."""

    column: str
    falling: bool = False
    of: str = "quotes"

    def order(self, column: str) -> str:
        return f"{column} {'DESC' if self.falling else 'ASC'}"

    def rising(self, value: str) -> str:
        """A value of the column, such that what comes later is more."""
        return f"-{value}" if self.falling else value

    def not_before(self, value: str) -> str:
        return f"{self.column} {'<=' if self.falling else '>='} {value}"


def orders(*, by_speaker: bool) -> dict[str, tuple[_By, ...]]:
    """What each sort orders by. By day: the newest first, articles of one day in the order in which
    they were added, the quotes of an article in that of its text.

    An index of speakers has their quotes by day; without a speaker, articles are looked through.
    """
    newest: tuple[_By, ...]
    if by_speaker:
        newest = (_By("quotes.day", falling=True), _By("quotes.article"))
    else:
        date = _By("articles.date", falling=True, of="articles")
        newest = (date, _By("articles.key", of="articles"))
    newest = (*newest, _By("quotes.key"))
    sure = _By("quotes.confidence", falling=True)
    name = _By(_NAME, of="speakers")
    return {"date": newest, "confidence": (sure, *newest), "speaker": (name, *newest)}


SORTS = get_args(Sort)


def order_of(sort: Sort) -> str:
    """What stands behind ORDER BY, of quotes with their articles and speakers."""
    return ", ".join(part.order(part.column) for part in orders(by_speaker=False)[sort])


def pages(
    reader: Reader, chosen: Chosen, sort: Sort, after: int | None, size: int
) -> Iterator[list[int]]:
    """The keys of the quotes, so many at once; after the quote with the key `after`."""
    if sort not in SORTS:
        raise UsageError(f"sort '{sort}' is none of: {', '.join(SORTS)}")
    by = orders(by_speaker=chosen.speakers is not None)[sort]
    values = chosen.values | {"size": size}
    if after is not None:
        mine = f"{_columns(by, 'articles.key')} WHERE quotes.key = :key"
        (place,) = ask(reader, mine, {"key": after})
        values |= _values(place)
    placed = after is not None
    for ways in _stages(chosen, sort):
        rows: Sequence[Row] | None = None
        while rows is None or len(rows) == size:
            rows = ask(reader, _page(ways, by, placed=placed), values)
            if rows:
                yield [row.key for row in rows]
                values |= _values(rows[-1])
                placed = True


def load_quotes(reader: Reader, keys: Sequence[int]) -> list[Quote]:
    """The quotes with these keys, in their order."""
    found: dict[int, Quote] = {}
    how = fitted(reader)
    for part in parts_of(keys):
        found |= {row.key: read_as(quote_of(row), how) for row in select_quotes(reader, part)}
    return [found[key] for key in keys]


def _stages(chosen: Chosen, sort: Sort) -> list[list[list[str]]]:
    """The ways of one stage after the other: what is ordered by day comes by day."""
    if sort == "date":
        return chosen.ways(MOST_WAYS)
    return [list(chain.from_iterable(chosen.ways(MOST_WAYS // (2 if chosen.days else 1))))]


def _page(ways: Sequence[list[str]], by: Sequence[_By], *, placed: bool) -> str:
    """The next keys: the first of those that are found in each of the ways.

    The values: those of `Chosen`, the `size` and, where it is placed, what `_values` names.
    """
    after = _after(by) if placed else []
    each = [f"{_columns(by)} {where([*conditions, *after])} {_end(by)}" for conditions in ways]
    if len(each) == 1:
        return each[0]
    every = " UNION ALL ".join(f"SELECT * FROM ({one}) AS way" for one in each)
    named = ", ".join(part.order(_named(place)) for place, part in enumerate(by))
    return f"SELECT * FROM ({every}) AS ways ORDER BY {named} LIMIT :size"


def _values(row: Row) -> dict[str, Any]:
    """The place of the last quote of a page, under the names that the next one has for it."""
    return {_named(place): row[place] for place in range(len(row) - 1)}


def _named(place: int) -> str:
    return f"by_{place}"


def _columns(by: Sequence[_By], article: str = "articles.key + 0") -> str:
    """What is ordered by, and the key, of the tables that it takes.

    `+ 0` keeps SQLite from going through all quotes to look for the article of each, and sorting
    them.
    """
    named = [f"{part.column} AS {_named(place)}" for place, part in enumerate(by)]
    tables = {part.of for part in by}
    source = "quotes"
    if "articles" in tables:
        source = f"articles JOIN quotes ON quotes.article = {article}"
    if "speakers" in tables:
        source += " LEFT JOIN speakers ON speakers.id = quotes.speaker_id"
    return f"SELECT {', '.join(named)}, quotes.key AS key FROM {source}"


def _end(by: Sequence[_By]) -> str:
    return f"ORDER BY {', '.join(part.order(part.column) for part in by)} LIMIT :size"


def _after(by: Sequence[_By]) -> list[str]:
    """What comes after a place: the first condition tells an index where to begin."""
    places = [f":{_named(place)}" for place in range(len(by))]
    rising = ", ".join(part.rising(part.column) for part in by)
    before = ", ".join(part.rising(place) for part, place in zip(by, places, strict=True))
    return [by[0].not_before(places[0]), f"({rising}) > ({before})"]

"""Quotes in an order, page by page: a page costs the same however deep it lies.

A page begins after a quote and not after a number of them (keyset paging, Winand 2012), so that
nothing is skipped or shown twice where somebody adds quotes meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal, get_args

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.db.asking import Reader, Row, ask, parts_of, where
from quotes.store.query.chosen import INDEXED, SURENESS, Chosen
from quotes.store.query.many import few_of
from quotes.store.query.rows import fitted, quote_of, read_as, select_quotes

Sort = Literal["date", "oldest", "confidence", "speaker", "words"]

PAGE = 500
"""Quotes that are read at once where all are wanted."""

MOST_WAYS = 100
"""Ways of one statement, up to which each is gone in the index's own order: one for each row of the
speaker, and where days are asked for two, unless they come one after the other."""

_NAME = "coalesce(speakers.folded, '~')"
"""The folded name of the speaker; a sign that comes after all letters of folded names for nobody,
who comes last."""

_AROUND = "“”„«»\"''‘’`.,;:!?…-–— "

WORDS = f"lower(rtrim(ltrim(quotes.text, '{_AROUND}'), '{_AROUND}'))"
"""The text without case and the signs that may stand around it."""


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


def orders(*, by_quotes: bool) -> dict[str, tuple[_By, ...]]:
    """The columns that each sort orders by. By day: the newest or the oldest first, articles of one
    day in the order in which they were added, the quotes of an article in that of its text.

    An index of speakers has their quotes by day; else articles are looked through.
    """
    if by_quotes:
        day, placed = _By("quotes.day"), (_By("quotes.article"), _By("quotes.key"))
    else:
        day = _By("articles.date", of="articles")
        placed = (_By("articles.key", of="articles"), _By("quotes.key"))
    newest = (replace(day, falling=True), *placed)
    sure = (_By(SURENESS, falling=True), _By("quotes.confidence", falling=True))
    name = _By(_NAME, of="speakers")
    return {
        "date": newest,
        "oldest": (day, *placed),
        "confidence": (*sure, *newest),
        "speaker": (name, *newest),
        "words": (_By(WORDS), *newest),
    }


SORTS = get_args(Sort)


def pages(
    reader: Reader, chosen: Chosen, sort: Sort, after: int | None, size: int
) -> Iterator[list[int]]:
    """The keys of the quotes, so many at once; after the quote with the key `after`."""
    if sort not in SORTS:
        raise UsageError(f"sort '{sort}' is none of: {', '.join(SORTS)}")
    way = _way(reader, chosen, sort)
    by = orders(by_quotes=way is not None or chosen.speakers is not None)[sort]
    values = chosen.values | {"size": size}
    if after is not None:
        mine = f"{_columns(by, 'articles.key')} WHERE quotes.key = :key"
        (place,) = ask(reader, mine, {"key": after})
        values |= _values(place)
    placed = after is not None
    if sort == "speaker" and _is_of_many(reader, chosen):
        stages = _by_names(chosen)
    else:
        stages = [(by, ways) for ways in _stages(chosen, sort, way)]
    if sort == "oldest" and placed and not values[_named(0)]:
        stages = stages[1:]  # among what has no day, which comes last
    for by, ways in stages:
        rows: Sequence[Row] | None = None
        while rows is None or len(rows) == size:
            rows = ask(reader, _page(ways, by, placed=placed), values)
            if rows:
                yield [row.key for row in rows]
                values |= _values(rows[-1])
                placed = True
        placed = placed and sort != "oldest"  # a day tells nothing of what has none


def load_quotes(reader: Reader, keys: Sequence[int]) -> list[Quote]:
    """The quotes with these keys, in their order."""
    found: dict[int, Quote] = {}
    how = fitted(reader)
    for part in parts_of(keys):
        found |= {row.key: read_as(quote_of(row), how) for row in select_quotes(reader, part)}
    return [found[key] for key in keys]


def walks(reader: Reader, chosen: Chosen, sort: Sort) -> bool:
    """True where the quotes lie in their order, so that a page looks at no more than it must; False
    where all that are chosen are found first, and sorted."""
    few = few_of(reader, chosen)
    if sort == "speaker":
        return _is_of_many(reader, chosen)
    if sort == "confidence":
        return chosen.speakers is None and not few
    by_day = sort in ("date", "oldest") and chosen.publishers is None
    return by_day and (chosen.speakers is not None or not few & INDEXED)


_BY_NAME = (_By("speakers.folded", of="names"), *orders(by_quotes=True)["date"])


def _is_of_many(reader: Reader, chosen: Chosen) -> bool:
    """True for the quotes of anybody anywhere, unless something leaves few of them."""
    return chosen.speakers is None and chosen.publishers is None and not few_of(reader, chosen)


def _by_names(chosen: Chosen) -> list[tuple[tuple[_By, ...], list[list[str]]]]:
    """By speaker, as an index has their names in this order and another one the quotes of each:
    those that have one, then all others."""
    conditions = chosen.begun_with(())
    known = ["quotes.speaker_id = speakers.id", *conditions]
    unknown = ["quotes.speaker_id IS NULL", *conditions]
    return [(_BY_NAME, [known]), (orders(by_quotes=True)["speaker"], [unknown])]


def _way(reader: Reader, chosen: Chosen, sort: Sort) -> list[str] | None:
    """All that is asked for, of `quotes` alone, where it is best found there: few quotes by what
    tells them, or in the order of an index of its own; None where articles or speakers lead to it.
    """
    if chosen.speakers is not None and "words" not in chosen.others:
        return None
    few = few_of(reader, chosen)
    if few & INDEXED:
        return [f"quotes.key IN (SELECT quotes.key FROM quotes {where(chosen.begun_with(few))})"]
    return chosen.begun_with(few) if sort == "confidence" and not few else None


def _stages(chosen: Chosen, sort: Sort, way: list[str] | None) -> list[list[list[str]]]:
    """The ways of one stage after the other: what is ordered by day comes by day."""
    if way is not None:
        days = [["quotes.day > 0"], ["quotes.day = 0"]] if sort == "oldest" else [[]]
        return [[[*way, *day]] for day in days]
    if sort in ("date", "oldest"):
        return chosen.ways(MOST_WAYS, undated_last=sort == "oldest")
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
    """The SELECT and FROM of a list: the values by which it is ordered, each under the name that
    `_named` gives it, and the quote's key, from all tables that these are in; where "names" is one
    of them, the speakers are gone through before their quotes. `by`: the orders, the first before
    the others; `article`: SQL for the key of a quote's article.

    `+ 0` keeps SQLite from going through all quotes to look for the article of each, and sorting
    them.
    """
    named = [f"{part.column} AS {_named(place)}" for place, part in enumerate(by)]
    tables = {part.of for part in by}
    source = "quotes"
    if "articles" in tables:
        source = f"articles JOIN quotes ON quotes.article = {article}"
    if "names" in tables:
        source = "speakers CROSS JOIN quotes"
    if "speakers" in tables:
        source += " LEFT JOIN speakers ON speakers.id = quotes.speaker_id"
    return f"SELECT {', '.join(named)}, quotes.key AS key FROM {source}"


def _end(by: Sequence[_By]) -> str:
    return f"ORDER BY {', '.join(part.order(part.column) for part in by)} LIMIT :size"


def _after(by: Sequence[_By]) -> list[str]:
    """Conditions on what comes after a place: the first tells an index where to begin."""
    places = [f":{_named(place)}" for place in range(len(by))]
    rising = ", ".join(part.rising(part.column) for part in by)
    before = ", ".join(part.rising(place) for part, place in zip(by, places, strict=True))
    return [by[0].not_before(places[0]), f"({rising}) > ({before})"]

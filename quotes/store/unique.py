"""One quote for each saying: which is shown, how often it occurs, and where it was seen first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from quotes.records import Saying
from quotes.store.bulk import parts_of
from quotes.store.rows import DAY, quote_values, select_quotes
from quotes.store.schema import articles, quotes, sayings
from quotes.store.types import earliest_first

FIRST_SEEN = (*earliest_first(articles.c.date), articles.c.id, quotes.c.key)
"""The quotes of a saying in the order in which they were published."""

Members = Callable[[Connection, Sequence[int]], Iterable[Any]]
"""Rows (key, saying, length, day) of those of some sayings that may be shown."""


def choose_sayings(
    connection: Connection, pages: Iterable[Sequence[int]], members: Members
) -> Iterator[list[int]]:
    """The keys of the quotes that are shown for the sayings, for each page of keys a list.

    Each stands where the first of its saying stands. It is the longest, of the earliest day.
    """
    seen: set[int] = set()
    for page in pages:
        of = _sayings_of(connection, page)
        new = list(dict.fromkeys(of[key] for key in page if key in of and of[key] not in seen))
        seen.update(new)
        shown = _best(connection, new, members)
        yield [
            shown.pop(of[key]) if key in of else key
            for key in page
            if key not in of or of[key] in shown
        ]


def members_where(conditions: list[ColumnElement[bool]]) -> Members:
    """Those that meet conditions on `quotes`."""

    def members(connection: Connection, some: Sequence[int]) -> Iterable[Any]:
        facts = (quotes.c.key, sayings.c.saying, func.length(quotes.c.text), DAY)
        chosen = select(*facts).select_from(sayings.join(quotes))
        return connection.execute(chosen.where(sayings.c.saying.in_(some), *conditions))

    return members


def load_sayings(connection: Connection, keys: Sequence[int]) -> list[Saying]:
    """The sayings for which the quotes with these keys stand, in their order."""
    found: dict[int, Saying] = {}
    for part in parts_of(keys):
        seen = _seen(connection, part)
        for row in connection.execute(select_quotes().where(quotes.c.key.in_(part))):
            found[row.key] = _saying_of(row, seen.get(row.key))
    return [found[key] for key in keys]


def _sayings_of(connection: Connection, keys: Sequence[int]) -> dict[int, int]:
    """The saying of each quote that is not alone."""
    found: dict[int, int] = {}
    for part in parts_of(keys):
        rows = connection.execute(select(sayings).where(sayings.c.quote.in_(part)))
        found |= {row.quote: row.saying for row in rows}
    return found


def _best(connection: Connection, some: Sequence[int], members: Members) -> dict[int, int]:
    """For each saying the quote that is shown."""
    best: dict[int, Any] = {}
    for part in parts_of(some):
        for key, saying, length, day in members(connection, part):
            rank = (-length, day is None, str(day), key)
            best[saying] = min(best.get(saying, rank), rank)
    return {saying: rank[-1] for saying, rank in best.items()}


def _seen(connection: Connection, keys: Sequence[int]) -> dict[int, Row[Any]]:
    """For those of the quotes that are not alone: how many there are, and the first article."""
    mine = sayings.alias()
    among = sayings.c.saying.in_(select(mine.c.saying).where(mine.c.quote.in_(keys)))
    every = (
        select(
            sayings.c.saying,
            *(articles.c[name] for name in ("id", "publisher", "date")),
            func.count().over(partition_by=sayings.c.saying).label("count"),
            func.row_number()
            .over(partition_by=sayings.c.saying, order_by=FIRST_SEEN)
            .label("place"),
        )
        .select_from(sayings.join(quotes).join(articles))
        .where(among)
        .subquery()
    )
    first = select(mine.c.quote, every).join(every, every.c.saying == mine.c.saying)
    rows = connection.execute(first.where(every.c.place == 1, mine.c.quote.in_(keys)))
    return {row.quote: row for row in rows}


def _saying_of(row: Row[Any], seen: Row[Any] | None) -> Saying:
    fields = quote_values(row)
    if seen is None:
        first = (1, fields["article_id"], fields["publisher"], fields["date"])
    else:
        first = (seen._mapping["count"], seen.id, seen.publisher, seen.date)
    occurrences, article, publisher, date = first
    return Saying(
        **fields,
        occurrences=occurrences,
        first_article=article,
        first_publisher=publisher,
        first_date=date,
    )

"""One quote for each saying: which is shown, how often it occurs, and where it was seen first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from quotes.records import Saying
from quotes.store.rows import DAY, quote_of, select_quotes
from quotes.store.schema import articles, quotes, sayings

AT_ONCE = 500
"""Quotes in one statement: there is room for so many only."""

FIRST_SEEN = (articles.c.date.nulls_last(), articles.c.id, quotes.c.position)
"""The quotes of a saying in the order in which they were published."""


def choose_sayings(connection: Connection, chosen: Select[Any], limit: int | None) -> list[int]:
    """The keys of the quotes that are shown for the sayings among those chosen.

    Each stands where the first of its saying stands. It is the longest, of the earliest day.
    """
    facts = (quotes.c.key, sayings.c.saying, func.length(quotes.c.text).label("length"), DAY)
    asked = chosen.with_only_columns(*facts, maintain_column_froms=True)
    shown: dict[int, Any] = {}
    rows: Iterable[Any] = connection.execute(
        asked.outerjoin(sayings, sayings.c.quote == quotes.c.key)
    )
    for row in rows:
        place = -row.key if row.saying is None else row.saying
        shown[place] = min(shown.get(place, row), row, key=_rank)
    return [row.key for row in shown.values()][:limit]


def load_sayings(connection: Connection, keys: Sequence[int]) -> list[Saying]:
    """The sayings for which the quotes with these keys stand, in their order."""
    found: dict[int, Saying] = {}
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        seen = _seen(connection, part)
        chosen = select_quotes().add_columns(quotes.c.key).where(quotes.c.key.in_(part))
        for row in connection.execute(chosen):
            found[row.key] = _saying_of(row, seen.get(row.key))
    return [found[key] for key in keys]


def _rank(row: Any) -> tuple[int, bool, str, int]:
    return -row.length, row[-1] is None, str(row[-1]), row.key


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
    quote = quote_of(row)
    fields = {name: getattr(quote, name) for name in type(quote).model_fields}
    if seen is None:
        first = (1, quote.article_id, quote.publisher, quote.date)
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

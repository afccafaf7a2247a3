"""Which quotes are one saying: what they are looked up by, and who is left where one goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, func, select

from quotes.records import Quote
from quotes.sayings import saying_keys
from quotes.store.keyed import Keyed
from quotes.store.schema import articles, quotes, sayings
from quotes.store.schema import saying_keys as keys_table

SAYINGS = Keyed(keys_table, sayings)

LONGEST = (func.length(quotes.c.text).desc(), quotes.c.key)
"""The order in which the first quote of a saying stands for it."""


def quotes_of(connection: Connection, speaker_ids: Collection[int]) -> list[int]:
    """The keys of all quotes of some rows of `speakers`."""
    chosen = select(quotes.c.key).where(quotes.c.speaker_id.in_(speaker_ids))
    return list(connection.execute(chosen).scalars())


def forget_keys(connection: Connection, gone: Mapping[int, Quote]) -> None:
    """Let quotes that go, by their keys, be found no longer by what they say."""
    SAYINGS.forget(connection, {key: saying_keys(q.text, q.kind) for key, q in gone.items()})


def left_behind(connection: Connection, article: int) -> list[int]:
    """Quotes of others that are one saying with the longest of it, which is this article's, or
    with quotes of this article only.

    Without it they may have nothing in common, or are alone.
    """
    mine = select(sayings.c.saying).join(quotes).where(quotes.c.article == article)
    chosen = select(sayings.c.saying, quotes.c.key, quotes.c.article, func.length(quotes.c.text))
    rows = connection.execute(
        chosen.join(quotes).where(sayings.c.saying.in_(mine)).order_by(sayings.c.saying, *LONGEST)
    ).all()
    lengths = {row.saying: row[3] for row in reversed(rows) if row.article != article}
    headless = {row.saying for row in rows if row[3] > lengths.get(row.saying, row[3])}
    left = Counter(row.saying for row in rows if row.article != article)
    headless |= {saying for saying, count in left.items() if count == 1}
    return [row.key for row in rows if row.saying in headless and row.article != article]


def left_behind_by(connection: Connection, article_id: str) -> list[int]:
    """The same for the article of this id."""
    mine = select(articles.c.key).where(articles.c.id == article_id)
    return left_behind(connection, connection.execute(mine).scalar_one())

"""What is found out of articles once they are stored: who is one person, what is one saying, which
are versions of one story. A bulk load puts it off; what waits is done in whole steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from quotes.store.asking import parts_of
from quotes.store.grouping import group_quotes
from quotes.store.merging import merge_speakers
from quotes.store.sayings import quotes_of
from quotes.store.schema import articles, quotes, waiting
from quotes.store.stories import place_article

STEP = 20
"""Articles in one transaction: others may write between two."""


def settle(connection: Connection, keys: Sequence[int], bereft: Collection[int] = ()) -> None:
    """Find out all of it for the articles with these keys; `bereft`: quotes to look at, too."""
    own: list[int] = []
    speakers: set[int] = set()
    for part in parts_of(keys):
        chosen = select(quotes.c.key, quotes.c.speaker_id).where(quotes.c.article.in_(part))
        for key, speaker in connection.execute(chosen):
            own.append(key)
            speakers.add(speaker)
    merged = merge_speakers(connection, speakers - {None})
    group_quotes(connection, [*own, *bereft, *quotes_of(connection, merged)])
    for key in keys:
        place_article(connection, key)


def put_off(connection: Connection, keys: Sequence[int]) -> None:
    """Note that articles, whose keys follow each other, wait."""
    first, last = keys[0], keys[-1]
    before = waiting.c.last == first - 1
    longer = connection.execute(update(waiting).where(before).values(last=last))
    if not longer.rowcount:
        connection.execute(insert(waiting).values(first=first, last=last))


def forget_gone(connection: Connection) -> None:
    """Let no number of an article that has gone wait, as it may be given out again."""
    mine = articles.c.key.between(waiting.c.first, waiting.c.last)
    last = select(func.max(articles.c.key)).where(mine).scalar_subquery()
    connection.execute(delete(waiting).where(last.is_(None)))
    connection.execute(update(waiting).values(last=last))


def count_waiting(connection: Connection) -> int:
    """How many articles wait."""
    between = articles.c.key.between(waiting.c.first, waiting.c.last)
    counted = select(func.count()).select_from(articles.join(waiting, between))
    return int(connection.execute(counted).scalar_one())


def settle_some(connection: Connection) -> int:
    """Do the next STEP articles that wait; returns how many, 0 at the end."""
    row: Any = connection.execute(select(waiting).order_by(waiting.c.first).limit(1)).first()
    if row is None:
        return 0
    between = articles.c.key.between(row.first, row.last)
    chosen = select(articles.c.key).where(between).order_by(articles.c.key).limit(STEP)
    keys = list(connection.execute(chosen).scalars())
    if keys:
        settle(connection, keys)
    mine = waiting.c.first == row.first
    if len(keys) < STEP or keys[-1] == row.last:
        connection.execute(delete(waiting).where(mine))
        return len(keys) or settle_some(connection)
    connection.execute(update(waiting).where(mine).values(first=keys[-1] + 1))
    return len(keys)

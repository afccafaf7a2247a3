"""Taking articles out, with their quotes and all that is known by them alone."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, select

from quotes.errors import UsageError
from quotes.store.asking import Reader, Row, among_numbers, ask, ask_each, parts_of
from quotes.store.damage import look_at
from quotes.store.filters import check_article
from quotes.store.grouping import group_quotes
from quotes.store.index import index_of
from quotes.store.records import Removal
from quotes.store.rows import SELECT_ARTICLES, article_of
from quotes.store.same_article import forget_article_keys
from quotes.store.sayings import left_behind
from quotes.store.schema import (
    article_keys,
    articles,
    changes,
    inputs,
    quotes,
    saying_keys,
    story_keys,
)
from quotes.store.settling import forget_gone
from quotes.store.stories import STORIES, forget_article, place_article, versions_of
from quotes.store.values import number_of_day
from quotes.store.verdicts import part_from
from quotes.store.writing import forget_the_silent, quotes_in, remove_quotes


def find_removal(reader: Reader, *, article: str | None, before: dt.date | None) -> Removal:
    """What `remove` would take out. Raises UsageError for an article that is not stored, and
    where neither or both are given."""
    keys = _keys(reader, article, before)
    counted = "SELECT count(*) FROM quotes WHERE quotes.article IN"
    total = sum(
        count
        for part in parts_of(keys)
        for count in ask_each(reader, f"{counted} {among_numbers(part)}")
    )
    return Removal(articles=len(keys), quotes=total)


def remove(connection: Connection, *, article: str | None, before: dt.date | None) -> Removal:
    """Take articles out, with their quotes and all that is known by them alone."""
    keys = _keys(connection, article, before)
    total, whole = 0, True
    for key in keys:
        count, readable = _remove(connection, key)
        total, whole = total + count, whole and readable
    if not whole:
        index_of(connection).rebuild(connection)  # which words to take out nobody knows
    if keys:
        connection.execute(delete(inputs))  # else their files would not be read again
        forget_gone(connection)
    return Removal(articles=len(keys), quotes=total)


def _keys(reader: Reader, article: str | None, before: dt.date | None) -> list[int]:
    if (article is None) == (before is None):
        raise UsageError("name an article or a day before which all go, one of the two")
    if article is not None:
        mine = "SELECT articles.key FROM articles WHERE articles.id = :id"
        return ask_each(reader, mine, {"id": check_article(reader, article)})
    dated = "SELECT articles.key FROM articles WHERE articles.date > 0"
    return ask_each(reader, f"{dated} AND articles.date < :day", {"day": number_of_day(before)})


def _remove(connection: Connection, key: int) -> tuple[int, bool]:
    """How many quotes went, and whether all could be read."""
    (row,) = ask(connection, f"{SELECT_ARTICLES} WHERE articles.key = :key", {"key": key})
    spoke = ask_each(connection, "SELECT speaker_id FROM quotes WHERE article = :key", {"key": key})
    bereft = left_behind(connection, key)
    versions = versions_of(connection, key)
    readable = _forget(connection, row)
    part_from(connection, row.id)
    STORIES.leave(connection, [key])
    connection.execute(delete(articles).where(articles.c.key == key))
    connection.execute(delete(changes).where(changes.c.article_id == row.id))
    forget_the_silent(connection, spoke)
    group_quotes(connection, bereft)
    if versions:
        place_article(connection, versions[0])
    return len(spoke), readable


def _forget(connection: Connection, row: Row) -> bool:
    """Take the quotes of an article out, and what it and they are looked up by.

    Returns False where this is not known, as it is damaged: all there is is gone through then.
    """
    if look_at(connection, row).fault is None:
        remove_quotes(connection, row.key, quotes_in(connection, row.key))
        article = article_of(row)
        forget_article(connection, row.key, article)
        forget_article_keys(connection, row.key, article)
        return True
    mine = select(quotes.c.key).where(quotes.c.article == row.key)
    connection.execute(delete(saying_keys).where(saying_keys.c.quote.in_(mine)))
    for keys in (story_keys, article_keys):
        connection.execute(delete(keys).where(keys.c.article == row.key))
    connection.execute(delete(quotes).where(quotes.c.article == row.key))
    return False

"""Taking articles out, with their quotes and all that is known by them alone."""

from __future__ import annotations

import datetime as dt

from quotes.errors import UsageError
from quotes.store.care.damage import look_at
from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each, parts_of, where
from quotes.store.db.connection import Connection
from quotes.store.query import tallies
from quotes.store.query.filters import Filters
from quotes.store.query.rows import SELECT_ARTICLES, article_of
from quotes.store.records import Removal
from quotes.store.sayings.grouping import group_quotes
from quotes.store.sayings.sayings import quotes_to_regroup
from quotes.store.sayings.settling import forget_deleted_articles
from quotes.store.sayings.stories import STORIES, forget_article, place_article, versions_of
from quotes.store.schema.values import number_of_day
from quotes.store.search.kinds import index_of
from quotes.store.write.same_article import forget_article_keys
from quotes.store.write.verdicts import part_from
from quotes.store.write.writing import delete_unquoted_speakers, quotes_in, remove_quotes


def find_removal(reader: Reader, filters: Filters, before: dt.date | None = None) -> Removal:
    """How much `remove` would take out. Raises UsageError for what is not stored, and where nothing
    is asked for."""
    keys = _keys(reader, filters, before)
    counted = "SELECT count(*) FROM quotes WHERE quotes.article IN"
    total = sum(
        count
        for part in parts_of(keys)
        for count in ask_each(reader, f"{counted} {among_numbers(part)}")
    )
    return Removal(articles=len(keys), quotes=total)


def remove(connection: Connection, filters: Filters, before: dt.date | None = None) -> Removal:
    """Take articles out, with their quotes and all that is known by them alone."""
    keys = _keys(connection, filters, before)
    total, whole = 0, True
    for key in keys:
        count, readable = _remove(connection, key)
        total, whole = total + count, whole and readable
    if not whole:
        index_of(connection).rebuild(connection)  # which words to take out nobody knows
        tallies.rebuild(connection)
    if keys:
        connection.run("DELETE FROM inputs")  # else their files would not be read again
        forget_deleted_articles(connection)
    return Removal(articles=len(keys), quotes=total)


def _keys(reader: Reader, filters: Filters, before: dt.date | None) -> list[int]:
    if before is None and not filters.by_quotes and filters.of_articles == Filters():
        raise UsageError("all would go: name an article, a publisher or days, before which all go")
    chosen = filters.chosen(reader)
    conditions = chosen.of_articles(by_quotes=filters.by_quotes)
    values = dict(chosen.values)
    if before is not None:
        conditions += ["articles.date > 0", "articles.date < :before"]
        values["before"] = number_of_day(before)
    return ask_each(reader, f"SELECT articles.key FROM articles {where(conditions)}", values)


def _remove(connection: Connection, key: int) -> tuple[int, bool]:
    """How many quotes went, and whether all could be read."""
    (row,) = ask(connection, f"{SELECT_ARTICLES} WHERE articles.key = :key", {"key": key})
    spoke = ask_each(connection, "SELECT speaker_id FROM quotes WHERE article = :key", {"key": key})
    regrouped = quotes_to_regroup(connection, key)
    versions = versions_of(connection, key)
    readable = _forget(connection, row)
    part_from(connection, row.id)
    STORIES.leave(connection, [key])
    connection.run("DELETE FROM articles WHERE key = :key", {"key": key})
    connection.run("DELETE FROM changes WHERE article_id = :id", {"id": row.id})
    delete_unquoted_speakers(connection, spoke)
    group_quotes(connection, regrouped)
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
    mine = {"article": row.key}
    connection.run(
        "DELETE FROM saying_keys WHERE quote IN "
        "(SELECT quotes.key FROM quotes WHERE quotes.article = :article)",
        mine,
    )
    for table in ("story_keys", "article_keys", "quotes"):
        connection.run(f"DELETE FROM {table} WHERE article = :article", mine)
    return False

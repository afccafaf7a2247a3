"""Which articles are stored, of which others they are versions, and taking them out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select

from quotes.errors import UsageError
from quotes.store.bulk import parts_of
from quotes.store.filters import check_article, check_limit
from quotes.store.grouping import group_quotes
from quotes.store.records import ArticleSummary, Removal
from quotes.store.rows import article_of, select_articles
from quotes.store.sayings import left_behind
from quotes.store.schema import articles, changes, inputs, quotes, stories
from quotes.store.settling import forget_gone
from quotes.store.stories import STORIES, forget_article, place_article
from quotes.store.types import earliest_first, is_known, number
from quotes.store.writing import forget_the_silent, quotes_in, remove_quotes


def list_articles(
    connection: Connection, *, after: str | None = None, limit: int | None = None
) -> list[ArticleSummary]:
    """Articles, newest first, each with the number of all its quotes; those after one of them."""
    day = number(articles.c.date)
    shown = (articles.c.key, articles.c.id, articles.c.title, articles.c.date, articles.c.publisher)
    count = select(func.count()).where(quotes.c.article == articles.c.key).scalar_subquery()
    chosen = select(*shown, count.label("count")).order_by(day.desc(), articles.c.id)
    if after is not None:
        start = select(day).where(articles.c.id == check_article(connection, after))
        last = connection.execute(start).scalar_one()
        chosen = chosen.where(or_(day < last, and_(day == last, articles.c.id > after)))
    rows = connection.execute(chosen.limit(check_limit(limit))).all()
    versions = _versions(connection, [row.key for row in rows])
    return [
        ArticleSummary(
            **{name: row._mapping[name] for name in ("id", "title", "date", "publisher", "count")},
            **_story_of(row.id, versions.get(row.key, [])),
        )
        for row in rows
    ]


def find_removal(connection: Connection, *, article: str | None, before: dt.date | None) -> Removal:
    """What `remove` would take out. Raises UsageError for an article that is not stored, and
    where neither or both are given."""
    keys = _keys(connection, article, before)
    counted = select(func.count()).select_from(quotes)
    total = sum(
        connection.execute(counted.where(quotes.c.article.in_(part))).scalar_one()
        for part in parts_of(keys)
    )
    return Removal(articles=len(keys), quotes=total)


def remove(connection: Connection, *, article: str | None, before: dt.date | None) -> Removal:
    """Take articles out, with their quotes and all that is known by them alone."""
    keys = _keys(connection, article, before)
    total = sum(_remove(connection, key) for key in keys)
    if keys:
        connection.execute(delete(inputs))  # else their files would not be read again
        forget_gone(connection)
    return Removal(articles=len(keys), quotes=total)


def _keys(connection: Connection, article: str | None, before: dt.date | None) -> list[int]:
    if (article is None) == (before is None):
        raise UsageError("name an article or a day before which all go, one of the two")
    if article is not None:
        which = [articles.c.id == check_article(connection, article)]
    else:
        which = [is_known(articles.c.date), articles.c.date < before]
    return list(connection.execute(select(articles.c.key).where(*which)).scalars())


def _remove(connection: Connection, key: int) -> int:
    row = connection.execute(select_articles().where(articles.c.key == key)).one()
    old = quotes_in(connection, key)
    bereft = left_behind(connection, key)
    kin = select(stories.c.story).where(stories.c.article == key)
    others = select(stories.c.article).where(stories.c.story.in_(kin), stories.c.article != key)
    versions = list(connection.execute(others).scalars())
    remove_quotes(connection, key, old)
    forget_article(connection, key, article_of(row))
    STORIES.leave(connection, [key])
    connection.execute(delete(articles).where(articles.c.key == key))
    connection.execute(delete(changes).where(changes.c.article_id == row.id))
    forget_the_silent(connection, old)
    group_quotes(connection, bereft)
    if versions:
        place_article(connection, versions[0])
    return len(old)


def _versions(connection: Connection, keys: list[int]) -> dict[int, list[str]]:
    """For each article that is not alone the ids of all versions of its story, the first first."""
    found: dict[int, list[str]] = {}
    for part in parts_of(keys):
        mine = stories.alias()
        chosen = (
            select(mine.c.article, articles.c.id)
            .select_from(mine.join(stories, stories.c.story == mine.c.story))
            .join(articles, articles.c.key == stories.c.article)
            .where(mine.c.article.in_(part))
            .order_by(*earliest_first(articles.c.date), articles.c.id)
        )
        for row in connection.execute(chosen):
            found.setdefault(row.article, []).append(row.id)
    return found


def _story_of(article_id: str, same: list[str]) -> dict[str, Any]:
    first = same[0] if same else article_id
    return {"versions": max(len(same), 1), "version_of": first if first != article_id else None}

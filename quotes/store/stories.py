"""Which articles are versions of one story, decided while they are added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from quotes.records import Article
from quotes.sayings import are_versions, days_between, version_keys
from quotes.store.keyed import Keyed
from quotes.store.rows import article_of
from quotes.store.schema import articles, stories, story_keys

STORIES = Keyed(story_keys, stories)

CLOSEST = 20
"""So many articles one is compared with: those that share most keys."""


def place_article(connection: Connection, article: Article) -> None:
    """Link an article, whose text or day may be new, with the other versions of its story.

    Those it was linked with before are looked at again, too: it may have been what they shared.
    """
    others = _versions(connection, article.id)
    STORIES.leave(connection, [article.id, *others])
    for one in (article, *_load(connection, others)):
        _place(connection, one)


def list_versions(connection: Connection) -> dict[str, list[str]]:
    """For each article that is not alone all versions of its story, the first by date first."""
    chosen = select(stories.c.story, articles.c.id).join(articles)
    groups: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(chosen.order_by(articles.c.date.nulls_last(), articles.c.id)):
        groups[row.story].append(row.id)
    return {article: same for same in groups.values() for article in same}


def _place(connection: Connection, article: Article) -> None:
    keys = version_keys(article.text)
    STORIES.write(connection, {article.id: keys})
    near = STORIES.sharing(connection, article.id, keys, least=1, most=CLOSEST)
    same = [other.id for other in _load(connection, near) if _are_one(article, other)]
    if same:
        STORIES.join(connection, [article.id, *same])


def _are_one(one: Article, other: Article) -> bool:
    return are_versions(one.text, other.text, days_between(one.date, other.date))


def _versions(connection: Connection, article_id: str) -> list[str]:
    """The other articles of its story."""
    mine = select(stories.c.story).where(stories.c.article == article_id)
    chosen = select(stories.c.article).where(
        stories.c.story.in_(mine), stories.c.article != article_id
    )
    return sorted(connection.execute(chosen).scalars())


def _load(connection: Connection, ids: Iterable[str]) -> list[Article]:
    chosen = select(articles).where(articles.c.id.in_(list(ids))).order_by(articles.c.id)
    return [article_of(row) for row in connection.execute(chosen)]

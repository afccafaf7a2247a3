"""Which articles are versions of one story, decided while they are added."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from quotes.records import Article
from quotes.sayings import are_versions, days_between, version_keys
from quotes.store.keyed import Keyed
from quotes.store.rows import article_of, select_articles
from quotes.store.schema import articles, stories, story_keys

STORIES = Keyed(story_keys, stories)

CLOSEST = 20
"""So many articles one is compared with: those that share most keys."""


def place_article(connection: Connection, key: int) -> None:
    """Link an article, whose text or day may be new, with the other versions of its story.

    Those it was linked with before are looked at again, too: it may have been what they shared.
    """
    others = _versions(connection, key)
    STORIES.leave(connection, [key, *others])
    for one, article in _load(connection, [key, *others]):
        _place(connection, one, article)


def forget_article(connection: Connection, key: int, article: Article) -> None:
    """Let the article be found no longer by the text that it had."""
    STORIES.forget(connection, {key: version_keys(article.text)})


def _place(connection: Connection, key: int, article: Article) -> None:
    keys = version_keys(article.text)
    STORIES.write(connection, {key: keys})
    near = STORIES.sharing(connection, key, keys, least=1, most=CLOSEST)
    same = [other for other, text in _load(connection, near) if _are_one(article, text)]
    if same:
        STORIES.join(connection, [key, *same])


def _are_one(one: Article, other: Article) -> bool:
    return are_versions(one.text, other.text, days_between(one.date, other.date))


def _versions(connection: Connection, key: int) -> list[int]:
    """The other articles of its story."""
    mine = select(stories.c.story).where(stories.c.article == key)
    chosen = select(stories.c.article).where(stories.c.story.in_(mine), stories.c.article != key)
    return sorted(connection.execute(chosen).scalars())


def _load(connection: Connection, keys: Collection[int]) -> list[tuple[int, Article]]:
    chosen = select_articles().where(articles.c.key.in_(keys)).order_by(articles.c.key)
    return [(row.key, article_of(row)) for row in connection.execute(chosen)]

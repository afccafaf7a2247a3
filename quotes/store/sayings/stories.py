"""Which articles are versions of one story, decided while they are added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress

from quotes.records import Article
from quotes.sayings import are_versions, days_between, version_keys
from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each
from quotes.store.db.connection import Connection
from quotes.store.db.errors import DamagedError
from quotes.store.query.rows import SELECT_ARTICLES, article_of
from quotes.store.sayings.keyed import Keyed

STORIES = Keyed("story_keys", "stories", member="article", group="story")

CLOSEST = 20
"""So many articles one is compared with: those that share most keys."""


_OTHERS = """
SELECT others.article FROM stories AS others JOIN stories AS mine ON mine.story = others.story
WHERE mine.article = :key AND others.article <> :key ORDER BY others.article
"""


def place_article(connection: Connection, key: int) -> None:
    """Link an article, whose text or day may be new, with the other versions of its story.

    Those it was linked with before are looked at again, too: it may have been what they shared.
    """
    others = versions_of(connection, key)
    STORIES.leave(connection, [key, *others])
    for one, article in _load(connection, [key, *others]):
        _place(connection, one, article)


def versions_of(reader: Reader, key: int) -> list[int]:
    """The other articles of its story."""
    return ask_each(reader, _OTHERS, {"key": key})


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


def _load(reader: Reader, keys: Collection[int]) -> list[tuple[int, Article]]:
    chosen = f"{SELECT_ARTICLES} WHERE articles.key IN {among_numbers(keys)} ORDER BY articles.key"
    return list(_readable(ask(reader, chosen)))


def _readable(rows: Iterable[Row]) -> Iterator[tuple[int, Article]]:
    """The keys and Articles of rows, without those that are damaged, which can be compared with
    nothing."""
    for row in rows:
        with suppress(DamagedError):
            yield row.key, article_of(row)

"""Finds out of articles, once they are stored, who is one person, which quotes are one saying, and
which articles are versions of one story. A bulk load puts it off; all that waits is done in whole
steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quotes.store.db.asking import Reader, among_numbers, ask, ask_each, parts_of
from quotes.store.db.connection import Connection
from quotes.store.sayings.grouping import group_quotes
from quotes.store.sayings.sayings import quotes_of
from quotes.store.sayings.stories import place_article
from quotes.store.speakers.merging import merge_speakers

STEP = 20
"""Articles in one transaction: others may write between two."""

_SPOKEN = "SELECT quotes.key, quotes.speaker_id FROM quotes WHERE quotes.article IN"

_FORGET_EMPTY = """
DELETE FROM waiting WHERE NOT EXISTS (
    SELECT 1 FROM articles WHERE articles.key BETWEEN waiting.first AND waiting.last
)
"""
_SHORTEN = """
UPDATE waiting SET last = (
    SELECT max(articles.key) FROM articles
    WHERE articles.key BETWEEN waiting.first AND waiting.last
)
"""

_COUNTED = """
SELECT count(*) FROM articles
JOIN waiting ON articles.key BETWEEN waiting.first AND waiting.last
"""

_FIRST = "SELECT waiting.first AS first, waiting.last AS last FROM waiting ORDER BY first LIMIT 1"
_NEXT = f"""
SELECT articles.key FROM articles WHERE articles.key BETWEEN :first AND :last
ORDER BY articles.key LIMIT {STEP}
"""


def settle(connection: Connection, keys: Sequence[int], also: Collection[int] = ()) -> None:
    """Find out all of it for the articles with these keys; `also`: keys of other quotes to
    group anew."""
    own: list[int] = []
    speakers: set[int] = set()
    for part in parts_of(keys):
        for key, speaker in ask(connection, f"{_SPOKEN} {among_numbers(part)}"):
            own.append(key)
            if speaker is not None:
                speakers.add(speaker)
    merged = merge_speakers(connection, speakers)
    group_quotes(connection, [*own, *also, *quotes_of(connection, merged)])
    for key in keys:
        place_article(connection, key)


def put_off(connection: Connection, keys: Sequence[int]) -> None:
    """Note that articles, whose keys follow each other, wait."""
    known = {"first": keys[0], "last": keys[-1]}
    longer = connection.run("UPDATE waiting SET last = :last WHERE last = :first - 1", known)
    if not longer.rowcount:
        connection.run("INSERT INTO waiting (first, last) VALUES (:first, :last)", known)


def forget_deleted_articles(connection: Connection) -> None:
    """Let no number of an article that has gone wait, as it may be given out again."""
    connection.run(_FORGET_EMPTY)
    connection.run(_SHORTEN)


def count_waiting(reader: Reader) -> int:
    """How many articles wait."""
    (count,) = ask_each(reader, _COUNTED)
    return int(count)


def settle_some(connection: Connection) -> int:
    """Do the next STEP articles that wait; returns how many, 0 at the end."""
    rows = ask(connection, _FIRST)
    if not rows:
        return 0
    ((first, last),) = rows
    keys = ask_each(connection, _NEXT, {"first": first, "last": last})
    if keys:
        settle(connection, keys)
    if len(keys) < STEP or keys[-1] == last:
        connection.run("DELETE FROM waiting WHERE first = :first", {"first": first})
        return len(keys) or settle_some(connection)
    done = {"first": first, "next": keys[-1] + 1}
    connection.run("UPDATE waiting SET first = :next WHERE first = :first", done)
    return len(keys)

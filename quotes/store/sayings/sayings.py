"""Which quotes are one saying: what they are looked up by, and who is left where one goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from quotes.records import Quote
from quotes.sayings import saying_keys
from quotes.store.db.asking import Reader, ask, ask_each
from quotes.store.db.connection import Connection
from quotes.store.query.chosen import said_by
from quotes.store.sayings.keyed import Keyed

SAYINGS = Keyed("saying_keys", "sayings", member="quote", group="saying")

LONGEST = "length(quotes.text) DESC, quotes.key"
"""The order in which the first quote of a saying stands for it."""

_TOGETHER = f"""
SELECT sayings.saying AS saying, quotes.key AS key, quotes.article AS article,
       length(quotes.text) AS length
FROM sayings JOIN quotes ON quotes.key = sayings.quote
WHERE sayings.saying IN (
    SELECT mine.saying FROM sayings AS mine JOIN quotes AS own ON own.key = mine.quote
    WHERE own.article = :article
)
ORDER BY sayings.saying, {LONGEST}
"""


def quotes_of(reader: Reader, speaker_ids: Collection[int]) -> list[int]:
    """The keys of all quotes of some rows of `speakers`."""
    return ask_each(reader, f"SELECT quotes.key FROM quotes WHERE {said_by(speaker_ids)}")


def forget_keys(connection: Connection, gone: Mapping[int, Quote]) -> None:
    """Let quotes that go, by their keys, be found no longer by what they say."""
    SAYINGS.forget(connection, {key: saying_keys(q.text, q.kind) for key, q in gone.items()})


def quotes_to_regroup(reader: Reader, article: int) -> list[int]:
    """Quotes of others that are one saying with the longest of it, which is this article's, or
    with quotes of this article only.

    Without it they may have nothing in common, or are alone.
    """
    rows = ask(reader, _TOGETHER, {"article": article})
    lengths = {row.saying: row.length for row in reversed(rows) if row.article != article}
    headless = {row.saying for row in rows if row.length > lengths.get(row.saying, row.length)}
    left = Counter(row.saying for row in rows if row.article != article)
    headless |= {saying for saying, count in left.items() if count == 1}
    return [row.key for row in rows if row.saying in headless and row.article != article]


def quotes_to_regroup_of(reader: Reader, article_id: str) -> list[int]:
    """`quotes_to_regroup` for the article of this id."""
    mine = "SELECT articles.key FROM articles WHERE articles.id = :id"
    (key,) = ask_each(reader, mine, {"id": article_id})
    return quotes_to_regroup(reader, key)

"""Which files need not be read again: those whose bytes and way of reading are as they were."""

from __future__ import annotations

from quotes.store.db.asking import Reader, ask
from quotes.store.db.connection import Connection

_REMEMBER = """
INSERT INTO inputs (name, digest, articles) VALUES (:name, :digest, :articles)
ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, articles = excluded.articles
WHERE inputs.digest <> excluded.digest OR inputs.articles <> excluded.articles
"""


def known_inputs(reader: Reader) -> dict[str, int]:
    """How many articles each file holds, by its digest: wherever it lies now."""
    rows = ask(reader, "SELECT inputs.digest AS digest, inputs.articles AS articles FROM inputs")
    return {row.digest: row.articles for row in rows}


def remember_input(connection: Connection, name: str, digest: str, articles: int) -> None:
    """Write it down where it is not known or has changed."""
    connection.run(_REMEMBER, {"name": name, "digest": digest, "articles": articles})

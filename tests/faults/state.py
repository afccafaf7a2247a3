"""The contents of a database, to be compared; and its faults."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from quotes.records import Quote
from quotes.store import Merge, Store


class State(NamedTuple):
    """All that is stored, by article, and what follows from it; `said`: the ids of quotes, what was
    said of each, and by whom. When it was said, is not told."""

    articles: dict[str, list[Quote]]
    sayings: list[Quote]
    merges: list[Merge]
    said: set[tuple[str, str, str]]


def state_of(path: Path, *, read_only: bool = True) -> State:
    """The contents of the database, as a user sees them."""
    everything: dict[str, Any] = {"act": "all", "factuality": "all"}
    with Store(path, read_only=read_only) as store:
        counts = {article.id: article.count for article in store.articles()}
        articles: dict[str, list[Quote]] = {name: [] for name in counts}
        for quote in map(_undated, store.quotes(**everything)):
            articles[quote.article_id].append(quote)
        assert {name: len(quotes) for name, quotes in articles.items()} == counts
        sayings = [_undated(saying) for saying in store.quotes(**everything, unique=True)]
        said = {(fix.quote_id, fix.what, fix.by) for fix in store.fixes()}
        return State(articles, sayings, store.merges(), said)


def _undated(quote: Quote) -> Quote:
    return quote.model_copy(update={"checked_at": None})


def faults_of(path: Path) -> list[str]:
    """The faults that SQLite finds in the file, its indexes for full text and its references."""
    with closing(sqlite3.connect(path)) as connection:
        answers = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found = [answer for answer in answers if answer != "ok"]
        found += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        for name in _full_text_indexes(connection):
            try:
                connection.execute(
                    f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"
                )
            except sqlite3.DatabaseError as error:
                found.append(f"{name}: {error}")
        return found


def revision_of(path: Path) -> str:
    """The revision of its schema."""
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(revision)


def _full_text_indexes(connection: sqlite3.Connection) -> list[str]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"
    )
    return [name for (name,) in tables]

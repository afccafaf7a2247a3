"""The kinds of full-text indexes: each kind of database has one."""

from __future__ import annotations

from quotes.store.db.asking import Reader
from quotes.store.search import Index


def index_of(reader: Reader) -> Index:
    """The index of the database that is connected."""
    if reader.dialect == "sqlite":
        from quotes.store.search.fts5 import FTS5

        return FTS5()
    from quotes.store.search.tsvector import TSVector

    return TSVector()

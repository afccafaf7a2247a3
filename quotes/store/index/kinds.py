"""The kinds of full-text indexes: each kind of database has one."""

from __future__ import annotations

from quotes.store.asking import Reader
from quotes.store.index import Index


def index_of(reader: Reader) -> Index:
    """The index of the database that is connected."""
    if reader.dialect == "sqlite":
        from quotes.store.index.fts5 import FTS5

        return FTS5()
    from quotes.store.index.tsvector import TSVector

    return TSVector()

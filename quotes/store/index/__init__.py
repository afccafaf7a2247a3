"""The full-text index: one for SQLite (FTS5), one for PostgreSQL (tsvector), with one language."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Subquery

from quotes.store.index.query import Node

BEST_OF = 50_000
"""So many of the quotes that a search finds are compared for the best: those added last."""


class Index(Protocol):
    """What both have. Keys are those of `quotes`."""

    def create(self, connection: Connection) -> None:
        """Make it, empty."""

    def taking_in(
        self, connection: Connection, first: int, count: int
    ) -> AbstractContextManager[None]:
        """Within, so many quotes are stored, the first with this key; at the end they are in it."""

    def ranked(
        self, query: Node, act: str, factuality: str, conditions: list[ColumnElement[bool]]
    ) -> Subquery:
        """The columns `key` and `rank` (smaller is better) of what is found, not sorted.

        At most BEST_OF, and of more the last; `conditions` are on `quotes`.
        """

    def problem(self, connection: Connection) -> str | None:
        """What is wrong with it; None where it says what the tables say."""

    def rebuild(self, connection: Connection) -> None:
        """Make it anew from the tables."""


def index_of(connection: Connection) -> Index:
    """The index of the database that is connected."""
    if connection.dialect.name == "sqlite":
        from quotes.store.index.fts5 import FTS5

        return FTS5()
    from quotes.store.index.tsvector import TSVector

    return TSVector()

"""The full-text index: one for SQLite (FTS5), one for PostgreSQL (tsvector), with one language."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from quotes.store.asking import Reader
    from quotes.store.filters import Filters
    from quotes.store.index.query import Node

BEST_OF = 50_000
"""So many of the quotes that a search finds are compared for the best: those added last."""


class Ranked(NamedTuple):
    """A question in SQL for what is found, and the values of its names."""

    sql: str
    values: dict[str, Any]


class Index(Protocol):
    """What both have. Keys are those of `quotes`."""

    def create(self, connection: Connection) -> None:
        """Make it, empty."""

    def taking_in(
        self, connection: Connection, first: int, count: int
    ) -> AbstractContextManager[None]:
        """Within, so many quotes are stored, the first with this key; at the end they are in it."""

    def ranked(self, reader: Reader, query: Node, filters: Filters) -> Ranked:
        """The columns `key` and `rank` (smaller is better) of what is found, not sorted.

        At most BEST_OF, and of more the last. Raises what `Filters.chosen` does.
        """

    def holding(
        self, reader: Reader, terms: Sequence[Sequence[str]], most: int, *, speaker: str = ""
    ) -> list[int]:
        """The keys of at most so many quotes whose text holds all of the terms, the last first.

        A term is words as the index has them (`quotes.store.index.tokens`) that stand together;
        `speaker`: a word of the speaker's name.
        """

    def gap(self, reader: Reader) -> str | None:
        """What is missing in it; None where every quote is there, whatever its words."""

    def problem(self, connection: Connection) -> str | None:
        """What is wrong with it; None where it says what the tables say. Needs the write lock."""

    def rebuild(self, connection: Connection) -> None:
        """Make it anew from the tables."""


def index_of(reader: Reader) -> Index:
    """The index of the database that is connected."""
    if reader.dialect.name == "sqlite":
        from quotes.store.index.fts5 import FTS5

        return FTS5()
    from quotes.store.index.tsvector import TSVector

    return TSVector()

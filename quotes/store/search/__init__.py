"""The full-text index: one for SQLite (FTS5), one for PostgreSQL (tsvector), with one language."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from quotes.store.db.asking import Reader
    from quotes.store.db.connection import Connection
    from quotes.store.query.chosen import Chosen
    from quotes.store.search.query import Node

Where = Literal["quotes", "articles", "all"]
"""Where words are looked for: in what was said; in the headlines of the articles; in both, and in
the names and roles of the speakers."""

BEST_OF = 50_000
"""So many of the quotes that a search finds are compared for the best: those added last."""


class Ranked(NamedTuple):
    """A question in SQL for what is found, and the values of its names; `whole`: False where not
    all that is found is among it."""

    sql: str
    values: dict[str, Any]
    whole: bool = True


class Index(Protocol):
    """The full-text index of either kind of database. Keys are those of `quotes`."""

    def create(self, connection: Connection) -> None:
        """Make it, empty."""

    def indexing(
        self, connection: Connection, first: int, count: int
    ) -> AbstractContextManager[None]:
        """Within, so many quotes are stored, the first with this key; at the end they are in it."""

    def found(
        self, reader: Reader, query: Node, chosen: Chosen, where: Where, last: int | None = None
    ) -> Ranked:
        """The column `key` of all that is found, in no order; with `last` it may be of no more
        quotes than so many that have the words, those added last."""

    def count(self, reader: Reader, query: Node, where: Where, most: int) -> int:
        """How many quotes have the words; no more than `most` are counted."""

    def test(self, query: Node, where: Where, *, each: bool) -> Ranked:
        """A condition in place of a question: that a quote of `quotes` has the words. With `each`
        it is looked up quote by quote, else all that have them are found first."""

    def ranked(self, reader: Reader, query: Node, chosen: Chosen, where: Where) -> Ranked:
        """The columns `key` and `rank` (smaller is better) of what is found, not sorted.

        At most BEST_OF, and of more the last.
        """

    def holding(
        self, reader: Reader, terms: Sequence[Sequence[str]], most: int, *, speaker: str = ""
    ) -> list[int]:
        """The keys of at most so many quotes whose text holds all of the terms, the last first.

        A term is words as the index has them (`quotes.store.search.tokens`) that stand together;
        `speaker`: a word of the speaker's name.
        """

    def gap(self, reader: Reader) -> str | None:
        """A sentence on what is missing in it; None where every quote is there, whatever its
        words."""

    def problem(self, connection: Connection) -> str | None:
        """A sentence on what is wrong with it; None where it says what the tables say. Needs the
        write lock."""

    def rebuild(self, connection: Connection) -> None:
        """Make it anew from the tables."""

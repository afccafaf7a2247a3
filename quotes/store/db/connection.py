"""A connection to a database of either kind, in plain SQL.

A statement is the same for both: values stand in it as `:name`. What differs besides is here and in
`quotes.store.db.sqlite_connection` and `quotes.store.db.postgres_connection`, and nowhere else.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, ClassVar

from quotes.store.db.asking import Cursor, Dialect

MOST_IDLE = 5


class Connection(ABC):
    """A connection of a driver, which begins no transaction unless it is told to."""

    dialect: ClassVar[Dialect]

    @abstractmethod
    def run(self, statement: str, values: Mapping[str, Any] | None = None, /) -> Cursor:
        """Run a statement with the values of its names; more may be given."""

    @abstractmethod
    def run_each(self, statement: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement for each of the rows, which have the values of its names."""

    @abstractmethod
    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Put in many rows, the values in the order of the columns, by the shortest way there is.

        Nothing may be asked while the rows are being made.
        """

    @abstractmethod
    def attempt(self) -> AbstractContextManager[object]:
        """Within, a statement may fail and the transaction go on."""

    @abstractmethod
    def begin(self, *, writes: bool) -> None:
        """Begin a transaction: one that writes, or one that sees one state from its first question
        on."""

    @abstractmethod
    def allow(self, seconds: float | None) -> None:
        """Let what is asked in the transaction that has begun fail after so long; None: never."""

    @property
    @abstractmethod
    def in_transaction(self) -> bool:
        """True from the begin of a transaction to its end."""

    @abstractmethod
    def commit(self) -> None:
        """End the transaction and keep what was written."""

    @abstractmethod
    def rollback(self) -> None:
        """End the transaction, if there is one, as if nothing had been written."""

    @abstractmethod
    def read_any_bytes(self, yes: bool, /) -> None:
        """Answer text that is no UTF-8, with surrogates in it (yes), or raise an error (no)."""

    @abstractmethod
    def is_alive(self) -> bool:
        """True where it can be used once more, after it lay idle."""

    @abstractmethod
    def reset(self) -> bool:
        """Take back what it has begun; False where it cannot be used any more."""

    @abstractmethod
    def close(self) -> None:
        """Close it."""


class Pool:
    """Connections to one database, each for one user at a time, kept for the next one."""

    def __init__(self, connect: Callable[[], Connection], *, keeps: bool) -> None:
        self._connect = connect
        self._most = MOST_IDLE if keeps else 0
        self._idle: list[Connection] = []

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """One that nobody else uses; what it has begun and not ended is taken back at the end."""
        connection = self._take()
        try:
            yield connection
        finally:
            if connection.reset() and len(self._idle) < self._most:
                self._idle.append(connection)
            else:
                connection.close()

    def let_go(self) -> None:
        """Close those that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    def close(self) -> None:
        """Close those that nobody uses, and keep none any more."""
        self._most = 0
        self.let_go()

    def _take(self) -> Connection:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_alive():
                return connection
            connection.close()
        return self._connect()

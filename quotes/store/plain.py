"""SQLite without SQLAlchemy: to be asked, and for nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

MOST_IDLE = 5


class Row(sqlite3.Row):
    """A row with the names of its columns as attributes."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except IndexError:
            raise AttributeError(name) from None


class _Dialect(NamedTuple):
    name: str


class Plain:
    """A connection as `quotes.store.asking.Reader` wants it."""

    dialect = _Dialect("sqlite")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def exec_driver_sql(self, statement: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Run a statement."""
        return self._connection.execute(statement, parameters)


class Pool:
    """Connections to one file, each for one reader at a time, kept for the next one."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], *, keeps: bool) -> None:
        self._connect = connect
        self._most = MOST_IDLE if keeps else 0
        self._idle: list[sqlite3.Connection] = []

    @contextmanager
    def reading(self) -> Iterator[Plain]:
        """One that sees one state of the database from its first question on."""
        connection = self._take()
        try:
            connection.execute("BEGIN")
            yield Plain(connection)
        finally:
            self._put_back(connection)

    def close(self) -> None:
        """Close those that are kept."""
        while self._idle:
            self._idle.pop().close()

    def _take(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            connection = self._connect()
            connection.row_factory = Row
            return connection

    def _put_back(self, connection: sqlite3.Connection) -> None:
        try:
            connection.rollback()
        except sqlite3.Error:  # what went wrong has been said already
            connection.close()
            return
        if len(self._idle) < self._most:
            self._idle.append(connection)
        else:
            connection.close()

"""A connection to a SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from time import thread_time
from typing import Any, ClassVar

from quotes.store.db.asking import Dialect
from quotes.store.db.connection import Connection

STEPS = 100_000
"""Steps of SQLite's machine between two looks at the clock: some milliseconds. At each look a
thread waits for Python, which others use meanwhile."""


class NamedRow(sqlite3.Row):
    """A row with the names of its columns as attributes."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except IndexError:
            raise AttributeError(name) from None


class SQLiteConnection(Connection):
    """See Connection. `driver`: one of sqlite3's that begins no transaction itself."""

    dialect: ClassVar[Dialect] = "sqlite"

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.driver = driver
        driver.row_factory = NamedRow

    def run(self, statement: str, values: Mapping[str, Any] | None = None, /) -> sqlite3.Cursor:
        """Run a statement with the values of its names."""
        return self.driver.execute(statement, values or {})

    def run_each(self, statement: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement for each of the rows."""
        self.driver.executemany(statement, rows)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """By one statement that is read once."""
        marks = ", ".join("?" * len(columns))
        self.driver.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows
        )

    def attempt(self) -> AbstractContextManager[object]:
        """A statement that fails has done nothing, and the next one may follow."""
        return nullcontext()

    def begin(self, *, writes: bool) -> None:
        """BEGIN IMMEDIATE takes the only write lock at once."""
        self.driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")

    def allow(self, seconds: float | None) -> None:
        """SQLite asks every some thousand steps whether to go on. What counts is the processor's
        time of this thread: where many ask at once none is stopped because it had to wait."""
        if seconds is None:
            self.driver.set_progress_handler(None, 0)
        else:
            end = thread_time() + seconds
            self.driver.set_progress_handler(lambda: thread_time() > end, STEPS)

    @property
    def in_transaction(self) -> bool:
        """True from the begin of a transaction to its end."""
        return self.driver.in_transaction

    def commit(self) -> None:
        """End the transaction and keep what was written."""
        self.driver.commit()

    def rollback(self) -> None:
        """End the transaction, if there is one, as if nothing had been written."""
        self.driver.rollback()

    def is_alive(self) -> bool:
        """A file does not hang up."""
        return True

    def reset(self) -> bool:
        """Take back what it has begun; False where it cannot be used any more."""
        try:
            self.allow(None)
            self.driver.rollback()
        except sqlite3.Error:  # what went wrong has been said already
            return False
        return True

    def close(self) -> None:
        """Close it."""
        self.driver.close()

    def read_any_bytes(self, yes: bool, /) -> None:
        """Answer text that is no UTF-8, with surrogates in it (yes), or raise an error (no)."""
        self.driver.text_factory = _with_surrogates if yes else str


def _with_surrogates(words: bytes) -> str:
    return words.decode("utf8", "surrogateescape")

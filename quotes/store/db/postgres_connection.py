"""A connection to a PostgreSQL server."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, ClassVar

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import namedtuple_row

from quotes.store.db.asking import Cursor, Dialect
from quotes.store.db.connection import Connection

_NAME = re.compile(r"(?<!:):([a-z]\w*)")


class PostgresConnection(Connection):
    """See Connection. `driver`: one of psycopg's."""

    dialect: ClassVar[Dialect] = "postgresql"

    def __init__(self, driver: psycopg.Connection[Any]) -> None:
        self.driver = driver
        driver.autocommit = True  # we say ourselves when a transaction begins
        driver.row_factory = namedtuple_row

    def run(self, statement: str, values: Mapping[str, Any] | None = None, /) -> Cursor:
        """Run a statement with the values of its names."""
        return self.driver.execute(_for_psycopg(statement), values or {})

    def run_each(self, statement: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement for each of the rows."""
        with self.driver.cursor() as cursor:
            cursor.executemany(_for_psycopg(statement), rows)

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """By COPY."""
        names = ", ".join(columns)
        with (
            self.driver.cursor() as cursor,
            cursor.copy(f"COPY {table} ({names}) FROM STDIN".encode()) as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def attempt(self) -> AbstractContextManager[object]:
        """A savepoint: the server answers after an error only from there on."""
        return self.driver.transaction()

    def begin(self, *, writes: bool) -> None:
        """Whoever writes sees what others have written before it got the lock."""
        level = "READ COMMITTED" if writes else "REPEATABLE READ READ ONLY"
        self.driver.execute(f"BEGIN ISOLATION LEVEL {level}".encode())

    def allow(self, seconds: float | None) -> None:
        """Each statement may take so long."""
        if seconds is not None:
            milliseconds = max(1, round(seconds * 1000))
            self.driver.execute(f"SET LOCAL statement_timeout = {milliseconds}".encode())

    @property
    def in_transaction(self) -> bool:
        """True from the begin of a transaction to its end."""
        return self.driver.info.transaction_status != TransactionStatus.IDLE

    def commit(self) -> None:
        """End the transaction and keep what was written."""
        self.driver.commit()

    def rollback(self) -> None:
        """End the transaction, if there is one, as if nothing had been written."""
        self.driver.rollback()

    def read_any_bytes(self, yes: bool, /) -> None:
        """A server keeps no text that is no UTF-8."""

    def is_alive(self) -> bool:
        """True where the server still answers."""
        try:
            self.driver.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def reset(self) -> bool:
        """Take back what it has begun; False where it cannot be used any more."""
        try:
            self.driver.rollback()
        except psycopg.Error:  # what went wrong has been said already
            return False
        return not self.driver.closed

    def close(self) -> None:
        """Close it."""
        self.driver.close()


@lru_cache(maxsize=512)
def _for_psycopg(statement: str) -> bytes:
    """With names in the manner of that driver."""
    return _NAME.sub(r"%(\1)s", statement.replace("%", "%%")).encode()

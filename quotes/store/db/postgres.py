"""A PostgreSQL database, by its URL."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit
from weakref import WeakSet

from quotes.errors import StoreError, UsageError
from quotes.store.db.asking import ask_each
from quotes.store.db.connection import Connection, Pool
from quotes.store.db.database import Database
from quotes.store.schema.upgrading import bring_up_to_date

if TYPE_CHECKING:
    from psycopg import Connection as Driver

SCHEME, DRIVER = "postgresql", "postgresql+psycopg"
LOCK = 7_310_155_020
"""The number of the lock that a writer holds: any that no other program is likely to take."""

_LOGIN = re.compile(r"(://[^:/@]*:)([^@]*)@")
"""Where a user and a password stand in a URL."""
_ASKED = re.compile(r"([?&]password=)[^&#]*")


class PostgreSQL(Database):
    """See Database. The tables lie in the schema that the connection finds first.

    A second writer waits `timeout` seconds, as it does for a SQLite file; readers see the state
    of their first query, and never wait.
    """

    def __init__(
        self, place: str, *, read_only: bool, timeout: float, seconds: float | None = None
    ) -> None:
        self._server = _checked(place)
        super().__init__(_without_password(place), read_only=read_only, seconds=seconds)
        self._timeout = timeout
        self._drivers: WeakSet[Driver[Any]] = WeakSet()
        try:
            bring_up_to_date(
                self, no_database=f"nothing is stored in {self.name}: run 'quotes add PATH' first"
            )
        except BaseException:
            self.close()
            raise

    def make_pool(self, *, read_only: bool) -> Pool:
        """Connections to the server, which are alike for both."""
        return Pool(self._connect, keeps=True)

    def size(self) -> int:
        """See Database. That of all that is in it, also of other programs."""
        with self.asking() as reader:
            return int(ask_each(reader, "SELECT pg_database_size(current_database())")[0])

    def state(self) -> str:
        """See Database. Which transactions can be seen, those in other databases of the server
        among them."""
        with self.asking() as reader:
            return str(ask_each(reader, "SELECT pg_current_snapshot()::text")[0])

    def begin_anew(self) -> None:
        """Forget all connections. Whatever a child would still say by them must not reach the
        server, which hears the parent there."""
        super().begin_anew()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for driver in list(self._drivers):
            if not driver.closed:
                os.dup2(nowhere, driver.fileno())
        os.close(nowhere)

    @contextmanager
    def transaction(self, connection: Connection) -> Iterator[None]:
        """See Database. One writer at a time: the keys of rows are given out by it."""
        connection.begin(writes=True)
        connection.run(f"SET LOCAL lock_timeout = {max(1, round(self._timeout * 1000))}")
        connection.run(f"SELECT pg_advisory_xact_lock({LOCK})")
        yield
        connection.commit()

    def _connect(self) -> Connection:
        try:
            import psycopg

            from quotes.store.db.postgres_connection import PostgresConnection
        except ModuleNotFoundError as error:
            raise StoreError(f"{error.name} is missing: pip install 'quotes[postgres]'") from error
        driver = psycopg.connect(self._server)
        self._drivers.add(driver)
        return PostgresConnection(driver)


def _checked(place: str) -> str:
    """A URL as libpq has it; UsageError for what is none, and for one of another kind."""
    try:
        place.encode()
        encoded = _LOGIN.sub(lambda it: f"{it[1]}{quote(unquote(it[2]), safe='')}@", place, count=1)
        url = urlsplit(encoded)
        _ = url.port  # a number, or ValueError
    except ValueError as error:
        raise UsageError(f"--db is no URL: give {DRIVER}://user@host/database") from error
    if url.scheme not in (SCHEME, DRIVER):
        raise UsageError(
            f"no store of the kind '{url.scheme}': give a file, or {DRIVER}://user@host/database"
        )
    return f"{SCHEME}://{encoded.partition('://')[2]}"


def _without_password(place: str) -> str:
    """The URL as messages show it."""
    return _ASKED.sub(r"\1***", _LOGIN.sub(r"\1***@", place, count=1))

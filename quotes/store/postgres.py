"""A PostgreSQL database, by its URL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from quotes.errors import StoreError, UsageError
from quotes.store.database import Database
from quotes.store.schema import UNKNOWN, speakers
from quotes.store.upgrading import bring_up_to_date

# Said here and not in the schema, as each start of a command with SQLite would load the dialect.
(_unknown,) = (index for index in speakers.indexes if index.name == "speakers_unknown")
_unknown.dialect_options["postgresql"]["where"] = text(UNKNOWN)

DRIVER = "postgresql+psycopg"
LOCK = 7_310_155_020
"""The number of the lock that a writer holds: any that no other program is likely to take."""


class PostgreSQL(Database):
    """See Database. The tables lie in the schema that the connection finds first.

    A second writer waits `timeout` seconds, as it does for a SQLite file; readers see the state
    of their first query, and never wait.
    """

    def __init__(self, place: str, *, read_only: bool, timeout: float) -> None:
        self._url = _parse(place)
        super().__init__(self._url.render_as_string(hide_password=True), read_only=read_only)
        self._timeout = timeout
        self._drivers: WeakSet[Any] = WeakSet()
        try:
            bring_up_to_date(
                self, no_database=f"nothing is stored in {self.name}: run 'quotes add PATH' first"
            )
        except BaseException:
            self.close()
            raise

    def make_engine(self, *, read_only: bool) -> Engine:
        """One for the server."""
        engine = _engine(self._url, read_only=read_only)
        event.listen(engine, "connect", lambda driver, _: self._drivers.add(driver))
        return engine

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
    def begin_writing(self, connection: Connection) -> Iterator[None]:
        """One writer at a time: the keys of rows are given out by it."""
        with connection.begin():
            wait = max(1, round(self._timeout * 1000))
            connection.execute(text(f"SET LOCAL lock_timeout = {wait}"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            yield


def _parse(place: str) -> URL:
    try:
        place.encode()
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise UsageError("--db is no URL: give postgresql+psycopg://user@host/database") from error
    if url.get_backend_name() != "postgresql":
        raise UsageError(
            f"no store of the kind '{url.drivername}': give a file, or {DRIVER}://user@host/database"
        )
    return url.set(drivername=DRIVER)


def _engine(url: URL, *, read_only: bool) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(f"{error.name} is missing: pip install 'quotes[postgres]'") from error
    level = "REPEATABLE READ" if read_only else "READ COMMITTED"
    return engine.execution_options(isolation_level=level, postgresql_readonly=read_only)

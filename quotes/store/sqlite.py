"""A SQLite file as a database."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.errors import StoreError
from quotes.store.asking import Reader
from quotes.store.database import Database
from quotes.store.errors import translated
from quotes.store.files import Way, check_place, find_way, may_change, no_database
from quotes.store.logs import log_of, mark
from quotes.store.plain import Pool
from quotes.store.upgrading import bring_up_to_date

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

LARGE = 20_000_000  # bytes, from which on a change of the schema takes a while

log = logging.getLogger(__name__)


class SQLite(Database):
    """See Database; `timeout`: seconds to wait for another process that is writing."""

    def __init__(self, path: Path, *, read_only: bool, timeout: float) -> None:
        self.path = check_place(path, read_only=read_only)
        super().__init__(str(path), read_only=read_only)
        self._timeout = timeout
        self._ways: dict[bool, Way] = {}
        self._kept: Path | None = None
        try:
            bring_up_to_date(self, no_database=no_database(path), copy=self._copy)
            if self._kept:
                log.info("%s was of an older version: it is kept in %s", path, self._kept)
        except BaseException:
            self.close()
            raise

    def make_engine(self, *, read_only: bool) -> Engine:
        """One for the file."""
        return self._engine(read_only=read_only)

    def let_go(self) -> None:
        """Close all connections that nobody uses."""
        super().let_go()
        if "_plain" in vars(self):
            self._plain.close()

    def begin_anew(self) -> None:
        """Forget all connections."""
        super().begin_anew()
        vars(self).pop("_plain", None)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """As in Database. Where the file is read as if it could not change, it must not have."""
        with self._unchanged(), super().reading() as connection:
            yield connection

    @contextmanager
    def asking(self) -> Iterator[Reader]:
        """The same, without SQLAlchemy."""
        with self._unchanged(), translated(self.name), self._plain.reading() as reader:
            yield reader

    @contextmanager
    def begin_writing(self, connection: Connection) -> Iterator[None]:
        """BEGIN IMMEDIATE takes the lock at once. What has written is marked at the end."""
        connection.execution_options(writes=True)
        with connection.begin():
            driver: Any = connection.connection.driver_connection
            before = _written(driver)
            yield
            if driver.in_transaction and _written(driver) != before:
                mark(driver)

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Tables are exchanged whole; that all that names something names what is there is checked
        at the end, and not while one of two is missing."""
        engine = self._engine(read_only=False, checks=False)
        try:
            with (
                translated(self.name),
                engine.connect() as connection,
                self.begin_writing(connection),
            ):
                yield connection
                wrong = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if wrong:
                    raise StoreError(f"{self.name} is damaged ({wrong[0]}): it stays as it was")
        finally:
            engine.dispose()

    def backup(self, target: Path) -> None:
        """A copy of the database as it is now, whole, in a new file; written beside and renamed."""
        from quotes.outputs import beside

        with beside(target) as draft, translated(str(target)):
            copy_whole(f"{self.path.as_uri()}?mode=ro", draft)

    @cached_property
    def _plain(self) -> Pool:
        return Pool(
            self._way(read_only=self.read_only).connect, keeps=self._keeps(read_only=self.read_only)
        )

    def _engine(self, *, read_only: bool, checks: bool = True) -> Engine:
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import NullPool, QueuePool

        way = self._way(read_only=read_only)
        pool = QueuePool if self._keeps(read_only=read_only) else NullPool

        def connect() -> sqlite3.Connection:
            connection = way.connect(checks=checks)
            # Whoever writes, or looks for damage, must come past words that are no UTF-8.
            connection.text_factory = lambda words: words.decode("utf8", "surrogateescape")
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=pool)
        event.listen(engine, "begin", _begin)
        return engine

    def _way(self, *, read_only: bool) -> Way:
        """How the file is opened; found out, and said where it is of note, once."""
        if read_only not in self._ways:
            self._ways[read_only] = find_way(
                self.path, name=self.name, read_only=read_only, timeout=self._timeout
            )
        return self._ways[read_only]

    def _keeps(self, *, read_only: bool) -> bool:
        """How a file that nobody may write here can be read must be asked anew each time."""
        return not read_only or may_change(self.path)

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """Raise StoreError where the file is read as if it could not change, and has changed."""
        if not self.read_only or may_change(self.path):
            yield
            return
        before, logged = _state(self.path), log_of(self.path).exists()
        try:
            yield
        except StoreError as error:
            if before != _state(self.path):
                raise StoreError(_CHANGED.format(path=self.name)) from error
            raise
        if before != _state(self.path) and not logged:
            raise StoreError(_CHANGED.format(path=self.name))

    def _copy(self, version: str) -> None:
        """Keep the file as an older version left it."""
        from quotes.outputs import free_name

        if self.path.stat().st_size > LARGE:
            log.info("%s is of an older version: bringing it up to date takes minutes", self.name)
        copy = free_name(self.path.with_name(f"{self.path.name}.{version}.bak"))
        self.backup(copy)
        self._kept = Path(self.name).with_name(copy.name)


def copy_whole(uri: str, target: Path) -> None:
    """Write a database, as it is at this moment, to a new file that no log goes on from."""
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as copy:
        mark(copy)


_CHANGED = "{path} was written while it was read: run it again"


def _state(path: Path) -> tuple[int, int]:
    """Differs where the file itself was written; what is in the log has not come to it yet."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _written(driver: sqlite3.Connection) -> tuple[int, int]:
    """Differs where rows or tables were changed."""
    (schema,) = driver.execute("PRAGMA schema_version").fetchone()
    return driver.total_changes, schema


def _begin(connection: Connection) -> None:
    """Python's sqlite3 begins transactions too late to keep two readings of one state."""
    options = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

"""A SQLite file as a database."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quotes.errors import StoreError
from quotes.store.db.asking import ask, ask_each
from quotes.store.db.connection import Connection, Pool
from quotes.store.db.database import Database
from quotes.store.db.errors import translated
from quotes.store.db.files import Way, check_place, find_way, may_change, no_database
from quotes.store.db.logs import log_of, mark
from quotes.store.db.sqlite_connection import SQLiteConnection
from quotes.store.schema.upgrading import bring_up_to_date

log = logging.getLogger(__name__)


class SQLite(Database):
    """See Database; `timeout`: seconds to wait for another process that is writing."""

    def __init__(
        self, path: Path, *, read_only: bool, timeout: float, seconds: float | None = None
    ) -> None:
        self.path = check_place(path, read_only=read_only)
        super().__init__(str(path), read_only=read_only, seconds=seconds)
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

    def make_pool(self, *, read_only: bool) -> Pool:
        """Connections to the file.

        How a file that nobody may write here can be read must be asked anew each time.
        """
        return Pool(
            lambda: self._connect(read_only=read_only),
            keeps=not read_only or may_change(self.path),
        )

    def size(self) -> int:
        """See Database."""
        return self.path.stat().st_size

    def state(self) -> str:
        """See Database. Each transaction of ours draws the number; what others do shows in the
        files."""
        with self.asking() as reader:
            number = ask_each(reader, "PRAGMA user_version")
        return repr((number, _state(self.path), _state(log_of(self.path))))

    @contextmanager
    def asking(self, *, any_bytes: bool = False) -> Iterator[Connection]:
        """See Database. Where the file is read as if it could not change, it must not have."""
        with self._unchanged(), super().asking(any_bytes=any_bytes) as connection:
            yield connection

    @contextmanager
    def transaction(self, connection: Connection) -> Iterator[None]:
        """See Database. What has written is marked at the end."""
        connection.begin(writes=True)
        before = _written(connection)
        yield
        if connection.in_transaction:
            if _written(connection) != before:
                mark(connection.run)
            connection.commit()

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """See Database. Tables are exchanged whole; that all that names something names what is
        there is checked at the end, and not while one of two is missing."""
        pool = Pool(lambda: self._connect(read_only=False, checks=False), keeps=False)
        with (
            translated(self.name),
            pool.connection() as connection,
            self.transaction(connection),
        ):
            connection.read_any_bytes(True)
            yield connection
            if wrong := ask(connection, "PRAGMA foreign_key_check"):
                raise StoreError(f"{self.name} is damaged ({wrong[0][0]}): it stays as it was")

    def backup(self, target: Path) -> None:
        """A copy of the database as it is now, whole, in a new file; written beside and renamed."""
        from quotes.outputs import beside

        with beside(target) as draft, translated(str(target)):
            copy_whole(f"{self.path.as_uri()}?mode=ro", draft)

    def _connect(self, *, read_only: bool, checks: bool = True) -> Connection:
        return SQLiteConnection(self._way(read_only=read_only).connect(checks=checks))

    def _way(self, *, read_only: bool) -> Way:
        """How the file is opened; found out, and said where it is of note, once."""
        if read_only not in self._ways:
            self._ways[read_only] = find_way(
                self.path, name=self.name, read_only=read_only, timeout=self._timeout
            )
        return self._ways[read_only]

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """Raise StoreError where the file is read as if it could not change, and has changed."""
        if not self.read_only or may_change(self.path):
            yield
            return
        before, beside = _state(self.path), _beside(self.path)
        try:
            yield
        except StoreError as error:
            if (before, beside) != (_state(self.path), _beside(self.path)):
                raise StoreError(_CHANGED.format(path=self.name)) from error
            raise
        logged, _ = beside
        if before != _state(self.path) and not logged:
            raise StoreError(_CHANGED.format(path=self.name))

    def _copy(self, version: str) -> None:
        """Keep the file as an older version left it."""
        from quotes.outputs import free_name

        copy = free_name(self.path.with_name(f"{self.path.name}.{version}.bak"))
        self.backup(copy)
        self._kept = Path(self.name).with_name(copy.name)


def copy_whole(uri: str, target: Path) -> None:
    """Write a database, as it is at this moment, to a new file that no log goes on from."""
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target)) as copy:
        mark(copy.execute)


_CHANGED = "{path} was written while it was read: run it again"


def _state(path: Path) -> tuple[int, ...]:
    """Differs where the file itself was written (what is in the log has not come to it yet), and
    where another one is in its place; one that is empty, as the log is at first, is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    known = found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
    return known if found.st_size else ()


def _beside(path: Path) -> tuple[bool, bool]:
    """(SQLite's log is there, its index is there): for a moment a writer that comes or goes leaves
    one without the other, with which a reader who may not write can do nothing."""
    return log_of(path).exists(), Path(f"{path}-shm").exists()


def _written(connection: Connection) -> tuple[int, int]:
    """Differs where rows or tables were changed."""
    (counts,) = ask(connection, "SELECT total_changes(), schema_version FROM pragma_schema_version")
    return tuple(counts)

"""A SQLite file as a database."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from quotes.errors import StoreError
from quotes.store.database import Database
from quotes.store.errors import MESSAGES, translated
from quotes.store.places import beside, network_file_system
from quotes.store.upgrading import bring_up_to_date

SMALLEST = 512  # bytes; no database is smaller
CACHE = 64_000  # KiB for a writer, whose many indexes are touched all over
READ_CACHE = (
    16_000  # for a reader: SQLite's own 2,000 are less than a page of a frequent speaker takes
)

LARGE = 20_000_000  # bytes, from which on a change of the schema takes a while

PAUSE = 0.02  # seconds

log = logging.getLogger(__name__)


class SQLite(Database):
    """See Database; `timeout`: seconds to wait for another process that is writing."""

    def __init__(self, path: Path, *, read_only: bool, timeout: float) -> None:
        super().__init__(str(path), read_only=read_only)
        self.path = path
        self._timeout = timeout
        _check_place(path, read_only=read_only)
        try:
            old = bring_up_to_date(self, no_database=_no_database(path), copy=self._copy)
            if old:
                log.info("%s was of an older version: it is kept in %s", path, self._kept(old))
        except BaseException:
            self.close()
            raise

    def make_engine(self, *, read_only: bool) -> Engine:
        """One for the file."""
        return _engine(self.path, read_only=read_only, timeout=self._timeout)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """As in Database. Where the file is read as if it could not change, it must not have."""
        if not self.read_only or _may_change(self.path):
            with super().reading() as connection:
                yield connection
            return
        before, logged = _state(self.path), _log(self.path).exists()
        try:
            with super().reading() as connection:
                yield connection
        except StoreError as error:
            if before != _state(self.path):
                raise StoreError(_CHANGED.format(path=self.path)) from error
            raise
        if before != _state(self.path) and not logged:
            raise StoreError(_CHANGED.format(path=self.path))

    @contextmanager
    def begin_writing(self, connection: Connection) -> Iterator[None]:
        """BEGIN IMMEDIATE takes the lock at once."""
        connection.execution_options(writes=True)
        with connection.begin():
            yield

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Tables are exchanged whole; that all that names something names what is there is checked
        at the end, and not while one of two is missing."""
        engine = _engine(self.path, read_only=False, timeout=self._timeout, checks=False)
        try:
            with (
                translated(self.name),
                engine.connect() as connection,
                self.begin_writing(connection),
            ):
                yield connection
                wrong = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if wrong:
                    raise StoreError(f"{self.path} is damaged ({wrong[0]}): it stays as it was")
        finally:
            engine.dispose()

    def backup(self, target: Path) -> None:
        """A copy of the database as it is now, whole, in a new file; written beside and renamed."""
        with beside(target) as draft, translated(str(target)):
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
            with closing(connection):
                connection.execute("VACUUM INTO ?", (str(draft),))

    def _copy(self, version: str) -> None:
        """Keep the file as an older version left it."""
        if self.path.stat().st_size > LARGE:
            log.info("%s is of an older version: bringing it up to date takes minutes", self.path)
        self.backup(self._kept(version))

    def _kept(self, version: str) -> Path:
        return self.path.with_name(f"{self.path.name}.{version}.bak")


_CHANGED = "{path} was written while it was read: run it again"


def _state(path: Path) -> tuple[int, int]:
    """Differs where the file itself was written; what is in the log has not come to it yet."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _no_database(path: Path) -> str:
    return f"no database at {path}: run 'quotes add PATH' first"


def _check_place(path: Path, *, read_only: bool) -> None:
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder: name a file as the database")
        if read_only and not path.exists():
            raise StoreError(_no_database(path))
        if not path.parent.is_dir():
            raise StoreError(f"no folder {path.parent}: make it, or take another --db")
        if path.is_file() and 0 < path.stat().st_size < SMALLEST:
            raise StoreError(MESSAGES["SQLITE_NOTADB"].format(path=path))  # SQLite overwrites it
    except (OSError, ValueError) as error:  # no permission on the way there, a NUL in the name
        raise StoreError(f"cannot open {str(path)!a}: {error}") from error


def _engine(path: Path, *, read_only: bool, timeout: float, checks: bool = True) -> Engine:
    if not read_only and path.exists() and _may_read(path) and not _may_write(path):
        # SQLite itself would leave files beside it that nobody may write later on.
        raise StoreError(MESSAGES["SQLITE_READONLY"].format(path=path))
    network = network_file_system(path)
    if network and not read_only:
        log.info(
            "%s is on a network file system (%s): let one process at a time use it", path, network
        )

    def connect() -> sqlite3.Connection:
        uri = f"{path.absolute().as_uri()}?{_mode(path, read_only=read_only)}"
        connection = sqlite3.connect(uri, uri=True, timeout=timeout, check_same_thread=False)
        try:
            _configure(connection, timeout, read_only=read_only, network=bool(network))
            connection.execute(f"PRAGMA foreign_keys = {'ON' if checks else 'OFF'}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    # How a file that nobody may write here can be read must be asked anew each time.
    pool = NullPool if read_only and not _may_change(path) else QueuePool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)
    event.listen(engine, "begin", _begin)
    return engine


def _mode(path: Path, *, read_only: bool) -> str:
    """How SQLite is to open the file.

    A reader, too, opens a file that it may write as a writer does (and is held to reading by
    query_only): only then are the files that SQLite keeps beside it removed at the end. In a
    folder that may not be written they cannot be made; where nobody has made them, nobody is
    writing, and the file can be read as if it could not change.
    """
    if not read_only:
        return "mode=rwc"
    if _may_change(path):
        return "mode=rw"
    return "mode=ro" if _log(path).exists() else "mode=ro&immutable=1"


def _log(path: Path) -> Path:
    """SQLite's write-ahead log: there while somebody has the file open for writing."""
    return Path(f"{path}-wal")


def _may_change(path: Path) -> bool:
    return _may_write(path) and _may_write(path.parent)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _may_read(path: Path) -> bool:
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


def _configure(
    connection: sqlite3.Connection, timeout: float, *, read_only: bool, network: bool
) -> None:
    connection.isolation_level = None  # we say ourselves when a transaction begins: see _begin
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = -{READ_CACHE}")
        return
    # A write-ahead log needs memory that all share, which processes on two machines do not.
    _insist(connection, f"PRAGMA journal_mode = {'DELETE' if network else 'WAL'}", timeout)
    connection.execute(f"PRAGMA synchronous = {'FULL' if network else 'NORMAL'}")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def _insist(connection: sqlite3.Connection, statement: str, timeout: float) -> None:
    """Run what SQLite does not wait for itself where another process is making the file."""
    end = time.monotonic() + timeout
    while True:
        try:
            connection.execute(statement)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(PAUSE)


def _begin(connection: Connection) -> None:
    """Python's sqlite3 begins transactions too late to keep two readings of one state."""
    options = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

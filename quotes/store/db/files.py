"""How a SQLite file is opened: by a writer, by a reader, and where nobody may write."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import StoreError
from quotes.store.db import forking
from quotes.store.db.errors import MESSAGES
from quotes.store.db.file_systems import network_file_system
from quotes.store.db.logs import foreign_log, log_of

SMALLEST = 512  # bytes; no database is smaller
CACHE = 64_000  # KiB for a writer, whose many indexes are touched all over
READ_CACHE = 4_000
"""KiB for a reader: SQLite's own 2,000 are less than all about a frequent speaker takes. More makes
nothing faster, as the system keeps the file in memory, too; and a server has many readers."""

PAUSE = 0.02  # seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Way:
    """How to open a file; `timeout`: seconds to wait for another process that is writing."""

    path: Path
    read_only: bool
    timeout: float
    network: bool

    def connect(self, *, checks: bool = True) -> forking.Connection:
        """Open it; without `checks` rows may name rows that are not there."""
        uri = f"{self.path.as_uri()}?{mode_of(self.path, read_only=self.read_only)}"
        connection = forking.connect(
            self.path,
            lambda kind: sqlite3.connect(
                uri, uri=True, timeout=self.timeout, check_same_thread=False, factory=kind
            ),
        )
        try:
            self._configure(connection)
            connection.execute(f"PRAGMA foreign_keys = {'ON' if checks else 'OFF'}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _configure(self, connection: sqlite3.Connection) -> None:
        connection.isolation_level = None  # we say ourselves when a transaction begins
        if self.read_only:
            connection.execute("PRAGMA query_only = ON")
            connection.execute(f"PRAGMA cache_size = -{READ_CACHE}")
            return
        # A write-ahead log needs memory that all share, which processes on two machines do not.
        mode = "DELETE" if self.network else "WAL"
        _insist(connection, f"PRAGMA journal_mode = {mode}", self.timeout)
        connection.execute(f"PRAGMA synchronous = {'FULL' if self.network else 'NORMAL'}")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")


def find_way(path: Path, *, name: str, read_only: bool, timeout: float) -> Way:
    """How to open a file, which may not be there yet, on its kind of file system.

    `name` is what messages call it. Raises StoreError for a writer of a file that may not be
    written.
    """
    if not read_only and path.exists() and _may_read(path) and not _may_write(path):
        # SQLite itself would leave files beside it that nobody may write later on.
        raise StoreError(MESSAGES["SQLITE_READONLY"].format(path=name))
    network = network_file_system(path)
    if network and not read_only:
        log.info(
            "%s is on a network file system (%s): let one process at a time use it", name, network
        )
    return Way(path, read_only, timeout, bool(network))


def no_database(path: Path) -> str:
    """The message for a file that is not there."""
    return f"no database at {path}: run 'quotes add PATH' first"


def check_place(path: Path, *, read_only: bool) -> Path:
    """Where the file itself is: beside it, and not beside a link to it, SQLite keeps its log.

    Raises StoreError where no database is or can be made, and where what is read beside it would
    not be its own: nothing is touched then.
    """
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder: name a file as the database")
        if read_only and not path.exists():
            raise StoreError(no_database(path))
        place = Path(os.path.realpath(path))
        if not place.parent.is_dir():
            raise StoreError(f"no folder {place.parent}: make it, or take another --db")
        if place.is_file() and 0 < place.stat().st_size < SMALLEST:
            raise StoreError(MESSAGES["SQLITE_NOTADB"].format(path=path))  # SQLite overwrites it
        if place.is_file() and place.stat().st_nlink > 1:
            raise StoreError(_LINKED.format(path=path))
        if log := foreign_log(place):
            import shlex

            raise StoreError(_FOREIGN.format(path=path, log=log.name, db=shlex.quote(str(path))))
    except (OSError, ValueError) as error:  # no permission on the way there, a NUL in the name
        raise StoreError(f"cannot open {str(path)!a}: {error}") from error
    return place


_LINKED = (
    "{path} has a second name (a hard link), beside which its newest part may lie: make a copy "
    "with cp, and take that"
)
_FOREIGN = (
    "{path} lies beside the log of another database ({log}), which would ruin it; nothing was "
    "touched: 'quotes restore BACKUP --db {db}' puts a backup in its place, "
    "'quotes restore {db} --db {db}' takes the file without the log"
)


def mode_of(path: Path, *, read_only: bool) -> str:
    """How SQLite is to open the file.

    A reader, too, opens a file that it may write as a writer does (and is held to reading by
    query_only): only then are the files that SQLite keeps beside it removed at the end. In a
    folder that may not be written they cannot be made; where nobody has made them, nobody is
    writing, and the file can be read as if it could not change.
    """
    if not read_only:
        return "mode=rwc"
    if may_change(path):
        return "mode=rw"
    return "mode=ro" if log_of(path).exists() else "mode=ro&immutable=1"


def may_change(path: Path) -> bool:
    """True if the file may be written, and others be made beside it."""
    return _may_write(path) and _may_write(path.parent)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _may_read(path: Path) -> bool:
    return os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)


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

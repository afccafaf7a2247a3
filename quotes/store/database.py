"""An open database: its engine, its transactions, and whether its schema is ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from quotes.errors import StoreError
from quotes.store.errors import MESSAGES, translated
from quotes.store.names import fold
from quotes.store.schema import HEAD, REVISIONS

SMALLEST = 512  # bytes; no database is smaller


class Database:
    """A SQLite file with the current schema.

    A writer makes the file where there is none. An older schema is brought up to date, also for
    a reader. Raises StoreError where the file cannot be opened, is no database of ours, or was
    made by a later version.
    """

    def __init__(self, path: Path, *, read_only: bool, timeout: float) -> None:
        self.path = path
        self.read_only = read_only
        _check_place(path, read_only=read_only)
        self._engine = _engine(path, read_only=read_only, timeout=timeout)
        try:
            self._bring_up_to_date(timeout)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database from its first query on."""
        with translated(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that has the only write lock from its start: all of it or nothing."""
        if self.read_only:
            raise StoreError(f"{self.path} is open for reading only: open it for writing")
        with translated(self.path), _write(self._engine) as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def _bring_up_to_date(self, timeout: float) -> None:
        with self.reading() as connection:
            version = _version(connection, self.path)
        if version == HEAD:
            return
        if version is None and self.read_only:
            raise StoreError(_no_database(self.path))
        writer = _engine(self.path, read_only=False, timeout=timeout)
        try:
            with translated(self.path), _write(writer) as connection:
                _upgrade(connection)
        finally:
            writer.dispose()


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


def _engine(path: Path, *, read_only: bool, timeout: float) -> Engine:
    uri = f"{path.absolute().as_uri()}?{_mode(path, read_only=read_only)}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=timeout, check_same_thread=False)
        try:
            _configure(connection, read_only=read_only)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
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
    if _may_write(path) and _may_write(path.parent):
        return "mode=rw"
    return "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _configure(connection: sqlite3.Connection, *, read_only: bool) -> None:
    connection.isolation_level = None  # we say ourselves when a transaction begins: see _begin
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    """Python's sqlite3 begins transactions too late to keep two readings of one state."""
    options = connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


@contextmanager
def _write(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            yield connection


def _version(connection: Connection, path: Path) -> str | None:
    """The schema's revision; None for a database with nothing in it."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    if not names:
        return None
    if "alembic_version" not in names:
        raise StoreError(f"{path} is a database of another program: take another --db")
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if version not in REVISIONS:
        raise StoreError(f"{path} was made by a later version of quotes ({version}): update quotes")
    return str(version)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "quotes.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)

"""Making the schema where there is none, and bringing an older one up to date."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import StoreError
from quotes.store.db.asking import Dialect, Reader, ask_each
from quotes.store.db.connection import Connection

if TYPE_CHECKING:
    from quotes.store.db.database import Database

REVISIONS = (
    *("0001", "0002", "0003", "0004", "0005", "0006"),
    *("0007", "0008", "0009", "0010", "0011", "0012", "0013"),
)
"""All revisions of the schema, oldest first; named here so that opening a database reads no files
of SQL."""

HEAD = REVISIONS[-1]

HISTORY = Path(__file__).with_name("migrations")

VERSIONS = "alembic_version"
"""The table with the revision; versions before 0.5 let Alembic write it, and go on reading it."""

LARGE = 20_000_000
"""Bytes of a database from which on it is said how far a change of the schema has come: it takes
seconds, and minutes of a million quotes."""

log = logging.getLogger(__name__)


def bring_up_to_date(
    database: Database, *, no_database: str, copy: Callable[[str], None] | None = None
) -> None:
    """Make the schema, or change an older one into it.

    Raises StoreError with the message `no_database` for a reader of an empty one. `copy` is called
    with the older version before anything changes, while nobody else can change anything. How far
    it has come is logged, where it takes a while.
    """
    with database.asking() as reader:
        version = _version(reader, database.name)
    if version == HEAD:
        return
    if version is None:
        if database.read_only:
            raise StoreError(no_database)
        with database.changing() as connection:
            if _version(connection, database.name) is None:  # nobody was faster
                _create(connection)
        return
    with database.migrating() as connection:
        version = _version(connection, database.name)
        if version is not None and version != HEAD:  # nobody was faster
            tell = _telling(database)
            tell("is of an older version: bringing it up to date, which may take minutes")
            if copy:
                tell("is copied first")
                copy(version)
            _upgrade(connection, version, tell)


def _telling(database: Database) -> Callable[[str], None]:
    """Says of a database how far it has come, unless it is small."""
    level = logging.INFO if database.size() > LARGE else logging.DEBUG
    return lambda words: log.log(level, "%s %s", database.name, words)


def _version(reader: Reader, name: str) -> str | None:
    """The schema's revision; None for a database with nothing in it."""
    if reader.dialect == "sqlite":
        asked = "SELECT name FROM sqlite_master"
    else:
        asked = "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    names = ask_each(reader, asked)
    if not names:
        return None
    if VERSIONS not in names:
        raise StoreError(f"{name} is a database of another program: take another --db")
    version = next(iter(ask_each(reader, f"SELECT version_num FROM {VERSIONS}")), None)
    if version not in REVISIONS:
        raise StoreError(f"{name} was made by a later version of quotes ({version}): update quotes")
    return str(version)


def history_of(revision: str, dialect: Dialect) -> list[Path]:
    """The files of SQL that make this revision of the one before, in a database of this kind."""
    files = HISTORY.glob(f"{revision}_*.sql")
    return sorted(file for file in files if file.suffixes[:-1] in ([], [f".{dialect}"]))


def migrate(connection: Connection, after: str) -> None:
    """Run all of the history after a revision; of nothing, where `after` is empty."""
    from quotes.store.schema.tables import statements_of

    for revision in (one for one in REVISIONS if one > after):
        for file in history_of(revision, connection.dialect):
            statements = list(statements_of(file, connection.dialect))
            step = f"r{file.stem.replace('.', '_')}"
            if (HISTORY / f"{step}.py").exists():
                module = import_module(f"quotes.store.schema.migrations.{step}")
                module.upgrade(connection, statements)
            else:
                for statement in statements:
                    connection.run(statement)


def _create(connection: Connection) -> None:
    """All tables as they are now."""
    from quotes.store.schema.tables import SCHEMA, statements_of
    from quotes.store.search.kinds import index_of

    for statement in statements_of(SCHEMA, connection.dialect):
        connection.run(statement)
    index_of(connection).create(connection)
    connection.run(
        f"CREATE TABLE {VERSIONS} (version_num VARCHAR(32) NOT NULL, "
        f"CONSTRAINT {VERSIONS}_pkc PRIMARY KEY (version_num))"
    )
    connection.run(f"INSERT INTO {VERSIONS} VALUES ('{HEAD}')")


def _upgrade(connection: Connection, version: str, tell: Callable[[str], None]) -> None:
    """Run what is new in the history; the index is made anew after it and must fit."""
    from quotes.store.search.kinds import index_of

    tell("gets new tables")
    migrate(connection, version)
    connection.run(f"UPDATE {VERSIONS} SET version_num = '{HEAD}'")
    index = index_of(connection)
    tell("gets a new index of its words")
    index.rebuild(connection)
    tell("is looked through, whether all fits")
    if problem := index.problem(connection):
        raise StoreError(f"it could not be brought up to date: {problem}")

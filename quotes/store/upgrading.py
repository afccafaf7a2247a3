"""Making the schema where there is none, and bringing an older one up to date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotes.errors import StoreError
from quotes.store.asking import Reader, ask_each
from quotes.store.index import index_of
from quotes.store.revisions import HEAD, REVISIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from quotes.store.database import Database

_VERSIONS = "alembic_version"


def bring_up_to_date(
    database: Database, *, no_database: str, copy: Callable[[str], None] | None = None
) -> None:
    """Make the schema, or change an older one into it.

    Raises StoreError with the message `no_database` for a reader of an empty one. `copy` is called
    with the older version before anything changes, while nobody else can change anything.
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
        if _version(connection, database.name) != HEAD:  # nobody was faster
            if copy:
                copy(version)
            _upgrade(connection)


def _version(reader: Reader, name: str) -> str | None:
    """The schema's revision; None for a database with nothing in it."""
    if reader.dialect.name == "sqlite":
        asked = "SELECT name FROM sqlite_master"
    else:
        asked = "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    names = ask_each(reader, asked)
    if not names:
        return None
    if _VERSIONS not in names:
        raise StoreError(f"{name} is a database of another program: take another --db")
    version = next(iter(ask_each(reader, f"SELECT version_num FROM {_VERSIONS}")), None)
    if version not in REVISIONS:
        raise StoreError(f"{name} was made by a later version of quotes ({version}): update quotes")
    return str(version)


def _create(connection: Connection) -> None:
    """All tables as they are now; Alembic is told that nothing is left to do."""
    from quotes.store.schema import metadata

    metadata.create_all(connection, checkfirst=False)
    index_of(connection).create(connection)
    connection.exec_driver_sql(
        f"CREATE TABLE {_VERSIONS} (version_num VARCHAR(32) NOT NULL, "
        f"CONSTRAINT {_VERSIONS}_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO {_VERSIONS} VALUES ('{HEAD}')")


def _upgrade(connection: Connection) -> None:
    """Run the migrations; the index is made anew after them and must fit."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "quotes.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
    index = index_of(connection)
    index.rebuild(connection)
    if problem := index.problem(connection):
        raise StoreError(f"it could not be brought up to date: {problem}")

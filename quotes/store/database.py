"""An open database, whatever its kind: its engine, its transactions, and whether its schema is
ours. `open_database` chooses the kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import StoreError
from quotes.store import forking
from quotes.store.asking import Reader
from quotes.store.errors import translated

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Database(ABC):
    """A database with the current schema. `name` is what to call it in messages.

    A writer makes what is not there. An older schema is brought up to date, also for a reader.
    Raises StoreError where it cannot be opened, is no database of ours, or was made by a later
    version.
    """

    def __init__(self, name: str, *, read_only: bool) -> None:
        self.name = name
        self.read_only = read_only
        self._engines: dict[bool, Engine] = {}
        forking.watch(self)

    @abstractmethod
    def make_engine(self, *, read_only: bool) -> Engine:
        """An engine to read with or to write with."""

    def engine(self, *, read_only: bool) -> Engine:
        """The same, made at the first call only."""
        if read_only not in self._engines:
            self._engines[read_only] = self.make_engine(read_only=read_only)
        return self._engines[read_only]

    def close(self) -> None:
        """Close all connections."""
        self.let_go()
        forking.unwatch(self)

    def let_go(self) -> None:
        """Close all connections that nobody uses; others are made when they are needed."""
        for engine in list(self._engines.values()):
            engine.pool.dispose()

    def begin_anew(self) -> None:
        """Forget all connections: this process is a child of the one that made them."""
        self._engines = {}

    @abstractmethod
    def begin_writing(self, connection: Connection) -> AbstractContextManager[object]:
        """A transaction that has the only write lock from its start."""

    @contextmanager
    def asking(self) -> Iterator[Reader]:
        """What answers plain SQL, and sees one state of the database from its first answer on."""
        with self.reading() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection of SQLAlchemy's that sees one state from its first query on."""
        with translated(self.name), self.engine(read_only=self.read_only).connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that has the only write lock from its start: all of it or nothing."""
        if self.read_only:
            raise StoreError(f"{self.name} is open for reading only: open it for writing")
        with self.changing() as connection:
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """The same as `changing`, for a change of the schema."""
        with self.changing() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """The same, also where the database was opened for reading: to bring it up to date."""
        engine = self.engine(read_only=False)
        with (
            translated(self.name),
            engine.connect() as connection,
            self.begin_writing(connection),
        ):
            yield connection


def open_database(place: str | Path, *, read_only: bool, timeout: float) -> Database:
    """The database at a path (SQLite) or a URL ("postgresql+psycopg://…"); brought up to date."""
    if isinstance(place, str) and "://" in place:
        from quotes.store.postgres import PostgreSQL

        return PostgreSQL(place, read_only=read_only, timeout=timeout)
    from quotes.store.sqlite import SQLite

    return SQLite(Path(place), read_only=read_only, timeout=timeout)

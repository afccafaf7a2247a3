"""An open database, whatever its kind: its connections, its transactions, and whether its schema is
ours. `quotes.store.db.kinds` chooses the kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from quotes.errors import StoreError
from quotes.store.db import forking
from quotes.store.db.connection import Connection, Pool
from quotes.store.db.errors import translated


class Database(ABC):
    """A database with the current schema. `name` is what to call it in messages; `seconds`: so
    long what is asked may take, None: as long as it takes.

    A writer makes what is not there. An older schema is brought up to date, also for a reader.
    Raises StoreError where it cannot be opened, is no database of ours, or was made by a later
    version.
    """

    def __init__(self, name: str, *, read_only: bool, seconds: float | None) -> None:
        self.name = name
        self._seconds = seconds
        self.read_only = read_only
        self._pools: dict[bool, Pool] = {}
        forking.watch(self)

    @abstractmethod
    def make_pool(self, *, read_only: bool) -> Pool:
        """Connections to read with or to write with."""

    def pool(self, *, read_only: bool) -> Pool:
        """Those connections, the same ones at each call."""
        if read_only not in self._pools:
            self._pools[read_only] = self.make_pool(read_only=read_only)
        return self._pools[read_only]

    def close(self) -> None:
        """Close all connections."""
        for pool in list(self._pools.values()):
            pool.close()
        forking.unwatch(self)

    def let_go(self) -> None:
        """Close all connections that nobody uses; others are made when they are needed."""
        for pool in list(self._pools.values()):
            pool.let_go()

    def begin_anew(self) -> None:
        """Forget all connections: this process is a child of the one that made them."""
        self._pools = {}

    @abstractmethod
    def transaction(self, connection: Connection) -> AbstractContextManager[None]:
        """A transaction that has the only write lock from its start; at its end all is kept."""

    @abstractmethod
    def size(self) -> int:
        """Bytes that it takes, about."""

    @abstractmethod
    def state(self) -> str:
        """A text that is another one after anything was written, by any process."""

    @contextmanager
    def asking(self, *, any_bytes: bool = False) -> Iterator[Connection]:
        """A connection that sees one state of the database from its first answer on.

        In SQLite text that is no UTF-8 is an error, unless `any_bytes` is wanted, by whoever looks
        for damage: surrogates stand for it then.
        """
        with translated(self.name), self.pool(read_only=self.read_only).connection() as connection:
            connection.read_any_bytes(any_bytes)
            connection.begin(writes=False)
            connection.allow(self._seconds)
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
        """A transaction that changes the schema; else like `changing`."""
        with self.changing() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction that writes, also where the database was opened for reading: to bring it up
        to date. Text of any bytes can be read."""
        with (
            translated(self.name),
            self.pool(read_only=False).connection() as connection,
        ):
            connection.read_any_bytes(True)
            with self.transaction(connection):
                yield connection

"""Keeps open databases safe where the process forks.

SQLite's connections, and what it knows of locks, belong to the process that made them: a child must
not use them, and not even close them. So those that nobody uses are closed before a fork, in the
parent, which opens others when it needs them; so does the child. A file with a connection that is
in use meanwhile is of no use to the child, and it is told so.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakSet

from quotes.errors import StoreError


class Open(Protocol):
    """An open database."""

    def let_go(self) -> None:
        """Close all connections that nobody uses; others are made when they are needed."""

    def begin_anew(self) -> None:
        """Forget all connections: they are another process's."""


class Connection(sqlite3.Connection):
    """A connection to a file; `is_open` until it is closed."""

    is_open = True
    file: tuple[int, int]

    def close(self) -> None:
        """Close it."""
        super().close()
        self.is_open = False


class _Inherited(Connection):
    """A connection of the process that this one was forked from: nothing is done with it."""

    def execute(self, *_: Any) -> sqlite3.Cursor:
        raise StoreError(_IN_USE.format("the database"))

    def cursor(self, *_: Any) -> Any:
        raise StoreError(_IN_USE.format("the database"))

    def commit(self) -> None:
        """Nothing."""

    def rollback(self) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


_IN_USE = (
    "{} was in use when this process was forked: start the process anew (multiprocessing 'spawn')"
)

_databases: WeakSet[Open] = WeakSet()
_connections: WeakSet[Connection] = WeakSet()
_lost: set[tuple[int, int]] = set()
_making = threading.Lock()
"""Held while a connection is made, and while the process forks."""


def watch(database: Open) -> None:
    """Look after a database until it is closed, or forgotten."""
    _databases.add(database)


def unwatch(database: Open) -> None:
    """It is closed."""
    _databases.discard(database)


def watched() -> list[Open]:
    """The databases that are open in this process."""
    return list(_databases)


def connect(path: Path, make: Callable[[type[Connection]], Connection]) -> Connection:
    """A new connection to a file, made by a function that takes its class.

    Raises StoreError in a child whose parent was using the file when it was forked.
    """
    with _making:
        if _lost and _file(path) in _lost:
            raise StoreError(_IN_USE.format(path))
        connection = make(Connection)
        connection.file = _file(path)
        _connections.add(connection)
        return connection


def _file(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:  # not made yet, or gone again
        return (0, 0)
    return found.st_dev, found.st_ino


def _before() -> None:
    _making.acquire()
    for database in list(_databases):
        database.let_go()


def _in_parent() -> None:
    _making.release()


def _in_child() -> None:
    global _making
    _making = threading.Lock()
    for connection in list(_connections):
        if connection.is_open:
            _lost.add(connection.file)
            _keep_for_ever(connection)
            connection.__class__ = _Inherited
    for database in list(_databases):
        database.begin_anew()


def _keep_for_ever(connection: Connection) -> None:
    """Python would close it with the last mention of it, at the latest at the process's end."""
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_parent=_in_parent, after_in_child=_in_child)

"""The one place where the database's errors become ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Error as SQLiteError

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from quotes.errors import StoreError, UsageError

_BUSY = "another process is writing to {path}; try again"
_DISK = "cannot read or write {path}: check the space on its disk, the disk, and run again"

MESSAGES = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_FULL": "no space left for {path}: free some and run again (what is stored is whole)",
    "SQLITE_IOERR": _DISK,
    "SQLITE_READONLY": "{path} may not be written: change its permissions or take another --db",
    "SQLITE_CANTOPEN": "cannot open {path}: check that its folder exists and may be written",
    "SQLITE_PERM": "cannot open {path}: check its permissions",
    "SQLITE_AUTH": "cannot open {path}: check its permissions",
    "SQLITE_NOTADB": "{path} is no quotes database: take another --db",
    "SQLITE_CORRUPT": "{path} is damaged: put it aside and add the articles again",
    "SQLITE_TOOBIG": "a text is too long for {path}: split the article",
}
"""Message for each family of SQLite's result codes."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise a one-line StoreError that names `path` for whatever the database raises.

    A value that no database can hold (half a surrogate pair, a number of 30 digits) is the
    caller's doing: a UsageError.
    """
    try:
        yield
    except (SQLAlchemyError, SQLiteError) as error:
        raise StoreError(_message(error, path)) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise UsageError(f"a value cannot be stored or looked for: {error}") from error


def _message(error: Exception, path: Path) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or ""
    for family, message in MESSAGES.items():
        if name.startswith(family):
            return message.format(path=path)
    return f"the database {path} answers: {' '.join(str(cause).split())}"

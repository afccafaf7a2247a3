"""The one place where the database's errors become ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Error as SQLiteError

from quotes.errors import SlowError, StoreError, UsageError

UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""Errors that reading raises of values that no version of quotes writes."""


class DamagedError(StoreError):
    """The database has a value that no version of quotes writes.

    `article` is the id of the article that it belongs to, None where that is not known.
    """

    def __init__(self, article: object = None) -> None:
        if article is None:
            super().__init__("damaged: 'quotes doctor' names the articles, and what to do")
        else:
            import shlex

            where = shlex.quote(str(article))
            super().__init__(
                f"damaged: article {article}: 'quotes delete --article {where}', then add it again "
                "('quotes doctor' names all)"
            )
        self.article = article

    @property
    def why(self) -> str:
        """The value that cannot be read, in a few words."""
        return f"a value that no version writes ({' '.join(str(self.__cause__).split())[:100]})"


@contextmanager
def readable(article: object = None) -> Iterator[None]:
    """Raise DamagedError where values within, which were read, are none that can be."""
    try:
        yield
    except UNREADABLE as error:
        raise DamagedError(article) from error


def breaks_a_rule(error: Exception) -> bool:
    """True if a database, of any kind, has found a row against its rules: an id twice, say."""
    return any(kind.__name__ == "IntegrityError" for kind in type(error).__mro__)


def is_no_text(error: Exception) -> bool:
    """True if SQLite's driver has met a text that is no UTF-8."""
    return isinstance(error, SQLiteError) and "decode to UTF-8" in str(error)


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


POSTGRES = {
    "55P03": "another process is writing to {path}; try again",
    "53100": "no space left for {path}: free some and run again (what is stored is whole)",
    "25006": "{path} may not be written: change your rights there or take another --db",
    "42501": "your rights in {path} do not suffice: ask whoever keeps it",
    "3D000": "no database {path}: make it with createdb, or take another --db",
    "28": "{path} does not let you in: check user and password",
    "54": "a text is too long for {path}: split the article",
    "57": "{path} has ended the connection; try again",
}
"""Message for each code of PostgreSQL's, or for the class of codes that begin so."""

_SLOW = "{path} does not answer this in time: ask for less, such as one speaker or fewer days"
_STOPPED = ("SQLITE_INTERRUPT", "57014")
"""Codes of both for a statement that took longer than it may."""

_NO_SERVER = "no answer from {path}: check that the server runs and is there ({why})"


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Raise a one-line StoreError that names `path` for whatever the database raises.

    A value that no database can hold (half a surrogate pair, a number of 30 digits, in PostgreSQL
    a NUL) is the caller's doing: a UsageError.
    """
    try:
        yield
    except (UnicodeEncodeError, OverflowError) as error:
        raise _unstorable(error) from error
    except Exception as error:
        if isinstance(error, (SQLiteError, *_errors_of_psycopg())):
            raise _ours(error, path) from error
        raise


def _ours(cause: Exception, path: str) -> StoreError | UsageError:
    if is_no_text(cause):
        return DamagedError()
    why = " ".join(str(cause).split())
    if isinstance(cause, UnicodeEncodeError | OverflowError) or "(0x00)" in why:
        return _unstorable(cause)
    sqlite = getattr(cause, "sqlite_errorname", None) or ""
    postgres = getattr(cause, "sqlstate", None) or ""
    if sqlite in _STOPPED or postgres in _STOPPED:
        return SlowError(_SLOW.format(path=path))
    for code, messages in ((sqlite, MESSAGES), (postgres, POSTGRES)):
        for family, message in messages.items():
            if code.startswith(family):
                return StoreError(message.format(path=path))
    if type(cause).__module__.startswith("psycopg") and not postgres:
        return StoreError(_NO_SERVER.format(path=path, why=why))
    return StoreError(f"the database {path} answers: {why}")


def _unstorable(error: BaseException) -> UsageError:
    return UsageError(f"a value cannot be stored or looked for: {error}")


def _errors_of_psycopg() -> Iterator[type[Exception]]:
    """Its own, where it is imported: else, and while another thread is importing it, none of them
    was raised."""
    found = getattr(sys.modules.get("psycopg"), "Error", None)
    if found:
        yield found

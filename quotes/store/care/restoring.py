"""Putting a backup in the place of a database: the old one or the new one is there, never a mix."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import struct
from contextlib import closing, suppress
from pathlib import Path

from quotes.errors import StoreError, UsageError
from quotes.outputs import beside, free_name
from quotes.store.db import forking
from quotes.store.db.errors import translated
from quotes.store.db.files import mode_of
from quotes.store.db.logs import foreign_log, journal_of, log_of
from quotes.store.db.sqlite import SQLite, copy_whole
from quotes.store.schema.upgrading import REVISIONS

_LOCK = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 0x40000000, 512, 0)
"""All bytes that SQLite locks: whoever has a file open holds one of them. As a lock of the open
file, and not of the process, it outlasts what else this process opens and closes."""

_TRIES = 5


def restore(backup: Path, place: str | Path, *, replace: bool) -> Path | None:
    """See `quotes.store.Store.restore`."""
    if isinstance(place, str) and "://" in place:
        raise UsageError(f"a backup is restored to a file: 'quotes import' fills {place}")
    try:
        source, target = Path(os.path.realpath(backup)), Path(os.path.realpath(place))
        if not source.is_file():
            raise UsageError(f"no file {backup}: name a backup")
        if target.exists() and not target.is_file():
            raise UsageError(f"{target} is no file: name another --db")
        if not target.parent.is_dir():
            raise UsageError(f"no folder {target.parent}: make it, or take another --db")
        if holds_something(target) and not replace:
            raise UsageError(f"{place} is there already: say that it may be replaced (--yes)")
        return _restore(source, target)
    except (OSError, ValueError) as error:  # no permission, no space, a NUL in a name
        raise StoreError(f"cannot restore {str(backup)!a}: {error}") from error


def holds_something(place: str | Path) -> bool:
    """True if there is a file at a path that is not empty."""
    path = Path(place)
    return path.is_file() and path.stat().st_size > 0


def _restore(source: Path, target: Path) -> Path | None:
    """The copy is made and looked at before anything of the target is touched."""
    held = kept = None
    try:
        with beside(target) as draft:
            _copy(source, draft)
            if target.exists():
                held = _hold(target)
                kept = _keep(target)
                for log in (log_of(target), journal_of(target), Path(f"{target}-shm")):
                    log.unlink(missing_ok=True)
        _sync_folder(target.parent)
    finally:
        if held is not None:
            os.close(held)
    return kept


def _copy(source: Path, draft: Path) -> None:
    """Write what the source holds, with its own log, to a file that is whole and ours."""
    if foreign_log(source):
        mode = "mode=ro&immutable=1"
    elif log_of(source).exists():
        mode = "mode=ro"  # who may write would put the log into the file
    else:
        mode = mode_of(source, read_only=True)
    with translated(str(source)):
        copy_whole(f"{source.as_uri()}?{mode}", draft)
        with closing(sqlite3.connect(draft)) as copy:
            _check(copy, source)


def _check(copy: sqlite3.Connection, source: Path) -> None:
    names = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    version = None
    if "alembic_version" in names:
        version = next(copy.execute("SELECT version_num FROM alembic_version"), (None,))[0]
    if version not in REVISIONS:
        raise StoreError(f"{source} is no database of this version of quotes: name another backup")
    wrong = [line for (line,) in copy.execute("PRAGMA integrity_check(1)") if line != "ok"]
    wrong += [f"{row[0]}: a row lost" for row in copy.execute("PRAGMA foreign_key_check")]
    if wrong:
        raise StoreError(f"{source} is damaged ({wrong[0]}): name another backup")


def _hold(target: Path) -> int:
    """Keep everybody else from opening the file, whose own log is in it then; returns what is to
    be closed at the end.

    Raises StoreError where somebody has it open.
    """
    if any(isinstance(one, SQLite) and one.path == target for one in forking.watched()):
        raise StoreError(f"{target} is open in this process: close it first")
    for _ in range(_TRIES):
        _take_log_in(target)
        held = os.open(target, os.O_RDWR)
        try:
            fcntl.fcntl(held, fcntl.F_OFD_SETLK, _LOCK)
        except OSError as error:
            os.close(held)
            raise StoreError(f"another process has {target} open: end it, then restore") from error
        if not holds_something(log_of(target)) or not _may_be_own(target):
            return held
        os.close(held)
    raise StoreError(f"another process opens {target} again and again: end it, then restore")


def _take_log_in(target: Path) -> None:
    """Let SQLite put into the file what a process that was killed has left in its log."""
    if _may_be_own(target):
        with (
            suppress(sqlite3.DatabaseError),  # damaged, or none: it is kept as it is
            closing(sqlite3.connect(f"{target.as_uri()}?mode=rw", uri=True)) as connection,
        ):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _may_be_own(target: Path) -> bool:
    """True if the log beside the file is its own, and SQLite can read it."""
    if foreign_log(target):
        return False
    with (
        suppress(sqlite3.DatabaseError),
        closing(sqlite3.connect(f"{target.as_uri()}?mode=ro&immutable=1", uri=True)) as connection,
    ):
        return bool(connection.execute("PRAGMA schema_version").fetchone())
    return False


def _keep(target: Path) -> Path | None:
    """Copy the file, and a log that is not in it, to names that are free; None for an empty one."""
    if not holds_something(target):
        return None
    kept = free_name(target.with_name(f"{target.name}.before-restore"))
    for old, new in ((log_of(target), log_of(kept)), (target, kept)):
        if old.exists():
            with beside(new) as draft:
                shutil.copyfile(old, draft)
                shutil.copymode(old, draft)
    return kept


def _sync_folder(folder: Path) -> None:
    """Have the disk write which files are there before what follows."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)

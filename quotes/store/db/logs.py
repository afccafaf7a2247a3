"""Tells if what SQLite has left beside a database is that database's own.

A writer that is killed leaves a log, which SQLite takes up when the database is opened next. It
would take up any log that lies there, also where the file has been replaced by a backup meanwhile,
and so ruin it. Two numbers in the head of the file tell (they are in its first page, which each
transaction of ours writes): `user_version` is drawn anew in each transaction, and `application_id`
is what it was before. So a log goes on from a file, or the file is already as far as the log.

Numbers and places: https://www.sqlite.org/fileformat2.html, "The Database Header", "The Rollback
Journal" and "The Write-Ahead Log". Nothing is read that the database itself has locks on: to close
a file drops all locks on it that this process has.
"""

from __future__ import annotations

import os
import random
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from quotes.store.db.asking import Cursor

_WAL_HEAD = struct.Struct(">4sIIIIIII")
_WAL_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_FRAME = struct.Struct(">IIII")  # and 8 bytes of checksums
_FRAME_SIZE = 24
_JOURNAL_HEAD = struct.Struct(">8sIIIII")
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"

_TRIES = 5
_IDS = 2**31


class Head(NamedTuple):
    """The parts of the first page that are compared: user_version, application_id, the schema's
    number and the number of free pages."""

    now: int
    before: int
    schema: int
    free: int


def mark(run: Callable[[str], Cursor]) -> None:
    """Let the transaction that is open be known by a number of its own, and by the one before.

    `run`: runs a statement in it.
    """
    before = run("PRAGMA user_version").fetchone()[0]
    run(f"PRAGMA application_id = {before:d}")
    run(f"PRAGMA user_version = {random.SystemRandom().randrange(1, _IDS):d}")


def foreign_log(path: Path) -> Path | None:
    """The log or journal beside a database that is not its own; None where all is well.

    Nothing is written. Others may write meanwhile.
    """
    for log, looks in ((log_of(path), _of_log), (journal_of(path), _of_journal)):
        for _ in range(_TRIES):
            try:
                if log.stat().st_size == 0 or path.stat().st_size == 0:
                    break
                head, began = _head_of(path), _begin(log)
                if head is None or looks(log, head):
                    break
                if head == _head_of(path) and began == _begin(log):
                    return log  # neither has changed while it was looked at
            except (FileNotFoundError, PermissionError):
                break
    return None


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log: there while somebody has the file open for writing."""
    return Path(f"{path}-wal")


def journal_of(path: Path) -> Path:
    """SQLite's rollback journal: there while somebody writes where there can be no log."""
    return Path(f"{path}-journal")


def _head_of(path: Path) -> Head | None:
    """By SQLite itself, as if nothing lay beside the file; None for what is no database."""
    place = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    names = ("user_version", "application_id", "schema_version", "freelist_count")
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(place, uri=True)) as connection:
        connection.isolation_level = None
        connection.execute("BEGIN")
        numbers = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
        return Head(*numbers)
    return None


def _begin(log: Path) -> bytes:
    with log.open("rb") as stream:
        return stream.read(_WAL_HEAD.size)


def _head_in(page: bytes) -> Head:
    free, schema = struct.unpack_from(">II", page, 36)
    (now,), (before,) = struct.unpack_from(">i", page, 60), struct.unpack_from(">i", page, 68)
    return Head(now, before, schema, free)


def _goes_on(head: Head, first: Head) -> bool:
    """True if a page was written just after the file was as it is: by us, or by another program,
    which leaves our numbers as they are. Nobody lowers that of the schema, and VACUUM raises it."""
    known = first.before == head.now or first[:2] == head[:2]
    return known and first.schema >= head.schema


def _of_log(log: Path, head: Head) -> bool:
    """True if a write-ahead log goes on from the file, or the file has come to a page of it, or
    nothing in it counts."""
    with log.open("rb") as stream:
        first: Head | None = None
        committed = False
        for page_head, commits in _frames(stream.fileno()):
            committed = committed or commits
            if page_head is None:
                continue
            if first is None and _goes_on(head, page_head):
                return True
            first = first or page_head
            if page_head == head:
                return True
        return first is None or not committed


def _frames(file: int) -> Iterator[tuple[Head | None, bool]]:
    """For each page in the log the head, where it is the first page, and whether a transaction
    ends with it. Those of an earlier round, which lie behind, have other salts."""
    begin = os.pread(file, _WAL_HEAD.size, 0)
    if len(begin) < _WAL_HEAD.size:
        return
    magic, _, size, _, *salts, _, _ = _WAL_HEAD.unpack(begin)
    if magic not in _WAL_MAGIC:
        return
    place = _WAL_HEAD.size
    while len(frame := os.pread(file, _FRAME.size, place)) == _FRAME.size:
        page, pages, *own = _FRAME.unpack(frame)
        if own != salts:
            return
        head = os.pread(file, 100, place + _FRAME_SIZE) if page == 1 else b""
        yield (_head_in(head) if len(head) == 100 else None), pages > 0
        place += _FRAME_SIZE + size


def _of_journal(log: Path, head: Head) -> bool:
    """True if the first page that a journal keeps is the file's, or the one before it."""
    with log.open("rb") as stream:
        file = stream.fileno()
        begin = os.pread(file, _JOURNAL_HEAD.size, 0)
        if len(begin) < _JOURNAL_HEAD.size:
            return True
        magic, count, _, _, sector, size = _JOURNAL_HEAD.unpack(begin)
        if magic != _JOURNAL_MAGIC:
            return True
        place = sector
        while count and len(number := os.pread(file, 4, place)) == 4:
            if number == b"\x00\x00\x00\x01":
                kept = os.pread(file, 100, place + 4)
                return len(kept) < 100 or _is_kept(kept, head)
            place += size + 8
            count -= 1
        return True


def _is_kept(kept: bytes, head: Head) -> bool:
    """True if a page that was kept is that of the file, or what it was before."""
    before = _head_in(kept)
    return before == head or _goes_on(before, head)

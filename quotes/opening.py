"""Opening what a user gives as an input: files and pipes are read, what has no end is refused.

What a path is gets looked at before it is opened, as opening alone may wait without end (a pipe) or
do something (a tape). What is read is the handle that was opened, whatever the path means later.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from io import BytesIO, FileIO
from pathlib import Path
from typing import BinaryIO

from quotes.errors import InputError

_REFUSED = {
    stat.S_IFCHR: "a device, not a file",
    stat.S_IFBLK: "a device, not a file",
    stat.S_IFSOCK: "a socket, not a file",
    stat.S_IFIFO: "a pipe, not a file",
}
_SPARSE, _RATIO = 50_000_000, 100
"""Bytes of a file from which on it must not be more than so many times what was written of it."""

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)


def open_file(path: Path | str, *, pipe: bool = False) -> FileIO:
    """A file, opened to be read; with `pipe` also a named pipe, for whose writer this waits.

    Raises InputError, which leaves out the path, for what is not there or may not be read, and for
    devices (but for /dev/null), sockets, folders and large files of which nearly nothing was
    written, before anything of them is read.
    """
    try:
        state = os.stat(path)  # noqa: PTH116  Path takes longer, and there are many files
        waits = stat.S_ISFIFO(_checked(state, pipe=pipe).st_mode)
        handle = FileIO(path, opener=_open_waiting if waits else _open_at_once)
    except FileNotFoundError as error:
        raise InputError("no such file; check the path") from error
    except PermissionError as error:
        raise InputError("no permission to read it; check the file's permissions") from error
    except OSError as error:
        raise InputError(f"cannot be read ({reason(error)}); check the file") from error
    except ValueError as error:
        raise InputError("a NUL in its name; check the path") from error
    try:
        _refuse_holes(handle.fileno(), _checked(os.fstat(handle.fileno()), pipe=waits))
    except InputError:
        handle.close()
        raise
    return handle


def open_standard_input() -> BinaryIO:
    """Standard input. Raises InputError where it is closed, or an endless device; a terminal, a
    pipe and a socket have somebody at their other end."""
    if sys.stdin is None:
        raise InputError("closed; pipe the article's text into it")
    try:
        state = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):  # a stream in memory stands in its place
        return getattr(sys.stdin, "buffer", None) or BytesIO(sys.stdin.read().encode())
    if not (sys.stdin.isatty() or stat.S_ISSOCK(state.st_mode)):
        _refuse_holes(sys.stdin.fileno(), _checked(state, pipe=True))
    return sys.stdin.buffer


def size_of(handle: BinaryIO) -> int | None:
    """The bytes of an open file; None for what is none, or does not say (as those in /proc)."""
    try:
        state = os.fstat(handle.fileno())
    except (OSError, ValueError):
        return None
    return state.st_size if stat.S_ISREG(state.st_mode) and state.st_size else None


def is_pipe(path: Path | str) -> bool:
    """True for a path that leads to a pipe; False for another, and for one that leads nowhere."""
    try:
        return stat.S_ISFIFO(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False


def reason(error: OSError) -> str:
    """The system's words for an error, in lower case: "no such file or directory"."""
    return (error.strerror or str(error)).lower()


def _checked(state: os.stat_result, *, pipe: bool) -> os.stat_result:
    """The state of a file that may be read; raises InputError, which says what another is."""
    kind = stat.S_IFMT(state.st_mode)
    if kind in _REFUSED and not (pipe and kind == stat.S_IFIFO) and not _is_null(state):
        raise InputError(f"{_REFUSED[kind]}; give a file")
    return state


def _open_waiting(path: str, _: int) -> int:
    return os.open(path, _FLAGS)


def _open_at_once(path: str, _: int) -> int:
    return os.open(path, _FLAGS | _AT_ONCE)


def _refuse_holes(number: int, state: os.stat_result) -> None:
    """Raises InputError for an open file that is nearly all holes, where the system tells: it gives
    zeros for what was never written. Where file systems pack, or do not count, there are none."""
    written = getattr(state, "st_blocks", sys.maxsize) * 512
    if not hasattr(os, "SEEK_HOLE") or state.st_size <= max(_SPARSE, _RATIO * written):
        return
    with contextlib.suppress(OSError):
        hole = os.lseek(number, 0, os.SEEK_HOLE)
        os.lseek(number, 0, os.SEEK_SET)
        if hole < state.st_size:
            size = f"{state.st_size / 1e6:.1f} MB"
            raise InputError(f"a file of {size} of which nearly nothing was written; copy it again")


def _is_null(state: os.stat_result) -> bool:
    """True for the device that is always empty."""
    if not stat.S_ISCHR(state.st_mode):
        return False
    try:
        return state.st_rdev == Path(os.devnull).stat().st_rdev
    except OSError:
        return False

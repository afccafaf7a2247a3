"""Files that are written: whole or as they were, and never in the place of anything else.

Exports, reports, pictures, backups and trained models all go through `check_output` (or
`check_folder`), before anything is read, and all but a model through `beside`, when it is written.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from quotes.errors import QuotesError, UsageError

Place = str | Path
IsOurs = Callable[[Path], bool]
"""Tells of a file that is there whether it may be an earlier output of the same kind."""

PACKAGE = Path(__file__).resolve().parent
HEAD = 4096  # bytes that tell what a file is
FORMED = rb"[^\r\n]*[,;\t{\[<]"
"""The first line of a table, of JSON or of markup: where it is none of ours, it is somebody's."""

ANYTHING = rb""
_SQLITE = b"SQLite format 3\0"
_BESIDE_DATABASE = ("", "-wal", "-shm", "-journal")
_NAMED_BY = ("QUOTES_DB", "QUOTES_SPEAKERS")
"""Variables of the environment that name files which commands read."""

_STREAMS = {0: "standard input", 1: "standard output", 2: "standard error"}


def check_output(
    path: Place,
    *,
    inputs: Iterable[Place] = (),
    database: Place | None = None,
    is_ours: IsOurs | None = None,
    remedy: str = "name another file",
) -> Path:
    """The file that is to be written: `path`, with links followed.

    Raises UsageError, with the remedy, where that is neither a new file in a folder that is there
    nor a regular file that may be written; where it is one of the `inputs`, however it is spelled
    or linked, the `database` (a URL is no file) or a file that SQLite keeps beside that, one that
    the environment names, one of this package, or a standard stream of this process; and where a
    file is there for which `is_ours` is False, or without it a SQLite database. An empty file may
    always be replaced. Raises QuotesError where nothing may be written in the folder.
    """
    try:
        target = _Target(path, Path(os.path.realpath(path)), _status(path), remedy)
        target.check_place()
        target.check_apart(inputs, database)
        target.check_contents(is_ours)
    except (OSError, ValueError) as error:  # links in a circle, too long a name, a NUL in it
        raise UsageError(f"cannot write {_shown(path)}: {_reason(error)}; {remedy}") from error
    return target.real


def check_folder(path: Place, *, inputs: Iterable[Place] = (), marks: Iterable[str] = ()) -> None:
    """Raise UsageError for a folder in which a run of several files must not be written: one of
    this package, one of the `inputs` or around or within one of them, and one with other files in
    it, unless one of the names `marks`, which tell an earlier run, is among them."""
    given = _shown(path)
    try:
        target, there = Path(os.path.realpath(path)), _status(path)
        if there and not stat.S_ISDIR(there.st_mode):
            raise UsageError(f"{given} is no folder: name another one")
        for other in (PACKAGE, *inputs):
            real = Path(os.path.realpath(other))
            if target in (real, *real.parents) or real in target.parents:
                raise UsageError(f"{given} would be mixed with {other}: name another folder")
        found = {file.name for file in target.iterdir()} if there else set()
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot write to {given}: {_reason(error)}; name another one") from error
    if found and found.isdisjoint(marks):
        raise UsageError(f"{given} holds other files: name a new or empty folder")


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A place to write a file, which then is renamed: `target` is whole or as it was.

    The place has the target's name, in a hidden folder beside it that is locked while it is
    written: what killed processes have left there is taken away by the next one. Where a file is
    replaced its owner and mode are kept. Raises QuotesError where it cannot be written.
    """
    target = Path(os.path.realpath(target))
    with room_beside(target) as room:
        draft = room / target.name
        yield draft
        with writing(target):
            _keep_rights(target, draft)
            with draft.open("rb") as file:
                os.fsync(file.fileno())
            draft.replace(target)


@contextmanager
def room_beside(target: Path) -> Iterator[Path]:
    """A hidden folder of our own beside a file or folder that is to be written, links followed. It
    is locked, and gone in the end; what killed processes have left there is taken away. Raises
    QuotesError where it cannot be made."""
    name = hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]
    with writing(target):
        _take_away(target.parent, re.compile(rf"\.{name}\.[0-9a-f]{{16}}\.part"))
        room, lock = _make_room(target.parent, name)
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
        os.close(lock)


def free_name(path: Path) -> Path:
    """The path, or the first that follows it ("news.bak2", "news.bak3") where nothing is."""
    names = (path.with_name(f"{path.name}{number}") for number in count(2))
    return next(name for name in chain([path], names) if not os.path.lexists(name))


@contextmanager
def writing(path: Place) -> Iterator[None]:
    """Raise QuotesError, which names the path, where the system cannot write."""
    try:
        yield
    except OSError as error:
        raise QuotesError(
            f"cannot write {_shown(path)}: {_reason(error)}; check the disk and the permissions"
        ) from error


def begins(ours: bytes, other: bytes = FORMED) -> IsOurs:
    """Tells by a file's beginning: what the pattern `ours` matches may be an earlier output, and
    so may text that the pattern `other` does not match, which is plainly something else."""

    def is_ours(path: Path) -> bool:
        with path.open("rb") as file:
            head = file.read(HEAD)
        if re.match(ours, head, re.DOTALL):
            return True
        return b"\0" not in head and not re.match(other, head, re.DOTALL)

    return is_ours


def _status(path: Place) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


@dataclass(frozen=True)
class _Target:
    """An output as it was named, where it really is, and what is there."""

    given: Place
    real: Path
    there: os.stat_result | None
    remedy: str

    def check_place(self) -> None:
        """A new file in a folder that may be written, or a regular file that may be, too."""
        folder, there = self.real.parent, self.there
        if not str(self.given):
            raise UsageError(f"'' is no name of a file: {self.remedy}")
        if there and stat.S_ISDIR(there.st_mode):
            raise UsageError(f"{_shown(self.given)} is a folder: name a file in it")
        if there and not stat.S_ISREG(there.st_mode):
            raise self._refused("is a device, a pipe or a socket")
        if not folder.exists():
            parent = _shown(Path(self.given).parent)
            raise UsageError(f"no folder {parent}: make it, or {self.remedy}")
        if not folder.is_dir() or str(self.given).endswith(os.sep):
            raise self._refused("cannot be a file")
        if not _may_write(folder):
            raise QuotesError(
                f"cannot write {_shown(self.given)}: nothing may be written in its folder; "
                f"change its permissions, or {self.remedy}"
            )
        if there and not (there.st_mode & 0o222 and _may_write(self.real)):
            raise self._refused("is read-only")

    def check_apart(self, inputs: Iterable[Place], database: Place | None) -> None:
        """Not what the command reads or keeps, and nobody else's open file."""
        if database is not None and "://" not in str(database):
            names = {str(database), os.path.realpath(database)}
            if any(self._is(name + ending) for name in names for ending in _BESIDE_DATABASE):
                raise self._refused(f"belongs to the database {_shown(database)}")
        if any(map(self._is, inputs)):
            raise self._refused("is an input of this command")
        for variable in _NAMED_BY:
            if (named := os.environ.get(variable)) and self._is(named):
                raise self._refused(f"is what {variable} names")
        if self.real.is_relative_to(PACKAGE):
            raise self._refused("lies in the folder of quotes itself")
        for number, name in _STREAMS.items():
            with suppress(OSError):
                if self.there and os.path.samestat(self.there, os.fstat(number)):
                    raise self._refused(f"is {name}")
        if os.path.realpath(Path(self.given).parent) == os.path.realpath("/proc/self/fd"):
            raise self._refused("is an open file")

    def check_contents(self, is_ours: IsOurs | None) -> None:
        """Not a database, nor anything else that is plainly no earlier output."""
        if not (self.there and self.there.st_size) or (is_ours and is_ours(self.real)):
            return
        with self.real.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise self._refused("is a SQLite database")
        if is_ours:
            raise self._refused("holds something else already")

    def _is(self, other: Place) -> bool:
        """True where both are one file. Of files that are not there yet names are compared, without
        case: there are file systems to which it means nothing."""
        try:
            found = _status(other)
        except (OSError, ValueError):
            return False
        if self.there and found:
            return os.path.samestat(self.there, found)
        both_new = not self.there and not found
        return both_new and _folded(self.real) == _folded(os.path.realpath(other))

    def _refused(self, why: str) -> UsageError:
        return UsageError(f"{_shown(self.given)} {why}: {self.remedy}")


def _folded(path: Place) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()


def _keep_rights(target: Path, draft: Path) -> None:
    """Give the draft the owner and mode of the file that it replaces, if any."""
    old = _status(target)
    if old is None:
        return
    mode, new = stat.S_IMODE(old.st_mode), draft.stat()
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        try:
            os.chown(draft, old.st_uid, old.st_gid)
        except PermissionError:  # only root may give files away; a group, whoever is in it
            try:
                os.chown(draft, -1, old.st_gid)
            except PermissionError:
                mode &= ~0o070  # what the old group might do is not for another one
    if mode != stat.S_IMODE(new.st_mode):  # not every file system has rights
        draft.chmod(mode)


def _make_room(folder: Path, name: str) -> tuple[Path, int]:
    while True:
        room = folder / f".{name}.{os.urandom(8).hex()}.part"
        room.mkdir(0o700)
        with suppress(OSError):  # whoever takes away what is left was faster than the lock
            lock = _open(room)
            with suppress(OSError):  # not every file system has locks: then nothing is taken away
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(lock), room.stat()):
                return room, lock
            os.close(lock)


def _take_away(folder: Path, names: re.Pattern[str]) -> None:
    """Remove the rooms of processes that are gone: the locks of living ones are not to be had."""
    for room in [Path(entry) for entry in os.scandir(folder) if names.fullmatch(entry.name)]:
        with suppress(OSError):
            lock = _open(room)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(room)
            finally:
                os.close(lock)


def _open(room: Path) -> int:
    return os.open(room, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return (error.strerror or errno.errorcode.get(error.errno or 0, str(error))).lower()
    return "its name holds what no name of a file can hold"


def _shown(path: Place) -> str:
    """The path with what cannot be written shown as "?"."""
    return str(path).encode("utf-8", "replace").decode()

"""The bytes of an input: opened, unpacked where they are gzipped, never more than is allowed."""

from __future__ import annotations

import codecs
import contextlib
import errno
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quotes.errors import InputError
from quotes.opening import open_file, open_standard_input, reason, size_of
from quotes.reading.inputs import one_line

LIMIT = 10_000_000
"""Bytes of one article; a news article has some ten thousand."""

HEAD = 16_384
"""Bytes that tell what a file is."""

GZIP = b"\x1f\x8b"
"""The first bytes of what is gzipped."""

FREE, RATIO = 50_000_000, 100
"""News packs to a fifth; what has grown to more than FREE bytes and RATIO times is a bomb."""

BROKEN = (gzip.BadGzipFile, EOFError, zlib.error)


@contextmanager
def opened(path: Path | None, *, pipe: bool = False) -> Iterator[BinaryIO]:
    """The file, with `pipe` also a named pipe, or standard input; raises InputError without the
    input's name."""
    if path is None:
        yield open_standard_input()
        return
    with open_file(path, pipe=pipe) as handle:
        yield handle


class Source(io.RawIOBase):
    """A stream that can be looked at before it is read; gzipped ones are unpacked.

    A file is read as far as it went when it was opened: one may grow while it is read. Raises
    InputError for what cannot be read, for damaged archives and for archives that grow without
    end: where the handle can go back, before anything is given.
    """

    def __init__(self, handle: BinaryIO) -> None:
        self.handle = handle
        self.size = size_of(handle)
        self._given, self.head = 0, b""
        self._begin()
        if self.gzipped and handle.seekable():
            self._unpack_all()
            handle.seek(0)
            self._begin()
        self.head = self._fill(HEAD)

    def _begin(self) -> None:
        self._packed = _Counted(self.handle, self.size)
        self._stream: io.BufferedReader | gzip.GzipFile = io.BufferedReader(self._packed)
        self.gzipped = self._look(2) == GZIP
        if self.gzipped:
            self._stream = gzip.GzipFile(fileobj=self._stream)

    def _unpack_all(self) -> None:
        """See that it does not grow without end; what comes before damage can still be read."""
        with contextlib.suppress(_Damaged):
            while self._take(1 << 20):
                pass

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Give the head again, then what follows."""
        wanted = len(buffer)
        data = self.head[self._given : self._given + wanted]
        if not data:
            data = self._take(wanted)
        self._given += len(data)
        buffer[: len(data)] = data
        return len(data)

    def whole(self, limit: int = LIMIT) -> bytes:
        """All of it, from the start; raises InputError for more than `limit` bytes."""
        if not self.gzipped:
            check_size(self.size or 0, limit)
        data = self._fill(limit + 1) if self._given == 0 else b""
        check_size(len(data), limit)
        return data

    def _look(self, count: int) -> bytes:
        try:
            return self._stream.peek(count)[:count]
        except OSError as error:
            raise InputError(f"cannot be read ({reason(error)}); check the file") from error

    def _fill(self, count: int) -> bytes:
        parts, size = [self.head], len(self.head)
        while size < count:
            part = self._take(count - size)
            if not part:
                break
            parts.append(part)
            size += len(part)
        return b"".join(parts)

    def _take(self, count: int) -> bytes:
        try:
            data = self._stream.read1(
                min(count, 1 << 20)
            )  # so that what came before damage is given
        except BROKEN as error:
            raise _Damaged("a damaged gzip file; fetch it again") from error
        except OSError as error:
            raise InputError(f"cannot be read ({reason(error)}); check the file") from error
        if self.gzipped:
            self._check_growth()
        return data

    def _check_growth(self) -> None:
        grown = self._stream.tell()
        if grown > FREE and grown > RATIO * self._packed.count:
            raise InputError(f"a gzip file that grows more than {RATIO} times; unpack it yourself")


class _Damaged(InputError):
    """An archive that cannot be unpacked any further."""


class _Counted(io.RawIOBase):
    """A stream that knows how much was read from it, and gives no more than `most` bytes."""

    def __init__(self, handle: BinaryIO, most: int | None) -> None:
        self.handle, self.count = handle, 0
        self._most = sys.maxsize if most is None else most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.handle.read(min(len(buffer), self._most - self.count))
        if data is None:  # a file of the system's that waits for news
            raise BlockingIOError(errno.EAGAIN, "nothing to read at the moment")
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


def check_size(size: int, limit: int = LIMIT) -> None:
    """Raises InputError for more than `limit` bytes; limit + 1 stands for "more than was read"."""
    if size > limit:
        most = f"{limit // 1_000_000} MB"
        shown = f"{size / 1e6:.1f} MB" if size > limit + 1 else f"more than {most}"
        raise InputError(
            f"{shown}, and an article may have {most}; split it into one file per article"
        )


def gist(error: Exception) -> str:
    """A library's message on an error, as a part of one line."""
    words = " ".join(one_line(" ".join(str(error).split())).split())
    return words[:120].encode("utf-8", "replace").decode() or type(error).__name__


def encoding_of(head: bytes) -> str:
    """The encoding of a table or a long list, told by its beginning: Python's name of it."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def lines(source: BinaryIO | Source) -> Iterator[tuple[int, bytes | InputError]]:
    """The lines that are not empty with their numbers, from 1; one that is longer than LIMIT is an
    InputError, and the rest of it is passed over."""
    reader = io.BufferedReader(source) if isinstance(source, Source) else source
    number = blank = 0
    while line := reader.readline(LIMIT + 1):
        number += 1
        if len(line) > LIMIT and not line.endswith(b"\n"):
            while (rest := reader.readline(LIMIT)) and not rest.endswith(b"\n"):
                pass
            yield number, InputError(f"a line of more than {LIMIT // 1_000_000} MB; split it")
        elif line.strip():
            blank = 0
            yield number, line
        else:
            blank += len(line)
            if blank > LIMIT:
                most = f"{LIMIT // 1_000_000} MB"
                raise InputError(f"more than {most} of empty lines after line {number}; cut them")

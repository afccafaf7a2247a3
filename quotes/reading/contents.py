"""A file that is opened once: read for its digest, then, by the same handle, for its articles."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO

from quotes.errors import InputError
from quotes.opening import open_file, size_of
from quotes.reading.forms import Form, form_of
from quotes.reading.inputs import Failure, Input, ending
from quotes.reading.sources import GZIP, HEAD, LIMIT


@dataclass(frozen=True)
class Content:
    """The content of a file. `digest`: SHA-256 of its bytes; `handle` gives them from the start."""

    digest: hashlib._Hash
    handle: BinaryIO
    _state: tuple[int, int] | None = field(default=None, repr=False)

    def is_same(self) -> bool:
        """True while the file's bytes are those of the digest: a large file is read twice, and may
        have been written to between."""
        return self._state is None or self._state == _state(self.handle)


@contextmanager
def content_of(item: Input | Failure) -> Iterator[Content | None]:
    """The content of an input; None for what can be read only once and for what is no file that can
    be read, or a larger one than is read: reading it says why."""
    if not isinstance(item, Input) or item.id is None:
        yield None
        return
    try:
        handle = open_file(item.name)
    except InputError:
        yield None
        return
    with handle:
        yield _content(handle, item.name)


def _content(handle: BinaryIO, name: str) -> Content | None:
    size = size_of(handle)
    try:
        if size is None:
            return None
        if size <= LIMIT:
            data = b"".join(_pieces(handle, size))
            return Content(hashlib.sha256(data), io.BytesIO(data))
        if _is_one_text(handle, ending(PurePath(name).name)):
            return None
        state, digest = _state(handle), hashlib.sha256()
        for piece in _pieces(handle, size):
            digest.update(piece)
        handle.seek(0)
        return Content(digest, handle, state)
    except (OSError, InputError):
        return None


def _is_one_text(handle: BinaryIO, ending: str) -> bool:
    """True for an open file that is one text or page, of which no more than LIMIT bytes are read.
    Leaves the handle at the start. Raises InputError for a known kind that cannot be read."""
    head = handle.read(HEAD)
    handle.seek(0)
    return not head.startswith(GZIP) and form_of(head, ending) in (Form.text, Form.html)


def _pieces(handle: BinaryIO, size: int) -> Iterator[bytes]:
    """The first `size` bytes: more may be written to the file all the time."""
    while size and (piece := handle.read(min(size, LIMIT))):
        size -= len(piece)
        yield piece


def _state(handle: BinaryIO) -> tuple[int, int]:
    state = os.fstat(handle.fileno())
    return state.st_size, state.st_mtime_ns

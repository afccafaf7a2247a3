"""Quotes to a file, in any of the formats."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from quotes.errors import QuotesError, UsageError
from quotes.export import as_csv, as_jsonl, as_parquet
from quotes.records import Quote

Writer = Callable[[Iterable[Quote], BinaryIO, type[Quote]], int]
"""Writes quotes of one model (Quote or Saying) to a binary stream and returns how many."""

FORMATS: dict[str, Writer] = {
    "csv": as_csv.write,
    "jsonl": as_jsonl.write,
    "parquet": as_parquet.write,
}
"""Each format is one module with one `write`. The same quotes give the same bytes."""


def export(quotes: Iterable[Quote], path: Path, format: str, *, model: type[Quote] = Quote) -> int:
    """Write the quotes, or the sayings, to a file and return how many there were.

    The file is written beside `path` and renamed at the end: a broken export leaves what was
    there. Raises UsageError for an unknown format and for a path that cannot be a file,
    QuotesError where the file cannot be written.
    """
    writer = FORMATS.get(format)
    if writer is None:
        raise UsageError(f"no format '{format}': take one of {', '.join(FORMATS)}")
    try:
        return _write(writer, quotes, _check_target(path), model)
    except OSError as error:
        raise QuotesError(f"cannot write {path}: {error.strerror or error}") from error


def _check_target(path: Path) -> Path:
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it")
    target = path.resolve()  # where the path is a link, the file behind it is replaced
    if not target.parent.is_dir():
        raise UsageError(f"no folder {path.parent}: make it, or name another place")
    return target


def _write(writer: Writer, quotes: Iterable[Quote], target: Path, model: type[Quote]) -> int:
    draft = target.with_name(f".{uuid4().hex}.part")
    with draft.open("xb") as stream:
        try:
            count = writer(quotes, stream, model)
            stream.flush()
            os.fsync(stream.fileno())
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return count

"""Quotes to a file, in any of the formats."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple
from uuid import uuid4

from quotes.errors import QuotesError, UsageError
from quotes.export import as_brat, as_csv, as_jsonl, as_parquet, as_webannotation
from quotes.export.how import PLAIN, How
from quotes.records import Quote

Writer = Callable[[Iterable[Quote], BinaryIO, How], int]
"""Writes quotes of one model (Quote or Saying) to a binary stream and returns how many. However
many there are, no more than some are held at a time."""


class Format(NamedTuple):
    """What writes a format, and the ending of its files, without the dot."""

    write: Writer
    ending: str


FORMATS: dict[str, Format] = {
    "csv": Format(as_csv.write, "csv"),
    "jsonl": Format(as_jsonl.write, "jsonl"),
    "parquet": Format(as_parquet.write, "parquet"),
    "brat": Format(as_brat.write, "zip"),
    "webannotation": Format(as_webannotation.write, "jsonld"),
}
"""Each format is one module with one `write`. The same quotes give the same bytes."""


def export(quotes: Iterable[Quote], path: Path, format: str, *, how: How = PLAIN) -> int:
    """Write the quotes, or the sayings, to a file and return how many there were.

    The file is written beside `path` and renamed at the end: a broken export leaves what was
    there. For "brat" and "webannotation" the quotes of an article have to follow each other, and
    `how` must give the articles. Raises UsageError for an unknown format, for a path that cannot
    be a file and where texts are needed that nothing gives, QuotesError where the file cannot be
    written.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        raise UsageError(f"no format '{format}': take one of {', '.join(FORMATS)}")
    try:
        return _write(chosen.write, quotes, _check_target(path), how)
    except OSError as error:
        raise QuotesError(f"cannot write {path}: {error.strerror or error}") from error


def format_of(path: Path) -> str | None:
    """The format whose files have the ending of this one, in any case; None where none has."""
    ending = path.suffix.removeprefix(".").lower()
    return next((name for name, format in FORMATS.items() if format.ending == ending), None)


def _check_target(path: Path) -> Path:
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it")
    target = path.resolve()  # where the path is a link, the file behind it is replaced
    if not target.parent.is_dir():
        raise UsageError(f"no folder {path.parent}: make it, or name another place")
    return target


def _write(writer: Writer, quotes: Iterable[Quote], target: Path, how: How) -> int:
    draft = target.with_name(f".{uuid4().hex}.part")
    with draft.open("xb") as stream:
        try:
            count = writer(quotes, stream, how)
            stream.flush()
            os.fsync(stream.fileno())
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return count

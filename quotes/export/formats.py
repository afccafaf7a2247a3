"""Quotes to a file, in any of the formats."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from quotes.errors import UsageError
from quotes.export.how import PLAIN, How
from quotes.outputs import Place, beside, check_output, writing
from quotes.records import Quote


class Format(NamedTuple):
    """A format: the module below `quotes.export` that writes it, the ending of its files without
    the dot, and the module that describes such a file in a second one beside it, if any does.

    Both are imported when they are needed. The first has `write`, see below, and `is_ours`, True
    for a file that an export in this format may replace; the second `check_description`, which
    raises UsageError where its file has no place, and `describe`, which writes it. All but `write`
    take the path of the export.
    """

    writer: str
    ending: str
    describer: str | None = None

    def write(self, quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
        """Write quotes of one model (Quote or Saying) to a new file, open as a binary stream, and
        return how many. However many there are, no more than some are held at a time."""
        count: int = _module(self.writer).write(quotes, stream, how)
        return count

    def check(self, path: Place, *, database: Place | None) -> Path:
        """See `check_target`."""
        target = check_output(path, database=database, is_ours=_module(self.writer).is_ours)
        if self.describer:
            _module(self.describer).check_description(target)
        return target

    def describe(self, path: Path) -> None:
        """Write what is in the export at this path beside it, where that is usual."""
        if self.describer:
            _module(self.describer).describe(path)


def _module(name: str) -> Any:
    return import_module(f"quotes.export.{name}")


FORMATS = {
    "csv": Format("as_csv", "csv"),
    "jsonl": Format("as_jsonl", "jsonl"),
    "parquet": Format("as_parquet", "parquet"),
    "xlsx": Format("as_xlsx", "xlsx"),
    "brat": Format("as_brat", "zip"),
    "webannotation": Format("as_webannotation", "jsonld"),
    "datasette": Format("as_datasette", "db", describer="describing"),
}
"""Each format is one module with one `write`. The same quotes give the same bytes."""


def export(quotes: Iterable[Quote], path: Path, format: str, *, how: How = PLAIN) -> int:
    """Write the quotes, or the sayings, to a file and return how many there were.

    The file is written beside `path` and renamed at the end: a broken export leaves what was
    there. For "brat" and "webannotation" the quotes of an article have to follow each other, and
    `how` must give the articles. Raises UsageError for an unknown format, for a path to which
    nothing may be exported (see `check_target`) and where texts are needed that nothing gives,
    QuotesError where the file cannot be written.
    """
    target = check_target(path, format)
    made = FORMATS[format]
    with beside(target) as draft, writing(path), draft.open("xb") as stream:
        count = made.write(quotes, stream, how)
    made.describe(target)
    return count


def check_target(path: Place, format: str, *, database: Place | None = None) -> Path:
    """The file to which an export to `path` goes, links followed.

    Raises UsageError for an unknown format, for what is no place for an output (see
    `quotes.outputs.check_output`), and for a file that is there and plainly holds something else
    than an earlier export in this format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format '{format}': take one of {', '.join(FORMATS)}")
    return FORMATS[format].check(path, database=database)


def format_of(path: Path) -> str | None:
    """The format whose files have the ending of this one, in any case; None where none has."""
    ending = path.suffix.removeprefix(".").lower()
    return next((name for name, format in FORMATS.items() if format.ending == ending), None)

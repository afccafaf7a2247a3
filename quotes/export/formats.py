"""Quotes to a file, in any of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from quotes.errors import UsageError
from quotes.export import (
    as_brat,
    as_csv,
    as_datasette,
    as_jsonl,
    as_parquet,
    as_webannotation,
    as_xlsx,
    describing,
)
from quotes.export.how import PLAIN, How
from quotes.outputs import IsOurs, Place, begins, beside, check_output, writing
from quotes.records import Quote

Writer = Callable[[Iterable[Quote], BinaryIO, How], int]
"""Writes quotes of one model (Quote or Saying) to a new file, open as a binary stream, and returns
how many. However many there are, no more than some are held at a time."""


class Description(NamedTuple):
    """A second file beside one of a format, which says what is in it: `check` raises UsageError
    where it has no place, and `write` writes it. Both take the path of the first."""

    check: Callable[[Path], Path]
    write: Callable[[Path], None]


class Format(NamedTuple):
    """A format: its writer, the ending of its files without the dot, a function that is True for a
    file that an export in this format may replace, and what describes it, if anything does."""

    write: Writer
    ending: str
    is_ours: IsOurs
    description: Description | None = None


FORMATS: dict[str, Format] = {
    "csv": Format(as_csv.write, "csv", begins(rb"[^\r\n\0]*\barticle_id\b")),
    "jsonl": Format(as_jsonl.write, "jsonl", begins(rb'\{[^\n]*"article_id"')),
    "parquet": Format(as_parquet.write, "parquet", as_parquet.is_ours),
    "xlsx": Format(as_xlsx.write, "xlsx", begins(as_xlsx.BEGINNING)),
    "brat": Format(as_brat.write, "zip", begins(rb"PK\x03\x04.{26}annotation\.conf")),
    "webannotation": Format(
        as_webannotation.write, "jsonld", begins(rb'[^\n\0]*"type": "AnnotationPage"')
    ),
    "datasette": Format(
        as_datasette.write,
        "db",
        as_datasette.IS_OURS,
        Description(describing.check_description, describing.describe),
    ),
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
    if made.description:
        made.description.write(target)
    return count


def check_target(path: Place, format: str, *, database: Place | None = None) -> Path:
    """The file to which an export to `path` goes, links followed.

    Raises UsageError for an unknown format, for what is no place for an output (see
    `quotes.outputs.check_output`), and for a file that is there and plainly holds something else
    than an earlier export in this format.
    """
    if format not in FORMATS:
        raise UsageError(f"no format '{format}': take one of {', '.join(FORMATS)}")
    made = FORMATS[format]
    target = check_output(path, database=database, is_ours=made.is_ours)
    if made.description:
        made.description.check(target)
    return target


def format_of(path: Path) -> str | None:
    """The format whose files have the ending of this one, in any case; None where none has."""
    ending = path.suffix.removeprefix(".").lower()
    return next((name for name, format in FORMATS.items() if format.ending == ending), None)

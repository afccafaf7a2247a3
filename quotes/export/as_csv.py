"""CSV that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Iterable
from typing import BinaryIO, TextIO

from quotes.export.how import PLAIN, How
from quotes.export.sheet import table_columns, table_rows
from quotes.outputs import begins
from quotes.records import Quote

is_ours = begins(rb"[^\r\n\0]*\barticle_id\b")
"""True for a file that is there and may be an earlier export."""

SIGNS, BREAKS = frozenset("=+-@"), frozenset("\t\r\n")
"""Signs for which Excel and its kin may run a cell as a formula (OWASP, "CSV Injection"): those at
its beginning, and the tab and line breaks, which are dropped or begin a cell of their own."""

_UNSEEN = frozenset("CZM")
"""Unicode's main categories of what cannot be seen by itself: controls and formats, blanks of all
kinds, marks."""


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write UTF-8 with a byte order mark, by which Excel knows it; return the number of quotes."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        return write_text(quotes, text, how)
    finally:
        text.detach()


def write_text(quotes: Iterable[Quote], stream: TextIO, how: How = PLAIN) -> int:
    """Write a head and one record a quote to a text stream opened with newline="".

    The last column tells, when the table comes back, which of its rows were edited.
    """
    writer = csv.writer(stream)
    writer.writerow(table_columns(how))
    count = 0
    for row in table_rows(quotes, how):
        writer.writerow([cell(value, raw=how.raw) for value in row])
        count += 1
    stream.flush()
    return count


def cell(value: object, *, raw: bool = False) -> str:
    """Text of a cell: spans as "start-end start-end"; unless raw, an apostrophe before a formula.

    What is raw comes out of a CSV reader as it went in, but a spreadsheet may run it.
    """
    if isinstance(value, tuple):
        return " ".join(f"{start}-{end}" for start, end in value)
    if isinstance(value, str):
        return f"'{value}" if not raw and is_formula(value) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else repr(value)


def is_formula(words: str) -> bool:
    """True where a spreadsheet may run a cell that begins so. Unseen characters before a sign are
    dropped by some programs, and its full-width and small forms are the same to others."""
    if words[:1] in BREAKS:
        return True
    seen = (char for char in words if unicodedata.category(char)[0] not in _UNSEEN)
    return unicodedata.normalize("NFKC", next(seen, "")) in SIGNS

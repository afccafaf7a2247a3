"""CSV that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable
from typing import BinaryIO, TextIO

from quotes.export.flat import columns, flat_row
from quotes.export.how import PLAIN, How
from quotes.records import Quote

FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")
"""A cell that begins so may be run as a formula by Excel and its kin. OWASP's list ("CSV
Injection") has the signs, their full-width forms, which Japanese versions take for the same, and
the tab and line breaks, which are dropped or begin a cell of their own. What comes before a sign
and cannot be seen is dropped by some programs, too."""


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write UTF-8 with a byte order mark, by which Excel knows it; return the number of quotes."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        return write_text(quotes, text, how)
    finally:
        text.detach()


def write_text(quotes: Iterable[Quote], stream: TextIO, how: How = PLAIN) -> int:
    """Write a head and one record a quote to a text stream opened with newline=""."""
    writer = csv.writer(stream)
    writer.writerow(columns(how.model))
    count = 0
    for quote in quotes:
        row = flat_row(quote, how.model)
        writer.writerow([cell(value, raw=how.raw) for value in row.values()])
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
        return f"'{value}" if not raw and FORMULA.match(value) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else repr(value)

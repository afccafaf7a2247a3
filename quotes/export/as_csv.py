"""CSV that spreadsheets open as it is meant."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from typing import BinaryIO, TextIO

from quotes.export.flat import columns, flat_row
from quotes.records import Quote

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by Excel and its kin."""


def write(quotes: Iterable[Quote], stream: BinaryIO, model: type[Quote] = Quote) -> int:
    """Write UTF-8 with a byte order mark, by which Excel knows it; return the number of quotes."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        return write_text(quotes, text, model)
    finally:
        text.detach()


def write_text(quotes: Iterable[Quote], stream: TextIO, model: type[Quote] = Quote) -> int:
    """Write a head and one record a quote to a text stream opened with newline=""."""
    writer = csv.writer(stream)
    writer.writerow(columns(model))
    count = 0
    for quote in quotes:
        writer.writerow([cell(value) for value in flat_row(quote, model).values()])
        count += 1
    stream.flush()
    return count


def cell(value: object) -> str:
    """Text of a cell: spans as "start-end start-end", an apostrophe before a formula."""
    if isinstance(value, tuple):
        return " ".join(f"{start}-{end}" for start, end in value)
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else repr(value)

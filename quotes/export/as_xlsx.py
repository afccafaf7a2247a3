"""An Excel workbook with one sheet, with the columns of the CSV."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quotes.errors import QuotesError
from quotes.export.as_csv import cell
from quotes.export.flat import columns, flat_row
from quotes.export.how import How
from quotes.records import Quote
from quotes.verdicts.sheets import LONGEST_CELL, STATE, state_of

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

SHEET = "quotes"
LAST_ROW = 1_048_576
"""Rows that a sheet has room for, the head included."""

FIRST_DAY = dt.date(1900, 3, 1)
"""Days before it are words: Excel has none before 1900, and in its February a day too many."""

_MADE = dt.datetime(2000, 1, 1)
_FACTS, _SAVED = "docProps/core.xml", re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
"""Where a workbook says when it was saved."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write a workbook; return the number of quotes.

    Cells are words, days or numbers, never formulas. What no cell can hold is left out: signs that
    are not seen, and of a text what is beyond Excel's 32,767 characters. Raises QuotesError for
    more quotes than a sheet has rows.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _MADE
    book.properties.creator = "quotes"
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "B2"
    sheet.append([*columns(how.model), STATE])
    count = 0
    for quote in quotes:
        count += 1
        if count >= LAST_ROW:
            raise QuotesError(
                f"a sheet has room for {LAST_ROW - 1:,} quotes: export less, or as csv"
            )
        sheet.append(list(_cells(sheet, quote, how)))
    with tempfile.TemporaryFile() as draft:
        book.save(draft)
        _write_anew(draft, stream)
    return count


def _cells(sheet: Any, quote: Quote, how: How) -> Iterator[WriteOnlyCell]:
    from openpyxl.cell import WriteOnlyCell

    for value in (*flat_row(quote, how.model).values(), state_of(quote)):
        if isinstance(value, dt.date) and value >= FIRST_DAY:
            one = WriteOnlyCell(sheet, value)
            one.number_format = "yyyy-mm-dd"
        elif isinstance(value, int | float):
            one = WriteOnlyCell(sheet, value)
        else:
            words = _CONTROLS.sub("", cell(value, raw=True))[:LONGEST_CELL]
            one = WriteOnlyCell(sheet, words or None)
            if words:
                one.data_type = "s"  # also what begins as a formula, or spells an error
        yield one


def _write_anew(draft: Any, stream: BinaryIO) -> None:
    """The same archive with one day for all of its files, so that the same quotes give the same
    bytes."""
    with ZipFile(draft) as made, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name in made.namelist():
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            with made.open(name) as source, archive.open(entry, "w") as target:
                if name == _FACTS:
                    target.write(_SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", source.read()))
                while part := source.read(1 << 20):
                    target.write(part)

"""Excel workbooks: the rows of the first sheet, its texts as Excel shows them."""

from __future__ import annotations

import contextlib
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import IO, Any

from quotes.errors import InputError
from quotes.reading.fields import FieldMap
from quotes.reading.headers import Row, numbered
from quotes.reading.sources import Source, gist

_XLSX_LIMIT, _XLSX_FREE, _XLSX_RATIO = 100_000_000, 20_000_000, 100
"""Bytes of a workbook, packed or not, and how many times it may grow where it has more than a few:
its cells take twenty times as much memory, and a second for each megabyte."""

_SHEET_ROWS, _SHEET_COLUMNS = 1_048_576, 256
"""Excel's own limit, and more columns than a table of articles has: files may claim any number."""


def excel_rows(source: Source, fields: FieldMap) -> Iterator[Row]:
    """The rows of the first sheet, by the names of its header and numbered from 1 after it.

    Raises InputError for what is no workbook, is damaged or unpacks to too much.
    """
    return numbered(_filled(io.BytesIO(source.whole(_XLSX_LIMIT))), fields)


def _filled(data: IO[bytes]) -> Iterator[Sequence[Any]]:
    """The rows that are not empty."""
    rows = _values(data)
    while True:
        try:
            with warnings.catch_warnings():  # of what openpyxl leaves out, such as lists of choices
                warnings.simplefilter("ignore")
                row = next(rows, None)
        except InputError:
            raise
        except Exception as error:  # openpyxl lets those of zip, XML and its own classes through
            raise InputError(
                f"a damaged Excel file ({gist(error)}); save it again, or as CSV"
            ) from error
        if row is None:
            return
        if row.count(None) < len(row):
            yield [_shown(value) if isinstance(value, str) else value for value in row]


def _shown(text: str) -> str:
    """A cell's text without the escapes in which workbooks spell characters: `_x000D_` is a
    carriage return, `_x005F_` an underscore. A line ends as in other texts."""
    from openpyxl.utils.escape import unescape

    if "_x" in text:
        text = unescape(text)
        pairs = text.encode("utf-16", "surrogatepass")  # an emoji is spelled as two
        text = pairs.decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _values(data: IO[bytes]) -> Iterator[Sequence[Any]]:
    """The rows of the first sheet as it is read, never more than a sheet can have."""
    from openpyxl import load_workbook

    with zipfile.ZipFile(data) as archive:
        if not any(name.startswith("xl/") for name in archive.namelist()):
            raise InputError("a ZIP, EPUB or Word file; unpack it, or save it as text first")
        grown = sum(item.file_size for item in archive.infolist())
        if grown > min(_XLSX_LIMIT, max(_XLSX_FREE, _XLSX_RATIO * data.seek(0, io.SEEK_END))):
            raise InputError("an Excel file that unpacks to far more than it should; export CSV")
    with contextlib.closing(load_workbook(data, read_only=True, data_only=True)) as book:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_col=_SHEET_COLUMNS, max_row=_SHEET_ROWS, values_only=True)
        yield from rows

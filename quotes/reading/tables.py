"""Tables: CSV, TSV and Excel, some rows at a time."""

from __future__ import annotations

import contextlib
import csv
import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from quotes.errors import InputError
from quotes.reading.forms import Form
from quotes.reading.sources import LIMIT, Source, encoding_of, gist

_MARKS = {Form.csv: (",", ";", "\t"), Form.tsv: ("\t", ",", ";")}
_XLSX_LIMIT, _XLSX_FREE, _XLSX_RATIO = 100_000_000, 20_000_000, 100
"""Bytes of a workbook, packed or not, and how many times it may grow where it has more than a few:
its cells take twenty times as much memory, and a second for each megabyte."""

_SHEET_ROWS, _SHEET_COLUMNS = 1_048_576, 256
"""Excel's own limit, and more columns than a table of articles has: files may claim any number."""
Row = tuple[int, Mapping[str, Any] | InputError]


def csv_rows(source: Source, form: Form) -> Iterator[Row]:
    """The rows with their numbers, from 1 after the header; every value is a str.

    A row that does not fit the header is an InputError. Raises one where a row cannot be told from
    the next, after the rows before it.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT))
    lines = _Lines(source)
    rows = csv.reader(lines, delimiter=_mark(source.head, form), strict=True)
    header: Sequence[str] = ()
    number = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            lines.given = 0
            number += bool(header)
            yield number, InputError(f"no row ({gist(error)}); look for a stray quotation mark")
            continue
        except UnicodeDecodeError as error:
            raise InputError(
                f"damaged after row {number} ({gist(error)}); export it again"
            ) from error
        if row is None:
            return
        if row:  # lines without one are counted on
            lines.given = 0
            number += bool(header)
            if header:
                yield number, _named(header, row)
            header = header or row


class _Lines:
    """The lines of a table, which refuses to give more than an article has for one row."""

    def __init__(self, source: Source) -> None:
        self._text = io.TextIOWrapper(
            io.BufferedReader(source, 1 << 16),
            encoding_of(source.head),
            errors="surrogateescape",
            newline="",
        )
        self.given = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LIMIT + 1)
        if not line:
            raise StopIteration
        self.given += len(line)
        if self.given > LIMIT:
            most = f"{LIMIT // 1_000_000} MB"
            raise InputError(f"a row of more than {most}; look for a stray quotation mark")
        return line


def _mark(head: bytes, form: Form) -> str:
    """What stands most often between the names of the header; where none does, the usual mark."""
    first = head.split(b"\n", 1)[0]
    return max(_MARKS[form], key=lambda mark: first.count(mark.encode()))


def _named(header: Sequence[object], row: Sequence[Any]) -> Mapping[str, Any] | InputError:
    """The values by their columns' names, the first of a name; cells beyond them must be empty."""
    if any(value not in (None, "") for value in row[len(header) :]):
        return InputError(
            f"{len(row)} values under {len(header)} names; put texts in quotation marks"
        )
    pairs = list(zip(header, row, strict=False))
    return {str(name): value for name, value in reversed(pairs) if name not in (None, "")}


def excel_rows(source: Source) -> Iterator[Row]:
    """The rows of the first sheet."""
    data = io.BytesIO(source.whole(_XLSX_LIMIT))
    header: Sequence[object] = ()
    number = 0
    rows = _excel_values(data)
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
            number += bool(header)
            if header:
                yield number, _named(header, row)
            header = header or row


def _excel_values(data: IO[bytes]) -> Iterator[Sequence[Any]]:
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

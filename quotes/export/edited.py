"""A table that was exported as CSV or xlsx and edited: its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from quotes.errors import InputError
from quotes.export.back import naming
from quotes.reading.excel import excel_rows
from quotes.reading.fields import FieldMap
from quotes.reading.forms import Form
from quotes.reading.headers import Row
from quotes.reading.sources import Source, opened
from quotes.reading.tables import csv_rows

_HINT = "give it JSON lines, Parquet, CSV or xlsx of 'quotes export'"
_ZIP = b"PK\x03\x04"
_OTHERS = (b"{", b"[", b"PAR1")
"""The beginnings of JSON and Parquet."""

_HEADER = re.compile(rb"""(?:^|[,;\t|"])[ ]*id[ ]*(?:["',;\t|\r\n]|$)""", re.MULTILINE)
"""A header with a column "id"."""


def is_table(path: Path) -> bool:
    """True if a file is a table as spreadsheets write them, told by its beginning.

    Raises InputError for one that cannot be read.
    """
    with naming(path), opened(path) as handle:
        head = Source(handle).head.lstrip(b"\xef\xbb\xbf \r\n\t").replace(b"\x00", b"")
    if head.startswith(_ZIP):
        return True
    return not head.startswith(_OTHERS) and bool(_HEADER.search(head))


def edited_rows(path: Path) -> Iterator[Row]:
    """The rows of the table, by the names of its header and numbered from 1 below it; one that
    cannot be read is an InputError.

    Raises InputError, with the file, for what is no table with a column "id".
    """
    fields = FieldMap({"text": "id"})  # the column by which the header is known
    with naming(path), opened(path) as handle:
        source = Source(handle)
        is_book = source.head.startswith(_ZIP)
        rows = excel_rows(source, fields) if is_book else csv_rows(source, Form.csv, fields)
        for number, row in rows:
            if isinstance(row, InputError):
                yield number, row
                continue
            named = {name.strip(): value for name, value in row.items()}
            if "id" not in named:
                raise InputError(f"no column id: {_HINT}")
            yield number, named

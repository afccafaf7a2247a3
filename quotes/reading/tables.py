"""Tables: CSV, TSV, Excel and Parquet, some rows at a time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from quotes.errors import InputError
from quotes.reading.forms import Form
from quotes.reading.sources import Source

ROWS = 200
"""Rows that are held at a time."""

_XLSX_LIMIT, _XLSX_UNPACKED = 100_000_000, 400_000_000
_MARKS = {Form.csv: (",", ";"), Form.tsv: ("\t",)}


def csv_rows(source: Source, form: Form) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows with their numbers, from 1 after the header; every value is a str.

    Raises InputError where a row cannot be told from the next, after the rows before it.
    """
    import pandas as pd

    first = source.head.split(b"\n", 1)[0]
    mark = max(_MARKS[form], key=lambda mark: first.count(mark.encode()))
    number = 0
    try:
        reader = pd.read_csv(
            io.BufferedReader(source, 1 << 16),
            sep=mark,
            dtype=str,
            keep_default_na=False,
            chunksize=ROWS,
            encoding=_encoding(source.head),
            encoding_errors="surrogateescape",
            on_bad_lines="error",
            index_col=False,
        )
        for chunk in reader:
            for row in chunk.to_dict("records"):
                number += 1
                yield number, {str(key): value for key, value in row.items()}
    except InputError:
        raise
    except (ValueError, OverflowError, MemoryError) as error:  # pandas' own errors are ValueErrors
        message = " ".join(str(error).split()).removeprefix("Error tokenizing data. C error: ")
        raise InputError(
            f"no table that can be read after row {number} ({message[:120]}); "
            "look for a stray quotation mark there"
        ) from error


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def excel_rows(source: Source) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows of the first sheet."""
    import pandas as pd

    data = source.whole(_XLSX_LIMIT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
        if unpacked > _XLSX_UNPACKED:
            raise InputError("an Excel file that unpacks to far more than it should; export CSV")
        frame = pd.read_excel(io.BytesIO(data), engine="openpyxl", dtype=object)
    except InputError:
        raise
    except Exception as error:  # openpyxl lets the errors of zip, XML and its own classes through
        message = " ".join(str(error).split())[:120] or type(error).__name__
        raise InputError(f"a damaged Excel file ({message}); save it again, or as CSV") from error
    frame = frame.astype(object).where(frame.notna(), None)
    for number, row in enumerate(frame.to_dict("records"), 1):
        yield number, {str(key): value for key, value in row.items()}


def parquet_rows(source: Source) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows, one small batch after the other."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        file = pq.ParquetFile(pa.BufferReader(source.whole(2_000_000_000)))
        for batch in file.iter_batches(batch_size=ROWS):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pa.ArrowException, OSError, ValueError) as error:
        message = " ".join(str(error).split())[:120]
        raise InputError(f"a damaged Parquet file ({message}); write it again") from error

"""Tables as text: CSV, TSV and the like, some rows at a time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.errors import InputError
from quotes.reading.fields import FieldMap
from quotes.reading.forms import SEP, Form
from quotes.reading.headers import MOST_BEFORE, Cells, Row, names_text, numbered
from quotes.reading.sources import LIMIT, Source, encoding_of, gist

_MARKS = {Form.csv: (",", ";", "\t", "|"), Form.tsv: ("\t", ",", ";", "|")}
_LINE_END = re.compile(r"\r\n|\r|\n")


def csv_rows(source: Source, form: Form, fields: FieldMap) -> Iterator[Row]:
    """The rows by the names of the header and numbered from 1 after it; every value is a str.

    A row that does not fit the header is an InputError. Raises one where a row cannot be told from
    the next, after the rows before it.
    """
    return numbered(_cells(source, form, fields), fields)


def _cells(source: Source, form: Form, fields: FieldMap) -> Iterator[Cells]:
    """The cells of each row, or an InputError; rows of empty ones are passed over."""
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT))
    lines = _Lines(source)
    how = _layout(source.head, form, fields)
    rows = csv.reader(lines, delimiter=how.mark, strict=True, skipinitialspace=how.spaced)
    if how.said:
        next(lines)
    given = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            lines.given = 0
            yield InputError(f"no row ({gist(error)}); look for a stray quotation mark")
            continue
        except UnicodeDecodeError as error:
            raise InputError(
                f"damaged after row {max(given - 1, 0)} ({gist(error)}); export it again"
            ) from error
        if row is None:
            return
        if any(map(str.strip, row)):  # lines without one are counted on
            lines.given = 0
            given += 1
            yield row


@dataclass(frozen=True)
class _Layout:
    """The mark between two columns, whether a blank follows it, and whether the first line says
    so."""

    mark: str
    spaced: bool
    said: bool


def _layout(head: bytes, form: Form, fields: FieldMap) -> _Layout:
    """The layout by the first line, if it says so, or by the first that names the text's column;
    where none does, by what stands most often in the first, or the usual mark."""
    text = head.decode(encoding_of(head), "replace")
    first, *rest = _LINE_END.split(text, maxsplit=2 * MOST_BEFORE)
    said = SEP.fullmatch(first)
    lines = [line for line in ("" if said else first, *rest) if line.strip()] or [""]
    for line in lines[: MOST_BEFORE + 1]:
        for mark in [said["mark"]] if said and said["mark"] else _MARKS[form]:
            names = [name.strip(' "') for name in line.split(mark)]
            if len(names) > 1 and names_text(names, fields):
                return _Layout(mark, f"{mark} " in line, bool(said))
    usual = max(_MARKS[form], key=lines[0].count)
    return _Layout((said and said["mark"]) or usual, False, bool(said))


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

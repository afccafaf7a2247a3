"""Quotes back from files: what an export wrote, without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quotes.errors import InputError
from quotes.export.flat import SPEAKER
from quotes.reading.inputs import one_line
from quotes.reading.sources import Source, gist, lines, opened
from quotes.records import Quote, Saying

_OF_SAYINGS = Saying.model_fields.keys() - Quote.model_fields.keys()
_HINT = "give it JSON lines or Parquet of 'quotes export'"

Row = Mapping[str, Any] | InputError


def read_quotes(path: Path) -> Iterator[Quote]:
    """The quotes of a file that `export` wrote as "jsonl" (it may be gzipped) or as "parquet".

    The content tells which it is. A few quotes are held at a time. Of sayings come the quotes that
    stand for them. Raises InputError, with the file, the line (or the row) and what is wrong, for
    a file that cannot be read, and for the first line that is no quote, after those before it.
    """
    try:
        with opened(path) as handle:
            source = Source(handle, path=path)
            is_table = source.head.startswith(b"PAR1")
            rows = _table_rows(source) if is_table else _json_rows(source)
            for number, row in rows:
                yield _quote(row, f"{'row' if is_table else 'line'} {number}")
    except InputError as error:
        raise InputError(one_line(f"{path}: {error}")) from error


def _json_rows(source: Source) -> Iterator[tuple[int, Row]]:
    for number, line in lines(source):
        yield number, line if isinstance(line, InputError) else _object(line)


def _object(line: bytes) -> Row:
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError:
        return InputError(f"JSON nested without end; {_HINT}")
    except ValueError as error:
        return InputError(f"not valid JSON ({gist(error)}); {_HINT}")
    return row if isinstance(row, dict) else InputError(f"no JSON object; {_HINT}")


def _table_rows(source: Source) -> Iterator[tuple[int, Row]]:
    from quotes.reading.tables import parquet_rows

    for number, row in parquet_rows(source):
        yield number, row if isinstance(row, InputError) else _nested(row)


def _nested(row: Mapping[str, Any]) -> Row:
    """A flat row with its speaker in one again; the type is what every speaker has."""
    speaker = {field: row.get(column) for field, column in SPEAKER.items()}
    rest = {name: value for name, value in row.items() if name not in SPEAKER.values()}
    return rest | {"speaker": None if speaker["type"] is None else speaker}


def _quote(row: Row, place: str) -> Quote:
    if isinstance(row, InputError):
        raise InputError(f"{place}: {row}")
    fields = {name: value for name, value in row.items() if name not in _OF_SAYINGS}
    try:
        return Quote.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise InputError(f"{place}: no quote ('{field}': {first['msg']}); {_HINT}") from error

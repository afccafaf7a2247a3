"""Files of JSON lines, plain or gzipped, read so that every error names its line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from quotes.errors import InputError
from quotes.reading.inputs import is_utf8
from quotes.reading.sources import Source, lines, opened

STDIN = Path("-")
MOST = 200_000_000
"""Bytes of a file; all of it is held, and the largest corpus of attributions has a tenth."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Line:
    """One JSON object and where it stands: "gold.jsonl, line 3"."""

    place: str
    row: dict[str, Any]

    def read_as(self, form: type[M]) -> M:
        """The row as a record of this form; raises InputError for the first field that is wrong."""
        try:
            return form.model_validate(self.row)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise InputError(f"{self.place}: '{field}': {first['msg']}; mend the line") from error


def read_lines(path: Path) -> Iterator[Line]:
    """The objects of a file, one a line; blank lines are skipped. "-" is standard input.

    Raises InputError where the file cannot be read, for one of more than MOST bytes, and for the
    first line that is no JSON object or has damaged characters in it.
    """
    for number, line in _filled_lines(path):
        yield _parse(line, f"{path}, line {number}")


def _filled_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    size = 0
    try:
        with opened(None if path == STDIN else path, pipe=True) as handle:
            for number, line in lines(Source(handle)):
                if isinstance(line, InputError):
                    raise InputError(f"line {number}: {line}")
                size += len(line)
                if size > MOST:
                    raise InputError(f"more than {MOST // 1_000_000} MB; split it")
                yield number, line
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _parse(line: bytes, place: str) -> Line:
    try:
        words = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: not valid UTF-8; give it JSON lines in UTF-8") from error
    try:
        row = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: no valid JSON; give it one JSON object a line") from error
    if not isinstance(row, dict):
        raise InputError(f"{place}: no JSON object; give it one JSON object a line")
    if "\\u" in words and not is_utf8(json.dumps(row, ensure_ascii=False)):
        raise InputError(f"{place}: half a surrogate pair in a text; write it anew, as UTF-8")
    return Line(place, row)

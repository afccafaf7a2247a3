"""Files of JSON lines, plain or gzipped, read so that every error names its line."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

from pydantic import BaseModel, ValidationError

from quotes.errors import InputError

STDIN = Path("-")

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

    Raises InputError where the file cannot be read and for the first line that is no JSON object.
    """
    try:
        with _open(path) as handle:
            for number, line in enumerate(handle, 1):
                if line.strip():
                    yield _parse(line, f"{path}, line {number}")
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not valid UTF-8; give it JSON lines in UTF-8") from error
    except (OSError, EOFError, zlib.error) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read ({what.lower()}); check the file") from error


def _open(path: Path) -> AbstractContextManager[TextIO]:
    if path == STDIN:
        return nullcontext(sys.stdin)
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _parse(line: str, place: str) -> Line:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: no valid JSON; give it one JSON object a line") from error
    if not isinstance(row, dict):
        raise InputError(f"{place}: no JSON object; give it one JSON object a line")
    return Line(place, row)

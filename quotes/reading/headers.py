"""The header of a table: which row it is, and the values of the others by its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from quotes.errors import InputError
from quotes.reading.fields import FieldMap, shown
from quotes.reading.keys import TEXT_KEYS, plain_key

Row = tuple[int, Mapping[str, Any] | InputError]
Cells = Sequence[Any] | InputError
"""The cells of a row, or why there are none."""

MOST_BEFORE = 10
"""Rows that may stand above the header: a title, a remark, the day of the export."""


def names_text(cells: Sequence[object], fields: FieldMap) -> bool:
    """True if one of the cells is what the text's column is called."""
    own = fields.names.get("text")
    return any(cell == own or plain_key(cell) in TEXT_KEYS for cell in cells if cell is not None)


def is_title(cells: Sequence[object]) -> bool:
    """True if a row may be a title above the header: it has no more than one cell with words."""
    return sum(bool(str(cell).strip()) for cell in cells if cell is not None) <= 1


def numbered(found: Iterable[Cells], fields: FieldMap) -> Iterator[Row]:
    """The rows by the header's names with their numbers, from 1 after the header.

    The header is the first row, or the first below titles that names the text's column. A row that
    cannot be read or does not fit the header is an InputError.
    """
    rows = iter(found)
    above: list[Cells] = []
    header: Sequence[object] | None = None
    for cells in rows:
        if isinstance(cells, InputError):
            yield 0, cells
        elif names_text(cells, fields):
            header, above = cells, []
            break
        else:
            above.append(cells)
            if not is_title(cells) or len(above) > MOST_BEFORE:
                break
    if header is None:
        filled = [cells for cells in above if not isinstance(cells, InputError) and any(cells)]
        if not filled:
            return
        header, above = filled[0], list(filled[1:])
    for number, cells in enumerate(chain(above, rows), 1):
        yield number, cells if isinstance(cells, InputError) else _named(header, cells)


def _named(header: Sequence[object], row: Sequence[Any]) -> Mapping[str, Any] | InputError:
    """The values by their columns' names, the first of a name; cells beyond them must be empty."""
    if any(value not in (None, "") for value in row[len(header) :]):
        if len(header) == 1:
            return InputError(
                f"{len(row)} values under one name ({shown(header[0])}); part the columns by a "
                "comma, a semicolon, a tab or |, and put texts in quotation marks"
            )
        return InputError(
            f"{len(row)} values under {len(header)} names; put texts in quotation marks"
        )
    pairs = list(zip(header, row, strict=False))
    return {str(name): value for name, value in reversed(pairs) if name not in (None, "")}

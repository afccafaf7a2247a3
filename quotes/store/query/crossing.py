"""How many quotes there are of two things at once, such as of each speaker in each outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

from quotes.errors import UsageError
from quotes.store.db.asking import Reader, among_numbers
from quotes.store.db.errors import readable
from quotes.store.query.chosen import Chosen
from quotes.store.query.counting import OVER_TIME, WHAT, What, check_what, names_of, totals
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.summaries import count_people
from quotes.store.records import Cell


class _Line(NamedTuple):
    """A row or a column of a cross table: what it is called, and the stored values that it has."""

    name: str
    values: frozenset[Any]


def cross(
    reader: Reader,
    by: str,
    other: str,
    filters: Filters,
    *,
    limit: int | None = None,
    across: int | None = None,
) -> list[Cell]:
    """How many quotes each pair of values has that occurs, row by row.

    Rows and columns stand in their order where they are days, months or years, else the most
    frequent first. `limit`: so many rows, `across`: so many columns; of days, months and years the
    last. Raises UsageError for anything that cannot be counted by, and for a thing twice.
    """
    for name in (by, other):
        check_what(name)
    if by == other:
        raise UsageError(f"'{by}' twice: name two things to count by, or one")
    check_limit(limit)
    check_limit(across)
    chosen = filters.chosen(reader)
    both = WHAT[by], WHAT[other]
    rows, columns = _lines(reader, by, chosen, limit), _lines(reader, other, chosen, across)
    lines = _only(0, rows if limit else [], both[0]), _only(1, columns if across else [], both[1])
    found = totals(reader, both, chosen, only=[line for line in lines if line])
    names = [_by_value(some) for some in (rows, columns)]
    publishers = [names_of(reader, what, found, place) for place, what in enumerate(both)]
    many: Counter[tuple[int, int]] = Counter()
    for one, two, count in found:
        row = names[0].get(publishers[0].get(one, one))
        column = names[1].get(publishers[1].get(two, two))
        if row is not None and column is not None:
            many[row, column] += count
    return [
        Cell(value=rows[row].name, other=columns[column].name, count=many[row, column])
        for row, column in sorted(many)
    ]


def columns_of(cells: Sequence[Cell], other: str) -> list[str]:
    """The columns of cells in their order: see `cross`."""
    many = Counter[str]()
    for cell in cells:
        many[cell.other] += cell.count
    if other in OVER_TIME:
        return sorted(many)
    return sorted(many, key=lambda column: (-many[column], column))


def _by_value(lines: list[_Line]) -> dict[Hashable, int]:
    """The place of the line of each stored value."""
    return {value: place for place, line in enumerate(lines) for value in line.values}


def _only(place: int, lines: list[_Line], what: What) -> str | None:
    """A condition: one of the lines, where their values are numbers."""
    values = [value for line in lines for value in line.values]
    numbers = [value for value in values if isinstance(value, int)]
    fits = values and len(numbers) == len(values) and what is not WHAT["publisher"]
    return f"{{{place}}} IN {among_numbers(numbers)}" if fits else None


def _lines(reader: Reader, by: str, chosen: Chosen, limit: int | None) -> list[_Line]:
    """The values in their order, so many of them."""
    if by == "speaker":
        people = count_people(reader, chosen, limit)
        return [_Line(one.name, frozenset(row[0] for row in one.person.rows)) for one in people]
    what = WHAT[by]
    found = totals(reader, [what], chosen)
    names = names_of(reader, what, found, 0)
    with readable():
        every = [
            (what.written(names.get(value, value)), names.get(value, value), many)
            for value, many in found
        ]
    if by in OVER_TIME:
        every = sorted(every)[-limit if limit else 0 :]
    else:
        every = sorted(every, key=lambda line: (-line[2], line[0]))[:limit]
    return [_Line(name, frozenset([value])) for name, value, _ in every]

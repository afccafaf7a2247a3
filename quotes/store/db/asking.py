"""Plain SQL that SQLite and PostgreSQL both understand; values stand in it as :name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeVar

T = TypeVar("T")

Dialect = Literal["sqlite", "postgresql"]
"""The kind of a database."""

Row = Any
"""A row of an answer: its values by place (`row[0]`) and by the names of the columns (`row.id`)."""

VALUES = 500
"""Values in one statement: there is room for so many only."""


class Cursor(Protocol):
    """The answer of a statement: its rows, and how many rows were changed."""

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""

    def fetchall(self) -> list[Row]:
        """The rows that are left."""

    def fetchone(self) -> Row:
        """The next row; None after the last one."""


class Reader(Protocol):
    """A connection that answers questions."""

    @property
    def dialect(self) -> Dialect:
        """The kind of the database."""

    def run(self, statement: str, values: Mapping[str, Any] | None = None, /) -> Cursor:
        """Run a statement with the values of its names; more may be given."""


def ask(reader: Reader, question: str, values: Mapping[str, Any] | None = None) -> list[Row]:
    """All rows of the answer; more values may be given than the question has names."""
    return reader.run(question, values).fetchall()


def ask_each(reader: Reader, question: str, values: Mapping[str, Any] | None = None) -> list[Any]:
    """The first value of each row."""
    return [row[0] for row in ask(reader, question, values)]


def next_number(reader: Reader, table: str, column: str = "key") -> int:
    """The number after the highest in a column; good until the end of a transaction that writes."""
    (last,) = ask_each(reader, f"SELECT max({column}) FROM {table}")
    return (last or 0) + 1


def where(conditions: Iterable[str]) -> str:
    """A WHERE of all of them; nothing where there is none."""
    every = " AND ".join(conditions)
    return f"WHERE {every}" if every else ""


def among_numbers(numbers: Iterable[int]) -> str:
    """SQL that stands behind IN for keys: numbers need no names."""
    return f"({', '.join(f'{number:d}' for number in numbers) or 'NULL'})"


def among(name: str, words: Sequence[T]) -> tuple[str, dict[str, T]]:
    """SQL that stands behind IN for words, and these by the names that they have there."""
    values = {f"{name}_{place}": word for place, word in enumerate(words)}
    return f"({', '.join(f':{name}' for name in values) or 'NULL'})", values


def parts_of(values: Sequence[T]) -> Iterable[Sequence[T]]:
    """The values in parts for which a statement has room."""
    return (values[start : start + VALUES] for start in range(0, len(values), VALUES))

"""Questions in plain SQL, which SQLite and PostgreSQL both understand; values stand there as :name.

SQLAlchemy says what the tables are and writes them. Looking something up in SQLite does without
it, as importing it takes longer than most answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

Row = Any
"""A row of an answer: its values by place (`row[0]`) and by the names of the columns (`row.id`)."""

VALUES = 500
"""Values in one statement: there is room for so many only."""

_NAME = re.compile(r"(?<!:):([a-z]\w*)")


class Dialect(Protocol):
    """What a database speaks: "sqlite" or "postgresql"."""

    @property
    def name(self) -> str:
        """Its name."""


class Reader(Protocol):
    """What answers: a connection of SQLAlchemy's, or a plain one (`quotes.store.plain`)."""

    @property
    def dialect(self) -> Dialect:
        """What it speaks."""

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Any:
        """Run a statement as the driver has it."""


def ask(reader: Reader, question: str, values: Mapping[str, Any] | None = None) -> list[Row]:
    """All rows of the answer; more values may be given than the question has names."""
    if reader.dialect.name != "sqlite":
        question = _for_psycopg(question)
    rows: list[Row] = reader.exec_driver_sql(question, dict(values or {})).fetchall()
    return rows


def ask_each(reader: Reader, question: str, values: Mapping[str, Any] | None = None) -> list[Any]:
    """The first value of each row."""
    return [row[0] for row in ask(reader, question, values)]


def tell(reader: Reader, statement: str, values: Mapping[str, Any] | None = None) -> None:
    """Run a statement that writes, in a writer's transaction."""
    if reader.dialect.name != "sqlite":
        statement = _for_psycopg(statement)
    reader.exec_driver_sql(statement, dict(values or {}))


def where(conditions: Iterable[str]) -> str:
    """A WHERE of all of them; nothing where there is none."""
    every = " AND ".join(conditions)
    return f"WHERE {every}" if every else ""


def among_numbers(numbers: Iterable[int]) -> str:
    """What stands behind IN for keys: numbers need no names."""
    return f"({', '.join(f'{number:d}' for number in numbers) or 'NULL'})"


def among(name: str, words: Sequence[T]) -> tuple[str, dict[str, T]]:
    """What stands behind IN for words, and these by the names that they have there."""
    values = {f"{name}_{place}": word for place, word in enumerate(words)}
    return f"({', '.join(f':{name}' for name in values) or 'NULL'})", values


def parts_of(values: Sequence[T]) -> Iterable[Sequence[T]]:
    """The values in parts for which a statement has room."""
    return (values[start : start + VALUES] for start in range(0, len(values), VALUES))


def _for_psycopg(question: str) -> str:
    """With names in the manner of that driver."""
    return _NAME.sub(r"%(\1)s", question.replace("%", "%%"))

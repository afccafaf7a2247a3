"""Many rows at once, by the shortest way that a database has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.sqlite import insert as sqlite_insert


def insert_rows(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Put rows, whose values are in the order of the table's columns, in the database.

    Values are what the columns' types make of them: this is done here.
    """
    made = ((p, c.type.bind_processor(connection.dialect)) for p, c in enumerate(table.columns))
    makers = [(place, make) for place, make in made if make]
    names = [column.name for column in table.columns]
    copy_rows(connection, table.name, names, (_ready(row, makers) for row in rows))


def copy_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """The same for values that the database itself knows: COPY, where there is such a thing."""
    cursor: Any = connection.connection.cursor()
    names = ", ".join(columns)
    try:
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        else:
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    finally:
        cursor.close()


def upsert(connection: Connection, table: Table) -> Any:
    """An INSERT that may say what is to be done where the row is there already.

    (INSERT OR REPLACE, which deletes without triggers, would leave a wrong full-text index.)
    """
    if connection.dialect.name == "sqlite":
        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgresql_insert

    return postgresql_insert(table)


def _ready(row: Sequence[Any], makers: Iterable[tuple[int, Any]]) -> list[Any]:
    ready = list(row)
    for place, make in makers:
        ready[place] = make(ready[place])
    return ready

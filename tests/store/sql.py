"""Statements past the store, in a database of either kind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def run_sql(place: str | Path, *statements: str) -> list[Any]:
    """Run statements in a database of either kind, past the store; the rows of the last answer."""
    rows: list[Any] = []
    if isinstance(place, str):
        import psycopg

        with psycopg.connect(place.replace("+psycopg", "")) as server:
            for statement in statements:
                answer = server.execute(statement.encode())
                rows = answer.fetchall() if answer.description else []
        return rows
    with closing(sqlite3.connect(place)) as connection, connection:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
    return rows

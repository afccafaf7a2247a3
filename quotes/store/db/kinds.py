"""The kinds of databases: a file, or what lies at a URL."""

from __future__ import annotations

from pathlib import Path

from quotes.store.db.database import Database


def open_database(
    place: str | Path, *, read_only: bool, timeout: float, seconds: float | None = None
) -> Database:
    """The database at a path (SQLite) or a URL ("postgresql+psycopg://…"); brought up to date. See
    `quotes.store.Store` for the times."""
    if isinstance(place, str) and "://" in place:
        from quotes.store.db.postgres import PostgreSQL

        return PostgreSQL(place, read_only=read_only, timeout=timeout, seconds=seconds)
    from quotes.store.db.sqlite import SQLite

    return SQLite(Path(place), read_only=read_only, timeout=timeout, seconds=seconds)

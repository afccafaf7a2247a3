"""A store of its own for each test."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from quotes.store import Store
from quotes.store.db.sqlite_connection import SQLiteConnection

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where no database is yet."""
    return tmp_path / "quotes.db"


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, path: Path) -> str | Path:
    """Where no database is yet, of each kind."""
    if request.param == "sqlite":
        return path
    url: str = request.getfixturevalue("postgres_db")
    return url


@pytest.fixture
def store(place: str | Path) -> Iterator[Store]:
    """An empty store that can be written, of each kind."""
    with Store(place) as opened:
        yield opened


def is_sound(store: Store) -> bool:
    """True if the database is whole and the full-text index says what the tables say."""
    return all(finding.state != "error" for finding in store.examine())


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that every user can reach (the one of pytest is its user's own)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def counted_work() -> Iterator[Counter[str]]:
    """Counts what connections that are made within do: "statements", and "steps", which are so
    many of SQLite's own instructions that a table gone through is noticed."""
    counts: Counter[str] = Counter()
    make = SQLiteConnection.__init__

    def counted(connection: SQLiteConnection, driver: sqlite3.Connection) -> None:
        make(connection, driver)
        driver.set_progress_handler(lambda: counts.update(steps=1), 100)

    def counting(method: str) -> Any:
        done = getattr(SQLiteConnection, method)

        def run(*arguments: Any) -> Any:
            counts["statements"] += 1
            return done(*arguments)

        return run

    with pytest.MonkeyPatch.context() as patch:
        for method in ("run", "run_each", "insert"):
            patch.setattr(SQLiteConnection, method, counting(method))
        patch.setattr(SQLiteConnection, "__init__", counted)
        patch.setattr(SQLiteConnection, "allow", lambda connection, seconds: None)  # asks, too
        yield counts


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write everywhere: be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def index_is_sound(path: Path) -> bool:
    """True if SQLite finds the file whole and the full-text index to say what the tables say."""
    connection = sqlite3.connect(path)
    try:
        (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
        connection.execute(
            "INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)"
        )
        return answer == "ok" and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()

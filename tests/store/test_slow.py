"""A question takes no longer than it may, and what follows it is not stopped."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from quotes.errors import SlowError
from quotes.store import Store
from quotes.store.db import sqlite_connection
from quotes.store.db.asking import ask
from quotes.store.db.kinds import open_database

from .build import make_article, make_quote


def test_a_slow_question_is_stopped_and_a_writer_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, seconds = make_article(), count()
    with Store(tmp_path / "a.db", seconds=3) as store:
        # a second passes at each look at the clock, and SQLite looks all the time
        monkeypatch.setattr(sqlite_connection, "thread_time", lambda: next(seconds))
        monkeypatch.setattr(sqlite_connection, "STEPS", 1)
        with pytest.raises(SlowError, match=r"a\.db does not answer this in time: ask for less"):
            store.quotes()
        assert store.add(article, [make_quote(article)]) == "added"
        with pytest.raises(SlowError):
            list(store.stream())
    with Store(tmp_path / "a.db") as store:
        assert len(store.quotes()) == 1


def test_a_server_stops_a_slow_statement_of_a_question_only(postgres_db: str) -> None:
    Store(postgres_db).close()
    database = open_database(postgres_db, read_only=False, timeout=5, seconds=0.01)
    with pytest.raises(SlowError), database.asking() as reader:
        ask(reader, "SELECT pg_sleep(60)")
    with database.writing() as connection:
        (limit,) = ask(connection, "SHOW statement_timeout")
        assert limit[0] == "0"
    database.close()

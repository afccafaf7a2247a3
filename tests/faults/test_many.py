"""Many at once: writers wait for each other or say so, and readers notice nothing of them.

What goes on for SECONDS is short every day. For ten minutes each:

    QUOTES_MINUTES=10 pytest tests/faults/test_many.py
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from quotes.store import Store
from quotes.store.schema.upgrading import HEAD

from .children import child, complaint, ready, run
from .disks import powerless
from .news import fill, make_news, write_news
from .older import ARTICLES, REVISIONS, make_old
from .state import faults_of, revision_of, state_of

SECONDS = float(os.environ.get("QUOTES_MINUTES", "0")) * 60 or 5.0
READERS = 8
QUOTES = 5
PART = 20
"""Articles that one run of `quotes add` adds; it replaces as many."""

DB = ("--db", "quotes.db")
END = "end"
"""The file that tells readers that the writing is over."""

BUSY = "another process is writing"

HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("ready", flush=True)
time.sleep(float(sys.argv[2]))
connection.execute("COMMIT")
"""

pytestmark = pytest.mark.timeout(4 * SECONDS + 300)


def write_part(folder: Path, number: int, *, writer: int = 0) -> str:
    """The name of a file with PART new articles, and a new version of PART that are there."""
    first = 100_000 * writer + PART * number
    new = make_news(range(first, first + PART), quotes=QUOTES)
    again = range(max(first - PART, 100_000 * writer), first)
    name = f"writer-{writer}.jsonl"
    write_news(folder / name, new + make_news(again, quotes=QUOTES, version=number + 1))
    return name


def add(folder: Path, name: str) -> None:
    """`quotes add`, which has to succeed: nobody else is writing."""
    result = run(folder, "add", name, *DB)
    assert result.returncode == 0, result.stderr


def test_readers_beside_a_writer(tmp_path: Path) -> None:
    """They see each article whole, never fewer than before, and no error."""
    add(tmp_path, write_part(tmp_path, 0))
    with ExitStack() as stack:
        readers = [
            stack.enter_context(_reader(tmp_path, "anew" if number % 2 else "stays"))
            for number in range(READERS)
        ]
        written = _write_for_a_while(tmp_path)
        for report in map(_report, readers):
            assert report["faults"] == []
            assert report["looks"] > 3
            assert report["articles"] == written
    assert len(state_of(tmp_path / "quotes.db").articles) == written
    assert faults_of(tmp_path / "quotes.db") == []


@pytest.mark.parametrize("how", ["anew", "stays"])
def test_readers_who_may_not_write_beside_a_writer(tmp_path: Path, how: str) -> None:
    """Readers for whom folder and file are for reading only see whole states, too."""
    before = powerless()
    if not before:
        pytest.skip("only root can write where its readers may not")
    add(tmp_path, write_part(tmp_path, 0))
    (tmp_path / "quotes.db").chmod(0o444)
    tmp_path.chmod(0o555)
    with ExitStack() as stack:
        stack.callback(tmp_path.chmod, 0o755)
        readers = [stack.enter_context(_reader(tmp_path, how, *before)) for _ in range(2)]
        written = _write_for_a_while(tmp_path)
        for report in map(_report, readers):
            assert (report["faults"], report["articles"]) == ([], written)


def test_writers_at_once(tmp_path: Path) -> None:
    """Each waits for the other, or says that it writes and can be run again; nothing is lost."""
    until = time.monotonic() + SECONDS
    rounds = 0
    while time.monotonic() < until:
        names = [write_part(tmp_path, rounds, writer=writer) for writer in range(2)]
        _add_at_once(tmp_path, names)
        rounds += 1
    articles = state_of(tmp_path / "quotes.db").articles
    assert len(articles) == rounds * 2 * PART
    assert {len(quotes) for quotes in articles.values()} == {QUOTES}
    assert faults_of(tmp_path / "quotes.db") == []


def test_a_writer_who_does_not_end(tmp_path: Path) -> None:
    """Others are told in one line, readers go on, and once it has gone all is well."""
    db = fill(tmp_path / "quotes.db", make_news(range(PART), quotes=QUOTES))
    name = write_part(tmp_path, 1)
    with child([sys.executable, "-c", HOLD, str(db), "60"], tmp_path) as holder:
        assert holder.stdout and holder.stdout.readline()
        assert BUSY in complaint(run(tmp_path, "add", name, *DB))
        assert run(tmp_path, "list", *DB).returncode == 0
    add(tmp_path, name)
    assert faults_of(db) == []


def test_a_new_database_that_another_is_making(tmp_path: Path) -> None:
    """Whoever comes second waits, as with any database."""
    db = tmp_path / "quotes.db"
    with child([sys.executable, "-c", HOLD, str(db), "0.5"], tmp_path) as holder:
        assert holder.stdout and holder.stdout.readline()
        Store(db, timeout=30).close()


def test_an_old_database_is_opened_by_many_at_once(tmp_path: Path) -> None:
    """One of them brings it up to date, for all, and keeps it as it was; whoever was in the way
    says so."""
    old = make_old(tmp_path / "old.db", REVISIONS[0])
    db = Path(shutil.copy(old, tmp_path / "quotes.db"))
    with ExitStack() as stack:
        words = ("list", "--limit", "1", *DB)
        opening = [stack.enter_context(ready("command", *words, folder=tmp_path)) for _ in range(4)]
        for process in opening:
            _check_end(process)
    assert revision_of(db) == HEAD
    assert revision_of(db.with_name(f"{db.name}.{REVISIONS[0]}.bak")) == REVISIONS[0]
    assert state_of(db) == state_of(old)
    assert len(state_of(db).articles) == ARTICLES + 1
    assert faults_of(db) == []


def _reader(folder: Path, how: str, *before: str) -> Any:
    words = ("quotes.db", END, QUOTES, how)
    return ready("reader", *words, folder=folder, before=before)


def _report(reader: subprocess.Popen[str]) -> dict[str, Any]:
    out, errors = reader.communicate(timeout=120)
    assert (reader.returncode, errors) == (0, "")
    report: dict[str, Any] = json.loads(out)
    return report


def _write_for_a_while(folder: Path) -> int:
    """Add and replace articles until the time is over, then tell the readers so; returns how many
    articles there are."""
    until = time.monotonic() + SECONDS
    number = 1
    while number < 3 or time.monotonic() < until:
        add(folder, write_part(folder, number))
        number += 1
    (folder / END).touch()
    return PART * number


def _add_at_once(folder: Path, names: list[str]) -> None:
    with ExitStack() as stack:
        adding = [
            stack.enter_context(ready("command", "add", name, *DB, folder=folder)) for name in names
        ]
        ended = [_check_end(process) for process in adding]
    for name, fine in zip(names, ended, strict=True):
        if not fine:
            add(folder, name)


def _check_end(process: subprocess.Popen[str]) -> bool:
    """True if it has done its work; else it has to say in one line who was in the way."""
    out, errors = process.communicate(timeout=120)
    if process.returncode == 0:
        return True
    assert BUSY in complaint(subprocess.CompletedProcess([], process.returncode, out, errors))
    return False

"""A database on a network file system, a true one: it works for one, says so, and survives that the
other machine goes away."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotes.store.db.file_systems import network_file_system

from .children import ready, run
from .news import fill, make_news, write_news
from .older import REVISIONS, make_old
from .shares import KIND, Share, share
from .state import faults_of, state_of

DB = ("--db", "quotes.db")
SOME, ALL = range(20), range(200)
NOTICE = f"quotes: quotes.db is on a network file system ({KIND}): let one process at a time use it"


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Share]:
    """A folder of another machine."""
    with share(tmp_path) as made:
        yield made


def test_it_is_told_from_a_disk(far: Share) -> None:
    for path in (far.folder, far.folder / "quotes.db", far.folder / "in" / "it"):
        assert network_file_system(path) == KIND
    assert network_file_system(far.there) is None


def test_all_that_is_done_with_a_database(far: Share, tmp_path: Path) -> None:
    """It works as on a disk, without files that all processes would have to share."""
    news = write_news(tmp_path / "news.jsonl", make_news(SOME, quotes=5))
    near = tmp_path / "near"
    near.mkdir()
    for folder in (near, far.folder):
        result = run(folder, "add", news, *DB)
        assert result.returncode == 0, result.stderr
        assert (NOTICE in result.stderr.splitlines()) == (folder == far.folder)
        for name in ("out.csv", "out.parquet", "out.csv"):
            assert run(folder, "export", name, *DB).returncode == 0
        assert run(folder, "speakers", "merge", "Boris Abel", "Jonas Berg", *DB).returncode == 0
        assert run(folder, "backup", "copy.db", *DB).returncode == 0
    names = {path.name for path in near.iterdir()}
    assert {path.name for path in far.folder.iterdir()} == names
    for name in ("quotes.db", "copy.db"):
        assert state_of(far.folder / name) == state_of(near / name)
        assert faults_of(far.folder / name) == []
    assert (far.folder / "out.csv").read_bytes() == (near / "out.csv").read_bytes()
    looked = run(far.folder, "doctor", *DB)
    assert f"a network file system ({KIND})" in looked.stdout


def test_an_older_database(far: Share, tmp_path: Path) -> None:
    old = make_old(tmp_path / "old.db", REVISIONS[0])
    db = Path(shutil.copy(old, far.folder / "quotes.db"))
    assert run(far.folder, "list", "--limit", "1", *DB).returncode == 0
    assert state_of(db) == state_of(old)
    assert faults_of(db) == []


def test_the_other_machine_goes_away(far: Share, tmp_path: Path) -> None:
    """One line; what was written is whole, also for whoever looks at it on the other machine."""
    news = write_news(tmp_path / "news.jsonl", make_news(ALL, quotes=10))
    whole = fill(tmp_path / "whole.db", make_news(ALL, quotes=10, prefix="news.jsonl#"))
    db = far.there / "quotes.db"
    with ready("command", "add", str(news), *DB, folder=far.folder) as adding:
        while count_articles(db) < len(SOME):
            assert adding.poll() is None
            time.sleep(0.02)
        far.cut()
        _, errors = adding.communicate(timeout=60)
    assert adding.returncode == 1, errors
    *notices, said = errors.splitlines()
    assert notices == [NOTICE]
    assert said.startswith("quotes: ")
    assert "unexpected" not in said
    assert faults_of(db) == []
    after = state_of(whole).articles
    left = state_of(db, read_only=False).articles
    assert len(SOME) <= len(left) < len(ALL)
    for name, quotes in left.items():
        assert quotes == after[name]
    assert run(far.there, "add", news, *DB).returncode == 0
    assert state_of(db) == state_of(whole)


def count_articles(db: Path) -> int:
    """How many there are by now, as far as can be told while another machine writes them."""
    try:
        with closing(sqlite3.connect(f"{db.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.Error:
        return 0

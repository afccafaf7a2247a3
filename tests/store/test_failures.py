"""Other processes, sudden death and full disks: never half an article."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import quotes
from quotes.errors import StoreError
from quotes.store import Store
from quotes.store.db.sqlite_connection import SQLiteConnection

from .build import COUNT, big_article, make_article, make_quotes
from .conftest import index_is_sound

ROOT = Path(quotes.__file__).parents[1]
REPOSITORY = Path(__file__).parents[2]

LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""

ADD = """
import sys
sys.path.insert(0, sys.argv[2])
from tests.store.build import COUNT, big_article, make_quotes
from quotes.store import Store
from quotes.store.db.sqlite_connection import SQLiteConnection

def pause(connection):
    print("written", flush=True)
    sys.stdin.read()

with Store(sys.argv[1], timeout=60) as store:
    if sys.argv[3] == "pause":
        SQLiteConnection.commit = pause
    print("open", flush=True)
    for number, _ in enumerate(sys.stdin):
        article = big_article(f"{number % 40}", byline=str(number))
        store.add(article, make_quotes(article, COUNT))
        print("added", flush=True)
"""
"""Adds an article for each line that it is given."""


@contextmanager
def process(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A Python process that has printed its first line; killed at the end."""
    child = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline()
        try:
            yield child
        finally:
            child.kill()


def order(child: subprocess.Popen[str], count: int) -> None:
    """Let it add so many articles."""
    assert child.stdin is not None
    child.stdin.write("\n" * count)
    child.stdin.flush()


def wait_for(child: subprocess.Popen[str], count: int) -> None:
    """Until it has added so many."""
    assert child.stdout is not None
    assert [child.stdout.readline() for _ in range(count)] == ["added\n"] * count


def test_another_process_is_writing(path: Path) -> None:
    """Readers go on; writers are told; afterwards all is well."""
    article = make_article()
    Store(path).close()
    with process(LOCK, path), Store(path, timeout=0.1) as other:
        assert other.quotes() == []
        with pytest.raises(StoreError) as error:
            other.add(article, make_quotes(article, 3))
        assert str(error.value) == f"another process is writing to {path}; try again"
        assert other.status(article) == "new"
    with Store(path) as store:
        assert store.add(article, make_quotes(article, 3)) == "added"


def test_several_processes_may_add_at_once(path: Path) -> None:
    adding = process(ADD, path, REPOSITORY, "run"), process(ADD, path, REPOSITORY, "run")
    with adding[0] as one, adding[1] as other, Store(path, timeout=60) as store:
        for child in (one, other):
            order(child, 10)
        for number in range(10):
            article = make_article(f"mine {number}")
            store.add(article, make_quotes(article, 3))
        for child in (one, other):
            wait_for(child, 10)
    with Store(path) as store:
        counts = {found.count for found in store.articles() if found.id.startswith("mine")}
        assert counts == {3}
    assert index_is_sound(path)


def test_killed_between_writing_and_commit(path: Path) -> None:
    with Store(path) as store:
        store.add(big_article("0", byline="before"), make_quotes(big_article("0"), 3))
        before = store.quotes()
    with process(ADD, path, REPOSITORY, "pause") as child:
        order(child, 1)
        assert child.stdout is not None
        assert child.stdout.readline() == "written\n"
        child.send_signal(signal.SIGKILL)
        child.wait()
    with Store(path) as store:
        assert store.quotes() == before
        assert store.status(big_article("0", byline="before")) == "unchanged"
        assert (
            store.add(big_article("0", byline="0"), make_quotes(big_article("0"), 5)) == "replaced"
        )
    assert index_is_sound(path)


@pytest.mark.parametrize("added", [1, 4, 9])
def test_killed_while_it_adds(path: Path, added: int) -> None:
    with process(ADD, path, REPOSITORY, "run") as child:
        order(child, 100)
        wait_for(child, added)
        child.send_signal(signal.SIGKILL)
        child.wait()
    with Store(path) as store:
        assert {found.count for found in store.articles()} <= {COUNT}
        article = big_article("0", byline="after")
        store.add(article, make_quotes(article, COUNT))
        assert store.quotes(article="0") == make_quotes(article, COUNT)
    assert index_is_sound(path)


def fill(store: Store) -> tuple[int, str]:
    """Add articles until it fails: how many went in, and the error."""
    for number in range(2000):
        article = big_article(str(number))
        try:
            store.add(article, make_quotes(article, COUNT))
        except StoreError as error:
            return number, str(error)
    raise AssertionError("the disk was never full")


def test_a_full_database(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database may grow to so many pages only, as on a full disk."""
    make = SQLiteConnection.__init__

    def limited(connection: SQLiteConnection, driver: sqlite3.Connection) -> None:
        make(connection, driver)
        driver.execute("PRAGMA max_page_count = 400")

    with monkeypatch.context() as patch:
        patch.setattr(SQLiteConnection, "__init__", limited)
        with Store(path) as store:
            count, message = fill(store)
            assert message.startswith(f"no space left for {path}")
            assert [found.count for found in store.articles()] == [COUNT] * count
    with Store(path) as store:
        article = big_article(str(count))
        assert store.add(article, make_quotes(article, COUNT)) == "added"
    assert index_is_sound(path)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where we may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no permission to mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(tiny_disk: Path) -> None:
    path = tiny_disk / "quotes.db"
    with Store(path) as store:
        count, message = fill(store)
        assert "space" in message
        assert "\n" not in message
        assert [found.count for found in store.articles()] == [COUNT] * count
    with Store(path, read_only=True) as store:
        assert len(store.quotes()) == count * COUNT
    assert index_is_sound(path)


def test_no_room_for_a_new_database(tiny_disk: Path) -> None:
    (tiny_disk / "other").write_bytes(b"x" * (1024 * 1024 - 8192))
    path = tiny_disk / "quotes.db"
    with pytest.raises(StoreError, match="space"):
        Store(path)
    (tiny_disk / "other").unlink()
    Store(path).close()
    assert index_is_sound(path)

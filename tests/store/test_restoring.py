"""Logs that are not the database's, and backups in its place."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.errors import QuotesError, StoreError, UsageError
from quotes.store import Store
from quotes.store.db.logs import foreign_log, journal_of, log_of

from .build import make_article, make_quotes
from .conftest import index_is_sound, is_sound
from .test_failures import REPOSITORY, process
from .test_released import RELEASED

CRASH = """
import os, sys
sys.path.insert(0, sys.argv[2])
from tests.store.build import make_article, make_quotes
from quotes.store import Store

store = Store(sys.argv[1])
for name in sys.argv[3:]:
    article = make_article(name)
    store.add(article, make_quotes(article, 5))
os._exit(0)
"""


def crash(path: Path, *names: str) -> None:
    """Let a writer add articles and end without a chance to tidy up."""
    subprocess.run([sys.executable, "-c", CRASH, path, REPOSITORY, *names], check=True)
    assert log_of(path).stat().st_size


def add(path: Path, name: str) -> None:
    article = make_article(name)
    with Store(path) as store:
        store.add(article, make_quotes(article, 5))


def ids(path: Path) -> list[str]:
    with Store(path, read_only=True) as store:
        assert is_sound(store)
        return sorted(article.id for article in store.articles())


def bytes_of(path: Path) -> dict[str, str]:
    """Of the database and all that lies beside it."""
    found = path.parent.glob(f"{path.name}*")
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in found}


def backup(path: Path, copy: Path) -> None:
    with Store(path, read_only=True) as store:
        store.backup(copy)


def vacuum(path: Path, copy: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("VACUUM INTO ?", (str(copy),))
    connection.close()


COPIES: dict[str, Callable[[Path, Path], object]] = {
    "quotes backup": backup,
    "cp": shutil.copy,
    "VACUUM INTO": vacuum,
}
WAYS: dict[str, Callable[[Path, Path], object]] = {"copied": shutil.copy, "moved": os.replace}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("copy", COPIES)
def test_a_backup_over_a_database_that_crashed(path: Path, copy: str, way: str) -> None:
    """Nothing is touched; the commands that are named do it."""
    add(path, "a")
    kept = path.with_name("copy.db")
    COPIES[copy](path, kept)
    add(path, "b")
    crash(path, "c", "d")
    WAYS[way](kept, path)
    before = bytes_of(path)
    for read_only in (True, False):
        with pytest.raises(StoreError, match=r"quotes\.db-wal.*nothing was touched") as error:
            Store(path, read_only=read_only)
        assert f"'quotes restore {path} --db {path}'" in str(error.value)
        assert len(str(error.value).splitlines()) == 1
    assert bytes_of(path) == before
    assert Store.restore(kept if kept.exists() else path, path, replace=True)
    assert ids(path) == ["a"]
    assert index_is_sound(path)
    assert not list(path.parent.glob("*.part"))


def test_a_copy_of_the_very_file_is_taken_up(path: Path) -> None:
    """The log goes on from it, whatever its name was meanwhile."""
    add(path, "a")
    shutil.copy(path, path.with_name("copy.db"))
    crash(path, "b")
    shutil.copy(path.with_name("copy.db"), path)
    assert ids(path) == ["a", "b"]


def test_a_log_that_has_come_to_the_file_already(path: Path) -> None:
    """A checkpoint that did not end the log: the file is as far as the middle of it."""
    add(path, "a")
    crash(path, "b")
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    shutil.copy(log_of(path), log_of(copy))
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    shutil.copy(path, copy)
    connection.close()
    assert foreign_log(copy) is None
    assert ids(copy) == ["a", "b"]


def test_another_program_may_crash(path: Path) -> None:
    """It does not draw numbers: the log is taken up all the same."""
    add(path, "a")
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('UPDATE articles SET byline = 1'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, path], check=True)
    assert log_of(path).stat().st_size
    assert foreign_log(path) is None
    with Store(path) as store:
        assert store.article("a").byline == "1"


def test_a_journal_of_another_database(path: Path) -> None:
    """Where there can be no log, SQLite rolls back by a journal."""
    add(path, "a")
    other = path.with_name("other.db")
    add(other, "x")
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA journal_mode = DELETE'); c.execute('PRAGMA cache_size = 1');"
        "c.execute('BEGIN'); c.execute('PRAGMA user_version = 7');"
        "c.execute('UPDATE quotes SET text = hex(randomblob(5000))');"
        "c.execute('UPDATE quotes SET text = hex(randomblob(5000))'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, other], check=True)
    assert foreign_log(other) is None
    shutil.copy(journal_of(other), journal_of(path))
    before = bytes_of(path)
    with pytest.raises(StoreError, match="log of another database"):
        Store(path)
    assert bytes_of(path) == before
    assert ids(other) == ["x"]


def test_a_backup_with_a_log_of_its_own(path: Path) -> None:
    """It is read with it, and stays as it is."""
    old = path.with_name("old.db")
    add(old, "a")
    crash(old, "b")
    data = old.read_bytes(), log_of(old).read_bytes()
    assert Store.restore(old, path) is None
    assert ids(path) == ["a", "b"]
    assert (old.read_bytes(), log_of(old).read_bytes()) == data


def test_what_was_there_is_kept(path: Path) -> None:
    """With what its last writer left in the log."""
    new = path.with_name("new.db")
    add(new, "new")
    add(path, "a")
    crash(path, "b")
    with pytest.raises(UsageError, match="is there already"):
        Store.restore(new, path)
    path.chmod(0o640)
    kept = Store.restore(new, path, replace=True)
    assert kept == path.with_name("quotes.db.before-restore")
    assert kept.stat().st_mode & 0o777 == 0o640
    assert (ids(kept), ids(path), ids(new)) == (["a", "b"], ["new"], ["new"])
    again = Store.restore(kept, path, replace=True)
    assert again == path.with_name("quotes.db.before-restore2")
    assert ids(path) == ["a", "b"]


def test_an_older_version_is_restored_and_brought_up_to_date(path: Path) -> None:
    old = path.with_name("old.db")
    old.write_bytes(gzip.decompress((RELEASED / "0003.db.gz").read_bytes()))
    data = old.read_bytes()
    Store.restore(old, path)
    assert old.read_bytes() == data
    assert ids(path) == ["bridge.txt"]


def test_what_is_no_whole_database_is_not_restored(path: Path) -> None:
    add(path, "a")
    before = bytes_of(path)
    folder = path.parent
    (folder / "text").write_text("no database " * 400)
    (folder / "empty").touch()
    data = bytearray(path.read_bytes())
    data[3 * 4096 : 30 * 4096] = os.urandom(27 * 4096)
    (folder / "damaged").write_bytes(data)
    songs = sqlite3.connect(folder / "songs")
    songs.execute("CREATE TABLE songs (name TEXT)")
    songs.close()
    for name in ("text", "empty", "damaged", "songs", "none", "."):
        with pytest.raises(QuotesError) as error:
            Store.restore(folder / name, path, replace=True)
        assert len(str(error.value).splitlines()) == 1
        assert bytes_of(path) == before
    assert not list(folder.glob(".*"))


def test_a_database_that_is_open_is_not_replaced(path: Path) -> None:
    new = path.with_name("new.db")
    add(new, "new")
    add(path, "a")
    code = (
        "import sys; from quotes.store import Store; s = Store(sys.argv[1], read_only=True);"
        "s.quotes(); print('open', flush=True); sys.stdin.read()"
    )
    with Store(path) as store:
        with pytest.raises(StoreError, match="open in this process"):
            Store.restore(new, path, replace=True)
        assert store.count() == 5
    with process(code, path), pytest.raises(StoreError, match=r"another process has .* open"):
        Store.restore(new, path, replace=True)
    assert ids(path) == ["a"]
    assert sorted(file.name for file in path.parent.iterdir()) == ["new.db", "quotes.db"]


def test_places_where_nothing_is_restored(path: Path) -> None:
    add(path, "a")
    for place in ("postgresql+psycopg://x/y", path.parent, path.parent / "none" / "x.db", "a\0b"):
        with pytest.raises(QuotesError) as error:
            Store.restore(path, place)
        assert len(str(error.value).splitlines()) == 1

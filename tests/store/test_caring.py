"""Copies, examination and mending, older schemas, and what lies under a database."""

from __future__ import annotations

import gzip
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import QuotesError, StoreError, UsageError
from quotes.records import Speaker
from quotes.store import Store
from quotes.store.db.file_systems import file_system, free_bytes, network_file_system
from quotes.store.schema.upgrading import HEAD, REVISIONS

from .build import MAYOR, make_article, make_quote, make_quotes
from .conftest import index_is_sound, is_sound
from .million import make_articles
from .sql import run_sql
from .test_released import RELEASED


def states(store: Store) -> dict[str, str]:
    return {finding.what: finding.state for finding in store.examine()}


def everything(store: Store) -> list[Any]:
    """All that is asked of a store."""
    return [
        store.quotes(act="all", factuality="all"),
        store.quotes(unique=True),
        store.speakers(),
        store.merges(),
        store.merges(suggested=True),
        store.articles(),
        store.changes(),
        store.known_inputs(),
        [
            (hit.quote.id, hit.marked())
            for hit in store.search("the OR a*", limit=None, sort="date")
        ],
        [store.article(article.id) for article in store.articles()],
        store.waiting(),
    ]


def fill(store: Store) -> None:
    """Some of everything, some of it waiting."""
    work = list(make_articles(60))
    store.load(work[:5])
    list(store.settle())
    store.load(work[5:])
    article = make_article()
    store.add(article, make_quotes(article, 2))
    store.add(make_article(title="Łódź"), [make_quote(make_article(title="Łódź"), text="a the b")])
    other = make_article("other")
    store.add(other, [make_quote(other, speaker=Speaker(name="Bram Tol"))])
    store.merge(MAYOR.name, "Bram Tol")
    store.remember_input("file", "digest", 1)


# Copies


def test_a_copy_says_the_same(store: Store, tmp_path: Path) -> None:
    fill(store)
    copy = tmp_path / "copy.db"
    store.backup(copy)
    before = everything(store)
    assert store.merges() and store.changes()
    with Store(copy, read_only=True) as opened:
        assert everything(opened) == before
    with Store(copy) as opened:
        assert is_sound(opened)
        opened.add(make_article("later"), make_quotes(make_article("later"), 2))
        list(opened.settle())
        assert opened.waiting() == 0
    assert everything(store) == before
    assert index_is_sound(copy)
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".part")]


def test_a_copy_is_of_one_moment(path: Path, tmp_path: Path) -> None:
    """Also while another process has the file open for writing."""
    with Store(path) as store, Store(path) as other:
        fill(store)
        before = store.count()
        writer = other.settle()
        next(writer, None)
        store.backup(tmp_path / "copy.db")
        other.add(make_article("later"), make_quotes(make_article("later"), 2))
    with Store(tmp_path / "copy.db") as copy:
        assert copy.count() == before


TARGETS: list[tuple[str, type[QuotesError], str]] = [
    ("there.db", UsageError, "there.db is there already: name a new file"),
    (".", UsageError, "is there already"),
    ("none/copy.db", UsageError, "no folder .*none: make it"),
    ("x" * 300, QuotesError, "x" * 300),
    ("a\0b", QuotesError, "null|NUL|cannot"),
]


@pytest.mark.parametrize(("target", "kind", "message"), TARGETS)
def test_where_no_copy_can_be(
    store: Store, tmp_path: Path, target: str, kind: type[QuotesError], message: str
) -> None:
    (tmp_path / "there.db").write_bytes(b"mine")
    with pytest.raises(kind, match=message) as error:
        store.backup(tmp_path / target)
    assert len(str(error.value).splitlines()) == 1
    assert (tmp_path / "there.db").read_bytes() == b"mine"
    assert not list(tmp_path.glob(".*"))


# What is wrong, and mending it

WHAT = {
    "sqlite": {
        *("database", "free space", "integrity", "full-text index"),
        *("contents", "articles", "sayings", "kept counts"),
    },
    "postgres": {
        *("database", "server", "full-text index"),
        *("contents", "articles", "sayings", "kept counts"),
    },
}


def test_a_sound_store(store: Store, place: str | Path) -> None:
    article = make_article()
    store.add(article, make_quotes(article, 3))
    found = {finding.what: finding for finding in store.examine()}
    assert {finding.state for finding in found.values()} == {"ok"}
    assert set(found) == WHAT["postgres" if isinstance(place, str) else "sqlite"] | {"found by"}
    assert found["contents"].found == f"1 article, 3 quotes, schema {HEAD}"
    assert all(finding.remedy is None for finding in found.values())


def test_a_reader_may_examine(place: str | Path) -> None:
    Store(place).close()
    with Store(place, read_only=True) as store:
        assert set(states(store).values()) == {"ok"}


_ONE = "INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker, role, title, folded, marks) "
BROKEN = {
    "a trigger": ("DROP TRIGGER quotes_inserted",),
    "both triggers": ("DROP TRIGGER quotes_inserted", "DROP TRIGGER quotes_deleted"),
    "one quote": (
        f"{_ONE} SELECT 'delete', key, text, speaker, role, title, folded, marks "
        "FROM quote_words LIMIT 1",
    ),
    "all quotes": ("INSERT INTO quotes_fts (quotes_fts) VALUES ('delete-all')",),
    "other words": ("UPDATE speakers SET name = 'Quite another'",),
    "the table's own rows": ("DELETE FROM quotes_fts_data WHERE id > 10",),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_index_is_found_and_mended(path: Path, name: str) -> None:
    article = make_article()
    with Store(path) as store:
        store.add(article, make_quotes(article, 30))
    run_sql(path, *BROKEN[name])
    with Store(path) as store:
        (finding,) = [found for found in store.examine() if found.what == "full-text index"]
        assert (finding.state, finding.remedy) == ("error", "quotes doctor --mend")
        assert states(store)["full-text index"] == "error"
        store.mend()
        assert set(states(store).values()) == {"ok"}
        assert len(store.search("mayor", where="all", limit=None)) == 30
        store.add(make_article("later"), make_quotes(make_article("later"), 3))
        store.remove(article=article.id)
        assert len(store.search("mayor", where="all", limit=None)) == 3
    assert index_is_sound(path)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM quotes_fts WHERE key < 11", "DELETE FROM quotes_fts"]
)
def test_a_broken_index_of_postgresql(postgres_db: str, statement: str) -> None:
    article = make_article()
    with Store(postgres_db) as store:
        store.add(article, make_quotes(article, 30))
        run_sql(postgres_db, statement)
        (finding,) = [found for found in store.examine() if found.what == "full-text index"]
        assert finding.state == "error"
        assert "lacks" in finding.found
        store.mend()
        assert set(states(store).values()) == {"ok"}
        assert len(store.search("mayor", where="all", limit=None)) == 30


def test_a_lost_row_is_found(path: Path) -> None:
    article = make_article()
    with Store(path) as store:
        store.add(article, make_quotes(article, 2))
    run_sql(path, "DELETE FROM articles")
    with Store(path) as store:
        (finding,) = [found for found in store.examine() if found.what == "integrity"]
        assert (finding.state, "a row lost" in finding.found) == ("error", True)
        assert finding.remedy and "backup" in finding.remedy


def test_articles_that_wait_are_a_note(store: Store) -> None:
    store.load([(make_article(), [])])
    assert states(store)["sayings"] == "note"
    assert is_sound(store)


# Older schemas


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_schema_is_kept_beside(path: Path, revision: str) -> None:
    old = gzip.decompress((RELEASED / f"{revision}.db.gz").read_bytes())
    path.write_bytes(old)
    with Store(path) as store:
        assert store.quotes() == [make_quote(make_article())]
        assert is_sound(store)
    kept = path.with_name(f"{path.name}.{revision}.bak")
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, kept.name]
    assert (schema(path), schema(kept)) == (HEAD, revision)
    path.with_name("old.db").write_bytes(old)
    assert sorted(content(kept)) == sorted(content(path.with_name("old.db")))
    before = kept.read_bytes()
    with Store(path) as store:
        store.remove(article=make_article().id)
    assert kept.read_bytes() == before
    path.write_bytes(old)
    Store(path).close()
    assert kept.read_bytes() == before
    assert schema(path.with_name(f"{kept.name}2")) == revision


def schema(path: Path) -> str:
    connection = sqlite3.connect(path)
    (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(version)


def content(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = list(connection.iterdump())
    connection.close()
    return found


# What lies under it

MOUNTINFO = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:5 / /proc rw - proc proc rw
24 22 0:40 / {folder} rw shared:2 master:1 - {kind} server:/share rw,vers=4.2
no mount at all
25 22 0:41 / {folder}/inner\\040one rw - tmpfs tmpfs rw
"""

KINDS = [
    ("nfs4", True),
    ("nfs", True),
    ("cifs", True),
    ("smb3", True),
    ("fuse.sshfs", True),
    ("9p", True),
    ("ext4", False),
    ("fuse.ntfs", False),
    ("overlay", False),
    ("nfsd", False),
]


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes the program believe that a folder is on such a file system."""
    folder = tmp_path / "share"
    (folder / "inner one").mkdir(parents=True)

    def mount(kind: str) -> Path:
        table = tmp_path / "mountinfo"
        table.write_text(MOUNTINFO.format(folder=folder, kind=kind), encoding="utf8")
        monkeypatch.setattr("quotes.store.db.file_systems.MOUNTS", table)
        return folder

    return mount


@pytest.mark.parametrize(("kind", "network"), KINDS)
def test_kinds_of_file_systems(mounted: Callable[[str], Path], kind: str, network: bool) -> None:
    folder = mounted(kind)
    for path in (folder, folder / "quotes.db", folder / "a" / "b"):
        assert file_system(path) == kind
        assert network_file_system(path) == (kind if network else None)
    assert file_system(folder / "inner one" / "quotes.db") == "tmpfs"
    assert file_system(folder.with_name("share2")) == "ext4"


def test_a_machine_that_does_not_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.db.file_systems.MOUNTS", tmp_path / "none")
    assert file_system(tmp_path) is None
    assert network_file_system(tmp_path) is None
    assert network_file_system(Path("a\0b")) is None


@pytest.mark.parametrize(("kind", "journal"), [("nfs4", "delete"), ("ext4", "wal")])
def test_a_store_on_a_network_file_system(
    mounted: Callable[[str], Path], kind: str, journal: str
) -> None:
    """No write-ahead log, which needs memory that all processes share."""
    path = mounted(kind) / "quotes.db"
    article = make_article()
    with Store(path) as store:
        store.add(article, make_quotes(article, 3))
        assert Path(f"{path}-shm").exists() == (kind != "nfs4")
        assert ("file system" in states(store)) == (kind == "nfs4")
        assert is_sound(store)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == (journal,)
    connection.close()
    with Store(path, read_only=True) as store:
        assert store.quotes() == make_quotes(article, 3)
    assert [file.name for file in path.parent.glob("quotes*")] == [path.name]


def test_a_store_that_is_moved_to_one(mounted: Callable[[str], Path]) -> None:
    path = mounted("ext4") / "quotes.db"
    article = make_article()
    with Store(path) as store:
        store.add(article, make_quotes(article, 3))
    mounted("nfs4")
    with Store(path, read_only=True) as store:
        assert store.count() == 3
    with Store(path) as store:
        store.add(make_article("b"), [])
        assert not Path(f"{path}-shm").exists()
        assert store.count() == 3


def test_free_bytes(tmp_path: Path) -> None:
    found = os.statvfs(tmp_path)
    most = found.f_blocks * found.f_frsize
    assert 0 < free_bytes(tmp_path) <= most
    assert 0 < free_bytes(tmp_path / "none.db") <= most


def test_little_room_is_a_note(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.care.caring.free_bytes", lambda path: 5_000_000)
    with Store(path) as store:
        (finding,) = [found for found in store.examine() if found.what == "free space"]
    assert (finding.state, finding.found[:6]) == ("note", "5.0 MB")


def test_only_a_writer_mends(path: Path) -> None:
    Store(path).close()
    with Store(path, read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.mend()

"""Full disks and folders that may not be written: one line, nothing lost, and later all is well."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from quotes.errors import StoreError
from quotes.store import Store

from .children import complaint, run
from .disks import Disk, Locked, locked_disk, locked_folder, powerless, small_disk
from .news import fill, make_news, write_news
from .older import REVISIONS, make_old
from .state import State, faults_of, revision_of, state_of

DB = ("--db", "quotes.db")
OLD = b"an earlier export\n"
SOME, ALL = range(20), range(100)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Of eight megabytes."""
    with small_disk(tmp_path / "disk", size="8m") as made:
        yield made


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    """A database of SOME articles, closed well, and what is in it."""
    db = fill(tmp_path_factory.mktemp("stored") / "quotes.db", make_news(SOME, quotes=5))
    return db, state_of(db)


def test_adding(tmp_path: Path) -> None:
    """The articles that went in are whole; with more room the same command brings the rest."""
    news = write_news(tmp_path / "news.jsonl", make_news(ALL, quotes=10))
    whole = fill(tmp_path / "whole.db", make_news(ALL, quotes=10, prefix="news.jsonl#"))
    with small_disk(tmp_path / "disk", size="1m") as disk:
        db = disk.folder / "quotes.db"
        assert "space" in complaint(run(disk.folder, "add", news, *DB))
        left = state_of(db).articles
        assert 0 < len(left) < len(ALL)
        assert {len(quotes) for quotes in left.values()} == {10}
        assert faults_of(db) == []
        assert "space" in complaint(run(disk.folder, "add", news, *DB))
        disk.free()
        result = run(disk.folder, "add", news, *DB)
        assert (result.returncode, faults_of(db)) == (0, [])
        assert state_of(db) == state_of(whole)


def test_a_disk_without_room_for_a_database(disk: Disk, tmp_path: Path) -> None:
    news = write_news(tmp_path / "news.jsonl", make_news(SOME, quotes=5))
    disk.fill()
    assert "quotes.db" in complaint(run(disk.folder, "add", news, *DB))
    disk.free()
    assert run(disk.folder, "add", news, *DB).returncode == 0
    assert len(state_of(disk.folder / "quotes.db").articles) == len(SOME)


def test_looking_up_on_a_full_disk(disk: Disk, stored: tuple[Path, State]) -> None:
    """It works, or says what to do."""
    db = Path(shutil.copy(stored[0], disk.folder))
    disk.fill()
    result = run(disk.folder, "list", "--limit", "1", *DB)
    if result.returncode:
        assert "space" in complaint(result)
    disk.free()
    assert state_of(db) == stored[1]


def test_merging_on_a_full_disk(disk: Disk, stored: tuple[Path, State]) -> None:
    db = Path(shutil.copy(stored[0], disk.folder))
    names = [speaker.name for speaker in Store(db).speakers()[:2]]
    disk.fill()
    assert "space" in complaint(run(disk.folder, "speakers", "merge", *names, *DB))
    disk.free()
    assert state_of(db) == stored[1]
    assert run(disk.folder, "speakers", "merge", *names, *DB).returncode == 0
    assert len(state_of(db).merges) == 1
    assert faults_of(db) == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_migrating(disk: Disk, tmp_path: Path, revision: str) -> None:
    """The database stays as it was, and is brought up to date when there is room."""
    db = make_old(disk.folder / "quotes.db", revision)
    whole = Path(shutil.copy(db, tmp_path))
    disk.fill()
    assert "space" in complaint(run(disk.folder, "list", *DB))
    left = _copy_of(db, tmp_path / "left")
    assert (revision_of(left), faults_of(left)) == (revision, [])
    disk.free()
    assert run(disk.folder, "list", "--limit", "1", *DB).returncode == 0
    assert state_of(db) == state_of(whole)
    assert faults_of(db) == []


def _copy_of(db: Path, folder: Path) -> Path:
    """The database with what SQLite keeps beside it, on a disk where it can be looked at."""
    folder.mkdir()
    for path in db.parent.glob(f"{db.name}*"):
        shutil.copy(path, folder)
    return folder / db.name


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_exporting(disk: Disk, stored: tuple[Path, State], format: str) -> None:
    """The earlier export stays, and no draft takes the room that is left."""
    out = disk.folder / f"quotes.{format}"
    out.write_bytes(OLD)
    disk.fill()
    db = ("--db", stored[0])
    assert "no space left" in complaint(run(disk.folder, "export", out, *db)).lower()
    assert out.read_bytes() == OLD
    assert {path.name for path in disk.folder.iterdir()} == {out.name, "ballast"}
    disk.free()
    assert run(disk.folder, "export", out, *db).returncode == 0
    assert run(disk.folder, "export", f"again.{format}", *db).returncode == 0
    assert out.read_bytes() == (disk.folder / f"again.{format}").read_bytes()


def test_a_report(disk: Disk, tmp_path: Path) -> None:
    """The report cannot be written; what was stored meanwhile is whole."""
    news = write_news(tmp_path / "news.jsonl", make_news(SOME, quotes=5))
    disk.fill()
    words = ("add", news, "--report", disk.folder / "report.jsonl", *DB)
    result = run(tmp_path, *words)
    said, line = result.stderr.splitlines()
    assert (result.returncode, said.split()[1]) == (1, "added,")
    assert line.startswith("quotes: ") and "no space left" in line
    assert {len(found) for found in state_of(tmp_path / "quotes.db").articles.values()} == {5}
    disk.free()
    assert run(tmp_path, *words).returncode == 0
    (line,) = (disk.folder / "report.jsonl").read_text().splitlines()  # the file is known as it is
    assert json.loads(line)["articles"] == len(SOME)
    assert len(state_of(tmp_path / "quotes.db").articles) == len(SOME)


@pytest.mark.skipif(not hasattr(Store, "backup"), reason="this version makes no backups")
def test_a_backup(disk: Disk, stored: tuple[Path, State]) -> None:
    """There is a whole copy or none."""
    copy = disk.folder / "copy.db"
    disk.fill()
    with Store(stored[0], read_only=True) as store:
        with pytest.raises(StoreError) as error:
            store.backup(copy)
        assert "\n" not in str(error.value)
        assert [path.name for path in disk.folder.iterdir()] == ["ballast"]
        disk.free()
        store.backup(copy)
    assert (state_of(copy), faults_of(copy)) == (stored[1], [])
    assert (state_of(stored[0]), faults_of(stored[0])) == (stored[1], [])


@pytest.fixture(params=["disk", "folder"])
def locked(
    request: pytest.FixtureRequest, tmp_path: Path, stored: tuple[Path, State]
) -> Iterator[Locked]:
    """A folder that cannot be written, with a database, one of an older version, and an export."""
    with ExitStack() as stack:
        folder = tmp_path / "place"
        if request.param == "disk":
            disk = stack.enter_context(small_disk(folder, size="64m"))
        else:
            folder.mkdir()
        shutil.copy(stored[0], folder)
        make_old(folder / "old.db", REVISIONS[0])
        (folder / "out.csv").write_bytes(OLD)
        by_mount = request.param == "disk"
        yield stack.enter_context(locked_disk(disk) if by_mount else locked_folder(folder))


def test_a_folder_that_cannot_be_written(
    locked: Locked, tmp_path: Path, stored: tuple[Path, State]
) -> None:
    """The files there can be read, nothing is changed, and each failure is one line."""
    folder = locked.folder
    news = write_news(tmp_path / "news.jsonl", make_news(SOME, quotes=5, paper="herald"))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    found = run(folder, "list", "--limit", "3", *DB, before=locked.before)
    assert (found.returncode, found.stderr) == (0, "")
    for words in (
        ("add", news, *DB),
        ("add", news, "--db", "new.db"),
        ("list", "--db", "old.db"),
        ("speakers", "merge", "Anna Abel", "Boris Berg", *DB),
        ("export", "out.csv", *DB),
        ("export", "new.csv", *DB),
    ):
        complaint(run(folder, *words, before=locked.before))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    locked.open()
    assert run(folder, "add", news, *DB, before=locked.before).returncode == 0
    assert state_of(folder / "quotes.db").articles.items() >= stored[1].articles.items()
    assert run(folder, "list", "--db", "old.db", before=locked.before).returncode == 0


def test_permissions_that_are_mended(tmp_path: Path) -> None:
    """Whoever does what the line says can go on."""
    news = write_news(tmp_path / "news.jsonl", make_news(SOME, quotes=5))
    more = write_news(tmp_path / "more.jsonl", make_news(SOME, quotes=5, paper="herald"))
    db = tmp_path / "quotes.db"
    assert run(tmp_path, "add", news, *DB).returncode == 0
    db.chmod(0o444)
    line = complaint(run(tmp_path, "add", more, *DB, before=powerless()))
    assert "change its permissions" in line
    db.chmod(0o644)
    result = run(tmp_path, "add", more, *DB, before=powerless())
    assert (result.returncode, len(state_of(db).articles)) == (0, 2 * len(SOME)), result.stderr

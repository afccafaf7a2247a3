"""Opening: what is taken, what is refused, what is brought up to date."""

from __future__ import annotations

import ast
import gzip
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

import quotes
from quotes.errors import StoreError, UsageError
from quotes.store import Store
from quotes.store.db.asking import Dialect
from quotes.store.db.sqlite_connection import SQLiteConnection
from quotes.store.schema import upgrading
from quotes.store.schema.upgrading import HEAD, HISTORY, REVISIONS, VERSIONS, history_of

from .build import make_article, make_quote
from .conftest import ordinary_user
from .sql import run_sql

ROOT = Path(quotes.__file__).parents[1]
RELEASED = Path(__file__).parent / "released"


def refused(path: Path, *, read_only: bool = False) -> str:
    """The line with which opening is refused."""
    with pytest.raises(StoreError) as error:
        Store(path, read_only=read_only)
    line = str(error.value)
    assert "\n" not in line
    assert str(path.parent) in line
    return line


def test_a_new_file_is_made(path: Path) -> None:
    Store(path).close()
    with Store(str(path), read_only=True) as store:
        assert store.quotes() == []


def test_nothing_is_left_beside_the_file(path: Path) -> None:
    with Store(path) as store:
        store.add(make_article(), [make_quote(make_article())])
    with Store(path, read_only=True) as store:
        assert len(store.quotes()) == 1
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_reader_needs_a_database(path: Path) -> None:
    assert refused(path, read_only=True) == f"no database at {path}: run 'quotes add PATH' first"
    assert not path.exists()
    path.touch()
    assert "run 'quotes add PATH' first" in refused(path, read_only=True)


def test_a_reader_does_not_write(path: Path) -> None:
    Store(path).close()
    with Store(path, read_only=True) as store, pytest.raises(StoreError, match="for reading only"):
        store.add(make_article(), [])


@pytest.mark.parametrize("read_only", [True, False])
def test_other_files_are_refused_and_left_alone(path: Path, read_only: bool) -> None:
    path.write_text("This is a news article. " * 400)
    before = path.read_bytes()
    assert "is no quotes database" in refused(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [True, False])
def test_databases_of_other_programs_are_refused(path: Path, read_only: bool) -> None:
    run_sql(path, "CREATE TABLE songs (name TEXT)")
    assert "of another program" in refused(path, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_later_version_is_refused(path: Path, read_only: bool) -> None:
    Store(path).close()
    run_sql(path, "UPDATE alembic_version SET version_num = '9999'")
    assert "by a later version of quotes (9999): update" in refused(path, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_damaged_file(path: Path, read_only: bool) -> None:
    with Store(path) as store:
        for number in range(20):
            article = make_article(f"{number}.txt")
            store.add(article, [make_quote(article)])
    data = path.read_bytes()
    path.write_bytes(data[:200] + b"\xff" * (len(data) - 200))
    assert "is damaged" in refused(path, read_only=read_only)


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)
    assert "is a folder" in refused(tmp_path, read_only=True)
    assert "no folder" in refused(tmp_path / "nowhere" / "quotes.db")
    assert "cannot open" in refused(tmp_path / ("x" * 300))


def test_odd_names_of_files(tmp_path: Path) -> None:
    for name in ("a b?c#d%41.db", "ö&mode=ro.db", ":memory:", "file:x.db"):
        Store(tmp_path / name).close()
        assert (tmp_path / name).stat().st_size


def test_a_read_only_folder(common_folder: Path) -> None:
    """Nothing can be made there; what lies there can be read, also while somebody writes."""
    path = common_folder / "quotes.db"
    with Store(path) as store:
        store.add(make_article(), [make_quote(make_article())])
        common_folder.chmod(0o555)
        with ordinary_user(), Store(path, read_only=True) as reader:
            assert len(reader.quotes()) == 1
    with ordinary_user():
        assert "cannot open" in refused(common_folder / "new.db")
        assert "may not be written" in refused(path)
        with Store(path, read_only=True) as reader:
            assert len(reader.quotes()) == 1


@pytest.mark.parametrize("file", ["-wal", "-shm"])
def test_a_writer_that_goes_while_somebody_reads(
    path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    """Readers who may not write can do nothing with half of a log: they are asked to look again,
    and not told to change their permissions."""
    Store(path).close()

    def gone(_connection: SQLiteConnection, *, writes: bool) -> None:
        Path(f"{path}{file}").unlink()
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorname = "SQLITE_READONLY_CANTINIT"
        raise error

    for module in ("files", "sqlite"):
        monkeypatch.setattr(f"quotes.store.db.{module}.may_change", lambda path: False)
    with Store(path, read_only=True) as reader:
        for ending in ("-wal", "-shm"):
            Path(f"{path}{ending}").touch()
        monkeypatch.setattr(SQLiteConnection, "begin", gone)
        with pytest.raises(StoreError, match="was written while it was read: run it again"):
            reader.quotes()


def test_a_file_without_permissions(common_folder: Path) -> None:
    path = common_folder / "quotes.db"
    Store(path).close()
    path.chmod(0)
    with ordinary_user():
        assert "cannot open" in refused(path, read_only=True)
        assert "cannot open" in refused(path)


def test_an_older_schema_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for a reader."""
    upgraded = []
    Store(path).close()
    monkeypatch.setattr(upgrading, "HEAD", "9999")
    monkeypatch.setattr(upgrading, "_upgrade", lambda _, old, tell: upgraded.append(old))
    Store(path).close()
    Store(path, read_only=True).close()
    assert upgraded == [HEAD] * 2


def test_all_revisions_are_named() -> None:
    """Those that files of SQL make; the steps in Python belong to one of them each."""
    files = list(HISTORY.glob("*.sql"))
    assert tuple(sorted({file.name[:4] for file in files})) == REVISIONS
    steps = {file.stem for file in HISTORY.glob("r*.py")}
    assert steps <= {f"r{file.stem.replace('.', '_')}" for file in files}
    of_sqlite, of_postgres = (
        [revision for revision in REVISIONS if history_of(revision, dialect)]
        for dialect in get_args(Dialect)
    )
    assert of_sqlite == list(REVISIONS)
    assert of_postgres == list(REVISIONS[REVISIONS.index("0006") :])


def test_the_history_imports_nothing_that_may_change() -> None:
    for file in HISTORY.glob("r*.py"):
        names = {
            name.name if isinstance(node, ast.Import) else str(node.module)
            for node in ast.walk(ast.parse(file.read_text("utf8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        }
        assert not [name for name in names if name.startswith((".", "quotes"))], file


def test_the_migrations_make_the_tables_of_the_schema(path: Path, tmp_path: Path) -> None:
    """The oldest database, brought up to date, has what a new one has."""
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((RELEASED / f"{REVISIONS[0]}.db.gz").read_bytes()))
    Store(path).close()
    Store(old).close()
    assert shape(old) == shape(path)


def test_the_whole_history_makes_the_tables_of_the_schema(path: Path, postgres_db: str) -> None:
    """Run from nothing, in a database of either kind, in which the new one was."""
    Store(path).close()
    Store(postgres_db).close()
    new = shape(path), postgres_shape(postgres_db)
    path.unlink()
    tables_of_postgres = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    for (table,) in run_sql(postgres_db, tables_of_postgres):
        run_sql(postgres_db, f"DROP TABLE {table} CASCADE")
    begun = f"CREATE TABLE {VERSIONS} (version_num VARCHAR(32) NOT NULL, "
    begun += f"CONSTRAINT {VERSIONS}_pkc PRIMARY KEY (version_num))"
    for place in (path, postgres_db):
        run_sql(place, begun, f"INSERT INTO {VERSIONS} VALUES ('')")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quotes.store.schema.upgrading.REVISIONS", ("", *REVISIONS))
        Store(path).close()
        Store(postgres_db).close()
    assert (shape(path), postgres_shape(postgres_db)) == new


def postgres_shape(url: str) -> list[Any]:
    """Columns, indexes and what they name."""
    mine = "table_schema = current_schema()"
    return [
        run_sql(
            url,
            "SELECT table_name, column_name, ordinal_position, data_type, is_nullable, "
            f"collation_name FROM information_schema.columns WHERE {mine} ORDER BY 1, 2",
        ),
        run_sql(
            url,
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() "
            "ORDER BY 1",
        ),
        run_sql(
            url,
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2",
        ),
    ]


def shape(path: Path) -> dict[str, object]:
    """Tables with columns, indexes and what they name; views and triggers as they are written."""
    connection = sqlite3.connect(path)
    found: dict[str, object] = {}
    things = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    for kind, name, sql in things:
        if kind in ("view", "trigger") or "VIRTUAL" in (sql or ""):
            found[name] = " ".join(sql.split())
        elif kind == "table":
            columns = [row[1:] for row in connection.execute(f"PRAGMA table_xinfo({name})")]
            keys = {row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
            found[name] = ("WITHOUT ROWID" in sql, columns, keys)
        elif sql:
            index = connection.execute(f"PRAGMA index_xinfo({name})").fetchall()
            found[name] = (index, " WHERE " in sql, " UNIQUE " in sql)
    connection.close()
    return found


READ = """
import sys
from quotes.store import Store
with Store(sys.argv[1], read_only=True) as store:
    print(len(store.quotes()), len(store.search("bridge")), len(store.articles()))
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_reading_loads_nothing_heavy(path: Path) -> None:
    with Store(path) as store:
        store.add(make_article(), [make_quote(make_article())])
    answer = subprocess.run(
        [sys.executable, "-c", READ, path], cwd=ROOT, check=True, capture_output=True, text=True
    )
    counts, modules = answer.stdout.splitlines()
    assert counts == "1 1 1"
    assert not {
        "pandas",
        "pyarrow",
        "spacy",
        "rapidfuzz",
        "snowballstemmer",
    } & set(modules.split())


def test_what_is_of_note_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("quotes.store.db.files.network_file_system", lambda path: "nfs4")
    with caplog.at_level("INFO", logger="quotes"), Store(tmp_path / "quotes.db") as store:
        store.remember_input("a.txt", "digest", 1)
        assert store.quotes() == []
    assert [record.message.count("nfs4") for record in caplog.records] == [1]


def test_an_error_while_another_thread_imports_psycopg(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quotes.db"
    Store(path).close()
    with Store(path, read_only=True) as store:
        monkeypatch.setitem(sys.modules, "psycopg", ModuleType("psycopg"))
        with pytest.raises(UsageError, match="no quote"):
            store.get("abc")


def test_a_link_leads_to_the_file_and_its_log(common_folder: Path) -> None:
    """Also a reader who may not write, while somebody writes."""
    path = common_folder / "data" / "quotes.db"
    path.parent.mkdir()
    link, chain = common_folder / "link.db", common_folder / "chain.db"
    link.symlink_to(path)
    chain.symlink_to("link.db")
    with Store(chain) as store:
        store.add(make_article(), [make_quote(make_article())])
        for folder in (path.parent, common_folder):
            folder.chmod(0o555)
        for name in (path, link, chain):
            with ordinary_user(), Store(name, read_only=True) as reader:
                assert (len(reader.quotes()), reader.name) == (1, str(name))
        for folder in (path.parent, common_folder):
            folder.chmod(0o755)
    with Store(link) as store:
        assert len(store.quotes()) == 1
    assert sorted(file.name for file in common_folder.iterdir()) == ["chain.db", "data", "link.db"]
    assert [file.name for file in path.parent.iterdir()] == ["quotes.db"]


def test_a_link_to_nothing_makes_the_file(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to("real.db")
    assert "no database" in refused(link, read_only=True)
    Store(link).close()
    assert (tmp_path / "real.db").is_file()
    link.unlink()
    link.symlink_to("link.db")
    assert "cannot open" in refused(link)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_second_name_is_refused(path: Path, read_only: bool) -> None:
    """The log lies beside the first one."""
    other = path.with_name("other.db")
    with Store(path) as store:
        store.add(make_article(), [make_quote(make_article())])
        other.hardlink_to(path)
        assert "has a second name (a hard link)" in refused(other, read_only=read_only)
        other.unlink()
        assert len(store.quotes()) == 1


def test_the_folder_may_change_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other").mkdir()
    with Store("quotes.db") as store:
        monkeypatch.chdir("other")
        store.add(make_article(), [make_quote(make_article())])
        assert len(store.quotes()) == 1
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["quotes.db"]

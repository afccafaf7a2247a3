"""doctor, backup, delete, import, and exports of every format."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from quotes.cli import caring

from .conftest import Run

EVERY = ("--act", "all", "--factuality", "all", "--format", "jsonl")


def break_index() -> None:
    """Take a trigger away, without which the full-text index is not kept."""
    with closing(sqlite3.connect("quotes.db")) as connection:
        connection.execute("DROP TRIGGER quotes_inserted")
        connection.commit()


def everything(run: Run, *words: str) -> str:
    return run("list", *EVERY, *words).stdout


def test_all_is_well(stored: Run) -> None:
    result = stored("doctor")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["WHAT", "STATE", "FOUND"]
    assert "2 articles, 4 quotes" in result.stdout
    rows = json.loads(stored("doctor", "--format", "json").stdout)
    assert len(rows) == len(lines) - 1
    assert {row["state"] for row in rows} <= {"ok", "note"}


def test_a_broken_index_is_told_and_mended(stored: Run) -> None:
    break_index()
    result = stored("doctor")
    assert result.exit_code == 1
    assert result.stderr == "quotes: full-text index: quotes doctor --mend\n"
    rows = json.loads(stored("doctor", "--format", "json").stdout)
    assert [row["what"] for row in rows if row["state"] == "error"] == ["full-text index"]
    assert stored("doctor", "--mend").exit_code == 0
    assert stored("doctor").exit_code == 0
    assert "[ceasefire]" in stored("search", "ceasefire").stdout


@pytest.mark.parametrize("words", [["doctor"], ["doctor", "--mend"], ["delete", "--article", "a"]])
def test_there_is_no_database(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quotes: no database at quotes.db: name one with --db\n"
    assert not Path("quotes.db").exists()


def test_a_backup_is_whole(stored: Run) -> None:
    result = stored("backup", "copy.db")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "quotes: quotes.db is copied to copy.db\n"
    assert everything(stored, "--db", "copy.db") == everything(stored)
    assert stored("doctor", "--db", "copy.db").exit_code == 0


@pytest.mark.parametrize("path", ["old.db", "quotes.db", "news", "none/copy.db"])
def test_a_backup_replaces_nothing(stored: Run, path: str) -> None:
    Path("old.db").write_text("old")
    before = Path("quotes.db").read_bytes()
    result = stored("backup", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert Path("old.db").read_text() == "old"
    assert Path("quotes.db").read_bytes() == before
    assert not list(Path().glob(".*"))


def test_delete_without_a_terminal_deletes_nothing(stored: Run) -> None:
    before = everything(stored)
    for words in (["--article", "a.txt"], ["--before", "2020-11-22"]):
        result = stored("delete", *words, input="y\n")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.splitlines() == [
            "quotes: to go from quotes.db: 1 article and 3 quotes",
            "quotes: give --yes to delete them",
            "quotes: nothing is deleted",
        ]
    assert everything(stored) == before


def test_delete_asks_on_a_terminal(stored: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for agreed, code in ((False, 1), (True, 0)):
        monkeypatch.setattr(caring, "agreed", lambda *_, agreed=agreed: agreed)
        assert stored("delete", "--article", "a.txt").exit_code == code
    assert "Ann Lee" not in everything(stored)


@pytest.mark.parametrize("words", [["--article", "a.txt"], ["--before", "2020-11-22"]])
def test_delete_with_yes(stored: Run, words: list[str]) -> None:
    result = stored("delete", *words, "--yes")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "quotes: to go from quotes.db: 1 article and 3 quotes",
        "quotes: deleted: 1 article and 3 quotes",
    ]
    (row,) = map(json.loads, everything(stored).splitlines())
    assert row["article_id"] == "b.txt"
    assert "Ann Lee" not in stored("speakers", "--act", "all").stdout
    assert stored("search", "peace", "--count").stdout == "0\n"
    assert stored("doctor").exit_code == 0


def test_nothing_to_delete(stored: Run) -> None:
    result = stored("delete", "--before", "1999-01-01")
    assert (result.exit_code, result.stderr) == (0, "quotes: nothing to delete\n")


@pytest.mark.parametrize("words", [[], ["--act", "all"], ["--article", "none"]])
def test_delete_what(stored: Run, words: list[str]) -> None:
    before = everything(stored)
    result = stored("delete", *words, "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert everything(stored) == before


@pytest.fixture(params=["out.jsonl", "out.jsonl.gz", "out.parquet"])
def exported(stored: Run, request: pytest.FixtureRequest) -> str:
    """The name of a file with all quotes; out.jsonl lies beside it."""
    name: str = request.param
    assert stored("export", "out.jsonl", "--act", "all").exit_code == 0
    if name.endswith(".gz"):
        Path(name).write_bytes(gzip.compress(Path("out.jsonl").read_bytes()))
    else:
        assert stored("export", name, "--act", "all").exit_code == 0
    return name


def test_what_is_imported_is_exported_the_same(stored: Run, exported: str) -> None:
    result = stored("import", exported, "--db", "new.db")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "quotes: 4 quotes of 2 articles imported, 0 were there\n"
    assert stored("export", "again.jsonl", "--act", "all", "--db", "new.db").exit_code == 0
    assert Path("again.jsonl").read_bytes() == Path("out.jsonl").read_bytes()
    assert everything(stored, "--db", "new.db") == everything(stored)
    assert stored("doctor", "--db", "new.db").exit_code == 0
    for words in (["speakers"], ["search", "peace"], ["stats"]):
        assert stored(*words, "--db", "new.db").stdout == stored(*words).stdout


def test_imported_twice(stored: Run, exported: str) -> None:
    stored("import", exported, "--db", "new.db")
    before = everything(stored, "--db", "new.db")
    result = stored("import", exported, "--db", "new.db")
    assert result.stderr == "quotes: 0 quotes of 0 articles imported, 2 were there\n"
    assert everything(stored, "--db", "new.db") == before
    assert stored("import", exported).exit_code == 0  # where they came from
    assert everything(stored) == before


def test_imported_articles_are_completed_by_adding_them(stored: Run) -> None:
    stored("export", "out.jsonl", "--act", "all")
    stored("import", "out.jsonl", "--db", "new.db")
    assert "2 replaced" in stored("add", "news", "--db", "new.db").stderr
    id = json.loads(stored("list", "--article", "b.txt", "--format", "jsonl").stdout)["id"]
    assert stored("show", id, "--db", "new.db").stdout == stored("show", id).stdout


def test_quotes_of_an_article_that_do_not_follow_each_other(stored: Run) -> None:
    stored("export", "out.jsonl", "--act", "all")
    rows = Path("out.jsonl").read_text().splitlines(keepends=True)
    rows.sort(key=lambda row: json.loads(row)["article_id"] == "b.txt")
    Path("mixed.jsonl").write_text("".join([rows[0], rows[3], *rows[1:3]]))
    result = stored("import", "mixed.jsonl", "--db", "new.db")
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert "the quotes of article a.txt do not follow each other" in line
    assert not Path("new.db").exists()


def test_of_a_file_with_a_fault_nothing_is_imported(stored: Run) -> None:
    stored("export", "out.jsonl", "--act", "all")
    with Path("out.jsonl").open("a") as file:
        file.write('{"id": "x"}\n')
    result = stored("import", "out.jsonl", "--db", "new.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "line 5" in result.stderr
    assert not Path("new.db").exists()


def test_a_pipe_is_not_imported(stored: Run) -> None:
    """It is read twice."""
    os.mkfifo("pipe")
    result = stored("import", "pipe", "--db", "new.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quotes: pipe can be read only once: write it to a file first\n"
    assert not Path("new.db").exists()


@pytest.mark.parametrize(
    ("text", "code"), [("", 0), ("nonsense\n", 1), ('{"id": "x"}\n', 1), (None, 1)]
)
def test_import_of_what_is_no_export(run: Run, text: str | None, code: int) -> None:
    if text is not None:
        Path("x.jsonl").write_text(text)
    result = run("import", "x.jsonl")
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert "x.jsonl" in line
    assert not Path("quotes.db").exists()


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet", "brat", "webannotation"])
def test_every_format_is_the_same_twice(stored: Run, format: str) -> None:
    for folder in ("one", "two"):
        Path(folder).mkdir()
        result = stored("export", folder, "--format", format, "--act", "all")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith("4 quotes written to ")
    (one,), (two,) = Path("one").iterdir(), Path("two").iterdir()
    assert one.name == two.name
    assert one.read_bytes() == two.read_bytes() != b""


def test_formats_for_annotation_hold_the_texts(stored: Run) -> None:
    stored("export", "x.zip")
    with zipfile.ZipFile("x.zip") as archive:
        texts = [archive.read(name) for name in archive.namelist() if name.endswith(".txt")]
    assert any(b"No ceasefire without us" in text for text in texts)
    stored("export", "x.jsonld")
    assert "No ceasefire without us" in json.dumps(json.loads(Path("x.jsonld").read_text()))


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--since", "2020-11-22"], 1),
        (["--until", "2020-11-22"], 2),
        (["--until", "2020-11-22", "--act", "all"], 3),
        (["--article", "a.txt"], 2),
        (["--article", "a.txt", "--act", "thought"], 1),
        (["--since", "2021-01-01"], 0),
    ],
)
def test_export_chooses(stored: Run, words: list[str], count: int) -> None:
    assert stored("export", "x.jsonl", *words).exit_code == 0
    assert len(Path("x.jsonl").read_text().splitlines()) == count


def test_raw_csv(run: Run) -> None:
    """Without --raw no cell is a formula."""
    Path("news/c.txt").write_text('"Fine," said Ann Lee.\n')
    assert run("add", "news/c.txt", "--title", "=1+1").exit_code == 0
    run("export", "x.csv")
    run("export", "raw.csv", "--raw")
    assert "'=1+1" in Path("x.csv").read_text("utf-8-sig")
    assert "'=1+1" not in Path("raw.csv").read_text("utf-8-sig")
    assert "=1+1" in Path("raw.csv").read_text("utf-8-sig")


def test_refresh_leaves_imported_articles_alone(stored: Run) -> None:
    """They have no text: to find their quotes anew would be to lose them."""
    assert stored("export", "out.jsonl", "--act", "all").exit_code == 0
    assert stored("import", "out.jsonl", "--db", "other.db").exit_code == 0
    before = stored("list", "--act", "all", "--format", "jsonl", "--db", "other.db").stdout
    done = stored("add", "--refresh", "--db", "other.db")
    assert done.exit_code == 0
    assert before
    assert stored("list", "--act", "all", "--format", "jsonl", "--db", "other.db").stdout == before


def test_restore_asks_and_keeps(stored: Run) -> None:
    before = everything(stored)
    stored("backup", "old.db")
    stored("delete", "--article", "a.txt", "--yes")
    result = stored("restore", "old.db", input="y\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "quotes: to be replaced, and kept beside: quotes.db",
        "quotes: give --yes to replace it",
        "quotes: nothing is replaced",
    ]
    result = stored("restore", "old.db", "--yes")
    assert (result.exit_code, result.stdout) == (0, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("quotes: quotes.db is restored from old.db; what was there is ")
    assert line.endswith("quotes.db.before-restore")
    assert everything(stored) == before
    result = stored("restore", "old.db", "--db", "new.db")
    assert result.stderr == "quotes: new.db is restored from old.db\n"
    assert everything(stored, "--db", "new.db") == before


@pytest.mark.parametrize(
    ("words", "code"),
    [(["none.db"], 2), (["news"], 2), (["x.txt"], 1), (["x.txt", "--db", "postgresql://x/y"], 2)],
)
def test_restore_of_what_is_no_backup(stored: Run, words: list[str], code: int) -> None:
    Path("x.txt").write_text("no database " * 100)
    before = Path("quotes.db").read_bytes()
    result = stored("restore", *words, "--yes")
    assert (result.exit_code, result.stdout) == (code, "")
    assert len(result.stderr.splitlines()) == 1
    assert Path("quotes.db").read_bytes() == before


def test_a_damaged_article_is_named(stored: Run) -> None:
    """By the doctor and by whatever reads it, in one line; it can be deleted."""
    with closing(sqlite3.connect("quotes.db")) as connection:
        connection.execute("UPDATE quotes SET kind = 9 WHERE id = (SELECT min(id) FROM quotes)")
        connection.commit()
    result = stored("doctor")
    assert result.exit_code == 1
    line, counts = result.stderr.splitlines()
    assert line.startswith("quotes: article: quotes delete --article ")
    assert counts == "quotes: kept counts: quotes doctor --mend"
    id = line.split()[5].rstrip(";")
    for words in (["list"], ["export", "x.csv"], ["export", "x.parquet"]):
        result = stored(*words, "--act", "all")
        assert (result.exit_code, result.stdout) == (1, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith("quotes: damaged: "), line
        assert id in line or "quotes doctor" in line
    assert stored("delete", "--article", id, "--yes").exit_code == 0
    assert stored("doctor").exit_code == 0
    assert stored("add", "news").exit_code == 0
    assert everything(stored).count("\n") == 4

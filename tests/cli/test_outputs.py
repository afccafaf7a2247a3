"""No command writes to what it reads, keeps, or finds that is none of its own: each refuses in one
line, with exit code 2, before anything is read or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

ROW = '{"text": "It rained in the night, and nobody said so.", "id": "%s"}\n'


@pytest.fixture
def full(stored: Run) -> Run:
    """Runs commands as `stored` does, in a folder with more files in it."""
    Path("link.db").symlink_to("quotes.db")
    for name in ("one.jsonl", "two.jsonl"):
        Path(name).write_text(ROW % name)
    Path("gold").mkdir()
    Path("gold/a.txt").write_text("Anna said it rains.")
    gold = {"article": "a.txt", "content": [[10, 18]], "cue": [[5, 9]], "source": [[0, 4]]}
    Path("gold/gold.jsonl").write_text(json.dumps(gold) + "\n")
    return stored


def state() -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in Path().rglob("*") if file.is_file()}


PATHS = ["quotes.db", "./news/../quotes.db", "link.db", "hard.db", "quotes.db-wal"]
COMMANDS = [
    "export PATH --format csv",
    "export PATH --format parquet --db link.db",
    "add news --report PATH",
    "add --refresh --report PATH",
    "stats --plot PATH",
    "add news/a.txt --report new.db --db new.db",
    "add --report one.jsonl two.jsonl",
    "extract --report one.jsonl two.jsonl",
    "add news --report news/a.txt",
    "extract news --report ./news/../news/a.txt",
    "export one.jsonl",
    "export gold/gold.jsonl --format csv",
    "export /dev/null --format csv",
    "evaluate gold/gold.jsonl --plot gold/gold.jsonl",
    "evaluate gold/gold.jsonl --text gold --plot gold/a.txt",
    "evaluate gold/gold.jsonl --plot quotes.db",
    "backup link.db",
    "backup quotes.db-journal",
    "backup /dev/null",
    "train gold --out gold",
    "train gold --out gold/runs",
]


@pytest.mark.parametrize(
    "words",
    [
        command.replace("PATH", path)
        for command in COMMANDS
        for path in (PATHS if "PATH" in command else [""])
    ],
)
def test_refused(full: Run, words: str) -> None:
    if "hard.db" in words:  # else no command would open a database of two names
        Path("hard.db").hardlink_to("quotes.db")
    before = state()
    result = full(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "another" in line or "name a" in line
    assert state() == before


def test_the_database_of_the_environment(full: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DB", "other.db")
    assert full("add", "news").exit_code == 0
    assert "belongs to the database" in full("export", "other.db", "--format", "csv").stderr
    assert "belongs to the database" in full("add", "news", "--report", "other.db-wal").stderr
    result = full("export", "other.db", "--format", "csv", "--db", "quotes.db")
    assert "is what QUOTES_DB names" in result.stderr
    Path("mine.toml").write_text("# mine")
    monkeypatch.setenv("QUOTES_SPEAKERS", "news/../mine.toml")
    result = full("export", "mine.toml", "--format", "csv")
    assert "mine.toml is what QUOTES_SPEAKERS names: name another file" in result.stderr


def test_an_earlier_output_is_replaced_with_its_rights(full: Run) -> None:
    for words in ("export x.csv", "add news --report r.jsonl", "stats --plot x.png"):
        path = Path(words.split()[-1])
        for _ in range(2):
            assert full(*words.split()).exit_code == 0
            path.chmod(0o600)
        assert path.stat().st_mode & 0o777 == 0o600
    assert not list(Path().glob(".*"))


def test_a_report_is_of_a_whole_run(full: Run) -> None:
    assert full("add", "news", "--report", "r.jsonl").exit_code == 0
    before = Path("r.jsonl").read_bytes()
    Path("bad.db").write_text("no database " * 100)
    assert full("add", "news", "--report", "r.jsonl", "--db", "bad.db").exit_code == 1
    assert Path("r.jsonl").read_bytes() == before
    result = full("add", ".", "--report", "r.jsonl", "--glob", "*.jsonl")
    assert "r.jsonl is an input of this command: give --report another path" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["add", ""],
        ["extract", ""],
        ["export", ""],
        ["list", "--db", ""],
        ["add", "news", "--report", ""],
        ["stats", "--plot", ""],
        ["backup", ""],
        ["import", ""],
        ["evaluate", ""],
        ["speakers", "check", ""],
        ["train", "gold", "--out", ""],
    ],
    ids=" ".join,
)
def test_no_name_names_nothing(full: Run, words: list[str]) -> None:
    result = full(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quotes: '' names no file: give its path\n"

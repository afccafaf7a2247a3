"""Commands on PostgreSQL print what they print on SQLite."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

SAME = [
    ["list"],
    ["list", "--act", "all", "--factuality", "all", "--format", "jsonl"],
    ["list", "--sort", "speaker", "--limit", "2"],
    ["list", "--speaker", "Lee", "--format", "csv"],
    ["list", "--unique", "--format", "json"],
    ["list", "--count"],
    ["list", "--columns", "speaker,text", "--format", "csv"],
    ["search", "ceasefire OR peace", "--sort", "date"],
    ["search", "everyth* OR agree NOT zebra", "--format", "jsonl"],
    ["search", "peace", "--kwic"],
    ["search", "nothing", "--count"],
    ["speakers", "--act", "all", "--format", "json"],
    ["articles", "--format", "json"],
    ["stats", "speaker"],
    ["stats", "speaker", "day"],
    ["first", "peace"],
    ["articles", "--speaker", "Lee"],
    ["search", "meet", "--in", "articles", "--act", "all", "--sort", "date"],
    ["list", "--sort", "oldest", "--columns", "speaker_in_article,file,text"],
    ["stats", "day", "--format", "json"],
    ["changes"],
]


@pytest.fixture
def url(postgres_db: str) -> str:
    """A URL is taken as users write it, without the name of the driver."""
    return postgres_db.replace("+psycopg", "")


@pytest.fixture
def both(stored: Run, url: str) -> Run:
    """Runs commands as `stored` does; the contents of quotes.db are in a PostgreSQL database,
    too."""
    result = stored("add", "news", "--db", url)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(
        "2 added, 0 unchanged, 0 replaced, 0 skipped, 0 failed; 4 quotes stored\n"
    )
    return stored


def test_the_same_is_printed(both: Run, url: str) -> None:
    for words in SAME:
        here, there = both(*words), both(*words, "--db", url)
        assert (there.exit_code, there.stdout) == (here.exit_code, here.stdout), words
        assert there.stderr == here.stderr, words


@pytest.mark.parametrize("ending", ["csv", "jsonl", "zip", "jsonld"])
def test_exports_are_the_same(both: Run, url: str, ending: str) -> None:
    assert both("export", f"here.{ending}").exit_code == 0
    assert both("export", f"there.{ending}", "--db", url).exit_code == 0
    assert Path(f"here.{ending}").read_bytes() == Path(f"there.{ending}").read_bytes()


def test_add_once_more(both: Run, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from quotes import reading

    monkeypatch.delattr(reading, "read_input")
    result = both("add", "news", "--db", url)
    assert result.exit_code == 0
    assert result.stderr.startswith("0 added, 2 unchanged, 0 replaced")


def test_doctor_and_delete(both: Run, url: str) -> None:
    result = both("doctor", "--db", url)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "PostgreSQL" in result.stdout
    assert "2 articles, 4 quotes" in result.stdout
    assert both("doctor", "--mend", "--db", url).exit_code == 0
    assert both("delete", "--article", "a.txt", "--db", url).exit_code == 1
    assert both("list", "--count", "--db", url).stdout == "3\n"
    assert both("delete", "--article", "a.txt", "--yes", "--db", url).exit_code == 0
    assert both("list", "--count", "--db", url).stdout == "1\n"


def test_a_backup_is_a_sqlite_file(both: Run, url: str) -> None:
    result = both("backup", "copy.db", "--db", url)
    assert (result.exit_code, result.stdout) == (0, "")
    for words in SAME:
        assert both(*words, "--db", "copy.db").stdout == both(*words).stdout, words
    assert both("doctor", "--db", "copy.db").exit_code == 0


def test_import(both: Run, url: str) -> None:
    assert both("export", "out.jsonl", "--act", "all").exit_code == 0
    result = both("import", "out.jsonl", "--db", url)
    assert result.stderr == "quotes: 0 quotes of 0 articles imported, 2 were there\n"


def test_no_password_is_shown(both: Run, url: str) -> None:
    password = url.split("@")[0].rsplit(":", 1)[1]
    for words in (["doctor"], ["backup", "copy.db"], ["delete", "--article", "a.txt", "--yes"]):
        result = both(*words, "--db", url)
        assert result.exit_code == 0
        assert password not in result.output
    result = both("list", "--db", url.rsplit("/", 1)[0] + "/no_such_database")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert password not in line

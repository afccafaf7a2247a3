"""Long lists page by page, counts, chosen columns, searches with operators, words in context."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def many(run: Run) -> Run:
    """Twelve articles of four days, with three quotes of three speakers each."""
    Path("many").mkdir()
    for number in range(12):
        lines = [
            f'"Number {number} sails {way}," said {name}.\n'
            for way, name in (("north", "Ann Lee"), ("south", "Bo Kim"), ("west", "Cy Roe"))
        ]
        head = f"date 2020-11-{10 + number % 4} Ships {number}\n"
        Path(f"many/{number:02}.txt").write_text("\n".join([head, *lines]))
    assert run("add", "many").exit_code == 0
    return run


def ids(run: Run, *words: str) -> list[str]:
    result = run(*words, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return [row["quote"]["id"] if "quote" in row else row["id"] for row in rows]


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--sort", "confidence"],
        ["list", "--sort", "speaker"],
        ["list", "--unique"],
        ["list", "--speaker", "Kim", "--sort", "date"],
        ["search", "sails", "--sort", "date"],
        ["search", "sails", "--sort", "speaker"],
        ["search", "sails"],
        ["articles"],
    ],
)
def test_pages_together_are_everything(many: Run, words: list[str]) -> None:
    whole = ids(many, *words, "--limit", "100")
    assert len(whole) == len(set(whole)) == (12 if words[0] == "articles" or "Kim" in words else 36)
    found: list[str] = []
    while page := ids(many, *words, "--limit", "5", *(["--after", found[-1]] if found else [])):
        found += page
    assert found == whole


def test_after_one_that_is_not_there(many: Run) -> None:
    for command in (["list"], ["search", "sails"], ["articles"]):
        result = many(*command, "--after", "zzz")
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1


def test_sort_by_speaker(many: Run) -> None:
    words = ("list", "--sort", "speaker", "--columns", "speaker", "--format", "csv")
    assert many(*words).stdout.split("\n")[1:-1] == sorted(many(*words).stdout.split("\n")[1:-1])


def test_count(many: Run) -> None:
    for words, count in (
        (["list"], 36),
        (["list", "--speaker", "Lee"], 12),
        (["list", "--since", "2020-11-12"], 18),
        (["list", "--kind", "indirect"], 0),
        (["list", "--unique"], 36),
        (["search", "north"], 12),
        (["search", "zebra"], 0),
    ):
        result = many(*words, "--count")
        assert (result.exit_code, result.stdout, result.stderr) == (0, f"{count}\n", "")


def test_columns_in_every_format(many: Run) -> None:
    words = ("list", "--limit", "2", "--columns", "speaker, DATE,text", "--format")
    table = many(*words, "table").stdout.splitlines()
    assert table[0].split() == ["SPEAKER", "DATE", "TEXT"]
    assert len(table) == 3
    rows = list(csv.reader(io.StringIO(many(*words, "csv").stdout)))
    assert rows[0] == ["speaker", "date", "text"]
    lines = [json.loads(line) for line in many(*words, "jsonl").stdout.splitlines()]
    assert [[str(value) for value in line.values()] for line in lines] == rows[1:]
    assert [list(line) for line in lines] == [["speaker", "date", "text"]] * 2
    assert json.loads(many(*words, "json").stdout) == lines


def test_columns_of_hits_and_sayings(many: Run) -> None:
    result = many("search", "north", "--limit", "1", "--columns", "id,snippet", "--format", "json")
    (hit,) = json.loads(result.stdout)
    assert list(hit) == ["id", "snippet"]
    assert "north" in hit["snippet"]
    result = many("list", "--unique", "--limit", "1", "--columns", "occurrences", "--format", "csv")
    assert result.stdout.split() == ["occurrences", "1"]
    assert many("list", "--columns", "occurrences").exit_code == 2


@pytest.mark.parametrize("columns", ["speeker", "date,speeker", "", ","])
@pytest.mark.parametrize("format", ["table", "csv", "json", "jsonl"])
def test_no_such_column(many: Run, columns: str, format: str) -> None:
    for command in (["list"], ["search", "sails"]):
        result = many(*command, "--columns", columns, "--format", format)
        assert (result.exit_code, result.stdout) == (2, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith("quotes: no column '")
        assert "speaker" in line


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("north OR south", 24),
        ("sails NOT north", 24),
        ("sails -north", 24),
        ("(north OR south) AND 7", 2),
        ('"7 sails"', 3),
        ('"sails 7"', 0),
        ("sail*", 36),
        ("north south", 0),
    ],
)
def test_operators(many: Run, typed: str, count: int) -> None:
    assert many("search", "--count", "--", typed).stdout == f"{count}\n"
    assert len(ids(many, "search", "--limit", "100", "--sort", "date", typed)) == count


def test_nothing_to_look_for(many: Run) -> None:
    for typed in ("NOT north", "()", "?"):
        result = many("search", typed)
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1


def test_words_in_context_stand_below_each_other(
    many: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = many("search", "north OR south", "--kwic", "--limit", "50").stdout.splitlines()
    assert len(lines) == 24
    assert {line.index("[") for line in lines} == {lines[0].index("[")}
    assert {line.split("[")[1].split("]")[0] for line in lines} == {"north", "south"}
    assert all(len(line.split()[0]) == 16 and len(line) <= 100 for line in lines)
    result = many("search", "zebra", "--kwic")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(result.stderr.splitlines()) == 1


def test_articles_page_by_page_as_a_table(many: Run) -> None:
    lines = many("articles", "--limit", "3").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ids(many, "articles")[:3]

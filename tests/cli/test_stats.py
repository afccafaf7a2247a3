"""quotes stats: tables, records, pictures."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from quotes.store.query.counting import CHOICES

from .conftest import Run

PNG = b"\x89PNG\r\n\x1a\n"


def rows_said(run: Run, *words: str) -> tuple[list[tuple[str, int]], str]:
    """Values with their counts, and what is said besides."""
    result = run("stats", *words, "--format", "json")
    assert result.exit_code == 0
    return [(row["value"], row["count"]) for row in json.loads(result.stdout)], result.stderr


def rows(run: Run, *words: str) -> list[tuple[str, int]]:
    found, said = rows_said(run, *words)
    assert said == ""
    return found


def test_by_month_as_a_table(stored: Run) -> None:
    result = stored("stats")
    assert (result.exit_code, result.stderr) == (0, "")
    head, line = result.stdout.splitlines()
    assert head.split() == ["MONTH", "QUOTES", "FIRST", "-", "LAST"]
    assert line.split() == ["2020-11", "3", "2020-11-21", "-", "2020-11-23"]


def test_by_speaker(stored: Run) -> None:
    head, *lines = stored("stats", "speaker").stdout.splitlines()
    assert head.split()[:2] == ["SPEAKER", "QUOTES"]
    assert [line.split("  ")[0] for line in lines] == ["Ann Lee", "Nikol Pashinyan"]
    assert rows(stored, "speaker") == [("Ann Lee", 2), ("Nikol Pashinyan", 1)]
    assert ("Bo Kim", 1) in rows(stored, "speaker", "--act", "all")
    assert rows(stored, "speaker", "--limit", "1") == [("Ann Lee", 2)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["month"], [("2020-11", 3)]),
        (["year", "--act", "all"], [("2020", 4)]),
        (["day"], [("2020-11-21", 2), ("2020-11-23", 1)]),
        (["day", "--since", "2020-11-22"], [("2020-11-23", 1)]),
        (["day", "--speaker", "Lee"], [("2020-11-21", 2)]),
        (["article"], [("a.txt", 2), ("b.txt", 1)]),
        (["kind"], [("direct", 3)]),
        (["act", "--act", "all"], [("speech", 3), ("thought", 1)]),
        (["month", "--until", "1999-01-01"], []),
    ],
)
def test_by_what(stored: Run, words: list[str], found: list[tuple[str, int]]) -> None:
    assert rows(stored, *words) == found


def test_what_is_not_known_is_not_counted_and_said(run: Run) -> None:
    Path("c.txt").write_text('"We will see," said Ann Lee. "It is all over," the note read.\n')
    run("add", "c.txt")
    assert rows_said(run, "month") == ([], "quotes: not counted, as no month is known: 1 quote\n")
    assert rows_said(run, "month", "--limit", "5") == ([], "")
    assert rows_said(run, "speaker") == ([("Ann Lee", 1)], "")


def test_as_csv_and_json_lines(stored: Run) -> None:
    table = csv.DictReader(io.StringIO(stored("stats", "day", "--format", "csv").stdout))
    lines = stored("stats", "day", "--format", "jsonl").stdout.splitlines()
    found = [(row["value"], row["count"], row["first"]) for row in table]
    assert found == [
        (row["value"], str(row["count"]), row["first"]) for row in map(json.loads, lines)
    ]
    assert found[0] == ("2020-11-21", "2", "2020-11-21")


@pytest.mark.parametrize("by", ["month", "speaker"])
def test_a_picture(stored: Run, by: str) -> None:
    result = stored("stats", by, "--plot", "x.png")
    assert (result.exit_code, result.stderr) == (0, "drawn to x.png\n")
    assert Path("x.png").read_bytes().startswith(PNG)
    assert result.stdout == stored("stats", by).stdout


def test_a_picture_of_nothing(stored: Run) -> None:
    result = stored("stats", "--until", "1999-01-01", "--plot", "x.png")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("x.png").read_bytes().startswith(PNG)


def test_a_picture_that_cannot_be_drawn(stored: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    result = stored("stats", "--plot", "none/x.png")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quotes: no folder none: make it, or give --plot another path\n"
    assert "ends in .png" in stored("stats", "--plot", "x.doc").stderr
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = stored("stats", "--plot", "x.png")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "pip install '.[plot]'" in result.stderr


@pytest.mark.parametrize("words", [["shoe size"], ["month", "--limit", "0"]])
def test_wrong_use(stored: Run, words: list[str]) -> None:
    result = stored("stats", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_the_help_names_all_that_can_be_counted_by(run: Run) -> None:
    words = " ".join(run("stats", "--help").stdout.split())
    assert f"BY is one of {', '.join(CHOICES)}." in words

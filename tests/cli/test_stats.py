"""quotes stats: tables, records, pictures."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from quotes.cli.drawing import title
from quotes.store.query.counting import CHOICES
from quotes.store.query.filters import Asked

from .conftest import Run

LEFT_OUT = "quotes: left out: 1 thought (--act all)\n"
PNG = b"\x89PNG\r\n\x1a\n"


def rows_said(run: Run, *words: str) -> tuple[list[tuple[str, int]], str]:
    """Values with their counts, and what is said besides."""
    result = run("stats", *words, "--format", "json")
    assert result.exit_code == 0
    said = result.stderr.replace(LEFT_OUT, "")
    return [(row["value"], row["count"]) for row in json.loads(result.stdout)], said


def rows(run: Run, *words: str) -> list[tuple[str, int]]:
    found, said = rows_said(run, *words)
    assert said == ""
    return found


def test_by_month_as_a_table(stored: Run) -> None:
    result = stored("stats")
    assert (result.exit_code, result.stderr) == (0, LEFT_OUT)
    head, line = result.stdout.splitlines()
    assert head.split() == ["MONTH", "QUOTES", "FIRST", "-", "LAST"]
    assert line.split() == ["2020-11", "3", "2020-11-21", "-", "2020-11-23"]


def test_by_speaker(stored: Run) -> None:
    head, *lines = stored("stats", "speaker").stdout.splitlines()
    assert head.split()[:2] == ["SPEAKER", "QUOTES"]
    assert [line.split("  ")[0] for line in lines] == ["Ann Lee", "Nikol Pashinyan"]
    assert rows(stored, "speaker") == [("Ann Lee", 2), ("Nikol Pashinyan", 1)]
    assert ("Bo Kim", 1) in rows(stored, "speaker", "--act", "all")
    found, said = rows_said(stored, "speaker", "--limit", "1")
    assert found == [("Ann Lee", 2)]
    assert said == "quotes: not shown here, or not counted, as no speaker is known: 1 quote\n"


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
    said = "quotes: not shown here, or not counted, as no month is known: 1 quote\n"
    assert rows_said(run, "month", "--limit", "5") == ([], said)
    assert rows_said(run, "speaker") == ([("Ann Lee", 1)], "")


def test_a_cross_table(stored: Run) -> None:
    result = stored("stats", "speaker", "day", "--act", "all")
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["SPEAKER", "2020-11-21", "2020-11-23"],
        ["Ann", "Lee", "2", "0"],
        ["Bo", "Kim", "1", "0"],
        ["Nikol", "Pashinyan", "0", "1"],
    ]
    assert result.stderr == ""
    result = stored("stats", "speaker", "day", "--limit", "1", "--format", "json")
    assert json.loads(result.stdout) == [{"value": "Ann Lee", "other": "2020-11-21", "count": 2}]
    result = stored("stats", "day", "speaker", "--act", "all", "--format", "csv")
    table = list(csv.reader(io.StringIO(result.stdout)))
    assert table == [
        ["day", "Ann Lee", "Bo Kim", "Nikol Pashinyan"],
        ["2020-11-21", "2", "1", "0"],
        ["2020-11-23", "0", "0", "1"],
    ]


def test_a_long_table_is_cut_for_people(run: Run) -> None:
    Path("long").mkdir()
    for n in range(30):
        Path(f"long/{n:02}.txt").write_text(f'date 2020-11-21 Talks\n\n"Yes {n}," said Ann Lee.\n')
    run("add", "long")
    result = run("stats", "article")
    assert len(result.stdout.splitlines()) == 26
    assert result.stderr.endswith(
        "not shown here, or not counted, as no article is known: 5 quotes\n"
    )
    assert len(run("stats", "article", "--limit", "28").stdout.splitlines()) == 29
    assert len(rows(run, "article")) == 30


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
    assert (result.exit_code, result.stderr) == (0, f"{LEFT_OUT}drawn to x.png\n")
    assert Path("x.png").read_bytes().startswith(PNG)
    assert result.stdout == stored("stats", by).stdout


@pytest.mark.parametrize(("ending", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", PNG)])
@pytest.mark.parametrize(
    "words", [["month"], ["speaker", "day"], ["day", "kind"], ["speaker", "kind"]]
)
def test_the_ending_decides_what_a_picture_is(
    stored: Run, words: list[str], ending: str, start: bytes
) -> None:
    result = stored("stats", *words, "--plot", f"x.{ending}")
    assert (result.exit_code, Path(f"x.{ending}").read_bytes()[: len(start)]) == (0, start)


def test_what_is_shown_stands_in_the_title() -> None:
    asked: Asked = {"speaker": "Lee", "act": "all", "factuality": "factual", "since": None}
    assert title("month", asked, shown=3, of=3) == (
        "quotes by month\nspeaker Lee, factuality factual"
    )
    assert title("role", {}, shown=25, of=70) == "quotes by role, first 25 of 70"


def test_a_line_begins_at_zero(stored: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Any] = []
    monkeypatch.setattr("quotes.cli.drawing.save", lambda figure, *_, **__: drawn.append(figure))
    for words in (["day"], ["speaker"], ["speaker", "day"], ["speaker", "kind"]):
        stored("stats", *words, "--plot", "x.svg")
        (axes,) = drawn.pop().axes
        over_time = words[-1] == "day"
        assert (axes.get_ylim() if over_time else axes.get_xlim())[0] == 0
        if over_time:  # from the first day to the last
            assert [len(line.get_xdata()) for line in axes.lines] in ([3], [3, 3])


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
    assert f"BY is one of {', '.join(CHOICES)};" in words

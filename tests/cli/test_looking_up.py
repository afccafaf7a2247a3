"""list, search, show, speakers, articles on a small store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from quotes.cli.tables import fit
from quotes.cli.text import clean, clean_lines

from .conftest import Run


def texts(run: Run, *words: str) -> list[str]:
    result = run("list", "--format", "jsonl", *words)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["text"][1:4] for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["No ", "We ", "Pea"]),
        (["--act", "all"], ["No ", "We ", "It ", "Pea"]),
        (["--act", "thought"], ["It "]),
        (["--speaker", "lee"], ["We ", "Pea"]),
        (["--speaker", "Pashinyan"], ["No "]),
        (["--since", "2020-11-22"], ["No "]),
        (["--until", "2020-11-22"], ["We ", "Pea"]),
        (["--kind", "indirect"], []),
        (["--article", "b.txt"], ["No "]),
        (["--limit", "1"], ["No "]),
        (["--min-confidence", "0.95"], []),
    ],
)
def test_list_chooses(stored: Run, words: list[str], found: list[str]) -> None:
    assert texts(stored, *words) == found


def test_list_as_a_table(stored: Run) -> None:
    lines = stored("list").stdout.splitlines()
    assert lines[0].split() == ["ID", "DATE", "SPEAKER", "QUOTE"]
    assert len(lines) == 4
    assert max(map(len, lines)) <= 80
    assert "Nikol Pashinyan" in lines[1]


def test_a_wide_terminal_shows_more(stored: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert "until nothing at all is left" in stored("list").stdout


def test_nothing_found_is_no_error(stored: Run) -> None:
    result = stored("list", "--kind", "indirect")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "quotes: nothing found\n")
    result = stored("search", "zebra")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "quotes: nothing found\n")
    assert stored("search", "zebra", "--format", "json").stdout == "[]\n"


def test_an_unknown_speaker_or_article_is_named(stored: Run) -> None:
    for option in ("--speaker", "--article"):
        result = stored("list", option, "Nobody")
        assert result.exit_code == 2
        assert "'Nobody'" in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_search_marks_the_words(stored: Run) -> None:
    lines = stored("search", "ceasefire").stdout.splitlines()
    assert lines[0].endswith("2020-11-23  Nikol Pashinyan")
    assert lines[1] == '    "No [ceasefire] without us,"'
    (row,) = json.loads(stored("search", "ceasefire", "--format", "json").stdout)
    assert row["quote"]["speaker"]["name"] == "Nikol Pashinyan"
    start, end = row["marks"][0]
    assert row["snippet"][start:end] == "ceasefire"


def test_search_as_csv_has_the_snippet(stored: Run) -> None:
    result = stored("search", "peace", "near", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["speaker"] == "Ann Lee"
    assert "near" in row["snippet"]


def test_show_marks_the_quote_in_its_paragraph(stored: Run) -> None:
    id = json.loads(stored("list", "--act", "thought", "--format", "jsonl").stdout)["id"]
    lines = stored("show", id[:8]).stdout.splitlines()
    assert lines[0] == '[["It will last,"]] hoped Bo Kim. "Peace is near," said Ann Lee.'
    shown = dict(line.split(maxsplit=1) for line in lines[2:])
    assert shown["speaker"] == "Bo Kim (person)"
    assert shown["kind"] == "direct thought"
    assert shown["title"] == "Ministers Meet Again (first line)"
    assert shown["id"] == id
    assert json.loads(stored("show", id, "--format", "jsonl").stdout)["id"] == id


def test_show_of_an_unknown_id(stored: Run) -> None:
    result = stored("show", "zzz")
    assert result.exit_code == 2
    assert "no quote 'zzz'" in result.stderr


def test_speakers_and_articles(stored: Run) -> None:
    lines = stored("speakers").stdout.splitlines()
    assert lines[0].split() == ["SPEAKER", "QUOTES", "FIRST", "LAST", "ID"]
    assert lines[1].split() == ["Ann", "Lee", "2", "2020-11-21", "2020-11-21"]
    assert "Bo Kim" not in stored("speakers").stdout
    assert "Bo Kim" in stored("speakers", "--act", "all").stdout
    rows = list(csv.DictReader(io.StringIO(stored("articles", "--format", "csv").stdout)))
    assert [(row["id"], row["count"]) for row in rows] == [("b.txt", "1"), ("a.txt", "2")]
    assert "Ministers Meet Again" in stored("articles").stdout


def test_long_article_ids_are_not_shortened(run: Run) -> None:
    name = "n" * 120 + ".txt"
    Path("news", name).write_text('"Yes," said Ann Lee.')
    run("add", "news")
    assert name in run("articles").stdout


def test_there_is_no_database(run: Run) -> None:
    for command in (["list"], ["search", "x"], ["show", "1"], ["speakers"], ["articles"]):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr == "quotes: no database at quotes.db: run 'quotes add PATH' first\n"
    assert not Path("quotes.db").exists()


@pytest.mark.parametrize(
    ("words", "width", "fitted"),
    [
        ("short", 7, "short  "),
        ("exactly", 7, "exactly"),
        ("too long", 7, "too lo…"),
        ("cut at space", 5, "cut…"),
        ("日本語日本語", 7, "日本語…"),
    ],
)
def test_fit(words: str, width: int, fitted: str) -> None:
    from rich.cells import cell_len

    assert fit(words, width).rstrip() == fitted.rstrip()
    assert cell_len(fit(words, width)) == width


def test_clean() -> None:
    assert clean("\ufeffa\x1b[1;31mb\x9b\u202ec\r\n\td\udcff") == "abc d\ufffd"
    assert clean_lines("a\x07\n\tb") == "a\n\tb"

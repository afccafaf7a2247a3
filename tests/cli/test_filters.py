"""The filters that commands share, and what each command says it leaves out."""

from __future__ import annotations

import csv
import inspect
import io
import json
from pathlib import Path

import pytest

from quotes.cli.filters import _OPTIONS
from quotes.store.query.filters import FILTERS, Filters

from .conftest import Run

COMMANDS = [
    "list",
    "search",
    "first",
    "stats",
    "facets",
    "audit",
    "compare",
    "articles",
    "export",
    "delete",
]
LEFT_OUT = "quotes: left out: 1 thought (--act all)"


def test_every_filter_is_an_option_with_the_default_of_the_library() -> None:
    assert list(_OPTIONS) == list(FILTERS)
    defaults = {n: p.default for n, p in inspect.signature(Filters).parameters.items()}
    assert {name: default for name, (_, default) in _OPTIONS.items()} == defaults


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_all_of_them(run: Run, command: str) -> None:
    words = run(command, "--help").stdout
    for name in FILTERS:
        assert f"--{name.replace('_', '-')} " in words


FOUND = [
    (["--publisher", "herald"], ["No "]),
    (["--via", "Reuters"], []),
    (["--on", "2020-11-23"], ["No "]),
    (["--sort", "oldest"], ["We ", "Pea", "No "]),
]


@pytest.mark.parametrize(("words", "found"), FOUND)
def test_list(run: Run, words: list[str], found: list[str]) -> None:
    run("add", "news/a.txt")
    run("add", "news/b.txt", "--publisher", "The Herald")
    result = run("list", "--format", "jsonl", *words)
    assert [json.loads(line)["text"][1:4] for line in result.stdout.splitlines()] == found


SAID = [
    (["list"], LEFT_OUT),
    (["list", "--limit", "1"], LEFT_OUT),
    (["list", "--count"], LEFT_OUT),
    (["list", "--act", "all"], ""),
    (["list", "--act", "thought"], "quotes: left out: 3 spoken (--act all)"),
    (["list", "--article", "b.txt"], ""),
    (["list", "--role", "x"], "quotes: nothing found"),
    (["search", "last"], f"quotes: nothing found\n{LEFT_OUT}"),
    (["search", "last", "--count"], LEFT_OUT),
    (["search", "last", "--kwic"], f"quotes: nothing found\n{LEFT_OUT}"),
    (["search", "peace"], ""),
    (["first", "it will last"], f"quotes: nothing found\n{LEFT_OUT}"),
    (["stats"], LEFT_OUT),
    (["stats", "speaker", "month"], LEFT_OUT),
    (["articles"], LEFT_OUT),
    (["export", "x.csv"], f"3 quotes written to x.csv\n{LEFT_OUT}"),
    (["list", "--role", "x", "--limit", "1"], None),
]


@pytest.mark.parametrize(("words", "said"), SAID)
def test_each_says_what_it_leaves_out(stored: Run, words: list[str], said: str | None) -> None:
    result = stored(*words)
    assert result.exit_code == 0
    if said is None:  # it would take long to count them
        said = (
            "quotes: nothing found\n"
            "quotes: left out: what was thought (--act all), not factual (--factuality all)"
        )
    assert sorted(result.stderr.splitlines()) == sorted(said.splitlines())


def test_what_has_no_day_is_counted(stored: Run) -> None:
    Path("c.txt").write_text('"We will have peace," said Ann Lee.\n')
    stored("add", "c.txt")
    result = stored("list", "--since", "2020-11-23", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "quotes: left out: 1 without a day\n"
    result = stored("first", "peace")
    assert result.stdout.startswith(
        json.loads(
            stored(
                "list", "--speaker", "Lee", "--sort", "oldest", "--format", "jsonl"
            ).stdout.splitlines()[1]
        )["id"]
    )
    assert result.stderr == "quotes: left out: 1 without a day\n"
    result = stored("list", "--on", "2020-11-22")
    assert result.stderr == "quotes: nothing found\n"


def test_a_search_says_how_many_more_there_are(stored: Run) -> None:
    result = stored("search", "we OR us OR peace", "--limit", "2")
    assert result.stderr == "quotes: 2 of 3 are shown: more with --limit N\n"


def test_a_headline_is_called_a_headline(stored: Run) -> None:
    assert stored("search", "ministers").stdout == ""
    assert stored("search", "ministers", "--count").stdout == "0\n"
    lines = stored("search", "ministers", "--in", "articles").stdout.splitlines()
    assert lines[1] == "    headline: [Ministers] Meet Again"
    assert stored("search", "ministers", "--in", "articles", "--count").stdout == "2\n"
    kwic = stored("search", "ministers", "--in", "articles", "--kwic").stdout.splitlines()
    assert len(kwic) == 2 and "headline: [Ministers]" in " ".join(kwic[0].split())
    lines = stored("search", "ann lee agree", "--in", "all").stdout.splitlines()
    assert lines[1].startswith('    "We [agree] on everything')
    lines = stored("search", "pashinyan", "--in", "all").stdout.splitlines()
    assert lines[1] == "    speaker: Nikol [Pashinyan]"
    (row,) = json.loads(stored("search", "pashinyan", "--in", "all", "--format", "json").stdout)
    assert (row["of"], row["snippet"]) == ("speaker", "Nikol Pashinyan")


def test_tables_for_people(stored: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(csv.DictReader(io.StringIO(stored("list", "--format", "csv").stdout)))
    assert rows[0]["file"] == "news/b.txt" and "content" not in rows[0]
    assert rows[0]["cue_text"] == "said"
    (row, *_) = csv.DictReader(io.StringIO(stored("list", "--offsets", "--format", "csv").stdout))
    assert row["content"]
    monkeypatch.setenv("COLUMNS", "140")
    assert stored("list").stdout.splitlines()[0].split() == [
        *("ID", "DATE", "SPEAKER", "OUTLET", "CUE", "QUOTE")
    ]


def test_the_name_over_all_articles_stands_in_every_row(stored: Run) -> None:
    stored("speakers", "merge", "Ann Lee", "Nikol Pashinyan")
    for command in (["list", "--columns", "speaker,speaker_in_article"], ["export", "x.csv"]):
        result = stored(*command, *(["--format", "csv"] if command[0] == "list" else []))
        text = result.stdout or Path("x.csv").read_text("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert {row["speaker"] for row in rows} == {"Ann Lee"}
        assert {row["speaker_in_article"] for row in rows} == {"Ann Lee", "Nikol Pashinyan"}
    assert "Pashinyan" not in stored("list").stdout
    assert "Pashinyan" not in stored("search", "ceasefire").stdout
    assert "Pashinyan" in stored("list", "--format", "jsonl").stdout


def test_evidence(stored: Run) -> None:
    id = json.loads(stored("list", "--limit", "1", "--format", "jsonl").stdout)["id"]
    evidence = json.loads(stored("show", id, "--evidence").stdout)
    assert evidence["quote"]["id"] == id
    assert evidence["place"] == str(Path("news/b.txt").resolve())
    assert stored("show", id, "--evidence", "--format", "csv").exit_code == 2


def test_delete_by_filters(stored: Run) -> None:
    assert stored("delete", "--act", "all", "--yes").exit_code == 2
    result = stored("delete", "--speaker", "Lee", "--until", "2020-11-22", "--yes")
    assert result.stderr.splitlines()[-1] == "quotes: deleted: 1 article and 3 quotes"
    assert stored("list", "--act", "all", "--count").stdout == "1\n"

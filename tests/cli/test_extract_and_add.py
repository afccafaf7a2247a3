"""From files to quotes on stdout or in the store, whatever some of the files are."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from quotes import api
from quotes.records import Article, Quote
from quotes.store import Store

from .conftest import FIRST, Run

NONE = "0 replaced, 0 skipped, 0 failed"


def test_jsonl_is_one_quote_a_line_with_speech_and_thought(run: Run) -> None:
    result = run("extract", "news", "--format", "jsonl")
    quotes = [Quote.model_validate_json(line) for line in result.stdout.splitlines()]
    assert [quote.act for quote in quotes] == ["speech", "thought", "speech", "speech"]
    assert result.exit_code == 0
    (start, end) = quotes[0].content[0]
    assert FIRST[start:end] == quotes[0].text


def test_json_is_one_array(run: Run) -> None:
    rows = json.loads(run("extract", "news", "--format", "json").stdout)
    assert [row["article_id"] for row in rows] == ["a.txt", "a.txt", "a.txt", "b.txt"]
    Path("none.txt").write_text("Nobody speaks here.")
    assert json.loads(run("extract", "none.txt", "--format", "json").stdout) == []


def test_csv_has_the_columns_of_an_export(run: Run) -> None:
    from quotes.export.sheet import sheet_columns

    rows = list(csv.reader(io.StringIO(run("extract", "news", "--format", "csv").stdout)))
    assert tuple(rows[0]) == sheet_columns()
    assert len(rows) == 5


def test_table_fits_80_columns_and_keeps_ids_whole(run: Run) -> None:
    result = run("extract", "news")
    lines = result.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "a.txt · Ministers Meet Again · 2020-11-21" in lines
    assert any("until…" in line or "…" in line for line in lines)
    assert any("(thought)" in line for line in lines)
    assert all(len(line.split()[0]) == 16 for line in lines if '"' in line)


def test_controls_of_the_terminal_are_left_out_of_tables_only(run: Run) -> None:
    assert "\x1b" not in run("extract", "news").stdout
    row = json.loads(run("extract", "news", "--format", "jsonl").stdout.splitlines()[2])
    assert row["text"] == '"Peace\x1b[31m is near,"'


def test_standard_input_and_options(run: Run) -> None:
    result = run(
        *("extract", "-", "--format", "jsonl", "--title", "T", "--date", "2020-11-16"),
        *("--url", "https://example.org", "--publisher", "P"),
        input='"Yes," said Ann Lee.',
    )
    row = json.loads(result.stdout)
    assert row["article_id"].startswith("stdin-")
    assert (row["title"], row["date"], row["url"], row["publisher"]) == (
        "T",
        "2020-11-16",
        "https://example.org",
        "P",
    )


def test_bad_inputs_are_named_and_the_rest_is_processed(run: Run) -> None:
    Path("empty.txt").touch()
    Path("binary.txt").write_bytes(b"\x7fELF\x00")
    Path("wrong.txt").write_bytes(b"\xe2\x80\x9cWe\xe2\x80 agree")
    with Path("large.txt").open("wb") as handle:
        handle.truncate(50_000_000)
    Path("folder").mkdir()
    bad = ["missing.txt", "empty.txt", "binary.txt", "wrong.txt", "large.txt", "folder"]
    for command in ("extract", "add"):
        result = run(command, *bad, "news")
        assert result.exit_code == 3
        lines = result.stderr.splitlines()
        assert len(lines) == len(bad) + (command == "add")
        for name, line in zip(bad, lines, strict=False):
            assert line.startswith(f"quotes: {name}: ")
    with Store("quotes.db", read_only=True) as store:
        assert [article.id for article in store.articles()] == ["b.txt", "a.txt"]


def test_all_failed_is_1_and_leaves_no_database(run: Run) -> None:
    result = run("add", "missing.txt")
    assert result.exit_code == 1
    assert not Path("quotes.db").exists()
    assert result.stderr.splitlines() == [
        "quotes: missing.txt: no such file; check the path",
        "0 added, 0 unchanged, 0 replaced, 0 skipped, 1 failed; 0 quotes stored",
    ]


def test_add_once_more_changes_nothing_and_finds_nothing_anew(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("add", "news")
    assert first.stderr == f"2 added, 0 unchanged, {NONE}; 4 quotes stored\n"
    assert first.stdout == ""

    def never(_: Article) -> api.Findings:
        raise AssertionError("an unchanged article was read again")

    monkeypatch.setattr(api, "find", never)
    again = run("add", "news")
    assert again.stderr == f"0 added, 2 unchanged, {NONE}; 0 quotes stored\n"
    assert again.exit_code == 0


def test_a_changed_article_replaces_its_quotes(stored: Run) -> None:
    Path("news/b.txt").write_text('"Now there is one," said Ann Lee.')
    assert "1 unchanged, 1 replaced" in stored("add", "news").stderr
    assert "No ceasefire" not in stored("list").stdout


def test_an_error_within_one_article_does_not_stop_the_others(run: Run) -> None:
    Path("news/aa.txt").write_text("EXPLODE")
    result = run("add", "news")
    assert result.exit_code == 3
    assert result.stderr.splitlines()[0] == (
        "quotes: aa.txt: unexpected ZeroDivisionError: division by zero; "
        "please report it with what QUOTES_DEBUG=1 prints for the same command"
    )
    assert "2 added" in result.stderr


def test_debug_shows_the_error_itself(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DEBUG", "1")
    Path("news/aa.txt").write_text("EXPLODE")
    assert isinstance(run("extract", "news").exception, ZeroDivisionError)


def test_a_database_that_is_none_is_refused_before_the_work(run: Run) -> None:
    result = run("add", "news", "--db", "news/a.txt")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "is no quotes database" in line


def test_the_database_may_be_named_by_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_DB", "other.db")
    assert run("add", "news").exit_code == 0
    assert Path("other.db").exists()
    assert not Path("quotes.db").exists()


def test_a_terminal_shows_a_bar(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from quotes.cli.progress import progress

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress(2) as step:
        step(done=False)
        step()
    with progress(2, hidden=True) as step:
        step()


def test_a_report_has_a_line_for_each_input(run: Run) -> None:
    Path("news/c.json").write_text('{"no": "article"}')
    Path("news/d.txt").write_text("Der Bürgermeister sagte am Montag, dass es nicht so sei. " * 4)
    result = run("add", "news", "--report", "report.jsonl")
    assert result.exit_code == 3
    rows = [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()]
    assert [(row["input"], row["result"]) for row in rows] == [
        ("a.txt", "added"),
        ("b.txt", "added"),
        ("news/c.json#1", "failed"),
        ("news/d.txt", "skipped"),
    ]
    assert (
        rows[0]
        | {"quotes": 3, "left_out": 0, "found_in": {"title": "first line"}}
        | {"found_in": {"title": "first line", "date": "line of its own"}}
        == rows[0]
    )
    assert "name it with --map" in rows[2]["reason"]
    assert result.stderr.endswith(
        "2 added, 0 unchanged, 0 replaced, 1 skipped, 1 failed; 4 quotes stored\n"
    )


def test_a_summary_counts_the_reasons(run: Run) -> None:
    for name in ("c.txt", "d.txt", "e.txt"):
        Path("news", name).touch()
    assert "3 failed (3 empty); " in run("add", "news").stderr


def test_a_report_that_cannot_be_written(run: Run) -> None:
    result = run("add", "news", "--report", "none/report.jsonl")
    assert result.exit_code == 2
    assert "give --report another path" in result.stderr


def test_options_choose_and_map(run: Run) -> None:
    Path("news/c.csv").write_text('story,day\n"""No,"" said Ann Lee.",2020-11-16\n')
    result = run(
        "extract", "news", "--glob", "*.csv", "--map", "text=story,date=day", "--format", "jsonl"
    )
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["article_id"], row["date"]) == ("c.csv#1", "2020-11-16")
    result = run("extract", "news", "--exclude", "*.csv", "--exclude", "a.*", "--format", "jsonl")
    assert {json.loads(line)["article_id"] for line in result.stdout.splitlines()} == {"b.txt"}
    assert run("extract", "news", "--map", "words").exit_code == 2

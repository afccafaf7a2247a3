"""`quotes check`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

WHOLE = (
    "We agree on everything that was on the table, and we will go on talking until nothing at all"
)
GOOD = f'"{WHOLE} is left," said Ann Lee.\n'
CUT = '"we will go on talking until nothing at all is left," said Ann Lee.\n'
SILENT = (
    '"We agree on everything, and we will go on talking until nothing at all is left," said Lee.\n'
)
ALTERED = '"We agree on nothing that was on the table," said Ann Lee.\n'
OTHERS = '"No ceasefire without us," said Ann Lee.\n'
LOST = '"The harvest was better than in any year before," said Ann Lee.\n'


@pytest.mark.parametrize(
    ("draft", "verdict", "code"),
    [
        (GOOD, "verbatim", 0),
        (CUT, "cut", 0),
        (SILENT, "cut", 1),
        (ALTERED, "altered", 1),
        (OTHERS, "somebody else's", 1),
        (LOST, "not found", 1),
        ('"Peace" said Ann Lee.', "cut", 0),
        ('"War" said Ann Lee.', "too short", 0),
    ],
)
def test_verdicts_and_exit_codes(stored: Run, draft: str, verdict: str, code: int) -> None:
    result = stored("check", "-", "--format", "json", input=draft)
    (one,) = json.loads(result.stdout)
    assert (one["verdict"], result.exit_code) == (verdict, code)
    assert one["ok"] == (code == 0)
    assert f"1 quotation: 1 {verdict}; looked up in 4 quotes" in result.stderr


def test_the_table_shows_the_place(stored: Run) -> None:
    Path("draft.md").write_text(GOOD + "\n" + ALTERED)
    result = stored("check", "draft.md")
    assert result.exit_code == 1
    good, altered, *_ = result.stdout.split("\n\n")
    assert good.splitlines()[0] == "VERBATIM  Ann Lee"
    assert "word for word" in good
    assert "2020-11-21  Ann Lee  news/a.txt" in good or "2020-11-21  Ann Lee  a.txt" in good
    assert "“nothing” in place of “everything”" in altered
    assert "November 21, 2020 [" in altered


def test_several_drafts_in_lines_and_tables(stored: Run) -> None:
    for name, draft in (("one.txt", GOOD), ("two.txt", LOST)):
        Path(name).write_text(draft)
    result = stored("check", "one.txt", "two.txt", "--format", "jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["verdict"] for line in lines] == ["verbatim", "not found"]
    result = stored("check", "one.txt", "two.txt", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["verdict"], row["place_speaker"]) for row in rows] == [
        ("verbatim", "Ann Lee"),
        ("not found", ""),
    ]
    assert rows[0]["text"] == GOOD[: GOOD.index(" said")]


def test_a_draft_without_quotations(stored: Run) -> None:
    result = stored("check", "-", input="Nothing was said by anybody today.\n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing stands in quotation marks" in result.stderr


def test_wrong_use(stored: Run) -> None:
    assert stored("check").exit_code == 2
    missing = stored("check", "none.txt")
    assert missing.exit_code == 1
    assert "none.txt" in missing.stderr
    assert stored("check", "-", "--db", "none.db", input=GOOD).exit_code == 1
    Path("good.txt").write_text(GOOD)
    Path("bad.txt").write_bytes(b"\0\1\2" * 100)
    some = stored("check", "good.txt", "bad.txt")
    assert some.exit_code == 3
    assert "bad.txt" in some.stderr


def test_nothing_of_a_draft_is_obeyed(stored: Run) -> None:
    result = stored("check", "-", input='"Peace\x1b[31m is nearer than ever now," said Ann Lee.\n')
    assert "\x1b" not in result.stdout


def test_conflicts_are_listed_and_shown(stored: Run) -> None:
    Path("news/c.txt").write_text(GOOD.replace("Ann Lee", "Cy Lund"))
    stored("add", "news")
    result = stored("list", "--conflicts", "--format", "json")
    listed = json.loads(result.stdout)
    assert sorted(quote["speaker"]["name"] for quote in listed) == ["Ann Lee", "Cy Lund"]
    assert stored("list", "--conflicts", "--count").stdout.strip() == "2"
    assert "given also  " in stored("show", listed[0]["id"]).stdout
    assert stored("stats", "speaker", "--conflicts", "--format", "csv").stdout.count("\n") == 3

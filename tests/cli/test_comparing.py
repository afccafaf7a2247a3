"""quotes audit, compare, speakers words, speakers beside, and wordings in quotes show."""

from __future__ import annotations

import csv
import io
import json

import pytest

from quotes.cli.showing import differing
from quotes.store.records import Segment, Wording

from .conftest import Run

LEFT_OUT = "quotes: left out: 1 thought (--act all)\n"


def test_an_audit_as_a_table(stored: Run) -> None:
    result = stored("audit")
    assert result.exit_code == 0
    head, person, every = result.stdout.splitlines()
    assert head.split() == ["TYPE", "QUOTES", "RIGHT", "SHARE", "SPEAKERS"]
    assert person.split()[:2] == ["person", "3"]
    assert every.split()[0] == "all"
    assert result.stderr.endswith(LEFT_OUT)
    assert "what was not found is in no count" in result.stderr


def test_an_audit_as_one_object(stored: Run) -> None:
    found = json.loads(stored("audit", "gender", "--across", "month", "--format", "json").stdout)
    assert (found["by"], found["across"], found["total"]["quotes"]) == ("gender", "month", 3)
    assert {cell["other"] for cell in found["cells"]} == {"2020-11"}
    assert found["notes"]


def test_an_audit_as_csv(stored: Run) -> None:
    result = stored("audit", "--across", "month", "--speaker", "Lee", "--format", "csv")
    person, every = csv.DictReader(io.StringIO(result.stdout))
    assert (person["value"], person["other"], person["quotes"]) == ("person", "2020-11", "2")
    assert (every["value"], every["share"]) == ("all", "1.0")


def test_an_audit_of_nothing(stored: Run) -> None:
    result = stored("audit", "--since", "2031-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "quotes: nothing found\n" in result.stderr


def test_values_that_are_not_shown_are_counted(stored: Run) -> None:
    result = stored("audit", "role", "--limit", "1")
    every = json.loads(stored("audit", "role", "--format", "json").stdout)
    rest = 3 - every["counts"][0]["quotes"]
    said = f"of values that are not shown here (--limit): {rest} quote"
    assert (said in result.stderr) == bool(rest)


def test_two_beside_each_other(stored: Run) -> None:
    result = stored("compare", "Lee", "Pashinyan")
    assert result.exit_code == 0
    assert "Ann Lee: 2 quotes\n" in result.stdout
    assert "Nikol Pashinyan: 1 quote\n" in result.stdout
    assert "months       2020-11 (2)" in result.stdout
    found = json.loads(stored("compare", "Lee", "Pashinyan", "--format", "json").stdout)
    assert [one["count"] for one in found["of"]] == [2, 1]


def test_the_words_of_one(stored: Run) -> None:
    result = stored("speakers", "words", "Lee")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("quotes: Ann Lee: counted over 2 of 2 quotes, and 1 of others\n")
    found = json.loads(stored("speakers", "words", "Lee", "--format", "json").stdout)
    assert (found["name"], found["words"]) == ("Ann Lee", [])


def test_who_is_quoted_beside_one(stored: Run) -> None:
    result = stored("speakers", "beside", "Lee", "--act", "all")
    head, line = result.stdout.splitlines()
    assert head.split() == ["SPEAKER", "ARTICLES", "ID"]
    assert line.split() == ["Bo", "Kim", "1"]
    assert result.stderr == "quotes: Ann Lee: looked at 1 article, those of 2 of 2 quotes\n"
    rows = list(
        csv.reader(io.StringIO(stored("speakers", "beside", "Lee", "--format", "csv").stdout))
    )
    assert rows == [["name", "id", "type", "articles"]]


@pytest.mark.parametrize(
    "words",
    [
        ["audit", "size"],
        ["audit", "--across", "size"],
        ["audit", "--limit", "0"],
        ["compare", "Lee"],
        ["compare", "Lee", "Ann Lee"],
        ["compare", "Lee", "Pashinyan", "--by", "size"],
        ["compare", "Lee", "Pashinyan", "--format", "csv"],
        ["speakers", "words", "Nobody"],
        ["speakers", "beside", "Lee", "--limit", "0"],
    ],
)
def test_wrong_use_is_one_line(stored: Run, words: list[str]) -> None:
    result = stored(*words)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_wording_word_by_word() -> None:
    segments = [
        Segment(what="kept", text="The bridge "),
        Segment(what="left out", text="will "),
        Segment(what="put in", text="shall not "),
        Segment(what="kept", text="open"),
        Segment(what="left out", text=" in May."),
    ]
    wording = Wording(text="", segments=tuple(segments), cut=(), occurrences=())
    assert differing(wording) == "The bridge [-will-] {+shall not+} open[- in May.-] "

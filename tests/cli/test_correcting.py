"""quotes fix, confirm, fixes, doubts, calibrate, evaluate --store, and tables that come back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from .conftest import Run

ALL = ("--act", "all", "--factuality", "all")
AGREE = '"We agree on everything'


@pytest.fixture(autouse=True)
def _user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_USER", "ann")


def quotes_of(run: Run, *words: str) -> list[dict[str, Any]]:
    """All that is stored."""
    shown = run("list", "--act", "all", "--factuality", "all", "--format", "json", *words)
    found: list[dict[str, Any]] = json.loads(shown.stdout)
    return found


def id_of(run: Run, words: str) -> str:
    (id,) = [str(quote["id"]) for quote in quotes_of(run) if words in quote["text"]]
    return id


def test_fix_and_undo(stored: Run) -> None:
    id = id_of(stored, AGREE)
    before = quotes_of(stored)
    result = stored("fix", id[:8], "--speaker", "Bo Kim", "--role", "aide", "--note", "on tape")
    assert result.exit_code == 0
    assert f"changed   {id}  ann  a.txt" in result.stdout
    assert "    speaker: Ann Lee → Bo Kim\n    role: nothing → aide\n" in result.stdout
    assert "    note: on tape\n" in result.stdout
    (quote,) = quotes_of(stored, "--checked")
    assert (quote["speaker"]["name"], quote["role"], quote["checked_by"]) == (
        "Bo Kim",
        "aide",
        "ann",
    )
    assert stored("list", "--unchecked", "--count", "--act", "all").stdout == "3\n"
    assert "(checked)" in stored("list", "--checked").stdout
    assert "checked     by ann, 20" in stored("show", id).stdout
    result = stored("fix", "--undo", id)
    assert result.exit_code == 0
    assert "taken back: changed, as ann said" in result.stderr
    assert quotes_of(stored) == before


def test_fixes_in_every_format(stored: Run) -> None:
    id = id_of(stored, AGREE)
    assert "'quotes doubts' lists" in stored("fixes").stderr
    assert stored("fix", id, "--drop", "--by", "Bo").exit_code == 0
    (fix,) = json.loads(stored("fixes", "--format", "json").stdout)
    known = (fix["what"], fix["by"], fix["quote_id"], fix["article_id"], fix["fits"], fix["fields"])
    assert known == ("dropped", "Bo", id, "a.txt", True, {})
    (row,) = csv.DictReader(io.StringIO(stored("fixes", "--format", "csv").stdout))
    assert (row["what"], row["speaker"], row["fields"]) == ("dropped", "Ann Lee", "{}")
    assert stored("fixes", "--article", "b.txt").stdout == ""
    assert stored("fixes", "--after", fix["id"], "--limit", "1").stdout == ""
    (again,) = json.loads(stored("fixes", "--quote", id, "--format", "json").stdout)
    assert again == fix
    Path("news/a.txt").write_text("Nothing of that is here any more.\n")
    stored("add", "news")
    assert "does not fit: these words are not in" in stored("fixes").stdout


def test_confirm_several(stored: Run) -> None:
    ids = [quote["id"] for quote in quotes_of(stored)]
    result = stored("confirm", *ids[:2], "--format", "jsonl")
    assert [json.loads(line)["what"] for line in result.stdout.splitlines()] == ["right"] * 2
    assert len(quotes_of(stored, "--checked")) == 2
    assert stored("stats", "checked_by", "--act", "all").stdout.splitlines()[1].split()[:2] == [
        "ann",
        "2",
    ]


def test_a_quote_is_added(stored: Run) -> None:
    words = ("--article", "b.txt", "--text", "date 2020-11-23", "--speaker", "Ann Lee")
    result = stored("fix", *words, "--kind", "indirect", "--format", "json")
    (fix,) = json.loads(result.stdout)
    assert (fix["what"], fix["text"]) == ("added", "date 2020-11-23")
    assert fix["quote_id"] in {quote["id"] for quote in quotes_of(stored)}


def test_the_role_of_another_speaker_is_said_to_go(stored: Run) -> None:
    id = id_of(stored, AGREE)
    stored("fix", id, "--role", "minister")
    result = stored("fix", id, "--speaker", "Bo Kim")
    assert "no role stands with Bo Kim now: --role gives one" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ID", "--content", "3"], "'3' is no place: give START-END"),
        (["ID", "--said-on", "soon"], "'soon' is no day"),
        (["ID", "--act", "song"], "'song' is none of: speech, thought"),
        (["ID"], "say what should be otherwise"),
        ([], "name a quote by its id"),
        (["ID", "--article", "a.txt"], "name a quote by its id"),
        (["ID", "--undo", "--role", "x"], "give nothing else with it"),
        (["ID", "--drop", "--role", "x"], "give nothing else with it but --note"),
        (["zz", "--drop"], "no quote 'zz' is stored"),
        (["ID", "--text", "no such words"], "the text stands nowhere in a.txt"),
        (["ID", "--speaker", "Ann Lee"], "changes nothing"),
        (["ID", "--drop", "--db", "none.db"], "no database at none.db"),
    ],
)
def test_wrong_use_is_one_line(stored: Run, words: list[str], said: str) -> None:
    id = id_of(stored, AGREE)
    result = stored("fix", *(id if word == "ID" else word for word in words))
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert said in line
    assert stored("fixes").stdout == ""


def test_doubts(stored: Run) -> None:
    result = stored("doubts")
    assert "confidence 0.90" in result.stdout or "a speaker of one article" in result.stdout
    (first, *_) = json.loads(stored("doubts", "--limit", "1", "--format", "json").stdout)
    assert set(first) == {"quote", "reasons"}
    rows = list(csv.DictReader(io.StringIO(stored("doubts", "--format", "csv").stdout)))
    assert all(row["reasons"] for row in rows)
    stored("confirm", *(row["id"] for row in rows))
    assert "nothing to check" in stored("doubts").stderr


def test_figures_from_verdicts(stored: Run) -> None:
    assert "nothing that was found has been checked" in stored("evaluate", "--store").stderr
    first, second, *_ = (quote["id"] for quote in quotes_of(stored))
    stored("confirm", first)
    stored("fix", second, "--drop")
    result = stored("evaluate", "--store", "quotes.db")
    head, line, *_ = result.stdout.splitlines()
    assert head.split() == ["OF", "CHECKED", "QUOTE", "WORDS", "SPEAKER", "EVERYTHING"]
    assert line.split() == ["all", "2", *["50.0", "(9-91)"] * 4]
    figures = json.loads(stored("evaluate", "--store", "--format", "json").stdout)
    assert figures[0] | {"low": 0, "high": 1} == {
        "by": "all",
        "value": "all",
        "asked": "quote",
        "right": 1,
        "of": 2,
        "precision": 0.5,
        "low": 0,
        "high": 1,
    }
    assert "leave --pred" in stored("evaluate", "--store", "--errors", "3").stderr
    assert "name a gold standard, or --store" in stored("evaluate").stderr


def test_calibrate_says_how_many_more(stored: Run) -> None:
    result = stored("calibrate")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "check 30 more" in result.stderr
    assert "nothing to undo" in stored("calibrate", "--undo").stderr


# Tables


def rows_of(path: str) -> list[dict[str, Any]]:
    if path.endswith("csv"):
        text = Path(path).read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))
    head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)  # type: ignore[union-attr]
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def write_rows(path: str, rows: list[dict[str, Any]]) -> None:
    if path.endswith("csv"):
        with Path(path).open("w", newline="", encoding="cp1252") as handle:
            writer = csv.DictWriter(handle, list(rows[0]), delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        return
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    book.save(path)


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_an_edited_table_comes_back(stored: Run, format: str) -> None:
    """Shown, and then taken: the cells that were changed, and nothing else."""
    path = f"sheet.{format}"
    assert stored("export", path, *ALL).exit_code == 0
    rows = rows_of(path)
    first, second, third, fourth = (row["id"] for row in rows)
    before = {quote["id"]: quote for quote in quotes_of(stored)}
    edited = [row | {"drop": None} for row in rows[:3]]  # and a row is missing
    edited[0]["speaker"], edited[0]["said_on"] = "Bo Kim", "24/12/2020"
    edited[1]["drop"] = "x"
    edited[2]["title"] = "Another"
    write_rows(path, edited)
    shown = stored("import", path)
    assert shown.exit_code == 0
    table = [line.split() for line in shown.stdout.splitlines()]
    assert [line[:2] for line in table] == [
        ["ID", "COLUMN"],
        [first, "speaker"],
        [first, "said_on"],
        [second, "verdict"],
    ]
    assert "give --yes to take them" in shown.stderr
    assert "nothing is taken" in shown.stderr
    assert "a row that is missing drops nothing" in shown.stderr
    assert {quote["id"]: quote for quote in quotes_of(stored)} == before
    done = stored("import", path, "--yes", "--by", "desk")
    assert done.exit_code == 0
    assert "2 quotes corrected or confirmed" in done.stderr
    after = {quote["id"]: quote for quote in quotes_of(stored)}
    assert after.keys() == {first, third, fourth}
    assert [after[id] for id in (third, fourth)] == [before[id] for id in (third, fourth)]
    was, now = before[first], after[first]
    assert {name for name in was if was[name] != now[name]} == {
        *("speaker", "said_on", "checked_by", "checked_at")
    }
    assert (now["speaker"]["name"], now["said_on"]) == ("Bo Kim", "2020-12-24")
    again = stored("import", path, "--yes")
    assert (again.exit_code, again.stdout) == (0, "")
    assert "nothing was changed in the table" in again.stderr


@pytest.mark.parametrize("words", [(), ("--offsets",)])
def test_the_name_over_all_articles_is_no_change(stored: Run, words: tuple[str, ...]) -> None:
    """It stands in the column of speakers, and is none later either, when they are two again."""
    Path("news/z.txt").write_text('"The gates are shut for good," said Annabel Lee-Roe.\n' * 3)
    stored("add", "news")
    stored("speakers", "merge", "Ann Lee", "Annabel Lee-Roe")
    stored("export", "sheet.csv", *ALL, *words)
    rows = rows_of("sheet.csv")
    row = next(one for one in rows if one["speaker_in_article"] == "Ann Lee")
    assert row["speaker"] == "Annabel Lee-Roe"
    assert "nothing was changed" in stored("import", "sheet.csv").stderr
    stored("speakers", "split", "Ann Lee", "Annabel Lee-Roe")
    assert stored("import", "sheet.csv").stdout == ""
    row["role"] = "aide"
    write_rows("sheet.csv", rows)
    shown = stored("import", "sheet.csv")
    assert [line.split()[1] for line in shown.stdout.splitlines()] == ["COLUMN", "role"]
    row["speaker"] = "Bo Kim"
    write_rows("sheet.csv", rows)
    shown = stored("import", "sheet.csv")
    assert [line.split()[1] for line in shown.stdout.splitlines()] == ["COLUMN", "speaker", "role"]


def test_what_was_changed_since_is_named_and_passed_over(stored: Run) -> None:
    stored("export", "sheet.csv", *ALL)
    rows = rows_of("sheet.csv")
    id, other = rows[0]["id"], rows[1]["id"]
    stored("fix", id, "--role", "aide")
    stored("fix", other, "--role", "aide")
    rows[0]["role"] = "minister"  # the other row is as it was exported
    write_rows("sheet.csv", rows)
    result = stored("import", "sheet.csv", "--yes")
    assert result.exit_code == 3
    (line, last) = result.stderr.splitlines()
    assert f"row 1 ({id}): it has changed in the database since it was exported (role)" in line
    assert "nothing to take" in last
    assert {quote["role"] for quote in quotes_of(stored, "--checked")} == {"aide"}


def test_rows_that_cannot_be_taken_are_named_and_the_others_are(stored: Run) -> None:
    stored("export", "sheet.xlsx", *ALL)
    rows = rows_of("sheet.xlsx")
    rows[0]["text"] = "words of nobody"
    rows[1]["kind"] = "loud"
    rows[2]["via"] = "TASS"
    rows[3]["id"] = "0123456789abcdef"
    rows.append({**rows[2], "via": "Post"})
    write_rows("sheet.xlsx", rows)
    result = stored("import", "sheet.xlsx", "--yes")
    assert result.exit_code == 3
    for number, why in (
        (1, "the text stands nowhere"),
        (2, "kind 'loud' is none of"),
        (4, "no quote '0123456789abcdef' is stored"),
        (5, "row 3 says something of it, too"),
    ):
        assert any(f"row {number} " in line and why in line for line in result.stderr.splitlines())
    assert [quote["via"] for quote in quotes_of(stored, "--checked")] == ["TASS"]


def test_a_table_without_ids_is_no_export(stored: Run) -> None:
    Path("table.csv").write_text("name;id \nx;1\n")
    assert stored("import", "table.csv").exit_code == 3
    openpyxl.Workbook().save("empty.xlsx")
    assert "nothing was changed" in stored("import", "empty.xlsx").stderr
    write_rows("other.xlsx", [{"a": 1, "b": 2}])
    result = stored("import", "other.xlsx")
    assert result.exit_code == 1
    assert "other.xlsx: no column id: give it JSON lines, Parquet, CSV or xlsx" in result.stderr


def test_verdicts_travel_in_json_lines(stored: Run) -> None:
    ids = [quote["id"] for quote in quotes_of(stored)]
    stored("fix", ids[0], "--role", "aide")
    stored("fix", ids[1], "--drop")
    stored("confirm", ids[2])
    stored("export", "all.jsonl", *ALL)
    lines = [json.loads(line) for line in Path("all.jsonl").read_text().splitlines()]
    assert [set(line) == {"verdict"} for line in lines] == [False] * 3 + [True] * 3
    result = stored("import", "all.jsonl", "--db", "else.db")
    assert "3 verdicts taken, 0 were there" in result.stderr
    assert stored("fixes", "--db", "else.db").stdout == stored("fixes").stdout
    assert quotes_of(stored, "--db", "else.db") == quotes_of(stored)
    stored("export", "some.jsonl", "--checked", "--speaker", "Ann Lee")
    lines = [json.loads(line) for line in Path("some.jsonl").read_text().splitlines()]
    kept = [line["verdict"]["quote"]["id"] for line in lines if "verdict" in line]
    assert sorted(kept) == sorted(line["id"] for line in lines if "id" in line)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"verdict": {}}, "line 5: no verdict ('id'"),
        ({"verdict": 5}, "line 5: no verdict"),
    ],
)
def test_a_verdict_that_is_none_is_named(stored: Run, line: Any, why: str) -> None:
    stored("export", "all.jsonl", *ALL)
    with Path("all.jsonl").open("a") as handle:
        handle.write(json.dumps(line) + "\n")
    result = stored("import", "all.jsonl", "--db", "else.db")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert why in result.stderr
    assert not Path("else.db").exists()

"""The command line shows sayings and versions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

WHOLE = "The old ferry will sail again in June, and whoever has a ticket of last year may use it."
CUT = "The old ferry will sail again in June"


@pytest.fixture
def copied(run: Run) -> Run:
    """Four articles: a whole quotation, one cut, and a story that two outlets printed."""
    pages = {
        "whole.txt": f'date 2020-11-21 Harbour\n\n"{WHOLE}" said Ann Lee.\n',
        "cut.txt": f'date 2020-11-20 Ferries\n\n"{CUT}," said Ann Lee.\n',
        "wire.txt": "date 2020-11-22 Wire\n\n" + " ".join(f"word{n} and" for n in range(99)),
        "copy.txt": "date 2020-11-23 Copy\n\n" + " ".join(f"word{n} and" for n in range(90)),
    }
    for name, text in pages.items():
        Path("news", name).write_text(text)
    assert run("add", "news").exit_code == 0
    return run


def test_list_unique_as_a_table(copied: Run) -> None:
    assert len(copied("list", "--speaker", "Lee").stdout.splitlines()) == 5
    lines = copied("list", "--unique", "--speaker", "Lee").stdout.splitlines()
    assert lines[0].split() == ["ID", "FIRST", "IN", "TIMES", "SPEAKER", "QUOTE"]
    assert len(lines) == 4
    assert [line.split()[1:4] for line in lines if "cut.txt" in line] == [
        ["2020-11-20", "cut.txt", "2"]
    ]


def test_list_unique_as_records(copied: Run) -> None:
    words = ["list", "--unique", "--speaker", "Lee", "--format"]
    rows = [json.loads(line) for line in copied(*words, "jsonl").stdout.splitlines()]
    (row,) = (row for row in rows if row["occurrences"] == 2)
    assert row["text"] == f'"{WHOLE}"'
    assert (row["first_article"], row["first_date"]) == ("cut.txt", "2020-11-20")
    assert row["first_publisher"] is None
    table = csv.DictReader(io.StringIO(copied(*words, "csv").stdout))
    assert [row["occurrences"] for row in table].count("2") == 1
    assert json.loads(copied(*words, "json").stdout) == rows


def test_search_unique(copied: Run) -> None:
    assert copied("search", "ferry").stdout.count("[ferry]") == 2
    lines = copied("search", "ferry", "--unique").stdout
    assert lines.count("[ferry]") == 1
    assert "Ann Lee  2 times, first 2020-11-20 cut.txt" in lines
    (hit,) = json.loads(copied("search", "ferry", "--unique", "--format", "json").stdout)
    assert hit["quote"]["occurrences"] == 2
    (row,) = csv.DictReader(
        io.StringIO(copied("search", "ferry", "--unique", "--format", "csv").stdout)
    )
    assert (row["first_article"], row["occurrences"]) == ("cut.txt", "2")


def test_show_lists_the_others(copied: Run) -> None:
    rows = json.loads(copied("list", "--article", "whole.txt", "--format", "json").stdout)
    lines = copied("show", rows[0]["id"]).stdout.splitlines()
    (place,) = (n for n, line in enumerate(lines) if line.startswith("also in"))
    assert "2020-11-20  cut.txt" in lines[place]
    assert CUT in lines[place + 1]
    (page,) = json.loads(copied("show", rows[0]["id"], "--format", "json").stdout)
    assert page["occurrences"] == 2
    assert [other["article_id"] for other in page["others"]] == ["cut.txt"]


@pytest.mark.parametrize("name", ["x.csv", "x.jsonl", "x.parquet"])
def test_export_unique(copied: Run, name: str) -> None:
    assert copied("export", name, "--act", "all").stderr.startswith("6 quotes written")
    assert copied("export", name, "--unique", "--act", "all").stderr.startswith("5 quotes written")
    assert b"first_article" in Path(name).read_bytes()


def test_articles_name_what_they_are_versions_of(copied: Run) -> None:
    lines = copied("articles").stdout.splitlines()
    assert lines[0].split() == ["ID", "DATE", "QUOTES", "VERSION", "OF", "TITLE"]
    assert [line.split()[0] for line in lines if "wire.txt" in line[20:]] == ["copy.txt"]
    rows = json.loads(copied("articles", "--format", "json").stdout)
    versions = {row["id"]: (row["versions"], row["version_of"]) for row in rows}
    assert versions["copy.txt"] == (2, "wire.txt")
    assert versions["wire.txt"] == (2, None)
    assert versions["cut.txt"] == (1, None)

"""A folder of broken files around one article: one line for each, and the article's quotes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from quotes.store import Store
from tests.reading.test_bad_inputs import ALL

from .conftest import Run

FILES = {
    "a.txt": "empty",
    "b.txt": "NULs",
    "c.txt": "German",
    "d.txt.gz": "cut gzip",
    "e.json": "cut",
    "f.json": "empty list",
    "g.jsonl": "our own quotes",
    "h.csv": "no text column",
    "i.csv": "only a header",
    "j.xlsx": "Word named Excel",
    "k.parquet": "cut Parquet",
    "l.html": "150,000 elements",
    "m.warc": "redirect and a picture",
    "n.jsonl.gz": "bomb of lines",
}
SKIPPED = {"c.txt", "f.json", "g.jsonl", "i.csv", "m.warc"}


@pytest.fixture
def odd(run: Run) -> Path:
    """The folder, besides which the usual articles are gone."""
    folder = Path("odd")
    folder.mkdir()
    Path("made").mkdir()
    cases = {bad.name: bad for bad in ALL}
    for name, case in FILES.items():
        cases[case].build(Path("made")).rename(folder / name)
    (folder / "o.txt").symlink_to("o.txt")
    os.mkfifo(folder / "p.txt")
    (folder / "good.txt").write_text(
        'date 2020-11-24 "The boat is here," said Orla Venn of the harbour board.\n'
    )
    return folder


@pytest.mark.parametrize("command", ["extract", "add"])
def test_one_line_each(run: Run, odd: Path, command: str) -> None:
    result = run(command, str(odd), "--report", "report.jsonl")
    assert result.exit_code == 3
    lines = result.stderr.splitlines()
    names = [*FILES, "o.txt"]
    assert [line.split(": ")[:2] for line in lines[: len(names)]] == [
        ["quotes", f"odd/{name}"] for name in names
    ]
    failed, skipped = len(names) - len(SKIPPED), len(SKIPPED)
    if command == "add":
        (summary,) = lines[len(names) :]
        assert summary.startswith(f"1 added, 0 unchanged, 0 replaced, {skipped} skipped (")
        assert f"{failed} failed (" in summary
        assert summary.endswith("; 1 quote stored")
        with Store("quotes.db", read_only=True) as store:
            assert [article.id for article in store.articles()] == ["good.txt"]
    else:
        assert lines[len(names) :] == []
        assert "The boat is here" in result.stdout
    rows = [json.loads(row) for row in Path("report.jsonl").read_text("utf8").splitlines()]
    assert {row["input"]: row["result"] for row in rows} == {
        **{f"odd/{name}": "skipped" if name in SKIPPED else "failed" for name in names},
        "good.txt": "added" if command == "add" else "read",
    }
    assert len(rows) == len(names) + 1
    assert all(row["reason"] for row in rows if row["input"] != "good.txt")


def test_odd_names_and_ids_are_reported_in_one_line(run: Run) -> None:
    Path("news/c\n“d”.txt").touch()
    Path("news/e.jsonl").write_text('{"id": "x\\ud800y", "title": "\\ud800", "text": "It ran."}\n')
    Path("news/f.jsonl").write_text('{"\\ud800": 1}\n{"text": "\\ud800"}\n')
    Path(os.fsdecode(b"news/g\xff.txt")).touch()
    result = run("add", "news", "--report", "report.jsonl")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 4 + 2  # the summary, and one article without a day
    rows = [json.loads(row) for row in Path("report.jsonl").read_text("utf8").splitlines()]
    assert [row["result"] for row in rows] == ["added"] * 2 + ["failed"] + ["added"] + [
        "failed"
    ] * 3
    assert "4 failed" in result.stderr


def test_nothing_but_bad_files_is_1(run: Run, odd: Path) -> None:
    (odd / "good.txt").unlink()
    assert run("extract", str(odd)).exit_code == 1

"""exports/ holds what `quotes export` makes of seeds/, and is up to date."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app
from tests.same import assert_same_quotes

ROOT = Path(__file__).parent.parent
EXPORTS = ROOT / "exports"
ALL = ("--act", "all", "--factuality", "all")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both exports, made anew by the commands of its README."""
    folder = tmp_path_factory.mktemp("exports")
    db = ["--db", str(folder / "quotes.db")]
    run = CliRunner().invoke
    assert run(app, ["add", str(ROOT / "seeds"), *db]).exit_code == 0
    for name in ("csv", "jsonl"):
        assert run(app, ["export", str(folder), "--format", name, *ALL, *db]).exit_code == 0
    return folder


def test_jsonl(made: Path) -> None:
    tables = []
    for folder in (made, EXPORTS):
        lines = (folder / "quotes.jsonl").read_text(encoding="utf8").splitlines()
        tables.append([json.loads(line) for line in lines])
    assert_same_quotes(*tables)


def test_csv(made: Path) -> None:
    tables = []
    for folder in (made, EXPORTS):
        with (folder / "quotes.csv").open(encoding="utf-8-sig", newline="") as handle:
            tables.append(list(csv.DictReader(handle)))
    assert_same_quotes(*tables)

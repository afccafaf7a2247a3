"""export, evaluate and train."""

from __future__ import annotations

import json
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run


def test_export_goes_to_exports_as_csv(stored: Run) -> None:
    result = stored("export")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "4 quotes written to exports/quotes.csv\n"
    assert Path("exports/quotes.csv").read_bytes().count(b"\r\n") == 5


def test_export_to_a_stream_says_what_does_it(stored: Run) -> None:
    result = stored("export", "-")
    assert result.exit_code == 2
    assert "quotes list" in result.stderr
    assert not Path("-").exists()


def test_export_format_follows_the_ending_or_the_option(stored: Run) -> None:
    assert stored("export", "out.JSONL", "--act", "thought").exit_code == 0
    assert json.loads(Path("out.JSONL").read_text())["act"] == "thought"
    Path("folder").mkdir()
    assert stored("export", "folder", "--format", "parquet").exit_code == 0
    assert Path("folder/quotes.parquet").stat().st_size


@pytest.mark.parametrize("words", [["x.xlsx"], ["x"], ["--format", "xlsx"], ["no/x.csv"]])
def test_export_that_makes_no_sense(stored: Run, words: list[str]) -> None:
    result = stored("export", *words)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_evaluate_prints_the_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[dict[str, Any]] = []

    def evaluate_command(gold: Path, **options: Any) -> str:
        calls.append({"gold": gold, **options})
        return "figures\n"

    module = types.ModuleType("quotes.evaluate")
    module.evaluate_command = evaluate_command  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quotes.evaluate", module)
    words = ("gold.jsonl", "--pred", "p.jsonl", "--text", "t", "--act", "speech")
    assert run("evaluate", *words, "--format", "json").stdout == "figures\n"
    assert run("evaluate", "gold.jsonl").stdout == "figures\n"
    gold = Path("gold.jsonl")
    assert calls == [
        {
            "gold": gold,
            "pred": Path("p.jsonl"),
            "text": Path("t"),
            "act": "speech",
            "as_json": True,
        },
        {"gold": gold, "pred": None, "text": None, "act": None, "as_json": False},
    ]


def test_train_hands_its_options_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[dict[str, Any]] = []

    def train(corpora: Path, **options: Any) -> None:
        calls.append({"corpora": corpora, **options})

    module = types.ModuleType("quotes.training.run")
    module.train = train  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quotes.training.run", module)
    Path("weights").mkdir()
    assert run("train", "c").exit_code == 0
    assert run("train", "c", "--out", "o", "--epochs", "2", "--start", "weights").exit_code == 0
    assert run("train", "c", "--start", "rich").exit_code == 0
    assert run("train", "c", "--start", "no-such").exit_code == 2
    c = Path("c")
    import rich

    start = Path(rich.__file__).parent / "model"
    assert calls == [
        {"corpora": c, "out": Path("runs/model"), "epochs": 8, "start": None},
        {"corpora": c, "out": Path("o"), "epochs": 2, "start": Path("weights")},
        {"corpora": c, "out": Path("runs/model"), "epochs": 8, "start": start},
    ]


def test_train_without_torch_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("quotes.training.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "torch", None)
    result = run("train", "c")
    assert result.exit_code == 1
    assert result.stderr == "quotes: torch is missing: pip install 'quotes[train]'\n"

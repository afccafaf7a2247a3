"""export, evaluate and train."""

from __future__ import annotations

import json
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from quotes.cli.exporting import choose_target
from quotes.errors import UsageError

from .conftest import Run


def test_export_goes_to_exports_as_csv(stored: Run) -> None:
    result = stored("export")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "3 quotes written to exports/quotes.csv",
        "quotes: left out: 1 thought (--act all)",
    ]
    assert Path("exports/quotes.csv").read_bytes().count(b"\r\n") == 4
    result = stored("export", "--act", "all")
    assert result.stderr == "4 quotes written to exports/quotes.csv\n"


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


@pytest.mark.parametrize(
    "path, format, target",
    [
        ("out.ZIP", None, ("brat", "out.ZIP")),
        ("out.jsonld", None, ("webannotation", "out.jsonld")),
        ("out.zip", "jsonl", ("jsonl", "out.zip")),
        ("folder", "brat", ("brat", "folder/quotes.zip")),
        ("folder", "webannotation", ("webannotation", "folder/quotes.jsonld")),
        ("folder", None, ("csv", "folder/quotes.csv")),
        ("exports", "brat", ("brat", "exports/quotes.zip")),
    ],
)
def test_endings_and_formats(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    format: str | None,
    target: tuple[str, str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    chosen, file = choose_target(Path(path), format)
    assert (chosen, file.as_posix()) == target
    assert not file.exists()


@pytest.mark.parametrize(
    "path, format, named",
    [("x.brat", None, "brat"), ("x", None, ""), ("folder", "zip", "zip")],
)
def test_no_such_format(path: str, format: str | None, named: str) -> None:
    with pytest.raises(UsageError, match=rf"^no format '{named}': give --format csv or jsonl or"):
        choose_target(Path(path), format)


@pytest.mark.parametrize("words", [["x.xls"], ["x"], ["--format", "xls"], ["no/x.csv"]])
def test_export_that_makes_no_sense(stored: Run, words: list[str]) -> None:
    result = stored("export", *words)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


GOLD_TEXT = "Anna said it rains. Bob sang."
GOLD = {"article": "a.txt", "content": [[10, 18]], "cue": [[5, 9]], "source": [[0, 4]]}


def test_evaluate_compares_lists_and_draws(run: Run) -> None:
    Path("a.txt").write_text(GOLD_TEXT, encoding="utf-8")
    Path("gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    row = {"article_id": "a.txt", "content": [[10, 18]], "source": [[20, 23]], "act": "thought"}
    Path("p.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    words = ("evaluate", "gold.jsonl", "--pred", "p.jsonl")
    table = run(*words)
    assert (table.exit_code, table.stderr) == (0, "")
    assert table.stdout.splitlines()[1].split()[:3] == ["all", "1", "1"]
    assert "wrong source: 1" not in table.stdout
    assert "wrong source: 1" in run(*words, "--errors", "3").stdout
    figures = json.loads(run(*words, "--act", "speech", "--format", "json").stdout)
    assert figures["all"]["pred"] == 0
    drawn = run(*words, "--plot", "curve.png")
    assert drawn.stderr == "curve drawn to curve.png\n"
    assert Path("curve.png").stat().st_size > 1000


def test_train_hands_its_options_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[dict[str, Any]] = []

    def train(corpora: Path, **options: Any) -> None:
        calls.append({"corpora": corpora, **options})

    module = types.ModuleType("quotes.training.train")
    module.train = train  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quotes.training.train", module)
    Path("weights").mkdir()
    assert run("train", "c").exit_code == 0
    args = ("train", "c", "--out", "o", "--epochs", "2", "--start", "weights", "--model", "m")
    assert run(*args).exit_code == 0
    assert run("train", "c", "--start", "rich").exit_code == 0
    assert run("train", "c", "--start", "no-such").exit_code == 2
    c = Path("c")
    import rich

    start = Path(rich.__file__).parent / "model"
    usual = {"corpora": c, "out": Path("runs/model"), "epochs": 8, "start": None, "model": None}
    assert calls == [
        usual,
        {
            "corpora": c,
            "out": Path("o"),
            "epochs": 2,
            "start": Path("weights"),
            "model": Path("m"),
        },
        {**usual, "start": start},
    ]


def test_train_without_torch_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("quotes.training.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "torch", None)
    result = run("train", "c")
    assert result.exit_code == 1
    assert result.stderr == "quotes: torch is missing: pip install '.[train]'\n"

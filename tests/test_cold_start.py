"""How long a user waits: the best of several starts, as others may keep the machine busy."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotes.records import Article, Quote, Speaker, quote_id
from quotes.store import Store

ROOT = Path(__file__).parents[1]
MOST_MODULES = 350
NEVER_FOR_LOOKING_UP = (
    *("spacy", "pandas", "alembic", "onnxruntime", "pyarrow", "torch"),
    "sqlalchemy",  # takes as long as all the rest of a start
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )


def seconds(folder: Path, *words: str) -> float:
    """The best of nine starts: what else runs can make one slower, and nothing makes one faster."""
    if os.getloadavg()[0] > (os.cpu_count() or 1) + 0.5:
        pytest.skip("others keep all cores busy: nothing can be timed")
    times = []
    for _ in range(9):
        began = time.perf_counter()
        run(folder, *words)
        times.append(time.perf_counter() - began)
    return min(times)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store of as many articles and quotes as a handful of news pages have."""
    with Store(tmp_path / "quotes.db") as store:
        for number in range(5):
            text = "He said that it was so. " * 100
            store.add(Article(id=f"{number}.txt", text=text), _quotes(f"{number}.txt", text))
    return tmp_path


def _quotes(article_id: str, text: str) -> list[Quote]:
    return [
        Quote(
            id=quote_id(article_id, ((start, start + 14),), "indirect"),
            article_id=article_id,
            kind="indirect",
            act="speech",
            text=text[start : start + 14],
            content=((start, start + 14),),
            speaker=Speaker(name=f"Speaker {start}"),
            confidence=0.8,
        )
        for start in range(8, 240, 24)
    ]


def test_import(tmp_path: Path) -> None:
    bare = seconds(tmp_path, "-c", "pass")
    assert seconds(tmp_path, "-c", "import quotes") - bare < 0.15


COMMANDS = pytest.mark.parametrize(
    "words", [["--help"], ["list"], ["search", "so"], ["speakers"]], ids=" ".join
)


@COMMANDS
def test_commands_that_look_up_start_at_once(folder: Path, words: list[str]) -> None:
    assert seconds(folder, "-m", "quotes", *words) < 0.5


@COMMANDS
def test_looking_up_imports_little(folder: Path, words: list[str]) -> None:
    code = (
        "import sys; from quotes.cli.app import app\n"
        f"try: app({words!r})\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    imported = set(run(folder, "-c", code).stdout.splitlines()[-1].split())
    assert not imported.intersection(NEVER_FOR_LOOKING_UP)
    assert len(imported) < MOST_MODULES

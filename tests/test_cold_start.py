"""How little is imported before a user sees an answer; how long that takes is measured by
`benchmarks/start.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.records import Article, Quote, Speaker, quote_id
from quotes.store import Store

ROOT = Path(__file__).parents[1]
NEVER_FOR_LOOKING_UP = {
    *("spacy", "numpy", "pandas", "psycopg", "onnxruntime", "pyarrow", "torch", "tokenizers"),
    *("trafilatura", "lxml", "matplotlib"),
}

RUN = """
import sys
from quotes.cli.app import app

try:
    app(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print(*sys.modules)
"""


MADE = """
from spacy.language import Language

made = []
init = Language.__init__
Language.__init__ = lambda self, *words, **more: (made.append(self), init(self, *words, **more))[1]
"""


def imported(folder: Path, code: str, *words: str) -> set[str]:
    """The modules that the code has imported, which prints them last."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of as many articles and quotes as a handful of news pages have."""
    folder = tmp_path_factory.mktemp("start")
    with Store(folder / "quotes.db") as store:
        for number in range(5):
            text = "He said that it was so. " * 100
            store.add(Article(id=f"{number}.txt", text=text), _quotes(f"{number}.txt", text))
    return folder


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


def test_the_package_is_there_at_once(tmp_path: Path) -> None:
    bare = imported(tmp_path, "import sys; print(*sys.modules)")
    more = imported(tmp_path, "import quotes, sys; print(*sys.modules)") - bare
    assert {name for name in more if name.startswith("quotes")} == {"quotes", "quotes.lazily"}
    assert len(more) < 60


def test_the_factory_adds_little_to_spacy(tmp_path: Path) -> None:
    """spaCy imports it with every pipeline, also with those that have no quotes."""
    spacy = imported(tmp_path, "import spacy, sys; print(*sys.modules)")
    code = "import spacy, quotes.pipeline.factories, sys; print(*sys.modules)"
    assert imported(tmp_path, code) - spacy == {
        *("quotes", "quotes.lazily", "quotes.pipeline", "quotes.pipeline.factories")
    }


@pytest.mark.parametrize(
    ("command", "most"),
    [
        ("--help", 184),
        ("--version", 158),
        ("list --help", 277),
        ("list", 330),
        ("list --unique --format json", 323),
        ("search so", 335),
        ("speakers", 329),
        ("articles", 326),
        ("stats", 329),
        ("export all.csv", 332),
    ],
)
def test_looking_up_imports_little(folder: Path, command: str, most: int) -> None:
    """At most as many modules as it has now, Python's own among them. A program of Typer 0.29 that
    takes one option has 258 before it does anything."""
    modules = imported(folder, RUN, *command.split())
    assert not modules & NEVER_FOR_LOOKING_UP
    assert len(modules) <= most


def test_spacys_own_commands_are_left_out(folder: Path) -> None:
    """They import two clients of the web; `spacy.cli` is there for whoever asks for it."""
    (folder / "story.txt").write_text('"It works," Ada Moreau said.\n')
    code = """
import sys
from quotes.__main__ import main
from quotes.cli import app
app._leave = lambda code: None
sys.argv[1:] = ["extract", "story.txt", "--format", "json"]
main()
names = list(sys.modules)
import spacy.cli
assert spacy.cli.download
print(*names)
"""
    modules = imported(folder, code)
    assert "spacy" in modules
    clients = {"spacy.cli", "spacy.cli.download", "weasel", "requests", "httpx", "urllib3"}
    unasked = {"pandas", "pyarrow", "trafilatura", "lxml", "matplotlib", "torch", "psycopg"}
    assert not modules & (clients | unasked)


def test_spacys_own_commands_are_there_for_other_programs(folder: Path) -> None:
    code = "import quotes; quotes.load(); import spacy, sys; spacy.info; print(*sys.modules)"
    assert "spacy.cli.download" in imported(folder, code)


def test_a_draft_is_checked_with_one_pipeline(folder: Path) -> None:
    (folder / "draft.txt").write_text('"Nobody knew that it was so," Ada Moreau said.\n')
    code = MADE + RUN.replace("assert not end.code", "assert end.code == 1") + "print(len(made))"
    assert imported(folder, code, "check", "draft.txt") == {"1"}

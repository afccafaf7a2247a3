"""Articles, a store of them, and the command line with a stand-in for the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes import api

from .fake_quotes import fake_find

FIRST = (
    "Ministers Meet Again\n\nNovember 21, 2020\n\n"
    '"We agree on everything that was on the table, and we will go on talking until nothing at '
    'all is left," said Ann Lee.\n\n"It will last," hoped Bo Kim. "Peace\x1b[31m is near," said '
    "Ann Lee.\n"
)
SECOND = 'date 2020-11-23 Talks\n\n"No ceasefire without us," said Nikol Pashinyan.\n'

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command line in an empty folder that holds news/a.txt and news/b.txt."""
    monkeypatch.setattr(api, "find", fake_find)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("QUOTES_DB", raising=False)
    monkeypatch.delenv("QUOTES_DEBUG", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/a.txt").write_text(FIRST)
    Path("news/b.txt").write_text(SECOND)

    def command(*words: str, input: str | bytes | None = None) -> Result:
        from quotes.cli.app import app

        return CliRunner().invoke(app, list(words), input=input, prog_name="quotes")

    return command


@pytest.fixture
def stored(run: Run) -> Run:
    """The folder of `run` after `quotes add news`."""
    assert run("add", "news").exit_code == 0
    return run

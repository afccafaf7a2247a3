"""The help of every command."""

from __future__ import annotations

import re

import pytest

from .conftest import Run

LOOKING_UP = [
    *("list", "search", "first", "show", "check", "speakers", "articles", "changes", "stats"),
    *("facets", "audit", "compare", "serve"),
]
CORRECTING = ["doubts", "fix", "confirm", "fixes"]
CARING = ["import", "doctor", "backup", "restore", "delete"]
COMMANDS = ["extract", "add", *LOOKING_UP, *CORRECTING, "export", *CARING]
COMMANDS += ["evaluate", "calibrate", "train"]


def test_all_commands_are_there_in_one_line_each(run: Run) -> None:
    result = run("--help")
    listed = re.findall(r"^  (\w+) +[A-Z].*\.$", result.stdout.split("Commands:")[1], re.MULTILINE)
    assert listed == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_examples_and_fits_80_columns(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Examples:\n    quotes {command}" in result.stdout or "| quotes" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "completion" not in result.stdout  # Typer's options to change the user's shell


def test_version(run: Run) -> None:
    from quotes import __version__

    assert run("--version").stdout == f"quotes {__version__}\n"

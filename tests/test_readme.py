"""The README shows what the commands print."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli.app import COMMANDS, app
from tests.same import EXACT

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")


def shown(command: str) -> str:
    """The indented lines below "$ command"."""
    block = README.split(f"    $ {command}\n", 1)[1].split("\n\n", 1)[0]
    return re.sub(r"^ {4}", "", block, flags=re.MULTILINE)


@pytest.mark.skipif(not EXACT, reason="another processor finds a few other quotes")
def test_the_first_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "exports").mkdir()
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    for line in run(app, ["add", "seeds/"]).stderr.splitlines():
        assert f"    {line}\n" in README
    for command in ("list --speaker Putin", "search ceasefire", "export --format csv"):
        result = run(app, command.split())
        assert result.exit_code == 0
        assert result.output.rstrip() == shown(f"quotes {command}")


def test_the_example_in_python(capsys: pytest.CaptureFixture[str]) -> None:
    code = README.split("```python\n")[1].split("\nfor article")[0]
    exec(code, {})
    wanted = re.search(r"# (.*)$", code, re.MULTILINE)
    assert wanted is not None
    assert capsys.readouterr().out.strip() == wanted[1]


def test_all_commands_are_named() -> None:
    names = re.search(r"names all commands: ([^.]*)\.", README)
    assert names is not None
    given = set(re.findall(r"\w+", names[1]))
    assert given == set(COMMANDS)

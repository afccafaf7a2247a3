"""Processes that tests start: whatever happens, none of them outlives its test."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
QUOTES = (sys.executable, str(ROOT / "tests" / "cli" / "fake_quotes.py"))
"""The command line with a stand-in for the model."""

WITHOUT_POWERS = ("setpriv", "--bounding-set", "-dac_override")
"""Before a command: root, too, may then write only where the permissions say so."""

PATIENCE = 120
"""Seconds that a command may take."""


def run(
    folder: Path, *words: object, before: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command line to its end; killed if it takes too long."""
    with child([*before, *QUOTES, *map(str, words)], folder, **environment) as process:
        out, errors = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(process.args, process.returncode, out, errors)


def complaint(result: subprocess.CompletedProcess[str]) -> str:
    """The only line on stderr of a command that failed as it should."""
    assert result.returncode == 1, result
    (line,) = result.stderr.splitlines()
    assert line.startswith("quotes: "), line
    assert "unexpected" not in line, line
    return line


@contextmanager
def child(
    command: Sequence[str], folder: Path, **environment: str
) -> Iterator[subprocess.Popen[str]]:
    """A process in a group of its own, which is killed as a whole at the end."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(**environment),
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            kill(process)


@contextmanager
def ready(
    module: str, *words: object, folder: Path, before: Sequence[str] = (), **environment: str
) -> Iterator[subprocess.Popen[str]]:
    """A process of a module of ours, once it has said that it begins to work."""
    command = [*before, sys.executable, "-m", f"tests.faults.{module}", *map(str, words)]
    with child(command, folder, **environment) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        yield process


def kill(process: subprocess.Popen[Any]) -> None:
    """Kill it and all that it started, without a chance to tidy up."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QUOTES_")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}

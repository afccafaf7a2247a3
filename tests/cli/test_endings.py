"""How a real process ends: exit codes, one line, pipes that close, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotes.records import Quote

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, str(Path(__file__).with_name("fake_quotes.py")))
ARTICLE = '"We agree," said Ann Lee.\n'


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QUOTES_")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def run(
    folder: Path, *words: str, input: bytes = b"", **more: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *words], cwd=folder, input=input, capture_output=True, env=environment(**more)
    )


def lines(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    return result.stderr.decode().splitlines()


def test_exit_codes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert run(tmp_path, "add", "a.txt").returncode == 0
    assert run(tmp_path, "add", "none.txt").returncode == 1
    assert run(tmp_path, "list", "--since", "tomorrow").returncode == 2
    assert run(tmp_path, "add", "a.txt", "none.txt").returncode == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["extract"], "Missing argument 'PATH'; see 'quotes extract --help'"),
        (["list", "--limit", "0"], "limit 0 shows nothing"),
        (["list", "--format", "xml"], "'xml' is not one of"),
        (["list", "--min-confidence", "3"], "--min-confidence"),
        (["lst"], "No such command 'lst'. Did you mean 'list'"),
        (["list", "--nope"], "No such option: --nope"),
        (["add", "a.txt", "--date", "2020-02-30"], "'2020-02-30' is no day: give it as YYYY-MM-DD"),
        (["add", "a.txt", "--date", "March"], "'March' is no day: give it as YYYY-MM-DD"),
    ],
)
def test_wrong_use_is_one_line(tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    run(tmp_path, "add", "a.txt")
    result = run(tmp_path, *words)
    assert result.returncode == 2
    assert result.stdout == b""
    (line,) = lines(result)
    assert line.startswith("quotes: ")
    assert message in line


def test_no_command_shows_the_help_on_stderr(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Commands:" in result.stderr


def test_standard_input(tmp_path: Path) -> None:
    result = run(tmp_path, "extract", "-", "--format", "jsonl", input=ARTICLE.encode())
    assert Quote.model_validate_json(result.stdout).text == '"We agree,"'
    result = run(tmp_path, "extract", "-")
    assert (result.returncode, lines(result)) == (
        1,
        ["quotes: standard input: empty; give it the article's text"],
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_output_is_utf8_whatever_the_locale(tmp_path: Path, encoding: str) -> None:
    text = '"Ça – voilà…," said Élise Łoś.\n'.replace("Élise Łoś", "Ann Lee")
    result = run(
        tmp_path,
        *("extract", "-", "--format", "jsonl"),
        input=text.encode(),
        PYTHONIOENCODING=encoding,
    )
    assert Quote.model_validate_json(result.stdout).text == '"Ça – voilà…,"'


def test_a_pipe_that_closes_early_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE * 5000)
    for words in (["extract", "a.txt", "--format", "jsonl"], ["extract", "a.txt"]):
        process = subprocess.Popen(
            [*COMMAND, *words],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_stdout_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    for words in (["extract", "a.txt"], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            result = subprocess.run(
                [*COMMAND, *words],
                cwd=tmp_path,
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(),
            )
        assert result.returncode == 1
        (line,) = lines(result)
        assert "no space left on device" in line


def test_ctrl_c_is_one_line_and_130(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text("SLOW")
    with subprocess.Popen(
        [*COMMAND, "extract", "a.txt", "b.txt", "--format", "jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stdout.readline()  # the first article is done
        while not (tmp_path / "slow").exists():
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"quotes: stopped\n")


def test_an_unforeseen_error_is_one_line_unless_debugging(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("EXPLODE")
    result = run(tmp_path, "extract", "a.txt")
    assert result.returncode == 1
    assert len(lines(result)) == 1
    assert "please report it" in lines(result)[0]
    debugged = run(tmp_path, "extract", "a.txt", QUOTES_DEBUG="1")
    assert debugged.returncode == 1
    assert b"Traceback" in debugged.stderr

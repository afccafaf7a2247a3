"""How a real process ends: exit codes, one line, streams that close or are closed, signals."""

from __future__ import annotations

import json
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


CLOSED = [
    ("list >&-", 1),
    ("list --format json >&-", 1),
    ("extract a.txt >&-", 1),
    ("--help >&-", 1),
    ("list >&- 2>&- <&-", 1),
    ("list 2>&-", 0),
    ("add a.txt >&- <&-", 0),
    ("add a.txt >&- 2>&- <&-", 0),
    ("export x.csv >&- 2>&- <&-", 0),
    ("nonsense 2>&-", 2),
]


@pytest.mark.parametrize(("words", "code"), CLOSED)
def test_closed_streams_are_quiet(tmp_path: Path, words: str, code: int) -> None:
    """And nothing that is printed gets into a file that is open meanwhile."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert run(tmp_path, "add", "a.txt").returncode == 0
    result = subprocess.run(
        ["sh", "-c", f'exec "$@" {words}', "sh", *COMMAND],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert result.returncode == code
    assert b"Traceback" not in result.stderr
    assert code == 0 or result.stderr == b""
    result = run(tmp_path, "list", "--format", "jsonl")
    assert Quote.model_validate_json(result.stdout).text == '"We agree,"'


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"]
)
def test_a_signal_is_one_line(tmp_path: Path, number: signal.Signals, code: int) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text("SLOW")
    with subprocess.Popen(
        [*COMMAND, "extract", "a.txt", "b.txt", "--format", "jsonl", "--report", "r.jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stdout.readline()  # the first article is done
        for _ in range(3000):
            if (tmp_path / "slow").exists() or process.poll() is not None:
                break
            time.sleep(0.02)
        process.send_signal(number)
        _, errors = process.communicate(timeout=300)
    assert (process.returncode, errors) == (code, b"quotes: stopped\n")
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "b.txt", "slow"}


AT = """
import os, signal, sys

NUMBER, AT = int(sys.argv.pop(1)), int(sys.argv.pop(1))

class Hook:
    imports = 0

    def find_spec(self, *_):
        Hook.imports += 1
        if Hook.imports == AT:
            os.kill(os.getpid(), NUMBER)

from quotes.__main__ import main

sys.meta_path.insert(0, Hook())
sys.argv[0] = "quotes"
try:
    main()
finally:
    os._exit(99)
"""
"""Sends itself a signal when so many modules have been looked for since the command began."""


def signalled(folder: Path, number: int, at: int, *words: str) -> tuple[int, bytes]:
    result = subprocess.run(
        [sys.executable, "-c", AT, str(number), str(at), *words],
        cwd=folder,
        capture_output=True,
        env=environment(),
    )
    return result.returncode, result.stderr


@pytest.mark.parametrize("at", [1, 2, 4, 12, 35, 90, 145, 220])
def test_ctrl_c_at_any_moment_of_the_start(tmp_path: Path, at: int) -> None:
    number = signal.SIGTERM if at % 2 and at > 1 else signal.SIGINT
    ended = signalled(tmp_path, number, at, "list", "--db", "none.db")
    done = (1, b"quotes: no database at none.db: run 'quotes add PATH' first\n")
    assert ended in [(128 + number, b"quotes: stopped\n"), *([done] if at > 100 else [])]


def test_what_was_told_to_be_ignored_is(tmp_path: Path) -> None:
    """By nohup, or by a shell that begins it in the background."""
    words = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", sys.executable, "-c", AT]
    result = subprocess.run(
        [*words, str(int(signal.SIGINT)), "20", "list"],
        cwd=tmp_path,
        capture_output=True,
        env=environment(),
    )
    assert result.returncode == 1
    assert b"no database" in result.stderr


AT_CALL = """
import os, signal, sys
from importlib import import_module
from pathlib import Path

from quotes import api
from tests.cli.fake_quotes import fake_find

number, owner, name, when = int(sys.argv[1]), *sys.argv[2:5]
module, _, rest = owner.partition(":")
place = import_module(module)
place = getattr(place, rest) if rest else place
true = getattr(place, name)

def call(*args, **kwargs):
    if when == "before":
        os.kill(os.getpid(), number)
    result = true(*args, **kwargs)
    if when == "after":
        os.kill(os.getpid(), number)
    return result

setattr(place, name, call)
api.find = fake_find
sys.argv = ["quotes", *sys.argv[5:]]
from quotes.cli.app import main

main()
"""
"""Sends itself a signal before or after a function is called."""

MOMENTS = [
    ("pathlib:Path", "replace", "before", "export x.csv"),
    ("pathlib:Path", "replace", "after", "export x.csv"),
    ("shutil", "rmtree", "before", "export x.csv"),
    ("quotes.outputs", "_make_room", "before", "export x.csv"),
    ("quotes.store.store:Store", "settle", "after", "doctor --mend"),
    ("quotes.store.store:Store", "add", "before", "add b.txt --report r.jsonl"),
    ("quotes.store.store:Store", "add", "after", "add b.txt --report r.jsonl"),
    ("quotes.cli.tally:Tally", "say_older", "after", "add b.txt --report r.jsonl"),
    ("quotes.cli.errors", "_flushed", "after", "list"),
]


@pytest.mark.parametrize(("owner", "name", "when", "words"), MOMENTS)
def test_a_signal_at_a_bad_moment(
    tmp_path: Path, owner: str, name: str, when: str, words: str
) -> None:
    """Ends in one line; each file is the old one or the new one, and nothing else is left."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(ARTICLE * 2)
    (tmp_path / "x.csv").write_text("old\n")
    (tmp_path / "r.jsonl").touch()
    assert run(tmp_path, "add", "a.txt").returncode == 0
    number = signal.SIGTERM if when == "after" else signal.SIGINT
    result = subprocess.run(
        [sys.executable, "-c", AT_CALL, str(int(number)), owner, name, when, *words.split()],
        cwd=tmp_path,
        capture_output=True,
        env=environment(),
    )
    assert result.returncode == 128 + number, result.stderr
    assert result.stderr.splitlines()[-1:] == [b"quotes: stopped"]
    assert b"Traceback" not in result.stderr
    assert (tmp_path / "x.csv").read_bytes()[:3] in (b"old", b"\xef\xbb\xbf")
    assert all(json.loads(row) for row in (tmp_path / "r.jsonl").read_text().splitlines())
    again = run(tmp_path, *words.split())
    assert (again.returncode, b"Traceback" in again.stderr) == (0, False)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"a.txt", "b.txt", "x.csv", "r.jsonl", "quotes.db"}


LOST = """
import os, signal

from quotes.cli.stopping import stoppable

class Thing:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(100): pass

with stoppable():
    Thing()
    os._exit(99)
"""


def test_a_signal_where_no_exception_can_be_raised() -> None:
    result = subprocess.run([sys.executable, "-c", LOST], capture_output=True, env=environment())
    assert (result.returncode, result.stderr) == (130, b"quotes: stopped\n")


FORKED = """
import os, signal, sys

from quotes.cli.stopping import Stopped, stoppable

try:
    with stoppable():
        child = os.fork()
        if not child:
            os.kill(os.getpid(), signal.SIGTERM)
            signal.pause()
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 143
        os.kill(os.getpid(), signal.SIGTERM)
        signal.pause()
except Stopped as stopped:
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    sys.exit(stopped.code)
"""


def test_a_process_that_was_forked_ends_without_a_word() -> None:
    result = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, env=environment())
    assert (result.returncode, result.stderr) == (143, b"")


def test_an_unforeseen_error_is_one_line_unless_debugging(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("EXPLODE")
    result = run(tmp_path, "extract", "a.txt")
    assert result.returncode == 1
    assert len(lines(result)) == 1
    assert "please report it" in lines(result)[0]
    debugged = run(tmp_path, "extract", "a.txt", QUOTES_DEBUG="1")
    assert debugged.returncode == 1
    assert b"Traceback" in debugged.stderr

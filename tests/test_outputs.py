"""Where nothing is ever written, and what becomes of a file that is replaced."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quotes import outputs
from quotes.errors import QuotesError, UsageError
from quotes.outputs import ANYTHING, begins, beside, check_folder, check_output, writing

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder; in it a database, an input and, in a folder, links to both."""
    monkeypatch.chdir(tmp_path)
    make_database(Path("news.db"))
    Path("in").mkdir()
    Path("in/a.txt").write_text("It rains.")
    Path("link").symlink_to("news.db")
    Path("again").symlink_to("link")
    Path("hard").hardlink_to("news.db")
    Path("away").symlink_to("in")
    Path("twin").hardlink_to("in/a.txt")
    return tmp_path


def make_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


SPELLINGS = ["news.db", "./news.db", "in/../news.db", "away/../news.db", "link", "again", "hard"]
BESIDE = ["news.db-wal", "news.db-shm", "news.db-journal", "NEWS.DB-WAL", "in/../news.db-wal"]


@pytest.mark.parametrize("path", [*SPELLINGS, *BESIDE])
@pytest.mark.parametrize("database", ["news.db", "link"])
def test_never_the_database(path: str, database: str) -> None:
    with pytest.raises(UsageError, match=r"the database (news\.db|link): name another file"):
        check_output(path, database=database)


def test_never_a_database_that_is_not_there_yet(folder: Path) -> None:
    for path in ("new.db", "New.DB", folder / "new.db", "in/../new.db", "new.db-journal"):
        with pytest.raises(UsageError, match=r"belongs to the database new\.db"):
            check_output(path, database="new.db")
    assert check_output("other.db", database="new.db") == folder / "other.db"
    assert check_output("new.db", database="postgresql://me@host/new.db") == folder / "new.db"


@pytest.mark.parametrize("path", ["in/a.txt", "./in/../in/a.txt", "away/a.txt", "twin"])
def test_never_an_input(path: str) -> None:
    with pytest.raises(UsageError, match="is an input of this command: give --x"):
        check_output(path, inputs=["in", "none.txt", "in/a.txt", "\0"], remedy="give --x")
    assert check_output(path, inputs=["in"])


def test_never_any_sqlite_database() -> None:
    with pytest.raises(UsageError, match=r"news\.db is a SQLite database"):
        check_output("news.db")


def test_never_a_file_of_our_own() -> None:
    for name in ("model/model.onnx", "data/new.toml", "new"):
        with pytest.raises(UsageError, match="quotes itself"):
            check_output(outputs.PACKAGE / name)


def test_never_anything_but_a_file(folder: Path) -> None:
    os.mkfifo("pipe")
    Path("to-pipe").symlink_to("pipe")
    Path("round").symlink_to("round")
    with closing(socket.socket(socket.AF_UNIX)) as listening:
        listening.bind("socket")
        for path, why in {
            "pipe": "a pipe",
            "to-pipe": "a pipe",
            "socket": "a socket",
            "/dev/null": "a device",
            "/dev/full": "a device",
            "in": "is a folder",
            "away": "is a folder",
            "": "is a folder|no name",
            "none/x": "no folder none: make it, or name another file",
            "in/a.txt/x": "cannot be a file",
            "new/": "cannot be a file",
            "round": "cannot write round",
            "x" * 300: "cannot write x",
            "a\0b": "cannot write a",
            "\ud800": "cannot write ?",
        }.items():
            with pytest.raises(UsageError, match=why) as error:
                check_output(path)
            assert len(str(error.value).splitlines()) == 1
    assert Path("pipe").is_fifo()
    assert check_output(Path(os.fsdecode(b"\xff"))).parent == folder


def test_never_a_standard_stream() -> None:
    Path("log").write_text("before\n")
    code = "import sys; from quotes.outputs import check_output; check_output(sys.argv[1])"
    for number, name in enumerate(("standard input", "standard output", "standard error")):
        for path in ("log", f"/dev/fd/{number}"):
            streams = ["/dev/null", "/dev/null", "err"]
            streams[number] = "log"
            redirected = " ".join(f"{n}<>{file}" for n, file in enumerate(streams))
            words = f"exec {sys.executable} -c '{code}' {path} {redirected}"
            assert subprocess.run(["sh", "-c", words], env={"PYTHONPATH": str(ROOT)}).returncode
            said = Path("log" if number == 2 else "err").read_text()
            assert f"{path} is {name}: name another file" in said


def test_what_is_read_only_stays() -> None:
    Path("old").touch(0o444)
    with pytest.raises(UsageError, match="old is read-only: name another file"):
        check_output("old")


def test_only_an_earlier_output_is_replaced() -> None:
    ours = begins(rb"\{.*mine")
    for words, fine in {
        "": True,
        '{"mine": 1}\n': True,
        "old\n": True,
        '{"other": 1}\n': False,
        "a;b\n1;2\n": False,
        "<html>": False,
        "\x89PNG\r\n\0": False,
    }.items():
        Path("x").write_text(words, "latin-1")
        if fine:
            check_output("x", is_ours=ours)
        else:
            with pytest.raises(UsageError, match="x holds something else already"):
                check_output("x", is_ours=ours)
    Path("x").write_text("old\n")
    with pytest.raises(UsageError):
        check_output("x", is_ours=begins(b"new", ANYTHING))


def test_a_folder_of_a_run() -> None:
    Path("run").mkdir()
    check_folder("new", inputs=["in"])
    check_folder("run", inputs=["in"])
    for path in ("in", "in/new", ".", "away", outputs.PACKAGE, outputs.PACKAGE / "model"):
        with pytest.raises(UsageError, match="would be mixed with"):
            check_folder(path, inputs=["in"])
    with pytest.raises(UsageError, match="is no folder"):
        check_folder("in/a.txt")
    Path("run/log.jsonl").touch()
    check_folder("run", marks=["log.jsonl"])
    with pytest.raises(UsageError, match="holds other files"):
        check_folder("run")


def write(path: Path, words: str = "new") -> None:
    with beside(path) as draft:
        draft.write_text(words)


def test_a_file_is_whole_or_as_it_was(folder: Path) -> None:
    before = sorted(folder.iterdir())
    with pytest.raises(KeyboardInterrupt), beside(Path("twin")) as draft:
        draft.write_text("ha")
        raise KeyboardInterrupt
    assert Path("twin").read_text() == "It rains."
    assert sorted(folder.iterdir()) == before
    write(Path("twin"))
    assert (Path("twin").read_text(), Path("in/a.txt").read_text()) == ("new", "It rains.")
    write(Path("away/a.txt"))
    assert Path("in/a.txt").read_text() == "new"
    assert sorted(folder.iterdir()) == before


def test_the_rights_are_kept() -> None:
    umask = os.umask(0o027)
    try:
        write(Path("new"))
    finally:
        os.umask(umask)
    assert Path("new").stat().st_mode & 0o7777 == 0o640
    for mode in (0o600, 0o664, 0o400):
        Path("new").chmod(mode)
        write(Path("new"), "newer")
        assert Path("new").stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_is_kept() -> None:
    Path("new").touch(0o640)
    os.chown("new", 12, 34)
    write(Path("new"))
    found = Path("new").stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (12, 34, 0o640)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_group_that_cannot_be_kept_has_no_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    Path("new").touch()
    os.chown("new", 12, 34)
    Path("new").chmod(0o664)
    monkeypatch.setattr(os, "chown", refused)
    write(Path("new"))
    assert Path("new").stat().st_mode & 0o777 == 0o604


KILLED = """
import os, signal, sys
from pathlib import Path
from quotes.outputs import beside
with beside(Path("x")) as draft:
    draft.write_text("half")
    print("written", flush=True)
    sys.stdin.read()
"""


def test_the_next_takes_away_what_a_killed_one_left(folder: Path) -> None:
    def parts() -> list[Path]:
        return [path for path in folder.iterdir() if path.name.endswith(".part")]

    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-c", KILLED]
    environment = {"PYTHONPATH": str(ROOT)}
    with (
        subprocess.Popen(command, env=environment, **pipes) as dead,
        subprocess.Popen(command, env=environment, **pipes) as living,
    ):
        for child in (dead, living):
            assert child.stdout
            assert child.stdout.readline() == b"written\n"
        dead.send_signal(signal.SIGKILL)
        dead.wait()
        assert len(parts()) == 2
        write(Path("y"))  # another file is nobody's draft
        assert len(parts()) == 2
        write(Path("x"))
        assert len(parts()) == 1
        living.communicate(b"")
        assert living.returncode == 0
    assert Path("x").read_text() == "half"
    assert parts() == []


def test_a_place_that_goes_before_it_is_locked_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    true: Callable[[Path], int] = outputs._open
    gone: list[Path] = []

    def late(room: Path) -> int:
        if not gone:
            gone.append(room)
            room.rmdir()
        return true(room)

    monkeypatch.setattr(outputs, "_open", late)
    write(Path("x"))
    assert Path("x").read_text() == "new"


def test_what_the_system_says_is_one_line() -> None:
    full = OSError(28, "No space left on device")
    with (
        pytest.raises(QuotesError, match=r"^cannot write x: no space left on device; "),
        writing("x"),
    ):
        raise full
    with pytest.raises(QuotesError, match=r"^cannot write \S+none/x: "), beside(Path("none/x")):
        pass

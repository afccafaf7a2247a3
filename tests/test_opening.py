"""Inputs are read for what they are: files and pipes are, those without an end are refused."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest

from quotes.errors import InputError
from quotes.opening import is_pipe, open_file, open_standard_input, size_of


def test_a_file_is_read_by_the_handle_that_was_opened(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    with open_file(path) as handle:
        assert size_of(handle) == 3
        path.unlink()
        path.write_bytes(b"another")
        assert handle.read() == b"one"


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/urandom", "/dev/full"])
def test_devices_are_refused(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> int:
        raise AssertionError("opened")

    monkeypatch.setattr(os, "open", never)
    with pytest.raises(InputError, match="a device, not a file; give a file"):
        open_file(path)


def test_the_empty_device_is_empty() -> None:
    with open_file(os.devnull) as handle:
        assert handle.read() == b""
        assert size_of(handle) is None


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        with pytest.raises(InputError, match="a socket, not a file"):
            open_file("s")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a directory"):
        open_file(tmp_path)


def test_a_pipe_is_opened_only_where_it_may_be(tmp_path: Path) -> None:
    os.mkfifo(path := tmp_path / "p")
    assert is_pipe(path)
    assert not is_pipe(tmp_path / "none")
    with pytest.raises(InputError, match="a pipe, not a file"):
        open_file(path)
    writer = Thread(target=path.write_bytes, args=(b"one",))
    writer.start()
    with open_file(path, pipe=True) as handle:
        assert handle.read() == b"one"
    writer.join()


def test_what_becomes_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at it and its opening."""
    (file := tmp_path / "a").touch()
    os.mkfifo(path := tmp_path / "p")
    before = file.stat()
    monkeypatch.setattr(os, "stat", lambda _: before)
    with pytest.raises(InputError, match="a pipe, not a file"):
        open_file(path, pipe=True)


@pytest.mark.skipif(not hasattr(os, "SEEK_HOLE"), reason="needs a system that tells holes")
def test_a_file_of_holes_is_refused(tmp_path: Path) -> None:
    with (path := tmp_path / "a").open("wb") as out:
        out.write(b"id,text\n")
        out.truncate(20_000_000_000)
    with pytest.raises(InputError, match=r"a file of 20000\.0 MB of which nearly nothing"):
        open_file(path)


@pytest.mark.parametrize(
    ("source", "said"),
    [("/dev/zero", "a device, not a file; give a file"), ("/dev/null", "b''"), ("pipe", "b'one'")],
)
def test_standard_input(source: str, said: str) -> None:
    program = (
        "from quotes.errors import InputError\nfrom quotes.opening import open_standard_input\n"
        "try:\n  print(open_standard_input().read())\nexcept InputError as error:\n  print(error)"
    )
    command = [sys.executable, "-c", program]
    if source == "pipe":
        run = subprocess.run(command, input=b"one", capture_output=True, check=True)
    else:
        with Path(source).open("rb") as handle:
            run = subprocess.run(command, stdin=handle, capture_output=True, check=True)
    assert run.stdout.decode().strip() == said


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="closed; pipe"):
        open_standard_input()


def test_a_stream_in_memory_has_no_size() -> None:
    assert size_of(BytesIO(b"one")) is None

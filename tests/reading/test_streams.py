"""Pipes: one that is named is read once, one that lies in a folder is passed over."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from quotes.reading import Failure, read_paths
from quotes.reading.sources import LIMIT
from quotes.records import Article

from .samples import TEXT


def piped(data: bytes) -> str:
    """The name that a shell gives to what another program writes."""
    reading, writing = os.pipe()

    def write() -> None:
        with os.fdopen(writing, "wb") as out:
            out.write(data)

    Thread(target=write, daemon=True).start()
    return f"/dev/fd/{reading}"


def read(*paths: Path | str) -> list[Any]:
    return list(read_paths(paths))


def test_pipes_of_the_shell_are_read() -> None:
    one, other = read(piped(TEXT.encode()), piped(f"{TEXT} Really.".encode()))
    assert (one.text, other.text) == (TEXT, f"{TEXT} Really.")
    assert one.id.startswith("stdin-")  # from the text: the pipe's name is anybody's
    assert one.id != other.id


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    os.mkfifo(path := tmp_path / "p.csv")
    writer = Thread(target=path.write_text, args=(f'id,text\n1,"{TEXT}"\n2,It ran.\n',))
    writer.start()
    assert [article.text for article in read(path)] == [TEXT, "It ran."]
    writer.join()


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.txt").symlink_to(tmp_path / "a.txt")
    assert [article.id for article in read(tmp_path)] == ["b.txt"]


def test_a_file_that_becomes_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name} {TEXT}")
    found = read_paths([tmp_path])
    next(found)
    (tmp_path / "b.txt").unlink()
    os.mkfifo(tmp_path / "b.txt")
    failure, last = found
    assert "a pipe, not a file" in str(failure)
    assert isinstance(last, Article)


@pytest.mark.parametrize("name", ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_standard_input_by_all_its_names(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (article,) = read(name)
    assert article.text == TEXT
    assert article.id.startswith("stdin-")


class Endless(io.RawIOBase):
    """A start, then the same piece for ever; `given` counts the bytes."""

    def __init__(self, start: bytes, piece: bytes) -> None:
        self.start, self.piece, self.given = start, piece, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = (self.start or self.piece)[: len(buffer)]
        self.start = self.start[len(data) :]
        buffer[: len(data)] = data
        self.given += len(data)
        return len(data)


@pytest.mark.parametrize(
    ("start", "piece", "message"),
    [
        (b"", b"The ferry ran. ", "more than 10 MB"),
        (b"<html>", b"<p>The ferry ran. ", "more than 10 MB"),
        (b'{"text": "It ran."}\n', b"\n" * 5000, "more than 10 MB of empty lines"),
        (b"id,text\n", b"\n" * 5000, "a row of more than 10 MB"),
        (b"id,text\n", b'1,"', "a row of more than 10 MB"),
        (b"[", b'{"x": ' * 5000, "nested without end"),
        (b'[{"text": "', b"It ran. " * 5000, "an item of more than 10 MB"),
        (b"WARC/1.0\r\n", b"a: b\r\n" * 500, "head does not end"),
        (b"---\n", b"a: b\n" * 500, "more than 10 MB"),
    ],
)
def test_what_never_ends_is_bounded_in_bytes(
    start: bytes, piece: bytes, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Endless(start, piece)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(stream)))
    *_, last = read("-")
    assert isinstance(last, Failure)
    assert message in last.message
    assert stream.given < 4 * LIMIT

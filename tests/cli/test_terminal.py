"""On a terminal (a real one) nothing of what others wrote is obeyed; files and pipes get it as it
is."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from quotes.cli.text import UNSAFE, clean, clean_lines, harmless
from quotes.records import Speaker
from quotes.store import Store
from tests.store.build import make_article, make_quote

from .test_endings import COMMAND, environment

NASTY = (
    "Ann\x1b[31m \x1b]0;title\x07Lee\x9b2J \x7f\u202eeil\u202c \u2066x\u2069\u200e\u00ad\u200b"
    "\ufeff\u061c\u2028\U000e0041\x08\x0b"
)
END = b"<the command has ended>"
STYLES = (b"\x1b[1m", b"\x1b[0m")
"""The beginning and the end of the heads of our own tables."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a database, a gold file and a speakers file that hold NASTY names."""
    article = make_article("a" + NASTY, title="T" + NASTY, publisher="P" + NASTY)
    quote = make_quote(
        article, speaker=Speaker(name=NASTY), role="r" + NASTY, text="so " + NASTY, via=NASTY
    )
    with Store(tmp_path / "quotes.db") as store:
        store.add(article, [quote])
    gold = {"article": "a.txt", "content": [[10, 18]], "cue": [[5, 9]], "speaker": NASTY}
    (tmp_path / "a.txt").write_text("Anna said it rains.")
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n")
    (tmp_path / "p.jsonl").write_text(json.dumps({"article_id": NASTY}) + "\n")
    entry = '[[person]]\nid = "x\\u202e"\nname = "Ann\\u001b[31m Lee"\nodd\\u009b = 1\n'
    (tmp_path / "s.toml").write_text(entry.replace("odd\\u009b", '"odd\\u009b"'))
    (tmp_path / f"n{chr(0x202E)}\x1b[31m.txt").write_text("")
    return tmp_path


def on_terminal(folder: Path, words: Sequence[str]) -> bytes:
    """The bytes of both outputs that a terminal gets to see.

    The end we write to stays open until the command has ended and END was written after it: a
    terminal that nobody holds any more may drop what it had not yet handed over.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="xterm", COLUMNS="200"),
    ) as child:
        ending = threading.Thread(target=lambda: (child.wait(), os.write(theirs, END)))
        ending.start()
        seen = b""
        while not seen.endswith(END):
            seen += os.read(ours, 65536)
        ending.join()
    os.close(theirs)
    os.close(ours)
    assert child.returncode in (0, 1, 3), seen
    return seen.removesuffix(END)


QUERIES = [
    *(f"list --format {form}" for form in ("table", "csv", "json", "jsonl")),
    *(f"list --columns article_id,speaker --format {form}" for form in ("table", "csv", "json")),
    *(f"search so --format {form}" for form in ("table", "csv", "json")),
    *(f"speakers --format {form}" for form in ("table", "csv", "jsonl")),
    *(f"articles --format {form}" for form in ("table", "csv", "jsonl")),
    "search so --kwic",
    "speakers Ann",
    "stats speaker",
    "stats speaker --format csv",
    "show",
    "show --format json",
    "evaluate gold.jsonl --pred p.jsonl --errors 5",
    "evaluate gold.jsonl --pred p.jsonl --errors 5 --format json",
    "speakers check s.toml",
]


@pytest.mark.parametrize("query", QUERIES)
def test_a_terminal_obeys_nothing(folder: Path, query: str) -> None:
    words = query.split()
    if words[0] == "show":
        with Store(folder / "quotes.db", read_only=True) as store:
            words.insert(1, store.quotes()[0].id)
    seen = on_terminal(folder, words)
    assert b"rains" in seen or b"Ann" in seen or b"error" in seen
    for style in STYLES:
        seen = seen.replace(style, b"")
    shown = seen.decode().replace("\r\n", "\n").replace("\t", " ")
    assert {char for char in shown if unicodedata.category(char) in UNSAFE} <= {"\n"}


def test_names_of_files_and_progress_obey_nothing(folder: Path) -> None:
    seen = on_terminal(folder, ["add", ".", "--glob", "*.txt", "--db", "new.db"])
    assert "\u202e".encode() not in seen
    assert b"\x1b[31m" not in seen
    assert b"empty" in seen


def piped(folder: Path, *words: str) -> str:
    return subprocess.run(
        [*COMMAND, *words], cwd=folder, stdout=subprocess.PIPE, check=True, env=environment()
    ).stdout.decode()


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_on_a_terminal_is_the_same_value(folder: Path, form: str) -> None:
    seen = on_terminal(folder, ["list", "--format", form]).decode().replace("\r\n", "\n")
    plain = piped(folder, "list", "--format", form)
    assert json.loads(seen) == json.loads(plain)
    assert "\u202e" in plain
    assert r"\u202e" in seen


def test_csv_is_unchanged_in_a_pipe_and_shown_on_a_terminal(folder: Path) -> None:
    words = ("list", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(piped(folder, *words), newline=""))
    assert row["speaker"] == NASTY
    assert r"Ann\u001b[31m " in on_terminal(folder, words).decode()


def test_every_character(folder: Path) -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    unsafe = [char for char in every if unicodedata.category(char) in UNSAFE and char not in "\t\n"]
    for made in (clean(every), clean_lines(every), harmless(every)):
        assert not set(unsafe).intersection(made)
    assert json.loads(f'"{harmless("".join(unsafe))}"') == json.loads(json.dumps("".join(unsafe)))
    fine = "Łoś — “né”\u00a0日本 👍\u0301"
    assert clean_lines(fine) == harmless(fine) == fine
    assert clean("a\u2028b\udcffc") == "a b\ufffdc"

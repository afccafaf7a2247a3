"""A file is read once: what is judged by its digest is what its articles are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.reading import Failure, Input, find_inputs, read_input
from quotes.reading.contents import content_of
from quotes.reading.sources import LIMIT
from quotes.records import Article

from .samples import TEXT

ROW = f'{{"text": "{TEXT}"}}\n'
LARGE = ROW + "\n" * 100 + f'{{"x": "{"x" * (LIMIT - 100)}"}}\n' + '{"text": "It ran."}\n'


def item(path: Path, text: str) -> Input:
    path.write_text(text)
    (found,) = find_inputs([path])
    assert isinstance(found, Input)
    return found


@pytest.mark.parametrize("text", [ROW, LARGE])
def test_the_bytes_of_the_digest_are_read(tmp_path: Path, text: str) -> None:
    """Though the file is another one by then."""
    file = item(tmp_path / "a.jsonl", text)
    with content_of(file) as content:
        assert content is not None
        assert content.digest.hexdigest() == hashlib.sha256(text.encode()).hexdigest()
        (tmp_path / "a.jsonl").unlink()
        (tmp_path / "a.jsonl").write_text(ROW.replace("ferry", "train"))
        first, *_ = read_input(file, handle=content.handle)
        assert isinstance(first, Article)
        assert first.text == TEXT
        assert content.is_same()


def shorten(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(len(ROW.encode()))


def lengthen(path: Path) -> None:
    with path.open("ab") as file:
        file.write(ROW.encode())


@pytest.mark.parametrize("change", [shorten, lengthen])
def test_a_large_file_that_is_written_to_is_not_the_same(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    file = item(tmp_path / "a.jsonl", LARGE)
    with content_of(file) as content:
        assert content is not None
        change(tmp_path / "a.jsonl")
        found = list(read_input(file, handle=content.handle))
        assert not content.is_same()
    assert isinstance(found[0], Article)
    assert len(found) == (1 if change is shorten else 4)


def test_what_cannot_be_read_has_no_content(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    large = item(tmp_path / "large.txt", "a " * LIMIT)
    for one in (
        Failure("a", "no"),
        Input("standard input", None),
        Input(str(tmp_path / "none"), "none"),
        Input(str(tmp_path / "empty.txt"), "empty.txt"),
        large,
    ):
        with content_of(one) as content:
            assert content is None

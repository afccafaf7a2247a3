"""Files, folders and standard input: what becomes an Article and what a Failure."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from pathlib import Path

import pytest

from quotes.reading import Failure, Overrides, Reading, Skipped, articles, read_paths
from quotes.reading.drafts import Metadata
from quotes.reading.sources import LIMIT
from quotes.records import Article, is_apart

TEXT = "Ministers Meet Again\n\n“We agree,” she said.\r\n"


def read(*paths: str | Path, overrides: Overrides | None = None) -> list[Article | Failure]:
    return list(read_paths(paths, how=Reading(overrides or Overrides())))


def only_failure(*paths: str | Path) -> str:
    (failure,) = read(*paths)
    assert isinstance(failure, Failure)
    assert "\n" not in str(failure)
    return str(failure)


def ids(found: list[Article | Failure]) -> list[str]:
    return [item.id if isinstance(item, Article) else "!" for item in found]


def test_text_is_kept_to_the_last_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("\ufeff" + TEXT).encode())
    (article,) = read(path)
    with path.open(encoding="utf8", newline="") as handle:
        assert isinstance(article, Article)
        assert article.text == handle.read()
    assert (article.id, article.title) == ("a.txt", "Ministers Meet Again")


def test_a_folder_is_walked_by_name_and_hidden_files_are_skipped(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a/z.txt",
        "a/b.TXT",
        "c.text",
        "d.markdown",
        ".x.txt",
        ".h/y.txt",
        "e.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    assert ids(read(tmp_path)) == ["a/b.TXT", "a/z.txt", "b.md", "c.text", "d.markdown"]


def test_a_named_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / ".hidden.news"
    path.write_text(TEXT)
    assert ids(read(path)) == [".hidden.news"]


def test_overrides_win(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title\n\nMay 1, 2019\n\nOriginal url: https://example.org/a\n")
    day = dt.date(2020, 11, 21)
    (article,) = read(
        path, overrides=Overrides(title="Mine", date=day, url="https://b.org", publisher="P")
    )
    assert isinstance(article, Article)
    assert (article.title, article.date, article.url, article.publisher) == (
        "Mine",
        day,
        "https://b.org",
        "P",
    )


def test_standard_input_has_an_id_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (article,) = read("-")
    assert isinstance(article, Article)
    assert article.id.startswith("stdin-")
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t\xc2\xa0\n", "nothing but white space"),
        (b"\xef\xbb\xbf\n", "nothing but white space"),
        (b"\x7fELF\x00", "a binary file"),
        (b"\xe2\x80\x9cWe\xe2\x80", "convert it to UTF-8"),
    ],
)
def test_bad_content_is_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    line = only_failure(path)
    assert line.startswith(f"{path}: ")
    assert message in line


def test_a_large_file_is_named_with_its_size_and_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as handle:
        handle.write(b"words ")
        handle.truncate(50_000_000)
    assert "50.0 MB, and an article may have 10 MB; split it" in only_failure(path)


def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"w" * (LIMIT + 5))))
    assert "standard input: more than 10 MB" in only_failure("-")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input: closed" in only_failure("-")


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    assert "no such file" in only_failure(tmp_path / "none.txt")
    assert "no articles in this folder" in only_failure(tmp_path)


def test_broken_link_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert "no such file" in only_failure(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "no permission" in only_failure(path)


def test_an_error_of_the_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def fail(*_: object) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert "cannot be read (input/output error)" in only_failure(path)


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert "not valid UTF-8; rename" in only_failure(tmp_path)


def test_the_rest_goes_on_after_a_failure(tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    assert ids(read(tmp_path / "none", tmp_path)) == ["!", "a.txt", "!", "c.txt"]


def test_two_files_with_one_id(tmp_path: Path) -> None:
    for folder, text in (("x", TEXT), ("y", f"{TEXT} Anew."), ("z", TEXT)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    first, second, again = read(tmp_path / "x" / "a.txt", tmp_path / "y", tmp_path / "z")
    assert isinstance(again, Skipped)
    assert again.message == "the same article was there before"
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, is_apart(second.id)) == ("a.txt", True)
    assert second.id.startswith("a.txt~")
    assert [Path(one.place or "").parent.name for one in (first, second)] == ["x", "y"]


def test_rows_with_one_id(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": TEXT}, {"id": "a", "text": f"{TEXT} Anew."}]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    first, second = read(tmp_path / "a.jsonl")
    assert isinstance(second, Article)
    assert ids([first]) == ["a.jsonl#a"]
    assert second.id.startswith("a.jsonl#a~")


def test_where_an_article_was_read(tmp_path: Path) -> None:
    """A row is told from the others by its own id, else by its text, wherever it stands."""
    rows = [{"id": "a", "text": TEXT}, {"text": TEXT}, {"text": f"{TEXT} Anew."}]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    (tmp_path / "a.txt").write_text(TEXT)
    found = read(tmp_path)
    places = [item.place or "" for item in found if isinstance(item, Article)]
    start = f"{tmp_path.resolve()}/a.jsonl#"
    assert places[0] == f"{start}a"
    assert len(set(places)) == 4
    assert all(place.startswith(start) for place in places[:3])
    assert places[3] == f"{tmp_path.resolve()}/a.txt"


def test_a_document_of_one_article_is_its_place(tmp_path: Path) -> None:
    row = {"text": TEXT}
    for name, document in (("a.json", row), ("b.json", [row]), ("c.jsonl", row)):
        (tmp_path / name).write_text(json.dumps(document))
    places = [item.place for item in read(tmp_path) if isinstance(item, Article)]
    assert places[0] == f"{tmp_path.resolve()}/a.json"
    assert [f"{place}".partition("#")[1] for place in places] == ["", "#", "#"]


def test_one_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert ids(read(tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt")) == ["a.txt"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "needs more memory than there is"),
        (RecursionError("deep"), "nested without end"),
        (SystemExit(3), "unexpected SystemExit: 3"),
        (BaseException("panic"), "unexpected BaseException: panic"),
    ],
)
def test_a_fault_of_one_input_does_not_end_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, said: str
) -> None:
    """Not even those of libraries that are no Exceptions."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} {TEXT}")
    true = articles.find_metadata

    def find_metadata(text: str) -> Metadata:
        if text.startswith("a.txt"):
            raise error
        return true(text)

    monkeypatch.setattr(articles, "find_metadata", find_metadata)
    failure, article = read(tmp_path)
    assert said in str(failure)
    assert isinstance(article, Article)


def test_a_stop_by_the_user_ends_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def stop(_: str) -> Metadata:
        raise KeyboardInterrupt

    monkeypatch.setattr(articles, "find_metadata", stop)
    with pytest.raises(KeyboardInterrupt):
        read(tmp_path)

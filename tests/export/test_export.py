"""Files: every format, and never a broken one in the place of a good one."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pandas
import pytest
from hypothesis import given, settings

from quotes.errors import QuotesError, UsageError
from quotes.export import FORMATS, How, export, format_of
from quotes.records import Quote
from tests.store.build import any_quotes, make_article, make_quote, make_quotes

HOW = How(article=make_article)


@pytest.fixture
def quotes() -> list[Quote]:
    return make_quotes(make_article(), 5)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_quotes_give_the_same_bytes(
    tmp_path: Path, quotes: list[Quote], format: str
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert export(quotes, one, format, how=HOW) == 5
    assert export(iter(quotes), two, format, how=HOW) == 5
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_no_quotes_make_a_file_too(tmp_path: Path, format: str) -> None:
    assert export([], tmp_path / "none", format, how=HOW) == 0
    assert (tmp_path / "none").is_file()


@pytest.mark.parametrize("format", FORMATS)
def test_a_broken_export_leaves_the_old_file(
    tmp_path: Path, quotes: list[Quote], format: str
) -> None:
    def broken() -> Iterator[Quote]:
        yield from quotes
        raise KeyboardInterrupt

    path = tmp_path / "quotes"
    path.write_text("good")
    with pytest.raises(KeyboardInterrupt):
        export(broken(), path, format, how=HOW)
    assert path.read_text() == "good"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format", FORMATS)
def test_a_good_export_takes_the_place_of_the_old(
    tmp_path: Path, quotes: list[Quote], format: str
) -> None:
    path = tmp_path / "quotes"
    path.write_text("old")
    export(quotes, path, format, how=HOW)
    assert b"old" not in path.read_bytes()[:3]
    described = {tmp_path / "metadata.json"} if FORMATS[format].describer else set()
    assert set(tmp_path.iterdir()) == {path, *described}


def test_a_link_stays_a_link(tmp_path: Path, quotes: list[Quote]) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    export(quotes, tmp_path / "link", "jsonl")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").is_file()


def test_what_is_no_export_stays(tmp_path: Path, quotes: list[Quote]) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    os.mkfifo(tmp_path / "pipe")
    export(quotes, tmp_path / "ours.parquet", "parquet")
    pandas.DataFrame({"text": ["It rains."]}).to_parquet(tmp_path / "theirs.parquet")
    (tmp_path / "x.jsonl").write_text('{"text": "It rains."}\n')
    (tmp_path / "x.csv").write_text("text,date\nIt rains.,2020-11-21\n")
    (tmp_path / "x.zip").write_bytes(b"PK\3\4" + bytes(26) + b"letters.txt")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for format in FORMATS:
        for path in (Path("/dev/null"), tmp_path / "pipe", tmp_path / "x.db"):
            with pytest.raises(UsageError, match="name another file"):
                export(quotes, path, format, how=HOW)
        for name in ("x.jsonl", "x.csv", "x.zip", "theirs.parquet"):
            with pytest.raises(UsageError, match=f"{name} holds something else already"):
                export(quotes, tmp_path / name, format, how=HOW)
    assert before == {path: path.read_bytes() for path in before}
    with pytest.raises(UsageError, match="holds something else"):
        export(quotes, tmp_path / "ours.parquet", "csv")


@pytest.mark.parametrize("format", FORMATS)
def test_an_earlier_export_is_replaced_and_keeps_its_rights(
    tmp_path: Path, quotes: list[Quote], format: str
) -> None:
    path = tmp_path / "quotes"
    for number in (5, 3, 0, 2):
        assert export(quotes[:number], path, format, how=HOW) == number
        path.chmod(0o600)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written(tmp_path: Path, quotes: list[Quote]) -> None:
    with pytest.raises(UsageError, match="no format 'xls': take one of csv, jsonl, parquet"):
        export(quotes, tmp_path / "x", "xls")
    with pytest.raises(UsageError, match="is a folder"):
        export(quotes, tmp_path, "csv")
    with pytest.raises(UsageError, match="no folder"):
        export(quotes, tmp_path / "nowhere" / "x", "csv")
    with pytest.raises(QuotesError, match=r"cannot write .*: file name too long"):
        export(quotes, tmp_path / ("x" * 300), "csv")


@pytest.mark.parametrize("format", ["brat", "webannotation", "datasette"])
def test_formats_with_texts_need_articles(tmp_path: Path, quotes: list[Quote], format: str) -> None:
    for some in (quotes, []):
        with pytest.raises(
            UsageError, match=rf"^{format} holds the articles' texts.*\(article=…\)"
        ):
            export(some, tmp_path / "x", format)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", ["brat", "webannotation"])
@pytest.mark.parametrize(
    "spans",
    [
        {"content": ()},
        {"content": ((0, 5), (60, 999))},
        {"content": ((5, 0),)},
        {"cue": ((999, 1000),)},
        {"source": ((-3, 2),)},
    ],
)
def test_a_quote_that_does_not_fit_the_text_is_named(
    tmp_path: Path, format: str, spans: dict[str, tuple[tuple[int, int], ...]]
) -> None:
    quote = make_quote(make_article()).model_copy(update=spans)
    with pytest.raises(QuotesError, match=rf"^quote {quote.id} does not fit .* 'bridge\.txt'"):
        export([quote], tmp_path / "x", format, how=HOW)


def test_endings_tell_formats() -> None:
    endings = {name: format.ending for name, format in FORMATS.items()}
    assert endings == {
        "csv": "csv",
        "jsonl": "jsonl",
        "parquet": "parquet",
        "xlsx": "xlsx",
        "brat": "zip",
        "webannotation": "jsonld",
        "datasette": "db",
    }
    found = [format_of(Path(name)) for name in ("a.b/x.ZIP", "x.jsonld", "x.csv", "x.brat", "csv")]
    assert found == ["brat", "webannotation", "csv", None, None]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path, quotes: list[Quote]) -> None:
    umask = os.umask(0o022)
    try:
        export(quotes, tmp_path / "x", "csv")
    finally:
        os.umask(umask)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o644


@settings(max_examples=50)
@given(any_quotes())
def test_jsonl_is_the_canonical_form(quotes: Sequence[Quote]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.jsonl"
        export(quotes, path, "jsonl")
        lines = path.read_bytes().decode().split("\n")
    assert lines.pop() == ""
    assert [Quote.model_validate_json(line) for line in lines] == quotes
    assert [json.loads(line) for line in lines] == [q.model_dump(mode="json") for q in quotes]


def test_jsonl_is_readable_as_it_stands(tmp_path: Path) -> None:
    article = make_article()
    export([make_quote(article)], tmp_path / "x", "jsonl")
    line = (tmp_path / "x").read_text(encoding="utf-8")
    assert '"text":"“The bridge opens in May,"' in line
    assert '"content":[[0,25]]' in line
    assert '"speaker":{"name":"Chloé Dupont","id":null,"type":"person","wikidata":null}' in line


def test_an_id_with_ends_of_lines_is_named_in_one(tmp_path: Path) -> None:
    quote = make_quote(make_article("a\nb\u2028c")).model_copy(update={"content": ()})
    with pytest.raises(QuotesError) as caught:
        export([quote], tmp_path / "x", "brat", how=HOW)
    assert len(str(caught.value).splitlines()) == 1

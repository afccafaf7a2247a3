"""Exports read back: nothing is lost, and what is no export is named in one line."""

from __future__ import annotations

import gzip
import json
import math
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import InputError
from quotes.export import How, as_parquet, export
from quotes.export.back import check_export, read_articles, read_quotes
from quotes.records import Quote, Saying
from tests.store.build import any_quotes, make_article, make_quote, make_quotes


def sayings_of(quotes: Sequence[Quote]) -> list[Quote]:
    return [
        Saying(**dict(quote), occurrences=number, first_article="a", first_date=quote.date)
        for number, quote in enumerate(quotes, 1)
    ]


@settings(max_examples=50)
@given(any_quotes(), st.sampled_from(["jsonl", "parquet"]), st.booleans(), st.booleans())
def test_any_quotes_come_back(
    quotes: Sequence[Quote], format: str, unique: bool, zipped: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "no ending tells"
        rows = sayings_of(quotes) if unique else quotes
        export(rows, path, format, how=How(model=Saying if unique else Quote))
        if zipped:
            path.write_bytes(gzip.compress(path.read_bytes()))
        found = list(read_quotes(path))
    assert found == quotes
    assert {type(quote) for quote in found} <= {Quote}


def test_several_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "BATCH", 7)
    quotes = make_quotes(make_article(), 60)
    export(quotes, tmp_path / "x", "parquet")
    assert list(read_quotes(tmp_path / "x")) == quotes


def test_what_older_versions_lack_is_not_known(tmp_path: Path) -> None:
    row = json.loads(make_quote(make_article()).model_dump_json())
    for name in ("office", "affiliation", "factuality"):
        del row[name]
    (tmp_path / "x").write_text(f"\ufeff{json.dumps(row)}\r\n\n", encoding="utf-8")
    assert list(read_quotes(tmp_path / "x")) == [make_quote(make_article())]


GOOD = make_quote(make_article()).model_dump_json()
BAD_LINES = [
    ("nonsense", r"not valid JSON \(.*\)"),
    ("[1]", "no JSON object"),
    ("[" * 100_000, "JSON nested without end"),
    ("{}", r"no quote \('id': Field required\)"),
    (GOOD.replace('"direct"', '"sung"'), r"no quote \('kind': Input should be 'direct'.*\)"),
    (GOOD[:-1] + ',"a\\nb":1}', r"no quote \('a b': Extra inputs are not permitted\)"),
    (GOOD.replace("[[0,25]]", '[[0,"x"]]'), r"no quote \('content\.0\.1': .*\)"),
    ("id,article_id,title", r"not valid JSON \(.*\)"),
]


@pytest.mark.parametrize("line, message", BAD_LINES)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f"{GOOD}\n\n{line}\n", encoding="utf-8")
    quotes = read_quotes(path)
    assert next(quotes).model_dump_json() == GOOD
    with pytest.raises(InputError, match=rf"x\.jsonl: line 3: {message}; give it") as caught:
        next(quotes)
    assert len(str(caught.value).splitlines()) == 1


def test_a_table_of_other_things_is_named(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"a": [1], "speaker": ["x"]}), tmp_path / "x")
    with pytest.raises(InputError, match=r"x: row 1: no quote \('id': Field required\)"):
        list(read_quotes(tmp_path / "x"))


@pytest.mark.parametrize(
    "data, message",
    [
        (b"PAR1 and nothing", "a Parquet file damaged"),
        (gzip.compress(f"{GOOD}\n".encode() * 9, mtime=0)[:-30], "a damaged gzip file"),
        (b"\xff\xfe\x00", "line 1: not valid JSON"),
        (b"PK\x03\x04", "line 1: not valid JSON"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(InputError, match=rf"^{re.escape(str(tmp_path))}/x: {message}") as caught:
        list(read_quotes(tmp_path / "x"))
    assert len(str(caught.value).splitlines()) == 1


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no: no such file; check the path"):
        list(read_quotes(tmp_path / "no"))
    with pytest.raises(InputError, match=r"cannot be read \(is a directory\)"):
        list(read_quotes(tmp_path))
    (tmp_path / "empty").touch()
    assert list(read_quotes(tmp_path / "empty")) == []


def written(path: Path, quotes: Sequence[Quote], changes: Sequence[Any], format: str) -> Path:
    """An export of these quotes, each with changes that need not make a quote."""
    if format == "jsonl":
        rows = (json.loads(quote.model_dump_json()) for quote in quotes)
        lines = (json.dumps(row | change) for row, change in zip(rows, changes, strict=True))
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf8")
    else:
        made = [q.model_copy(update=change) for q, change in zip(quotes, changes, strict=True)]
        with path.open("wb") as stream:
            as_parquet.write(made, stream, How())
    return path


def quotes_of(number: int) -> list[Quote]:
    """Two quotes each of so many articles."""
    articles = [make_article(f"{n}.txt") for n in range(number)]
    return [quote for article in articles for quote in make_quotes(article, 2)]


LAST = 2**31 - 1
UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"content": []}, "a quote that has no content"),
    ({"content": [[0, LAST + 1]]}, f"a quote that has a content that ends beyond {LAST}"),
    ({"content": [[0, 2**62]]}, f"a quote that has a content that ends beyond {LAST}"),
    ({"content": [[-1, 3]]}, "a quote that has a content that begins before the text"),
    ({"cue": [[4, 4]]}, "a quote that has a cue with an empty span"),
    ({"source": [[9, 4]]}, "a quote that has a source with an empty span"),
    ({"content": [[5, 9], [0, 3]]}, "a quote that has a content whose spans overlap or are not in"),
    ({"content": [[0, 5], [4, 9]]}, "a quote that has a content whose spans overlap"),
    ({"confidence": 2}, "a quote that has a confidence of 2.0: it goes from 0 to 1"),
    ({"confidence": math.nan}, "a quote that has a confidence of nan"),
    ({"article_id": "1.txt", "url": "https://x.example"}, "another url than the quotes of 1.txt"),
    ({"article_id": "0.txt"}, "the quotes of article 0.txt do not follow each other"),
]
IN_JSON: list[tuple[dict[str, Any], str]] = [
    ({"content": [[0, 2**70]]}, f"a quote that has a content that ends beyond {LAST}"),
    ({"kind": "sung"}, "no quote \\('kind': "),
    ({"text": "half \ud800"}, "a quote that has a text with half a character"),
    ({"role": "\udfff"}, "a quote that has a role with half a character"),
    ({"date": "2021-02-30"}, "no quote \\('date': "),
    ({"confidence": 10**400}, "no quote \\('confidence': |not valid JSON|a confidence of inf"),
]
BAD = [(format, *case) for format in ("jsonl", "parquet") for case in UNFIT]
BAD += [("jsonl", *case) for case in IN_JSON]


@pytest.mark.parametrize(("format", "change", "message"), BAD)
def test_a_quote_that_no_store_takes(
    tmp_path: Path, format: str, change: dict[str, Any], message: str
) -> None:
    """Its line is named, also where it is the last."""
    last = {"id": "e", "article_id": "e"} | change
    quotes = [*quotes_of(2), make_quote(make_article("e"))]
    written(tmp_path / "x", quotes, [{}] * 4 + [last], format)
    place = "line 5" if format == "jsonl" else "row 5"
    with pytest.raises(InputError, match=rf"x: {place}: .*{message}") as caught:
        list(check_export(tmp_path / "x"))
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_two_quotes_with_one_id(tmp_path: Path, format: str) -> None:
    quotes = quotes_of(3)
    path = written(tmp_path / "x", quotes, [{}] * 5 + [{"id": quotes[0].id}], format)
    with pytest.raises(InputError, match=f" 6: a quote before it has the same id, {quotes[0].id}"):
        list(check_export(path))


def test_hashes_that_are_the_same_by_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows that may be there twice are looked at again, word for word."""
    monkeypatch.setattr("quotes.export.back.hash", len, raising=False)
    path = written(tmp_path / "x", quotes_of(3), [{}] * 6, "jsonl")
    assert list(check_export(path)) == [2, 2, 2]
    assert [article.id for article, _ in read_articles(path)] == ["0.txt", "1.txt", "2.txt"]

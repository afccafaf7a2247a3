"""Exports read back: nothing is lost, and what is no export is named in one line."""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import InputError
from quotes.export import How, as_parquet, export
from quotes.export.back import read_quotes
from quotes.records import Quote, Saying
from tests.store.build import any_quotes, make_article, make_quote, make_quotes


def sayings_of(quotes: Sequence[Quote]) -> list[Quote]:
    return [
        Saying(**dict(quote), occurrences=number, first_article="a", first_date=quote.date)
        for number, quote in enumerate(quotes, 1)
    ]


@settings(max_examples=50, deadline=None)
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
        (gzip.compress(f"{GOOD}\n".encode() * 9)[:-30], "a damaged gzip file"),
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

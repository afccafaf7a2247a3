"""The flat forms: CSV, Parquet, frame."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from pyarrow import parquet

from quotes.errors import QuotesError, UsageError
from quotes.export import How, as_csv, as_parquet, as_xlsx, export, flat_row, to_frame
from quotes.export.flat import columns
from quotes.records import Quote, Speaker
from tests.store.build import MONDAY, any_quotes, make_article, make_quote, make_quotes

HEAD = (
    "id,article_id,title,date,url,publisher,kind,act,factuality,text,content,cue,source,cue_text,source_text,"
    "speaker,speaker_id,speaker_type,speaker_wikidata,role,affiliation,office,via,said_on,confidence,"
    "checked_by,checked_at"
)
EXPECTED_COLUMNS = HEAD.split(",")
SHEET = (
    "id,date,speaker,speaker_in_article,role,affiliation,office,via,cue_text,text,kind,act,factuality,"
    "said_on,confidence,checked_by,checked_at,title,byline,publisher,url,file,article_id,source_text,speaker_id,speaker_type,"
    "speaker_wikidata"
)
"""The columns for people."""


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a table as a program does that knows nothing of us."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_columns() -> None:
    assert list(columns()) == EXPECTED_COLUMNS
    group = Speaker(name="A", id="a", type="group", wikidata="Q7")
    row = flat_row(make_quote(make_article(), speaker=group))
    assert list(row) == EXPECTED_COLUMNS
    ours = ("speaker", "speaker_id", "speaker_type", "speaker_wikidata")
    assert [row[column] for column in ours] == ["A", "a", "group", "Q7"]
    row = flat_row(make_quote(make_article(), speaker=None))
    assert [row[column] for column in ours] == [None] * 4


def test_csv_cells(tmp_path: Path) -> None:
    article = make_article(title='A "title", two\nlines')
    quote = make_quote(article, content=((0, 5), (7, 9)), said_on=dt.date(987, 6, 5))
    export([quote], tmp_path / "x", "csv")
    head = f"{SHEET},as_exported".encode()
    assert (tmp_path / "x").read_bytes().startswith(b"\xef\xbb\xbf" + head + b"\r\n")
    export([quote], tmp_path / "x", "csv", how=How(offsets=True))
    (row,) = read_csv(tmp_path / "x")
    assert list(row) == [*SHEET.split(","), "content", "cue", "source", "as_exported"]
    assert row["title"] == 'A "title", two\nlines'
    assert (row["content"], row["cue"], row["source"]) == ("0-5 7-9", "", "")
    assert (row["date"], row["said_on"]) == ("2021-03-01", "0987-06-05")
    assert (row["confidence"], row["url"], row["speaker"]) == ("0.9", "", "Chloé Dupont")


DANGEROUS = [
    *"=+-@＝＋－＠\t\r\n",
    *(" =", "\n=", "\r\n@", "\u00a0+", "\u3000＝", "\ufeff=", "\x00=", "\t -", "\u200b@"),
    *("\u200e=", "\u00ad-", "\u2066+", "\u061c@", "\x7f=", "\x85=", "\u2028=", "\u1680+"),
    *(
        "\u0301=",
        "\ufe0f=",
        "\U000e0020=",
        "\u202e \u200d\x9f＝",
        "﹢",
        "﹣",
        "﹦",
        "﹫",
        " " * 5000 + "=",
    ),
]


@pytest.mark.parametrize("start", DANGEROUS)
@pytest.mark.parametrize("raw", [False, True])
def test_csv_cells_are_no_formulas_unless_raw(tmp_path: Path, start: str, raw: bool) -> None:
    attack = f"{start}HYPERLINK(1)"
    quote = make_quote(
        make_article(attack, title=attack), text=attack, role=attack, speaker=Speaker(name=attack)
    )
    export([quote], tmp_path / "x", "csv", how=How(raw=raw))
    (row,) = read_csv(tmp_path / "x")
    for name in ("article_id", "title", "text", "role", "speaker"):
        assert row[name] == (attack if raw else f"'{attack}")


@pytest.mark.parametrize(
    "words", ["“=1", "1-2", "a=b", " a", "'=1", "— No.", "5 + 5", "", "\u2028a"]
)
def test_other_cells_stay_as_they_are(words: str) -> None:
    assert as_csv.cell(words) == words


@settings(max_examples=50)
@given(any_quotes(), st.booleans())
def test_csv_keeps_every_character(quotes: Sequence[Quote], raw: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert export(quotes, Path(folder) / "x", "csv", how=How(raw=raw)) == len(quotes)
        assert (Path(folder) / "x").read_bytes().startswith(b"\xef\xbb\xbfid,")
        rows = read_csv(Path(folder) / "x")
    for row, quote in zip(rows, quotes, strict=True):
        for name in ("text", "title", "role", "via", "cue_text"):
            words = getattr(quote, name) or ""
            guarded = as_csv.is_formula(words) and not raw
            assert row[name] == "'" * guarded + words
        assert row["confidence"] == repr(quote.confidence)


def read_xlsx(path: Path) -> list[dict[str, Any]]:
    """Read it as a program that knows nothing of us; escapes are those of the format."""
    sheet = openpyxl.load_workbook(path)["quotes"]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_xlsx_cells(tmp_path: Path) -> None:
    article = make_article(title="=1+1", date=dt.date(2021, 3, 1))
    early = dt.date(1899, 5, 6)
    words = "a\x0b_x000D_ <&> \r\nb "
    quote = make_quote(article, text=words, role="#N/A", via="x" * 40_000, said_on=early)
    export([quote, quote], tmp_path / "x.xlsx", "xlsx")
    row, _ = read_xlsx(tmp_path / "x.xlsx")
    assert list(row) == [*SHEET.split(","), "as_exported"]
    assert (row["title"], row["role"], row["url"]) == ("=1+1", "#N/A", None)
    assert (row["date"], row["said_on"]) == (dt.datetime(2021, 3, 1), "1899-05-06")
    assert (row["confidence"], len(row["via"])) == (0.9, 32_767)
    assert unescape(row["text"]) == words
    types = {cell.data_type for cell in openpyxl.load_workbook(tmp_path / "x.xlsx").active[2]}
    assert types <= {"s", "inlineStr", "n", "d"}


def test_a_workbook_that_was_saved_is_not_written_over(tmp_path: Path) -> None:
    """Somebody has edited it."""
    path = tmp_path / "x.xlsx"
    quotes = make_quotes(make_article(), 3)
    assert export(quotes, path, "xlsx") == export(quotes, path, "xlsx") == 3
    openpyxl.load_workbook(path).save(path)
    with pytest.raises(UsageError, match="holds something else"):
        export(quotes, path, "xlsx")


def test_more_quotes_than_a_sheet_has_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_xlsx, "LAST_ROW", 3)
    quotes = make_quotes(make_article(), 3)
    assert export(quotes[:2], tmp_path / "x.xlsx", "xlsx") == 2
    with pytest.raises(QuotesError, match="a sheet has room for 2 quotes: export less, or as csv"):
        export(quotes, tmp_path / "y.xlsx", "xlsx")
    assert not (tmp_path / "y.xlsx").exists()


@settings(max_examples=30)
@given(any_quotes())
def test_xlsx_keeps_every_character(quotes: Sequence[Quote]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        assert export(quotes, path, "xlsx") == len(quotes)
        rows = read_xlsx(path)
    for row, quote in zip(rows, quotes, strict=True):
        for name in ("text", "title", "role", "via", "cue_text"):
            assert unescape(row[name] or "") == (getattr(quote, name) or "")


@settings(max_examples=50)
@given(any_quotes())
def test_parquet_keeps_everything(quotes: Sequence[Quote]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        assert export(quotes, path, "parquet") == len(quotes)
        table = parquet.read_table(path)
    assert table.schema.equals(as_parquet.schema())
    rows = table.to_pylist()
    for row in rows:
        row |= {name: tuple(map(tuple, row[name])) for name in ("content", "cue", "source")}
    assert rows == [flat_row(quote) for quote in quotes]


def test_parquet_in_several_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "BATCH", 2)
    quotes = make_quotes(make_article(), 5)
    assert export(quotes, tmp_path / "x", "parquet") == 5
    assert parquet.read_table(tmp_path / "x")["id"].to_pylist() == [q.id for q in quotes]


def test_frame() -> None:
    quotes = [make_quote(make_article()), make_quote(make_article(date=None), speaker=None)]
    frame = to_frame(quotes)
    assert list(frame.columns) == EXPECTED_COLUMNS
    assert frame["date"].dtype == frame["said_on"].dtype == "datetime64[s]"
    assert frame["date"][0] == pandas.Timestamp(MONDAY)
    assert frame["date"].isna().tolist() == [False, True]
    assert frame["speaker"].isna().tolist() == [False, True]
    assert frame["content"][0] == ((0, 25),)
    assert frame["confidence"].mean() == pytest.approx(0.9)


def test_an_empty_frame_has_the_same_types() -> None:
    frame = to_frame([])
    assert list(frame.columns) == EXPECTED_COLUMNS
    assert len(frame) == 0
    assert frame["date"].dtype == "datetime64[s]"
    assert frame["confidence"].dtype == "float64"


@settings(max_examples=30)
@given(any_quotes())
def test_any_quotes_make_a_frame(quotes: Sequence[Quote]) -> None:
    frame = to_frame(quotes)
    assert frame["text"].tolist() == [quote.text for quote in quotes]
    days = [None if pandas.isna(day) else day.date() for day in frame["date"]]
    assert days == [quote.date for quote in quotes]

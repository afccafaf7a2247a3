"""What is read, in which forms, and the line that says what is wrong with it."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import InputError
from quotes.evaluate import evaluate
from quotes.evaluate.gold import read_gold
from quotes.evaluate.predictions import read_predictions

TEXT = "Anna said it will rain."
ANNOTATIONS = [{"attributions": [{"content": [[10, 22]], "source": [[0, 4]]}]}]
ANNOTATED = {"id": "a", "text": TEXT, "annotations": ANNOTATIONS, "date": "2020-11-16"}
ROW = {"article": "a.txt", "content": [[10, 22]], "cue": None}


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_polnear_form_with_the_first_annotator(tmp_path: Path) -> None:
    row = ANNOTATED | {"annotations": [*ANNOTATIONS, {"attributions": []}], "wire": "None"}
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode() + b"\n\n"))
    item = read_gold(path)["a"]
    assert (item.article.text, item.article.date) == (TEXT, dt.date(2020, 11, 16))
    assert [row.content for row in item.attributions] == [((10, 22),)]
    assert not item.attributions[0].gives("speaker")


@pytest.mark.parametrize("place", ["here", "folder", "file"])
def test_our_form_with_texts(tmp_path: Path, place: str) -> None:
    gold = lines(tmp_path / "gold.jsonl", ROW, ROW | {"speaker": None})
    (tmp_path / "texts").mkdir()
    text = {"here": None, "folder": tmp_path / "texts", "file": tmp_path / "dev.jsonl"}[place]
    if place == "file":
        lines(tmp_path / "dev.jsonl", {"id": "a", "text": TEXT})
    else:
        folder = text or tmp_path
        (folder / "a.txt").write_bytes(TEXT.encode() + b"\r\n")
    item = read_gold(gold, text=text)["a.txt"]
    assert item.article.id == "a.txt"
    assert item.article.text.rstrip("\r\n") == TEXT
    assert [row.gives("speaker") for row in item.attributions] == [False, True]


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    gold = lines(tmp_path / "gold.jsonl", ROW)
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo")
    assert read_gold(gold)["a.txt"].article.text == "one\r\ntwo"


@pytest.mark.parametrize("id", ["a.txt", "a", "texts/a.txt", "texts/a.md"])
def test_an_article_is_known_by_its_stem(tmp_path: Path, id: str) -> None:
    gold = read_gold(lines(tmp_path / "gold.jsonl", ANNOTATED | {"id": "a.txt"}))
    pred = lines(tmp_path / "pred.jsonl", {"article_id": id, "content": [[10, 22]]})
    assert len(read_predictions(pred, gold)["a.txt"]) == 1


def test_predictions_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = lines(tmp_path / "gold.jsonl", ANNOTATED)
    row = {"article_id": "a", "content": [[10, 22]], "speaker": "Anna", "confidence": 2}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(row)))
    assert evaluate(gold, pred=Path("-")).figures()["all"]["exact"] == 100.0


def test_other_articles_are_left_out_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = lines(tmp_path / "gold.jsonl", ANNOTATED)
    rows = [{"article_id": id, "content": [[10, 22]]} for id in ("c", "b", "a", "b")]
    pred = lines(tmp_path / "pred.jsonl", *rows)
    assert evaluate(gold, pred=pred).figures()["all"]["pred"] == 1
    assert capsys.readouterr().err == "quotes: left out, not in the gold: b and 1 more\n"


BAD_GOLD: list[tuple[bytes, str]] = [
    (b"", "gold.jsonl: empty"),
    (b'{"article": "a.txt"}\n{oops\n', "gold.jsonl, line 2: no valid JSON"),
    (b"[]\n", "gold.jsonl, line 1: no JSON object"),
    (b'\n{"id": "a", "text": ""}\n', "gold.jsonl, line 2: no gold"),
    (b'{"article": "b.txt", "content": [[0, 1]]}\n', "b.txt: no such file"),
    (b'{"article": "a.txt", "content": [[0]]}\n', "line 1: 'content.0.1': Field required"),
    (b'{"article": "a.txt", "kind": "odd"}\n', "line 1: 'kind': Input should be"),
    (b'{"id": "a", "text": "", "annotations": []}\n', "line 1: 'annotations': List should"),
    (b'{"id": "a", "annotations": [{"attributions": []}]}\n', "line 1: 'text': Field required"),
    (b"\xff\xfe\n", "gold.jsonl: not valid UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), BAD_GOLD, ids=lambda value: str(value)[:30])
def test_bad_gold(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "gold.jsonl").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_gold(tmp_path / "gold.jsonl")
    assert message in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.jsonl", None, "none.jsonl: no such file"),
        ("folder", "folder", "cannot be read (is a directory)"),
        ("plain.gz", b"{}", "cannot be read (not a gzipped file"),
        ("cut.gz", gzip.compress(b'{"article_id": "a"}\n' * 99)[:30], "cannot be read (compressed"),
        ("no-id.jsonl", b'{"content": []}', "line 1: 'article_id': Field required"),
        ("cue.jsonl", b'{"article_id": "a", "cue": [["x", 1]]}', "line 1: 'cue.0.0': Input"),
    ],
)
def test_bad_predictions(tmp_path: Path, name: str, data: Any, message: str) -> None:
    gold = read_gold(lines(tmp_path / "gold.jsonl", ANNOTATED))
    if data == "folder":
        (tmp_path / name).mkdir()
    elif data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_predictions(tmp_path / name, gold)
    assert message in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("text", ["dev.jsonl", "none"])
def test_missing_text(tmp_path: Path, text: str) -> None:
    lines(tmp_path / "dev.jsonl", {"id": "b", "text": TEXT})
    gold = lines(tmp_path / "gold.jsonl", ROW)
    with pytest.raises(InputError, match=r"a\.txt: no such .*--text"):
        read_gold(gold, text=tmp_path / text)

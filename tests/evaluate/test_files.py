"""Files of gold standards: the forms that are read, and the line that says what is wrong with
one."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
from pathlib import Path
from threading import Thread
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
    gold = lines(tmp_path / "gold.jsonl", {"article": "a.txt", "content": [[0, 3]]})
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
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gold = lines(tmp_path / "gold.jsonl", ANNOTATED)
    rows = [{"article_id": id, "content": [[10, 22]]} for id in ("c", "b", "a", "b")]
    pred = lines(tmp_path / "pred.jsonl", *rows)
    assert evaluate(gold, pred=pred).figures()["all"]["pred"] == 1
    assert caplog.messages == ["left out, not in the gold: b and 1 more"]


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
    (b"\xff\xfe\n", "gold.jsonl, line 1: not valid UTF-8"),
    (b'{"article": "\\ud800.txt"}\n', "line 1: half a surrogate pair"),
    (b'{"article": "a.txt", "speaker": "\\udfff"}\n', "line 1: half a surrogate pair"),
    (b'{"article": "../a.txt", "content": [[0, 1]]}\n', "../a.txt: lies outside of"),
    (b'{"article": "/etc/hostname", "content": [[0, 1]]}\n', "/etc/hostname: lies outside of"),
    (b'{"article": "link.txt", "content": [[0, 1]]}\n', "link.txt: lies outside of"),
    (b'{"article": "a\\u0000.txt", "content": [[0, 1]]}\n', "a NUL in its name"),
    (b'{"article": "pipe.txt", "content": [[0, 1]]}\n', "pipe.txt: a pipe, not a file"),
    (b'{"article": "a.txt", "content": [[5, 900]]}\n', "line 1: 'content': [5, 900] is no piece"),
    (b'{"article": "a.txt", "cue": [[5, 4]]}\n', "line 1: 'cue': [5, 4] is no piece of the text"),
    (b'{"article": "a.txt", "source": [[-1, 4]]}\n', "line 1: 'source.0.0': Input should be"),
    (b'{"article": "a.txt", "content": [[0, NaN]]}\n', "line 1: 'content.0.1': Input should be"),
    (b'{"article": "a.txt", "content": [[0, 1180591620717411303424]]}', "1: 'content.0.1': Input"),
    (b'{"article": "a.txt", "content": [[0, ' + b"9" * 5000 + b"]]}", "line 1: no valid JSON"),
    (
        b'{"id": "a", "text": "x", "annotations": [{"attributions": []}]}\n' * 2,
        "stands there twice",
    ),
    (b"[" * 100_000, "line 1: no valid JSON"),
]


@pytest.mark.parametrize(("data", "message"), BAD_GOLD, ids=lambda value: str(value)[:30])
def test_bad_gold(tmp_path: Path, data: bytes, message: str) -> None:
    (folder := tmp_path / "gold").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (folder / "link.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "a.txt").write_text(TEXT)
    (folder / "gold.jsonl").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_gold(folder / "gold.jsonl")
    assert message in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.jsonl", None, "none.jsonl: no such file"),
        ("folder", "folder", "cannot be read (is a directory)"),
        ("cut.gz", gzip.compress(b'{"id": "a"}\n' * 99, mtime=0)[:30], "a damaged gzip file"),
        ("no-id.jsonl", b'{"content": []}', "line 1: 'article_id': Field required"),
        ("nan.jsonl", b'{"article_id": "a", "confidence": NaN}', "line 1: 'confidence': Input"),
        ("far.jsonl", b'{"article_id": "a", "content": [[0, 999]]}', "line 1: 'content': [0, 999]"),
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


@pytest.mark.parametrize("path", ["/dev/zero", "pipe"])
def test_what_has_no_end_is_refused(tmp_path: Path, path: str) -> None:
    """A pipe that a gold file names is no article; one that is the gold file is read."""
    gold = read_gold(lines(tmp_path / "gold.jsonl", ANNOTATED))
    if path == "pipe":
        os.mkfifo(place := tmp_path / path)
        row = {"article_id": "a", "content": [[10, 22]]}
        writer = Thread(target=place.write_text, args=(json.dumps(row),))
        writer.start()
        assert len(read_predictions(place, gold)["a"]) == 1
        writer.join()
    else:
        with pytest.raises(InputError, match="a device, not a file"):
            read_predictions(Path(path), gold)


def test_too_much_gold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.evaluate.lines.MOST", 2_000_000)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f'{{"id": "{"a" * 1_000_000}"}}\n' * 3)
    with pytest.raises(InputError, match=r"gold\.jsonl: more than 2 MB; split it"):
        read_gold(gold)

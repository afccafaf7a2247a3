"""Mistakes by type, brat's form, and the curve."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import InputError, QuotesError
from quotes.evaluate import Evaluation, evaluate
from quotes.evaluate.curve import curve
from quotes.evaluate.gold import read_gold
from quotes.evaluate.predictions import read_predictions

TEXT = "Anna said it will rain today. Bob hopes for sun. Cleo thinks so. Dan sang. Eve wept."


def at(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


GOLD: list[dict[str, Any]] = [
    {"content": at("it will rain today"), "source": at("Anna"), "speaker": "Anna"},
    {"content": at("for sun"), "source": at("Bob"), "speaker": "Bob"},
    {"content": at("so"), "source": at("Cleo"), "speaker": "Cleo"},
]
PRED: list[dict[str, Any]] = [
    {"content": at("it will rain"), "source": at("Anna"), "confidence": 0.9,
     "speaker": {"name": "Ann"}},
    {"content": at("for sun"), "source": at("Cleo"), "confidence": 0.6, "speaker": {"name": "Bob"}},
    {"content": at("wept"), "source": at("Eve"), "confidence": 0.3},
]  # fmt: skip


def write(path: Path, rows: list[dict[str, Any]], **more: Any) -> Path:
    path.write_text("".join(json.dumps(row | more) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def found(tmp_path: Path) -> Evaluation:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = write(tmp_path / "gold.jsonl", GOLD, article="a.txt")
    return evaluate(gold, pred=write(tmp_path / "pred.jsonl", PRED, article_id="a"))


def test_each_type(found: Evaluation) -> None:
    rows = [
        (m.type, m.gold and m.gold.content, m.found and m.found.content) for m in found.mistakes()
    ]
    assert rows == [
        ("missed", "so", None),
        ("spurious", None, "wept"),
        ("boundary", "it will rain today", "it will rain"),
        ("wrong source", "for sun", "for sun"),
        ("wrong speaker", "it will rain today", "it will rain"),
    ]


def test_the_list_for_people(found: Evaluation) -> None:
    printed = found.as_table(errors=1)
    assert printed.startswith(found.as_table() + "\n")
    assert "wrong source: 1\n  a.txt, character 40\n    gold  Bob = Bob | - | for sun\n" in printed
    assert "    found Cleo = Bob | - | for sun" in printed
    assert "a.txt" not in found.as_table(errors=0)


def test_the_list_as_json(found: Evaluation) -> None:
    assert "errors" not in json.loads(found.as_json())
    rows = json.loads(found.as_json(errors=5))["errors"]
    assert rows[0] == {
        "type": "missed",
        "article": "a.txt",
        "gold": {"start": 61, "content": "so", "cue": None, "source": "Cleo", "speaker": "Cleo"},
        "found": None,
    }


def test_the_curve_cuts_at_every_confidence(found: Evaluation) -> None:
    points = curve(list(found.comparisons.values()))
    assert [(p.cut, p.precision, p.recall) for p in points] == [
        (0.9, 1.0, 1 / 3),
        (0.6, 0.5, 1 / 3),
        (0.3, 1 / 3, 1 / 3),
    ]


def test_the_picture_is_a_png(found: Evaluation, tmp_path: Path) -> None:
    found.draw(tmp_path / "curve.png")
    assert (tmp_path / "curve.png").read_bytes().startswith(b"\x89PNG")
    for name in ("no/such.png", "curve.odd"):
        with pytest.raises(QuotesError, match=r"no folder .*/no|cannot be drawn: name a file"):
            found.draw(tmp_path / name)


BRAT = """\
T1\tContent 10 28\tit will rain today
T2\tCue 5 9\tsaid
T3\tSource 0 4\tAnna
E1\tCue:T2 Content:T1 Source:T3
A1\tSpeaker T3 Anna Lee
T4\tsource 30 33\tBob
T5\tcue 34 39\thopes
T6\tcontent 40 43;44 47\tfor sun
R1\tAttribution Arg1:T6 Arg2:T5
R2\tAttribution Arg1:T6 Arg2:T4
T7\tcontent 61 63\tso
R3\tSays Arg1:T3 Arg2:T7
T8\tPlace 0 4\tAnna
#1\tAnnotatorNotes T8\tnot ours
"""


@pytest.mark.parametrize("whole_folder", [True, False])
def test_brat(tmp_path: Path, whole_folder: bool) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(BRAT, encoding="utf-8")
    item = read_gold(tmp_path if whole_folder else tmp_path / "a.ann")["a.txt"]
    assert item.article.text == TEXT
    assert [(r.content, r.cue, r.source, r.speaker) for r in item.attributions] == [
        (((10, 28),), ((5, 9),), ((0, 4),), "Anna Lee"),
        (((40, 43), (44, 47)), ((34, 39),), ((30, 33),), None),
        (((61, 63),), (), ((0, 4),), "Anna Lee"),
    ]
    assert [r.gives("speaker") for r in item.attributions] == [True, False, True]


def test_two_events_over_one_content_keep_their_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = ["T1\tContent 10 28\tit \x85", "T2\tCue 5 9\tsaid", "T3\tSource 0 4\tAnna",
             "T4\tCue 34 39\thopes", "T5\tSource 30 33\tBob",
             "E1\tCue:T2 Source:T3 Content:T1", "E2\tCue:T4 Source:T5 Content:T1"]  # fmt: skip
    (tmp_path / "a.ann").write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    rows = read_gold(tmp_path)["a.txt"].attributions
    assert [row.source for row in rows] == [((0, 4),), ((30, 33),)]


def test_brat_in_folders(tmp_path: Path) -> None:
    for name in ("x/a.b", "y/z/a.b"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / f"{name}.txt").write_text(f"<p>{TEXT}", encoding="utf-8")
        (tmp_path / f"{name}.ann").write_text("T1\tContent 13 31\tit will\n", encoding="utf-8")
    gold = read_gold(tmp_path)
    assert list(gold) == ["x/a.b.txt", "y/z/a.b.txt"]
    assert {item.article.text for item in gold.values()} == {f"<p>{TEXT}"}
    for id in ("x/a.b", "x/a.b.txt", "https://x/a.b"):
        rows = [{"content": [[13, 31]], "article_id": id}]
        found = read_predictions(write(tmp_path / "pred.jsonl", rows), gold)
        assert list(found) == ["x/a.b.txt"]


def test_bad_brat_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.ann file"):
        read_gold(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tContent x 28\tit\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.ann, line 1: no span"):
        read_gold(tmp_path)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.ann").write_text("T1\tContent 0 4\tAnna\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt"):
        read_gold(tmp_path)
    (tmp_path / "a.ann").write_text(f"T1\tContent 0 {'9' * 5000}\tAnna\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.ann, line 1: no span"):
        read_gold(tmp_path)
    (tmp_path / "a.ann").write_bytes(b"\xff\xc3\x28")
    with pytest.raises(InputError, match="not valid UTF-8"):
        read_gold(tmp_path)

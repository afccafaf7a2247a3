"""A tiny gold file whose figures are worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluate import evaluate
from quotes.records import Article, Quote, Speaker

TEXT = 'Anna Berg said it will rain. "We leave now," Carl told Dora. Eve thinks not.\n'


def at(*words: str) -> list[list[int]]:
    """Where the words stand in TEXT."""
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


GOLD: list[dict[str, Any]] = [
    {
        "content": at("it will rain"),
        "cue": at("said"),
        "source": at("Anna Berg"),
        "speaker": ["Anna", "Anna Berg"],
        "role": "mayor",
        "via": "Interfax",
    },
    {
        "content": at('"We leave now,"'),
        "cue": at("told"),
        "source": at("Carl"),
        "speaker": "Carl Dahl",
        "role": None,
    },
    {"content": at("not"), "cue": at("thinks"), "source": at("Eve"), "optional": True},
]
PRED: list[dict[str, Any]] = [
    {  # two of three words, the right source and speaker, no cue
        "content": at("will rain"),
        "source": at("Berg"),
        "speaker": {"name": "ANNA BERG"},
        "role": "the mayor",
        "via": "interfax",
        "act": "speech",
    },
    {  # the right words, the wrong source and speaker
        "content": at("We leave now"),
        "cue": at("told"),
        "source": at("Dora"),
        "speaker": {"name": "Dora"},
        "act": "speech",
    },
    {"content": at("not"), "act": "thought"},  # optional: counts on neither side
    {"content": at("Dora"), "act": "thought", "speaker": None},  # nobody said this
    {"content": at(". "), "act": "thought"},  # has no word
]

FIGURES: dict[str, dict[str, float | None]] = {
    "all": {
        "gold": 2,
        "pred": 3,
        "exact": 40.0,  # one right: 1/3 and 1/2
        "half": 80.0,  # 2/3 and 2/2
        "half_p": 66.7,
        "half_r": 100.0,
        "soft": 74.1,  # (2/2 + 3/3) / 3 and (2/3 + 3/3) / 2
        "token": 83.3,  # 5 words in both; 6 and 6
        "linked": 40.0,
        "source": 50.0,
        "cue": 50.0,
        "name": 50.0,
        "role": 50.0,
        "via": 100.0,
        "who": 50.0,
    },
    "quoted": {
        "gold": 1,
        "pred": 1,
        "exact": 100.0,
        "half": 100.0,
        "half_p": 100.0,
        "half_r": 100.0,
        "soft": 100.0,
        "token": 100.0,
        "linked": 0.0,
        "source": 0.0,
        "cue": 100.0,
        "name": 0.0,
        "role": 0.0,
        "via": None,
        "who": 0.0,
    },
    "indirect": {
        "gold": 1,
        "pred": 2,
        "exact": 0.0,
        "half": 66.7,
        "half_p": 50.0,
        "half_r": 100.0,
        "soft": 57.1,  # 1/2 and 2/3
        "token": 66.7,
        "linked": 66.7,
        "source": 100.0,
        "cue": 0.0,
        "name": 100.0,
        "role": 100.0,
        "via": 100.0,
        "who": 100.0,
    },
}
FIGURES["direct"] = FIGURES["quoted"]

TABLE = """\
             gold    pred   exact    half  half_p  half_r    soft   token  linked  source     cue
all             1       1     0.0     0.0     0.0     0.0     0.0     0.0     0.0       -       -
quoted          0       1     0.0     0.0     0.0       -     0.0     0.0     0.0       -       -
direct          0       1     0.0     0.0     0.0       -     0.0     0.0     0.0       -       -
indirect        1       0     0.0     0.0       -     0.0     0.0     0.0     0.0       -       -"""


def write(path: Path, rows: list[dict[str, Any]], **more: Any) -> Path:
    path.write_text("".join(json.dumps(row | more) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return write(tmp_path / "gold.jsonl", GOLD, article="a.txt")


def test_figures(gold: Path, tmp_path: Path) -> None:
    pred = write(tmp_path / "pred.jsonl", PRED, article_id="a.txt")
    figures = evaluate(gold, pred=pred).figures()
    assert figures == FIGURES
    assert list(figures) == ["all", "quoted", "direct", "indirect"]
    assert list(figures["all"]) == list(FIGURES["all"])
    printed = evaluate(gold, pred=pred).as_json()
    assert json.loads(printed) == FIGURES


def test_act_leaves_out_the_other_one(gold: Path, tmp_path: Path) -> None:
    pred = write(tmp_path / "pred.jsonl", PRED, article_id="a.txt")
    figures = evaluate(gold, pred=pred, act="speech").figures()["all"]
    assert (figures["gold"], figures["pred"], figures["half"]) == (2, 2, 100.0)


def test_table_has_a_dash_where_nothing_counts(tmp_path: Path) -> None:
    annotations = [{"attributions": [{"content": at("it will rain")}]}]
    gold = write(tmp_path / "gold.jsonl", [{"id": "a", "text": TEXT, "annotations": annotations}])
    pred = write(
        tmp_path / "pred.jsonl", [{"article_id": "a.txt", "content": at('"We leave now,"')}]
    )
    assert evaluate(gold, pred=pred).as_table() == TABLE


def test_a_source_where_gold_has_none_is_wrong(tmp_path: Path) -> None:
    annotations = [{"attributions": [{"content": at("it will rain")}]}]
    gold = write(tmp_path / "gold.jsonl", [{"id": "a", "text": TEXT, "annotations": annotations}])
    row = {"article_id": "a", "content": at("it will rain"), "source": None}
    found = write(tmp_path / "found.jsonl", [row])
    wrong = write(tmp_path / "wrong.jsonl", [row | {"source": at("Carl")}])
    assert evaluate(gold, pred=found).figures()["all"]["linked"] == 100.0
    assert evaluate(gold, pred=wrong).figures()["all"]["linked"] == 0.0


def test_one_to_one_with_the_best_overlap_first(tmp_path: Path) -> None:
    annotations = [{"attributions": [{"content": at("it will"), "source": at("Berg")}]}]
    gold = write(tmp_path / "gold.jsonl", [{"id": "a", "text": TEXT, "annotations": annotations}])
    rows = [
        {"content": at("it will rain")},
        {"content": at("it will"), "source": at("Carl")},
        {"content": at("it will"), "source": at("Anna Berg")},
    ]
    pred = write(tmp_path / "pred.jsonl", rows, article_id="a")
    figures = evaluate(gold, pred=pred).figures()["all"]
    assert (figures["half_p"], figures["linked"], figures["exact"]) == (33.3, 50.0, 50.0)


def test_without_predictions_our_own_extraction_is_measured(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract_many(articles: Iterator[Article]) -> Iterator[tuple[Article, list[Quote]]]:
        for article in articles:
            yield (
                article,
                [
                    Quote(
                        id=str(number),
                        article_id=article.id,
                        kind="indirect",
                        act=row["act"],
                        text="",
                        content=tuple(map(tuple, row["content"])),
                        cue=tuple(map(tuple, row.get("cue", ()))),
                        source=tuple(map(tuple, row.get("source", ()))),
                        speaker=Speaker(**row["speaker"]) if row.get("speaker") else None,
                        role=row.get("role"),
                        via=row.get("via"),
                        confidence=0.5,
                    )
                    for number, row in enumerate(PRED)
                ],
            )

    monkeypatch.setattr("quotes.api.extract_many", extract_many)
    assert evaluate(gold).figures() == FIGURES

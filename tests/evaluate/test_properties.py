"""Properties of the figures of every gold file and every prediction."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.evaluate import evaluate

SLOTS, WORDS = 4, 6  # stretches of text that have at most one attribution each, and their words
LENGTH = 5 * WORDS  # characters of a stretch
TEXT = "word " * SLOTS * WORDS
FEW = settings(max_examples=40)  # each example writes and reads files
NAMES = st.sampled_from(["Anna Berg", "Carl Dahl", None])


@st.composite
def pieces(draw: st.DrawFn, slot: int) -> list[list[int]]:
    """The offsets of some words, side by side, in one stretch."""
    first = draw(st.integers(0, WORDS - 1))
    last = draw(st.integers(first, WORDS - 1))
    return [[slot * LENGTH + 5 * first, slot * LENGTH + 5 * last + 4]]


@st.composite
def attributions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """At most one attribution in each stretch of each of three articles, in any order."""
    places = st.sets(st.tuples(st.sampled_from("abc"), st.integers(0, SLOTS - 1)), min_size=1)
    rows = [
        {
            "article": f"{name}.txt",
            "article_id": f"{name}.txt",
            "content": draw(pieces(slot)),
            "source": draw(pieces(slot) | st.none()),
            "cue": draw(pieces(slot) | st.none()),
            "speaker": draw(NAMES),
            "role": draw(st.sampled_from(["mayor", None])),
        }
        for name, slot in sorted(draw(places))
    ]
    return draw(st.permutations(rows))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts")
    for name in "abc":
        (path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return path


def figures(folder: Path, gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> Any:
    for name, rows in (("gold", gold), ("pred", pred)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return evaluate(folder / "gold.jsonl", pred=folder / "pred.jsonl").figures()


@FEW
@given(attributions())
def test_a_perfect_prediction_has_a_hundred_everywhere(
    folder: Path, gold: list[dict[str, Any]]
) -> None:
    report = figures(folder, gold, gold)
    for subset in ("all", "indirect"):
        counts = (report[subset].pop("gold"), report[subset].pop("pred"))
        assert counts == (len(gold), len(gold))
        assert set(report[subset].values()) <= {100.0, None}
        assert report[subset]["who"] == 100.0


@FEW
@given(attributions(), attributions(), st.data())
def test_the_order_of_lines_changes_nothing(
    folder: Path, gold: list[dict[str, Any]], pred: list[dict[str, Any]], data: st.DataObject
) -> None:
    named = {row["article"] for row in gold}
    pred = [row for row in pred if row["article"] in named]
    other_gold, other_pred = data.draw(st.permutations(gold)), data.draw(st.permutations(pred))
    assert figures(folder, gold, pred) == figures(folder, other_gold, other_pred)


@FEW
@given(attributions(), attributions())
def test_figures_are_shares(
    folder: Path, gold: list[dict[str, Any]], pred: list[dict[str, Any]]
) -> None:
    named = {row["article"] for row in gold}
    for subset in figures(folder, gold, [row for row in pred if row["article"] in named]).values():
        shares = [value for key, value in subset.items() if key not in ("gold", "pred")]
        assert all(value is None or 0 <= value <= 100 for value in shares)
        assert subset["exact"] <= subset["half"] >= subset["linked"]

"""The sample articles: what is found in them, and how good it is."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import quotes
from quotes.evaluate import evaluate
from quotes.reading import Skipped, read_paths
from quotes.records import Article
from tests.data.misses import GOLDEN_MISSES
from tests.same import assert_same_quotes

SEEDS = Path(__file__).parent.parent / "seeds"
GOLDEN = Path(__file__).parent / "golden"


def articles() -> list[Article]:
    found = [item for item in read_paths([SEEDS]) if not isinstance(item, Skipped)]
    assert all(isinstance(item, Article) for item in found)
    return found  # type: ignore[return-value]


def read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf8").splitlines()


def rows(lines: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("name", sorted(GOLDEN_MISSES))
def test_what_is_wrong_in_golden_is_there_still(name: str) -> None:
    """Whoever mends one takes it out of the list."""
    texts = [row["text"] for row in rows(read_lines(GOLDEN / f"{name}.jsonl"))]
    assert [text for text in GOLDEN_MISSES[name] if text not in texts] == []


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.id)
def test_golden(article: Article) -> None:
    """Quote by quote as in tests/golden; `UPDATE_GOLDEN=1 pytest` writes them anew."""
    lines = [quote.model_dump_json() for quote in quotes.extract(article)]
    path = GOLDEN / f"{Path(article.id).stem}.jsonl"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf8")
    assert_same_quotes(rows(lines), rows(read_lines(path)))


def test_every_span_gives_its_words() -> None:
    for article in articles():
        for quote in quotes.extract(article):
            for places, text in (
                (quote.content, quote.text),
                (quote.cue, quote.cue_text),
                (quote.source, quote.source_text),
            ):
                assert " … ".join(article.text[a:b] for a, b in places) == (text or "")


def test_figures_do_not_fall() -> None:
    """The shipped model on the sample articles, with a margin for another processor's rounding."""
    report = evaluate(SEEDS / "gold.jsonl", act="speech").figures()["all"]
    assert report["half"] >= 85
    assert report["who"] >= 80

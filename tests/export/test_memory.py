"""However many quotes there are, no more than some are held."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.export import How, export
from quotes.export.back import read_quotes
from quotes.records import Article, Quote
from tests.store.build import make_article, make_quote

COUNT, OF_ONE = 20_000, 50
TEXT = "The bridge opens in May, the mayor said. " * 500
MB = 1_000_000
LIMITS = {"csv": 1, "jsonl": 1, "webannotation": 1, "brat": 3, "datasette": 1}
"""Megabytes; a ZIP archive has to know its entries to the end."""


def article(id: str) -> Article:
    """A text of its own for each, as a database gives it: some 20 kB."""
    return make_article(id, text=TEXT[: len(TEXT) - int(id) % 9])


def many() -> Iterator[Quote]:
    """20,000 quotes, which would be some 28 MB at once, of 400 articles, some 8 MB."""
    model = make_quote(make_article(text=TEXT))
    for number in range(COUNT):
        id = str(number // OF_ONE)
        words = f"The bridge opens in May, said number {number}. " * 5
        yield model.model_copy(update={"id": f"{number:x}", "article_id": id, "text": words})


def peak_of(action: str, path: Path) -> int:
    """The most bytes that Python held at a time, beyond those before."""
    tracemalloc.start()
    try:
        if action == "read":
            count = sum(1 for _ in read_quotes(path))
        else:
            count = export(many(), path, action, how=How(article=article))
        assert count == COUNT
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("format", LIMITS)
def test_writers_stream(tmp_path: Path, format: str) -> None:
    assert peak_of(format, tmp_path / "x") < LIMITS[format] * MB


def test_reading_back_streams(tmp_path: Path) -> None:
    export(many(), tmp_path / "x", "jsonl")
    assert peak_of("read", tmp_path / "x") < 2 * MB

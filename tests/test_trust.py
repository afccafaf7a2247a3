"""Nothing glued, nothing cut, nobody's words given to another: the table of tests/data/trust.py,
read with the shipped model and registry."""

from __future__ import annotations

import pytest

import quotes
from tests.data.trust import MISSES, ROWS, Row, Said


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}: {row.text[:40]}")
def test_all_that_is_said(row: Row, request: pytest.FixtureRequest) -> None:
    if row.text[:40] in MISSES:
        request.applymarker(pytest.mark.xfail(strict=True))
    found = [
        Said(
            quote.text, quote.speaker.name if quote.speaker else None, quote.kind, quote.factuality
        )
        for quote in quotes.extract(row.text)
    ]
    assert tuple(found) == row.said

"""The speakers in the table of tests/data/people.py, read with the shipped model and registry."""

from __future__ import annotations

import pytest

import quotes
from tests.data.people import MISSES, ROWS, Row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.phenomenon}: {row.text[:40]}")
def test_who_said_it(row: Row, request: pytest.FixtureRequest) -> None:
    if row.text[:40] in MISSES:
        request.applymarker(pytest.mark.xfail(strict=True))
    article = quotes.Article(id="invented", text=row.text, date=row.date)
    ((_, found),) = quotes.extract_many([article])
    for said in row.said:
        quote = next(quote for quote in found if said.content in quote.text)
        assert (quote.speaker.name if quote.speaker else None) in said.names
        assert not said.roles or quote.role in said.roles

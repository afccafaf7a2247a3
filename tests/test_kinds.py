"""How many passages of each kind of fault are read right: the tables of tests/data/kinds, with the
shipped model and registry. Whoever makes more of them right raises the numbers."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

import quotes
from tests.data.kinds import seen, unseen
from tests.data.kinds.form import Row, Said

RIGHT = {
    "affiliation as role": (9, 8),
    "agency": (8, 4),
    "body before": (8, 9),
    "he": (11, 7),
    "named elsewhere": (7, 7),
    "no commas": (9, 8),
    "no rubbish": (11, 8),
    "relation": (7, 9),
    "relative clause": (6, 8),
    "role elsewhere": (9, 6),
    "short name": (9, 8),
    "trade": (8, 8),
    "unnamed": (10, 8),
    "via": (12, 7),
}
"""Of each kind, how many of `seen` and of `unseen` are right."""


def _agrees(found: list[quotes.Quote], said: Said) -> bool:
    quote = next((quote for quote in found if said.content in quote.text), None)
    if quote is None:
        return False
    name = quote.speaker.name if quote.speaker else None
    fine = name in said.names and (not said.roles or quote.role in said.roles)
    return fine and (not said.via or quote.via in said.via)


def _is_right(row: Row) -> bool:
    found = quotes.extract(row.text)
    return all(_agrees(found, said) for said in row.said)


@cache
def _right(table: str) -> Counter[str]:
    rows = {"seen": seen.ROWS, "unseen": unseen.ROWS}[table]
    return Counter(row.kind for row in rows if _is_right(row))


@pytest.mark.parametrize("kind", sorted(RIGHT))
def test_as_many_are_right(kind: str) -> None:
    assert (_right("seen")[kind], _right("unseen")[kind]) == RIGHT[kind]


@pytest.mark.parametrize("rows", [seen.ROWS, unseen.ROWS], ids=["seen", "unseen"])
def test_the_pieces_are_in_the_texts(rows: tuple[Row, ...]) -> None:
    for row in rows:
        assert all(row.text.count(said.content) == 1 for said in row.said), row.text[:40]
    assert min(Counter(row.kind for row in rows).values()) >= 6

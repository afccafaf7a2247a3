"""The table of pairs: what is joined and what is kept apart, against what is promised."""

from __future__ import annotations

import datetime as dt
import tomllib
from itertools import chain
from pathlib import Path

from quotes.sayings import Said, decide, saying_keys

PARTS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf8"))
JOINED, KEPT_APART = 0.90, 0.99
DAY = dt.date(2021, 3, 1)


def rows(verdict: str) -> list[tuple[str, str]]:
    found = chain.from_iterable(part[verdict] for part in PARTS.values())
    return [(one, other) for _, one, other in found]


def is_same(one: str, other: str) -> bool:
    said = [Said(text, speaker="one", day=DAY) for text in (one, other)]
    decision = decide(*said)
    assert decision == decide(*reversed(said))
    return decision.verdict == "same"


def test_there_are_enough_and_each_once() -> None:
    assert len(set(rows("same"))) == len(set(rows("different"))) == 150


def test_one_quotation_is_joined() -> None:
    found = [is_same(*pair) for pair in rows("same")]
    assert sum(found) >= JOINED * len(found)


def test_two_quotations_are_kept_apart() -> None:
    found = [not is_same(*pair) for pair in rows("different")]
    assert sum(found) >= KEPT_APART * len(found)


def test_what_is_joined_shares_keys() -> None:
    """Else the store would never compare the two."""
    keys = ([set(saying_keys(text, "direct")) for text in pair] for pair in rows("same"))
    assert all(one & other for one, other in keys)

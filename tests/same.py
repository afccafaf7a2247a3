"""Quotes compared as far as processors agree: each rounds otherwise, which moves confidences by a
few hundredths and turns a few of the quotes that could as well have been found otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

NEARLY = 0.05  # by which confidences may differ
LEAST = 0.9  # the share of quotes that must be the same


def assert_same_quotes(found: Sequence[dict[str, Any]], wanted: Sequence[dict[str, Any]]) -> None:
    """Rows of quotes with ids and confidences: nine in ten must be the same in all fields."""
    mine, theirs = ({row["id"]: row for row in rows} for rows in (found, wanted))
    same = {id for id in mine.keys() & theirs.keys() if _same(mine[id], theirs[id])}
    differing = [row for rows in (mine, theirs) for id, row in rows.items() if id not in same]
    assert len(mine) == len(found)
    assert 2 * len(same) >= LEAST * (len(mine) + len(theirs)), differing
    assert [id for id in mine if id in same] == [id for id in theirs if id in same]


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    fields = [{name: row[name] for name in row if name != "confidence"} for row in (one, other)]
    sure = [float(row["confidence"]) for row in (one, other)]
    return fields[0] == fields[1] and abs(sure[0] - sure[1]) <= NEARLY

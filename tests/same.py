"""Quotes compared as far as processors agree: each rounds otherwise, which moves confidences by a
few hundredths and turns a few of the quotes that could as well have been found otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

NEARLY = 0.05  # by which confidences may differ
MOST = 2  # quotes of an article that may differ
SHARE = 0.08  # of all quotes that may differ


def assert_same_quotes(found: Sequence[dict[str, Any]], wanted: Sequence[dict[str, Any]]) -> None:
    """Rows of quotes, which have all fields in common but for a few in all and of each article."""
    mine, theirs = ({row["id"]: row for row in rows} for rows in (found, wanted))
    same = {id for id in mine.keys() & theirs.keys() if _same(mine[id], theirs[id])}
    assert len(mine) == len(found)
    assert [id for id in mine if id in same] == [id for id in theirs if id in same]
    for rows in (mine, theirs):
        differing = [row for id, row in rows.items() if id not in same]
        articles = Counter(row["article_id"] for row in differing)
        assert len(differing) <= SHARE * len(rows), differing
        assert all(count <= MOST for count in articles.values()), differing


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    fields = [{name: row[name] for name in row if name != "confidence"} for row in (one, other)]
    sure = [float(row["confidence"]) for row in (one, other)]
    return fields[0] == fields[1] and abs(sure[0] - sure[1]) <= NEARLY

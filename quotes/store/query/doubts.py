"""The quotes to check first, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotes.records import PIECE_JOINER
from quotes.store.db.asking import Reader, Row, ask, where
from quotes.store.query.chosen import SURENESS, Chosen
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.listing import load_quotes
from quotes.store.query.many import few_of
from quotes.store.records import Doubt

PIECES, STRANGER = 0.15, 0.1
"""By so much less sure one may be of a quote in pieces, and of one by somebody never heard of: both
are wrong more often than their confidence says."""

SURE = 0.9
"""A confidence from which on it is no reason to doubt."""

_STRANGER = """
speakers.registry_id IS NULL AND speakers.type = 'person' AND NOT EXISTS (
    SELECT 1 FROM quotes AS others
    WHERE others.speaker_id = quotes.speaker_id AND others.article <> quotes.article
)
"""

FIRST, MORE = 500, 8
"""Of so many of the least sure the most doubtful are looked for first, then of so many times more:
a surer one cannot be more doubtful than its confidence and both reasons make it."""

_UNCHECKED = "NOT EXISTS (SELECT 1 FROM verdicts WHERE verdicts.quote = quotes.key)"
_LOW = f"SELECT quotes.key AS key, {SURENESS} AS sure FROM quotes"
_DOUBTED = f"""
SELECT key, pieces, stranger, confidence - {PIECES} * pieces - {STRANGER} * stranger AS score,
       count(*) OVER () AS seen, max(sure) OVER () AS surest
FROM (
    SELECT quotes.key AS key, quotes.confidence AS confidence, low.sure AS sure,
           CASE WHEN quotes.text LIKE :joint THEN 1 ELSE 0 END AS pieces,
           CASE WHEN {_STRANGER} THEN 1 ELSE 0 END AS stranger
    FROM ({{low}}) AS low JOIN quotes ON quotes.key = low.key
    LEFT JOIN speakers ON speakers.id = quotes.speaker_id
) AS doubted
ORDER BY score, key
"""


def list_doubts(reader: Reader, filters: Filters, limit: int | None) -> list[Doubt]:
    """Quotes that nobody has checked, the most doubtful first, each with the reasons."""
    check_limit(limit)
    chosen = filters.chosen(reader)
    values = chosen.values | {"joint": f"%{PIECE_JOINER}%"}
    low = _low(reader, chosen)
    if limit is None:
        rows = ask(reader, _DOUBTED.format(low=low), values)
    else:
        rows = _first(reader, low, values, limit)
    quotes = load_quotes(reader, [row.key for row in rows])
    return [
        Doubt(quote=quote, reasons=_reasons(row, quote.confidence))
        for row, quote in zip(rows, quotes, strict=True)
    ]


def _low(reader: Reader, chosen: Chosen) -> str:
    """The quotes, the least sure first: sorted, where they are few or of an outlet; else an index
    has them in this order, from the least sure that is asked for on."""
    few = few_of(reader, chosen)
    if not few and chosen.publishers is not None:
        few = frozenset({"publisher"})
    conditions = [*chosen.begun_with(few), _UNCHECKED]
    if few:
        return f"{_LOW} {where(conditions)} ORDER BY {SURENESS} + 0"
    if "min_confidence" in chosen.others:
        conditions.append(chosen.indexed("min_confidence"))
    return f"{_LOW} {where(conditions)} ORDER BY {SURENESS}"


def _first(reader: Reader, low: str, values: Mapping[str, Any], limit: int) -> list[Row]:
    size = max(FIRST, limit)
    while True:
        asked = _DOUBTED.format(low=f"{low} LIMIT {size:d}")
        rows = ask(reader, f"{asked} LIMIT {limit:d}", values)
        if not rows or rows[0].seen < size:
            return rows
        if rows[-1].score < rows[0].surest / 1000 - PIECES - STRANGER:
            return rows
        size *= MORE


def _reasons(row: Row, confidence: float) -> tuple[str, ...]:
    known = {
        f"confidence {confidence:.2f}": confidence < SURE,
        "in pieces": row.pieces,
        "a speaker of one article": row.stranger,
    }
    return tuple(reason for reason, holds in known.items() if holds) or (
        f"confidence {confidence:.2f}",
    )

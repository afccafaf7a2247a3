"""The quotes to check first, and why."""

from __future__ import annotations

from quotes.records import PIECE_JOINER
from quotes.store.db.asking import Reader, Row, ask, where
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.listing import load_quotes
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

_DOUBTED = f"""
SELECT quotes.key AS key, quotes.confidence AS confidence,
       CASE WHEN quotes.text LIKE :joint THEN 1 ELSE 0 END AS pieces,
       CASE WHEN {_STRANGER} THEN 1 ELSE 0 END AS stranger
FROM quotes LEFT JOIN speakers ON speakers.id = quotes.speaker_id
"""


def list_doubts(reader: Reader, filters: Filters, limit: int | None) -> list[Doubt]:
    """Quotes that nobody has checked, the most doubtful first, each with the reasons."""
    chosen = filters.chosen(reader)
    unchecked = "NOT EXISTS (SELECT 1 FROM verdicts WHERE verdicts.quote = quotes.key)"
    asked = f"""
    SELECT key, pieces, stranger FROM (
        {_DOUBTED} {where([*chosen.conditions, unchecked])}
    ) AS doubted
    ORDER BY confidence - {PIECES} * pieces - {STRANGER} * stranger, key
    """
    if check_limit(limit) is not None:
        asked += f" LIMIT {limit:d}"
    rows = ask(reader, asked, chosen.values | {"joint": f"%{PIECE_JOINER}%"})
    quotes = load_quotes(reader, [row.key for row in rows])
    return [
        Doubt(quote=quote, reasons=_reasons(row, quote.confidence))
        for row, quote in zip(rows, quotes, strict=True)
    ]


def _reasons(row: Row, confidence: float) -> tuple[str, ...]:
    known = {
        f"confidence {confidence:.2f}": confidence < SURE,
        "in pieces": row.pieces,
        "a speaker of one article": row.stranger,
    }
    return tuple(reason for reason, holds in known.items() if holds) or (
        f"confidence {confidence:.2f}",
    )

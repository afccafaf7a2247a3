"""Where a saying was published, in which wordings, and how these differ from the whole one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotes.reading.headlines import plain
from quotes.store.db.asking import Reader, Row, ask
from quotes.store.db.errors import readable
from quotes.store.query.differences import cuts, differences
from quotes.store.query.unique import FIRST_SEEN
from quotes.store.records import Occurrence, Segment, Wording
from quotes.store.schema.values import MEANT, day_of, id_of, unpack_spans
from quotes.store.search.tokens import tokens_of

TOP = 1_000
"""Letters of an article among which its headline is looked for."""

_OCCURRENCES = f"""
SELECT quotes.key AS key, quotes.id AS id, articles.id AS article_id,
       articles.publisher AS publisher, articles.date AS date, quotes.text AS text,
       quotes.content AS content, quotes.kind AS kind, speakers.name AS speaker,
       articles.title AS title, substr(articles.text, 1, {TOP}) AS top
FROM quotes JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
WHERE quotes.key = :key OR quotes.key IN (
    SELECT others.quote FROM sayings AS others
    JOIN sayings AS mine ON mine.saying = others.saying
    WHERE mine.quote = :key
)
ORDER BY {FIRST_SEEN}
"""


def occurrences_of(reader: Reader, key: int) -> dict[int, Occurrence]:
    """The quote of this key and all that say the same, by key, the earliest first."""
    return {row.key: _occurrence(row) for row in ask(reader, _OCCURRENCES, {"key": key})}


def whole_of(occurrences: Sequence[Occurrence]) -> Occurrence:
    """The longest, of the earliest day."""
    return max(occurrences, key=lambda one: len(one.text))


def wordings_of(whole: Occurrence, occurrences: Sequence[Occurrence]) -> list[Wording]:
    """Each wording beside the whole one: its own first, then the others as they come. Case, marks
    and diacritics make no other wording."""
    found: dict[tuple[str, ...], list[Occurrence]] = {tuple(tokens_of(whole.text)): []}
    for one in occurrences:
        found.setdefault(tuple(tokens_of(one.text)), []).append(one)
    return [_wording(whole, same) for same in found.values()]


def _wording(whole: Occurrence, same: Sequence[Occurrence]) -> Wording:
    text = whole.text if whole in same else same[0].text
    parts = differences(whole.text, text)
    return Wording(
        text=text,
        segments=tuple(Segment(what=part.what, text=part.text) for part in parts),
        cut=tuple(cuts(parts)),
        occurrences=tuple(same),
    )


def _occurrence(row: Row) -> Occurrence:
    with readable(row.article_id):
        starts = [start for start, _ in unpack_spans(row.content)]
        values: dict[str, Any] = {
            "kind": MEANT["kind"][row.kind],
            "in_headline": bool(starts) and _is_in_headline(min(starts), row.title, row.top),
        }
        return Occurrence(
            id=id_of(row.id),
            article_id=row.article_id,
            publisher=row.publisher,
            date=day_of(row.date),
            text=row.text,
            speaker=row.speaker,
            **values,
        )


def _is_in_headline(start: int, title: str | None, top: str) -> bool:
    """True if a place of a text is in the line above it that is its title."""
    if title is None or start >= len(top):
        return False
    end = top.find("\n", start)
    line = top[top.rfind("\n", 0, start) + 1 : end if end >= 0 else len(top)]
    return plain(line.lstrip("# ")).casefold() == plain(title).casefold()

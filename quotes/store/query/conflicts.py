"""Quotes whose words somebody else is given, too: one of the two articles must be wrong, or one
person repeats another.

Sayings cannot tell, as two known speakers never share one. The words must be the same, but for
marks and case, and say as much as nobody says twice by chance.
"""

from __future__ import annotations

from collections import defaultdict

from quotes.records import Quote
from quotes.sayings.decide import RARE, Said, evidence, substance
from quotes.store.db.asking import Reader, Row, among_numbers, ask
from quotes.store.query.alike import Alike
from quotes.store.query.listing import WORDS, load_quotes
from quotes.store.speakers.people import persons_of

MOST = 100
"""So many quotes with the words of one are looked at."""

LETTERS = 30
"""Fewer say nothing that is rare."""

_SAID = f"""
SELECT quotes.key AS key, quotes.speaker_id AS speaker, quotes.text AS text, {WORDS} AS words
FROM quotes JOIN speakers ON speakers.id = quotes.speaker_id
WHERE quotes.kind = 2 AND speakers.type NOT IN ('group', 'unnamed')
AND length(quotes.text) >= :letters
"""
"""Direct quotes of speakers who can be told from others."""

_TWICE = f"""
SELECT said.key AS key, said.speaker AS speaker, said.text AS text, said.words AS words
FROM ({_SAID}) AS said JOIN (
    SELECT words FROM ({_SAID}) AS every GROUP BY words HAVING count(DISTINCT speaker) > 1
) AS twice ON twice.words = said.words
"""

_VALUES = {"letters": LETTERS}


def in_conflict(reader: Reader) -> str:
    """A condition, of `quotes`: somebody else is given the same words."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in ask(reader, _TWICE, _VALUES):
        groups[row.words].append(row)
    rare = [rows for rows in groups.values() if _is_rare(rows[0].text)]
    people = persons_of(reader, {row.speaker for rows in rare for row in rows})
    told = [rows for rows in rare if len({people[row.speaker] for row in rows}) > 1]
    return f"quotes.key IN {among_numbers(row.key for rows in told for row in rows)}"


def conflicts_of(reader: Reader, key: int) -> list[Quote]:
    """The quotes of others with the same words as the quote of this key."""
    (mine, *_) = ask(reader, f"{_SAID} AND quotes.key = {key:d}", _VALUES) or [None]
    if mine is None or not _is_rare(mine.text):
        return []
    near = among_numbers(Alike(reader).in_a_row(mine.text, MOST))
    rows = ask(reader, f"{_SAID} AND quotes.key IN {near} ORDER BY quotes.key", _VALUES)
    same = [row for row in rows if row.words == mine.words]
    people = persons_of(reader, {mine.speaker, *(row.speaker for row in same)})
    others = [row.key for row in same if people[row.speaker] != people[mine.speaker]]
    return load_quotes(reader, others)


def _is_rare(text: str) -> bool:
    return substance(evidence(Said(text))) >= RARE

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
from quotes.store.db.connection import Connection
from quotes.store.query.listing import WORDS, load_quotes
from quotes.store.speakers.people import persons_of

LETTERS = 30
"""Fewer say nothing that is rare."""

_SAID = f"""
SELECT quotes.key AS key, quotes.speaker_id AS speaker, quotes.text AS text, {WORDS} AS words
FROM quotes JOIN speakers ON speakers.id = quotes.speaker_id
WHERE {{which}} AND speakers.type NOT IN ('group', 'unnamed')
"""
"""Quotes of speakers who can be told from others."""

_KEPT = "quotes.key IN (SELECT same_words.quote FROM same_words)"

_DIRECT = f"quotes.kind = 2 AND length(quotes.text) >= {LETTERS}"
_LONG, _PART = f"length({WORDS})", f"substr({WORDS}, 9, 12)"
"""SQL of how long a quote's words are, and of twelve letters from the ninth on: by these an index
finds the direct quotes whose words may be the same."""

_LIKE = f"{_LONG} = :long AND {_PART} = :part AND {_DIRECT}"

_ALIKE = f"""
SELECT quotes.key AS key, others.key AS other
FROM quotes CROSS JOIN quotes AS others
WHERE quotes.key >= :first AND {_DIRECT} AND {_DIRECT.replace("quotes.", "others.")}
AND {_LONG.replace("quotes.", "others.")} = {_LONG}
AND {_PART.replace("quotes.", "others.")} = {_PART}
AND others.speaker_id <> quotes.speaker_id
"""

_KEEP = "INSERT INTO same_words (quote) VALUES (:quote) ON CONFLICT (quote) DO NOTHING"


def keep_same_words(connection: Connection, first: int) -> None:
    """Note which of the quotes from a key on may have the words of somebody else, and those with
    them. Who reads it compares them, as it stays noted when the other one goes."""
    pairs = ask(connection, _ALIKE, {"first": first})
    keys = {key for pair in pairs for key in pair}
    connection.run_each(_KEEP, ({"quote": key} for key in sorted(keys)))


def in_conflict(reader: Reader) -> str:
    """A condition, of `quotes`: somebody else is given the same words."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in ask(reader, _SAID.format(which=_KEPT)):
        groups[row.words].append(row)
    rare = [
        rows
        for rows in groups.values()
        if len({row.speaker for row in rows}) > 1 and _is_rare(rows[0].text)
    ]
    people = persons_of(reader, {row.speaker for rows in rare for row in rows})
    told = [rows for rows in rare if len({people[row.speaker] for row in rows}) > 1]
    return f"quotes.key IN {among_numbers(row.key for rows in told for row in rows)}"


def conflicts_of(reader: Reader, key: int) -> list[Quote]:
    """The quotes of others with the same words as the quote of this key."""
    which = f"quotes.key = {key:d} AND {_KEPT}"
    (mine, *_) = ask(reader, _SAID.format(which=which)) or [None]
    if mine is None or not _is_rare(mine.text):
        return []
    values = {"long": len(mine.words), "part": mine.words[8:20]}
    rows = ask(reader, f"{_SAID.format(which=_LIKE)} ORDER BY quotes.key", values)
    same = [row for row in rows if row.words == mine.words]
    people = persons_of(reader, {mine.speaker, *(row.speaker for row in same)})
    others = [row.key for row in same if people[row.speaker] != people[mine.speaker]]
    return load_quotes(reader, others)


def _is_rare(text: str) -> bool:
    return substance(evidence(Said(text))) >= RARE

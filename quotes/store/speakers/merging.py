"""Which speakers are one person, decided while their articles are added.

The speakers of an article are compared with those stored who share a key of their names, so that
the work depends on how many bear a name, not on how many speakers are stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from itertools import combinations, product
from typing import Any

from quotes.identity import Decision, Facts, Known, find_match, judge, keys_of
from quotes.store.db.asking import Reader, Row, among, among_numbers, ask, parts_of
from quotes.store.db.connection import Connection
from quotes.store.query.chosen import said_by
from quotes.store.query.rows import TABLES, column_of
from quotes.store.speakers.pairing import State, between, forget, note
from quotes.store.speakers.pairs import merged_with, stable_key
from quotes.store.speakers.people import COLUMNS, rows_by_key

_FACTS = "SELECT DISTINCT quotes.speaker_id AS speaker_id, "
_FACTS += ", ".join(
    f"{column_of(name)} AS {name}" for name in ("role", "office", "affiliation", "publisher")
)
_FACTS += f" FROM {TABLES}"

_PERSONS = f"""
SELECT {COLUMNS} FROM speakers
WHERE speakers.type = 'person' AND speakers.id IN {{ids}} ORDER BY speakers.id
"""
_SHARING = f"""
SELECT {COLUMNS} FROM speakers WHERE speakers.id IN (
    SELECT speaker_keys.speaker_id FROM speaker_keys
    WHERE speaker_keys.key IN {{keys}} AND speaker_keys.speaker_id <> :id
) ORDER BY speakers.id
"""


def merge_speakers(connection: Connection, ids: Collection[int]) -> list[int]:
    """Merge the persons of an article with others, or note that they may be one.

    Returns those of them who were merged with somebody just now.

    What was decided before is looked at again only where it was a suggestion, which later articles
    may confirm. What a user merged or split stays.
    """
    merged = []
    for row in _persons(connection, ids):
        who = _known(row)
        keys = keys_of(who.name, *who.spellings)
        _write_keys(connection, row.id, keys)
        if _compare(connection, row, who, keys):
            merged.append(row.id)
    return merged


def _persons(connection: Connection, ids: Collection[int]) -> list[Row]:
    found: list[Row] = []
    for part in parts_of(sorted(ids)):
        found += ask(connection, _PERSONS.format(ids=among_numbers(part)))
    return found


def _compare(connection: Connection, row: Row, who: Known, keys: frozenset[str]) -> bool:
    mine = merged_with(connection, stable_key(row))
    found = [
        (other, known, match)
        for other in _candidates(connection, row, keys)
        if stable_key(other) not in mine
        for known in (_known(other),)
        if (match := find_match(who, known))
    ]
    if not found:
        return False
    facts = _facts(connection, [row.id, *(other.id for other, _, _ in found)])
    decided = [
        (other, known, judge(_with(who, facts[row.id]), _with(known, facts[other.id]), match))
        for other, known, match in found
    ]
    fitting = [(other, known) for other, known, decision in decided if decision.verdict == "same"]
    rivals = _rivals(connection, fitting)
    ends = ((stable_key(other), decision) for other, _, decision in decided)
    merged = [_apply(connection, stable_key(row), end, decision, rivals) for end, decision in ends]
    return any(merged)


def _rivals(connection: Connection, fitting: list[tuple[Row, Known]]) -> str | None:
    """Two whom the name fits, but who cannot be one, or were split by hand: nobody can tell."""
    for (row, one), (other_row, other) in combinations(fitting, 2):
        rows = between(connection, [stable_key(row)], [stable_key(other_row)])
        if find_match(one, other) is None or any(pair.state == "split" for pair in rows):
            return _two(one, other)
    return None


def _candidates(connection: Connection, row: Row, keys: frozenset[str]) -> list[Row]:
    some, values = among("key", sorted(keys))
    return ask(connection, _SHARING.format(keys=some), values | {"id": row.id})


def _apply(
    connection: Connection, one: str, other: str, decision: Decision, rivals: str | None
) -> bool:
    """Write a decision down, unless a user split the two; return whether they are merged by it."""
    mine, theirs = merged_with(connection, one), merged_with(connection, other)
    if mine == theirs or any(row.state == "split" for row in between(connection, mine, theirs)):
        return False
    if decision.verdict == "different":
        forget(connection, [one], [other])
        return False
    clash = rivals or _clash(_stored(connection, mine), _stored(connection, theirs))
    merged = decision.verdict == "same" and clash is None
    why = decision.why if clash is None else f"{decision.why}; but {clash}"
    state: State = "merged" if merged else "suggested"
    note(connection, one, other, state=state, by_hand=False, why=why)
    return merged


def _clash(mine: list[Known], theirs: list[Known]) -> str | None:
    """Two who would be one, by way of those merged with them, but cannot be."""
    pairs = product(mine, theirs)
    return next((_two(*pair) for pair in pairs if find_match(*pair) is None), None)


def _two(one: Known, other: Known) -> str:
    return f"{' and '.join(sorted(who.id or who.name for who in (one, other)))} are two"


def _stored(connection: Connection, keys: set[str]) -> list[Known]:
    """Those of the stable keys of whom there are quotes."""
    return [_known(row) for row in rows_by_key(connection, keys)]


def _known(row: Row) -> Known:
    if row.registry_id is None:
        return Known(row.name)
    from quotes.registry import load_registry

    person = load_registry().person(row.registry_id)
    return Known(row.name, id=row.registry_id, spellings=person.spellings if person else ())


def _with(who: Known, facts: Facts) -> Known:
    return Known(who.name, who.id, who.spellings, facts)


def _facts(reader: Reader, ids: list[int]) -> dict[int, Facts]:
    rows: dict[int, list[Any]] = defaultdict(list)
    for part in parts_of(ids):
        for row in ask(reader, f"{_FACTS} WHERE {said_by(part)}"):
            rows[row.speaker_id].append(row)
    return {id: _facts_of(rows[id]) for id in ids}


def _facts_of(rows: list[Any]) -> Facts:
    return Facts(
        roles=frozenset(role for row in rows for role in (row.role, row.office) if role),
        affiliations=frozenset(row.affiliation for row in rows if row.affiliation),
        outlets=frozenset(row.publisher for row in rows if row.publisher),
    )


def _write_keys(connection: Connection, id: int, keys: frozenset[str]) -> None:
    connection.run("DELETE FROM speaker_keys WHERE speaker_id = :id", {"id": id})
    connection.insert("speaker_keys", ("key", "speaker_id"), [(key, id) for key in sorted(keys)])

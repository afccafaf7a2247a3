"""The rows of `merges`: which two speakers are one person, may be, or are not.

A speaker is named by a stable key, which outlives the row of `speakers`. Speakers are one person
where a chain of merged pairs joins them, also by way of somebody of whom no quote is left.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

from sqlalchemy import BindParameter, Connection, Row, and_, bindparam, delete, or_, select

from quotes.store.bulk import parts_of, upsert
from quotes.store.schema import merges

State = Literal["merged", "suggested", "split"]

_MERGED = select(merges.c.one, merges.c.other).where(merges.c.state == "merged")

_KEYS: BindParameter[list[str]] = bindparam("keys", expanding=True)

_MERGED_WITH = _MERGED.where(or_(merges.c.one.in_(_KEYS), merges.c.other.in_(_KEYS)))


def stable_key(row: Row[Any]) -> str:
    """What names a row of `speakers` beyond its life: "id:ann-roe" or "person:Ann Roe"."""
    return f"{row.type}:{row.name}" if row.registry_id is None else f"id:{row.registry_id}"


def chiefs(connection: Connection, of: Collection[str] | None = None) -> dict[str, str]:
    """For each key that is merged with another, the one that stands for all of them.

    With `of` only for these and for those merged with them.
    """
    if of is None:
        pairs = [(row.one, row.other) for row in connection.execute(_MERGED)]
    else:
        pairs = _around(connection, of)
    chief: dict[str, str] = {}

    def find(key: str) -> str:
        while chief.setdefault(key, key) != key:
            chief[key] = key = chief[chief[key]]
        return key

    for one, other in pairs:
        chief[find(other)] = find(one)
    return {key: find(key) for key in list(chief)}


def one_with(connection: Connection, key: str, *, without: Collection[str] = ()) -> set[str]:
    """All keys merged with this one, itself included; not by way of those in `without`."""
    pairs = _around(connection, [key], without=without)
    return {key, *(end for pair in pairs for end in pair)} - set(without)


def between(connection: Connection, some: Collection[str], others: Collection[str]) -> list[Any]:
    """The rows between two sets of keys."""
    return list(connection.execute(select(merges).where(_between(some, others))))


def forget(connection: Connection, some: Collection[str], others: Collection[str]) -> None:
    """Drop the rows between two sets of keys."""
    connection.execute(delete(merges).where(_between(some, others)))


def note(
    connection: Connection, one: str, other: str, *, state: State, by_hand: bool, why: str
) -> None:
    """Write the row of two keys, in place of what was there."""
    one, other = sorted((one, other))
    values = {"state": state, "by_hand": by_hand, "why": why}
    row = upsert(connection, merges).values(one=one, other=other, **values)
    changed = or_(*(merges.c[name].is_distinct_from(value) for name, value in values.items()))
    connection.execute(
        row.on_conflict_do_update(index_elements=["one", "other"], set_=values, where=changed)
    )


def _around(
    connection: Connection, keys: Collection[str], *, without: Collection[str] = ()
) -> list[tuple[str, str]]:
    """The merged pairs by which one comes from these keys to all that are one with them."""
    barred, seen = set(without), set(keys)
    pairs: set[tuple[str, str]] = set()
    new = sorted(seen - barred)
    while new:
        found: set[tuple[str, str]] = set()
        for part in parts_of(new):
            rows = connection.execute(_MERGED_WITH, {"keys": part})
            found |= {(row.one, row.other) for row in rows}
        pairs |= {pair for pair in found if barred.isdisjoint(pair)}
        new = sorted({end for pair in found for end in pair} - seen - barred)
        seen.update(new)
    return sorted(pairs)


def _between(some: Collection[str], others: Collection[str]) -> Any:
    forth = and_(merges.c.one.in_(some), merges.c.other.in_(others))
    return forth | and_(merges.c.one.in_(others), merges.c.other.in_(some))

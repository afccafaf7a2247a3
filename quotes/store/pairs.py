"""The rows of `merges`: which two speakers are one person, may be, or are not.

A speaker is named by a stable key, which outlives the row of `speakers`. Speakers are one person
where a chain of merged pairs joins them, also by way of somebody of whom no quote is left.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, delete, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.store.schema import merges

State = Literal["merged", "suggested", "split"]


def stable_key(row: Row[Any]) -> str:
    """What names a row of `speakers` beyond its life: "id:ann-roe" or "person:Ann Roe"."""
    return f"{row.type}:{row.name}" if row.registry_id is None else f"id:{row.registry_id}"


def chiefs(connection: Connection) -> dict[str, str]:
    """For each key that is merged with another, the one that stands for all of them."""
    chief: dict[str, str] = {}

    def find(key: str) -> str:
        while chief.setdefault(key, key) != key:
            chief[key] = key = chief[chief[key]]
        return key

    for row in connection.execute(_merged()):
        chief[find(row.other)] = find(row.one)
    return {key: find(key) for key in list(chief)}


def one_with(connection: Connection, key: str, *, without: Collection[str] = ()) -> set[str]:
    """All keys merged with this one, itself included; not by way of those in `without`."""
    found, new = {key}, {key}
    while new:
        ends = or_(merges.c.one.in_(new), merges.c.other.in_(new))
        rows = connection.execute(_merged().where(ends))
        new = {end for row in rows for end in (row.one, row.other)} - found - set(without)
        found |= new
    return found


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
    row = upsert(merges).values(one=one, other=other, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["one", "other"], set_=values))


def _merged() -> Any:
    return select(merges.c.one, merges.c.other).where(merges.c.state == "merged")


def _between(some: Collection[str], others: Collection[str]) -> Any:
    forth = and_(merges.c.one.in_(some), merges.c.other.in_(others))
    return forth | and_(merges.c.one.in_(others), merges.c.other.in_(some))

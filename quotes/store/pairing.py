"""Writing down which two speakers are one person, may be, or are not: see `quotes.store.pairs`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

from sqlalchemy import Connection, and_, delete, or_, select

from quotes.store.bulk import upsert
from quotes.store.schema import merges

State = Literal["merged", "suggested", "split"]


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


def _between(some: Collection[str], others: Collection[str]) -> Any:
    forth = and_(merges.c.one.in_(some), merges.c.other.in_(others))
    return forth | and_(merges.c.one.in_(others), merges.c.other.in_(some))

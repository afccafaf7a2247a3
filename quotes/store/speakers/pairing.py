"""Writing down which two speakers are one person, may be, or are not: see `pairs.py`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

from quotes.store.db.asking import Reader, Row, among, ask
from quotes.store.db.connection import Connection

State = Literal["merged", "suggested", "split"]

COLUMNS = ", ".join(
    f"merges.{name} AS {name}" for name in ("one", "other", "state", "by_hand", "why")
)
"""Those of `merges`."""

_NOTE = """
INSERT INTO merges (one, other, state, by_hand, why)
VALUES (:one, :other, :state, :by_hand, :why)
ON CONFLICT (one, other) DO UPDATE
SET state = excluded.state, by_hand = excluded.by_hand, why = excluded.why
WHERE merges.state <> excluded.state OR merges.by_hand <> excluded.by_hand
OR merges.why <> excluded.why
"""


def between(reader: Reader, some: Collection[str], others: Collection[str]) -> list[Row]:
    """The rows between two sets of keys."""
    condition, values = _between(some, others)
    return ask(reader, f"SELECT {COLUMNS} FROM merges WHERE {condition}", values)


def forget(connection: Connection, some: Collection[str], others: Collection[str]) -> None:
    """Drop the rows between two sets of keys."""
    condition, values = _between(some, others)
    connection.run(f"DELETE FROM merges WHERE {condition}", values)


def note(
    connection: Connection, one: str, other: str, *, state: State, by_hand: bool, why: str
) -> None:
    """Write the row of two keys, in place of what was there."""
    one, other = sorted((one, other))
    values = {"one": one, "other": other, "state": state, "by_hand": by_hand, "why": why}
    connection.run(_NOTE, values)


def _between(some: Collection[str], others: Collection[str]) -> tuple[str, dict[str, Any]]:
    """A condition on `merges`, and the values of its names."""
    mine, values = among("mine", sorted(some))
    theirs, more = among("theirs", sorted(others))
    forth = f"merges.one IN {mine} AND merges.other IN {theirs}"
    back = f"merges.one IN {theirs} AND merges.other IN {mine}"
    return f"({forth} OR {back})", values | more

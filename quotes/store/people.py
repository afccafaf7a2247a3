"""Who is one person: the rows of `speakers`, grouped by registry id and by what is merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from quotes.records import SpeakerType
from quotes.store.pairs import chiefs, stable_key
from quotes.store.schema import speakers


@dataclass(frozen=True)
class Person:
    """One speaker, whoever it is: all rows that are merged, the first that was stored first."""

    rows: tuple[Row[Any], ...]

    @property
    def ids(self) -> list[int]:
        """The keys of the rows."""
        return [row.id for row in self.rows]

    @property
    def type(self) -> SpeakerType:
        """That of the first row: only speakers of one type are merged."""
        kind: SpeakerType = self.rows[0].type
        return kind


def group(rows: Iterable[Row[Any]], connection: Connection) -> list[Person]:
    """The rows, which have all columns of `speakers`, by person, in the order of the first rows."""
    chief = chiefs(connection)
    people: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        key = stable_key(row)
        people[chief.get(key, key)].append(row)
    return [Person(tuple(same)) for same in people.values()]


def load_people(connection: Connection) -> list[Person]:
    """Everyone who is stored."""
    return group(connection.execute(select(speakers).order_by(speakers.c.id)), connection)


def best_name(names: Sequence[tuple[str, int]]) -> str:
    """The name to show of (name, number of quotes): in full if one is, then the most frequent."""
    return max(names, key=_rank)[0]


def _rank(entry: tuple[str, int]) -> tuple[int, int, bool, int, str]:
    name, count = entry
    return _fullness(name), count, _latin(name), len(name), name


def _latin(name: str) -> bool:
    return name[:1] <= "\u024f"  # the last of the Latin blocks


def _fullness(name: str) -> int:
    """2 for a name with a given name in full, 1 for an initial, 0 for a single word."""
    given, _, surname = name.rpartition(" ")
    return 0 if not (given and surname) else 2 if len(given.split()[0].strip(".")) > 1 else 1

"""Who is one person: the rows of `speakers`, grouped by registry id and by what is merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, or_, select

from quotes.records import SpeakerType
from quotes.store.bulk import parts_of
from quotes.store.pairs import chiefs, stable_key
from quotes.store.schema import speakers

_SOME = select(speakers).where(speakers.c.id.in_(bindparam("ids", expanding=True)))

_NAMED = select(speakers).where(
    or_(
        speakers.c.registry_id.in_(bindparam("ids", expanding=True)),
        and_(
            speakers.c.name.in_(bindparam("names", expanding=True)),
            speakers.c.registry_id.is_(None),
        ),
    )
)


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


def group(rows: Iterable[Row[Any]], chief: dict[str, str]) -> list[Person]:
    """The rows, which have all columns of `speakers`, by person, in the order of the first rows.

    `chief`: see `quotes.store.pairs.chiefs`.
    """
    people: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        key = stable_key(row)
        people[chief.get(key, key)].append(row)
    return [Person(tuple(same)) for same in people.values()]


def load_people(connection: Connection) -> list[Person]:
    """Everyone who is stored."""
    rows = connection.execute(select(speakers).order_by(speakers.c.id))
    return group(rows, chiefs(connection))


def people_of(connection: Connection, ids: Collection[int]) -> list[Person]:
    """The persons of these rows of `speakers`, each with all its other rows, by their first."""
    rows = {row.id: row for row in _rows_by_id(connection, ids)}
    mine = {stable_key(row) for row in rows.values()}
    chief = chiefs(connection, mine)
    rows |= {row.id: row for row in rows_by_key(connection, chief.keys() - mine)}
    return group([rows[id] for id in sorted(rows)], chief)


def persons_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """For each of these rows of `speakers` a name that it shares with those who are one with it,
    and with nobody else."""
    keys = {row.id: stable_key(row) for row in _rows_by_id(connection, ids)}
    chief = chiefs(connection, set(keys.values()))
    return {id: chief.get(key, key) for id, key in keys.items()}


def rows_by_key(connection: Connection, keys: Collection[str]) -> list[Row[Any]]:
    """The rows of `speakers` that these stable keys name: those of whom there are quotes."""
    found: list[Row[Any]] = []
    for part in parts_of(sorted(keys)):
        pairs = [key.partition(":")[::2] for key in part]
        ids = [name for kind, name in pairs if kind == "id"]
        names = [name for kind, name in pairs if kind != "id"]
        rows = connection.execute(_NAMED, {"ids": ids, "names": names})
        found += [row for row in rows if stable_key(row) in keys]
    return found


def best_name(names: Sequence[tuple[str, int]]) -> str:
    """The name to show of (name, number of quotes): in full if one is, then the most frequent."""
    return max(names, key=_rank)[0]


def _rows_by_id(connection: Connection, ids: Collection[int]) -> list[Row[Any]]:
    found: list[Row[Any]] = []
    for part in parts_of(sorted(ids)):
        found += connection.execute(_SOME, {"ids": part}).all()
    return found


def _rank(entry: tuple[str, int]) -> tuple[int, int, bool, int, str]:
    name, count = entry
    return _fullness(name), count, _latin(name), len(name), name


def _latin(name: str) -> bool:
    return name[:1] <= "\u024f"  # the last of the Latin blocks


def _fullness(name: str) -> int:
    """2 for a name with a given name in full, 1 for an initial, 0 for a single word."""
    given, _, surname = name.rpartition(" ")
    return 0 if not (given and surname) else 2 if len(given.split()[0].strip(".")) > 1 else 1

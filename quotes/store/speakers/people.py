"""Persons: the rows of `speakers`, grouped by registry id and by what is merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from quotes.records import SpeakerType
from quotes.store.db.asking import Reader, Row, among, among_numbers, ask, parts_of
from quotes.store.speakers.pairs import representatives, stable_key

T = TypeVar("T", bound=Sequence[Any])

COLUMNS = ", ".join(
    f"speakers.{name} AS {name}"
    for name in ("id", "name", "folded", "type", "registry_id", "wikidata")
)
"""Those of `speakers`."""
_EVERY = f"SELECT {COLUMNS} FROM speakers"

_COUNTED = """
SELECT tally.speaker_id AS id, sum(tally.many) AS many FROM tally_speaker AS tally
WHERE tally.speaker_id IN {ids} GROUP BY tally.speaker_id
"""


@dataclass(frozen=True)
class Person:
    """One speaker, whoever it is: all rows that are merged, the first that was stored first."""

    rows: tuple[Row, ...]

    @property
    def ids(self) -> list[int]:
        """The keys of the rows."""
        return [row.id for row in self.rows]

    @property
    def registry_id(self) -> str | None:
        """The registry's id, None where it does not know the speaker."""
        return next((row.registry_id for row in self.rows if row.registry_id is not None), None)

    @property
    def wikidata(self) -> str | None:
        """The id in Wikidata, None where it is not known."""
        return next((row.wikidata for row in self.rows if row.wikidata is not None), None)

    @property
    def type(self) -> SpeakerType:
        """The type of the first row: only speakers of one type are merged."""
        kind: SpeakerType = self.rows[0].type
        return kind


class Persons:
    """Tells who is one with whom, of all who are stored.

    Only rows of `speakers` that may be one with others are held: most are alone.
    """

    def __init__(self, reader: Reader) -> None:
        representative = representatives(reader)
        known = ask(reader, f"{_EVERY} WHERE speakers.registry_id IS NOT NULL ORDER BY speakers.id")
        merged = rows_by_key(reader, [key for key in representative if not key.startswith("id:")])
        firsts: dict[str, int] = {}
        self._first: dict[int, int] = {}
        for row in (*known, *merged):
            key = stable_key(row)
            self._first[row.id] = firsts.setdefault(representative.get(key, key), row.id)

    @property
    def not_alone(self) -> Collection[int]:
        """The keys of the rows that may be one with others."""
        return self._first.keys()

    def person_of(self, id: int) -> int:
        """A key of `speakers` that is the same for all rows that are one with the row `id`."""
        return self._first.get(id, id)

    def group(self, rows: Iterable[T]) -> dict[int, list[T]]:
        """Rows that begin with a key of `speakers`, by person, see `person_of`."""
        people: dict[int, list[T]] = defaultdict(list)
        for row in rows:
            people[self._first.get(row[0], row[0])].append(row)
        return people


def group(rows: Iterable[Row], representative: dict[str, str]) -> list[Person]:
    """The rows, which have all COLUMNS, by person, in the order of the first rows.

    `representative`: see `quotes.store.speakers.pairs.representatives`.
    """
    people: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        key = stable_key(row)
        people[representative.get(key, key)].append(row)
    return [Person(tuple(same)) for same in people.values()]


def load_people(reader: Reader) -> list[Person]:
    """Everyone who is stored."""
    return group(ask(reader, f"{_EVERY} ORDER BY speakers.id"), representatives(reader))


def people_of(reader: Reader, ids: Collection[int]) -> list[Person]:
    """The persons of these rows of `speakers`, each with all its other rows, by their first."""
    rows = rows_by_id(reader, ids)
    mine = {stable_key(row) for row in rows.values()}
    representative = representatives(reader, mine)
    # several rows, each of another spelling, may have the same id of the registry
    known = {key for key in mine if key.startswith("id:")}
    more = rows_by_key(reader, (representative.keys() - mine) | known)
    rows |= {row.id: row for row in more}
    return group([rows[id] for id in sorted(rows)], representative)


def persons_of(reader: Reader, ids: Collection[int]) -> dict[int, str]:
    """For each of these rows of `speakers` a name that it shares with those who are one with it,
    and with nobody else."""
    keys = {row.id: stable_key(row) for row in rows_by_id(reader, ids).values()}
    representative = representatives(reader, set(keys.values()))
    return {id: representative.get(key, key) for id, key in keys.items()}


def rows_by_key(reader: Reader, keys: Collection[str]) -> list[Row]:
    """The rows of `speakers` that these stable keys name: those of whom there are quotes."""
    found: list[Row] = []
    for part in parts_of(sorted(keys)):
        pairs = [key.partition(":")[::2] for key in part]
        ids, values = among("id", [name for kind, name in pairs if kind == "id"])
        names, more = among("name", [name for kind, name in pairs if kind != "id"])
        unknown = f"speakers.name IN {names} AND speakers.registry_id IS NULL"
        named = f"{_EVERY} WHERE speakers.registry_id IN {ids} OR ({unknown})"
        found += [row for row in ask(reader, named, values | more) if stable_key(row) in keys]
    return found


def counts_of(reader: Reader, ids: Collection[int]) -> dict[int, int]:
    """How many quotes are those of each of these rows of `speakers`, of any act and factuality; a
    row that has none may not be there."""
    found: dict[int, int] = {}
    for part in parts_of(sorted(ids)):
        rows = ask(reader, _COUNTED.format(ids=among_numbers(part)))
        found |= {row.id: int(row.many) for row in rows}
    return found


def best_name(names: Sequence[tuple[str, int]]) -> str:
    """The name to show of (name, number of quotes): in full if one is, then the most frequent."""
    return max(names, key=_rank)[0]


def rows_by_id(reader: Reader, ids: Collection[int]) -> dict[int, Row]:
    """The rows of `speakers` with these keys, by key."""
    found: dict[int, Row] = {}
    for part in parts_of(sorted(ids)):
        rows = ask(reader, f"{_EVERY} WHERE speakers.id IN {among_numbers(part)}")
        found |= {row.id: row for row in rows}
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

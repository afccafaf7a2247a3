"""Which stored speaker a name means."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, func, select

from quotes.errors import AmbiguousError, UsageError
from quotes.store.names import fold, fold_wanted, not_found
from quotes.store.pairs import stable_key
from quotes.store.people import Person, best_name, load_people
from quotes.store.schema import quotes, speaker_keys

MOST = 20
"""So many candidates are named where a name means several speakers."""

NAMED = ("person", "organization")
"""Types of speakers with names of their own; "officials" are many, whatever they are called."""


@dataclass(frozen=True)
class Found:
    """A speaker, and those of the rows that the name fits best."""

    person: Person
    rows: tuple[Row[Any], ...]


class Finder:
    """Finds stored speakers by name; sees the store as it is when the first is looked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def people(self) -> list[Person]:
        """Everyone who is stored."""
        return load_people(self._connection)

    def find(self, name: str) -> Found:
        """The one speaker whom `name` means: any spelling or part of a name, or a registry id.

        What fits better goes first: an id (or a type and name, "person:Ann Roe"); the whole name;
        a whole name that the registry knows; words of it; words in another transliteration;
        beginnings of words. Where persons fit by a part of their names, bodies are passed over.
        Crowds and unnamed speakers that fit are taken together. Raises AmbiguousError for several
        speakers, and UsageError, with the closest names, for none.
        """
        wanted = fold_wanted(name)
        for level in (_by_key, _by_name, _by_registry, _by_words, self._by_sound, _by_beginnings):
            fits = level(name, wanted, self.people)
            if fits:
                return self._only(name, fits, whole=level in (_by_key, _by_name, _by_registry))
        stored = (row.name for person in self.people for row in person.rows)
        raise UsageError(not_found("speaker", name, stored))

    def namesakes(self, name: str) -> list[str]:
        """Addresses of the other persons whose names have all the words of `name`."""
        found, words = self.find(name).person, set(fold(name).split())
        return [
            self.address(person)
            for person in self.people
            if person is not found and person.type == NAMED[0]
            if any(words <= set(row.folded.split()) for row in person.rows)
        ]

    def address(self, person: Person) -> str:
        """What finds this speaker and no other: an id, a name, or a type and a name."""
        for row in person.rows:
            if row.registry_id:
                return str(row.registry_id)
        names = [(row.name, -row.id) for row in person.rows]
        row = next(row for row in person.rows if row.name == best_name(names))
        return row.name if self._bearers[row.folded] == 1 and row.folded else stable_key(row)

    @cached_property
    def _bearers(self) -> Counter[str]:
        return Counter(name for p in self.people for name in {row.folded for row in p.rows})

    def _by_sound(self, name: str, wanted: str, people: list[Person]) -> set[int]:
        words = wanted.split()
        from quotes.identity import sounds

        keys = {f"surname {sound}" for word in words for sound in sounds(word)}
        chosen = select(speaker_keys.c.speaker_id).where(speaker_keys.c.key.in_(keys))
        ids = set(self._connection.execute(chosen).scalars())
        return {
            row.id
            for row in _rows(people)
            if row.id in ids and all(_sounds_in(word, row.folded.split()) for word in words)
        }

    def _only(self, name: str, fits: set[int], *, whole: bool) -> Found:
        fitting = [person for person in self.people if not fits.isdisjoint(person.ids)]
        named = [p for p in fitting if p.type in NAMED]
        persons = [p for p in named if p.type == NAMED[0]]
        chosen = named if whole or not persons else persons
        if len(chosen) > 1:
            raise self._ambiguous(name, chosen)
        person = chosen[0] if chosen else Person(tuple(_rows(fitting)))
        return Found(person, tuple(row for row in person.rows if row.id in fits))

    def _ambiguous(self, name: str, people: list[Person]) -> AmbiguousError:
        of_them = quotes.c.speaker_id.in_([id for person in people for id in person.ids])
        counted = select(quotes.c.speaker_id, func.count()).where(of_them)
        rows = self._connection.execute(counted.group_by(quotes.c.speaker_id))
        counts = {int(id): int(count) for id, count in rows if id is not None}
        totals = [(sum(counts.get(id, 0) for id in p.ids), p) for p in people]
        totals.sort(key=lambda entry: -entry[0])
        lines = [self._candidate(count, person, counts) for count, person in totals[:MOST]]
        left = len(totals) - MOST
        lines += [f"and {left} more: give more of the name"] if left > 0 else []
        return AmbiguousError(
            f"'{name}' means {len(people)} speakers: name one as it stands behind the colon",
            tuple(lines),
        )

    def _candidate(self, count: int, person: Person, counts: dict[int, int]) -> str:
        name = best_name([(row.name, counts.get(row.id, 0)) for row in person.rows])
        many = "1 quote" if count == 1 else f"{count} quotes"
        return f"{name} ({person.type}, {many}): {shlex.quote(self.address(person))}"


def _rows(people: list[Person]) -> Iterator[Row[Any]]:
    return (row for person in people for row in person.rows)


def _by_key(name: str, _wanted: str, people: list[Person]) -> set[int]:
    return {row.id for row in _rows(people) if name in (row.registry_id, stable_key(row))}


def _by_name(_name: str, wanted: str, people: list[Person]) -> set[int]:
    return {row.id for row in _rows(people) if row.folded == wanted}


def _by_registry(name: str, wanted: str, people: list[Person]) -> set[int]:
    return _known(name, people, lambda spelling: fold(spelling) == wanted)


def _by_words(name: str, wanted: str, people: list[Person]) -> set[int]:
    words = set(wanted.split())
    found = {row.id for row in _rows(people) if words <= set(row.folded.split())}
    return found | _known(name, people, lambda spelling: words <= set(fold(spelling).split()))


def _by_beginnings(_name: str, wanted: str, people: list[Person]) -> set[int]:
    words = wanted.split()
    return {r.id for r in _rows(people) if all(f" {word}" in f" {r.folded}" for word in words)}


def _known(name: str, people: list[Person], fits: Callable[[str], bool]) -> set[int]:
    """Rows of those whom the registry knows by a spelling that fits."""
    from quotes.registry import load_registry

    registry = load_registry()
    found = {p.id for p in registry.find(name) if any(fits(spelling) for spelling in p.spellings)}
    body = registry.body(name)
    ids = found | ({body.id} if body else set())
    return {row.id for row in _rows(people) if row.registry_id in ids}


def _sounds_in(word: str, words: list[str]) -> bool:
    from quotes.identity import is_same_word

    return any(is_same_word(word, other) for other in words)

"""Which stored speaker a name means."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, select

from quotes.errors import AmbiguousError, UsageError
from quotes.plural import number_of
from quotes.records import SpeakerType
from quotes.store.bulk import parts_of
from quotes.store.names import fold, fold_wanted, not_found
from quotes.store.pairs import stable_key
from quotes.store.people import Person, best_name, people_of, rows_by_key
from quotes.store.schema import quotes, speaker_keys, speaker_words, speakers
from quotes.store.types import within

MOST = 20
"""So many candidates are named where a name means several speakers."""

NAMED = ("person", "organization")
"""Types of speakers with names of their own; "officials" are many, whatever they are called."""

_CALLED = select(speakers.c.id).where(speakers.c.folded == bindparam("folded"))

_AFTER = "\u007f"
"""Comes after all letters of folded words."""


@dataclass(frozen=True)
class Found:
    """A speaker, and those of the rows that the name fits best."""

    person: Person
    rows: tuple[Row[Any], ...]


class Finder:
    """Finds stored speakers by name, through the indexes: the work does not grow with the store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, name: str) -> Found:
        """The one speaker whom `name` means: any spelling or part of a name, or a registry id.

        What fits better goes first: an id (or a type and name, "person:Ann Roe"); the whole name;
        a whole name that the registry knows; words of it; words in another transliteration;
        beginnings of words. Where persons fit by a part of their names, bodies are passed over.
        Crowds and unnamed speakers that fit are taken together. Raises AmbiguousError for several
        speakers, and UsageError, with the closest names, for none.
        """
        wanted = fold_wanted(name)
        whole = (self._by_key, self._by_name, self._by_registry)
        for level in (*whole, self._by_words, self._by_sound, self._by_beginnings):
            fits = level(name, wanted)
            if fits:
                return self._only(name, fits, whole=level in whole)
        stored = self._connection.execute(select(speakers.c.name)).scalars()
        raise UsageError(not_found("speaker", name, stored))

    def namesakes(self, name: str) -> list[str]:
        """Addresses of the other persons whose names have all the words of `name`."""
        found, words = set(self.find(name).person.ids), set(fold(name).split())
        others = people_of(self._connection, self._with_words(words) - found)
        return [
            self.address(person)
            for person in others
            if person.type == NAMED[0] and found.isdisjoint(person.ids)
        ]

    def address(self, person: Person) -> str:
        """What finds this speaker and no other: an id, a name, or a type and a name."""
        for row in person.rows:
            if row.registry_id:
                return str(row.registry_id)
        names = [(row.name, -row.id) for row in person.rows]
        row = next(row for row in person.rows if row.name == best_name(names))
        return row.name if row.folded and self._is_alone(row) else stable_key(row)

    def _is_alone(self, row: Row[Any]) -> bool:
        """Whether nobody else bears the name."""
        bearers = self._by_name(row.name, row.folded)
        return len(bearers) == 1 or len(people_of(self._connection, bearers)) == 1

    def _by_key(self, name: str, _wanted: str) -> set[int]:
        kind = name.partition(":")[0]
        keys = {f"id:{name}"} | ({name} if kind in get_args(SpeakerType) else set())
        return {row.id for row in rows_by_key(self._connection, keys)}

    def _by_name(self, _name: str, wanted: str) -> set[int]:
        return set(self._connection.execute(_CALLED, {"folded": wanted}).scalars())

    def _by_registry(self, name: str, wanted: str) -> set[int]:
        return self._known(name, lambda spelling: fold(spelling) == wanted)

    def _by_words(self, name: str, wanted: str) -> set[int]:
        words = set(wanted.split())
        known = self._known(name, lambda spelling: words <= set(fold(spelling).split()))
        return self._with_words(words) | known

    def _by_sound(self, _name: str, wanted: str) -> set[int]:
        words = wanted.split()
        from quotes.identity import sounds

        keys = {f"surname {sound}" for word in words for sound in sounds(word)}
        chosen = select(speakers.c.id, speakers.c.folded).join(
            speaker_keys, speaker_keys.c.speaker_id == speakers.c.id
        )
        rows = self._connection.execute(chosen.where(speaker_keys.c.key.in_(sorted(keys))))
        return {
            row.id for row in rows if all(_sounds_in(word, row.folded.split()) for word in words)
        }

    def _by_beginnings(self, _name: str, wanted: str) -> set[int]:
        column = speaker_words.c.word
        return self._common(within(column, word, word + _AFTER) for word in set(wanted.split()))

    def _with_words(self, words: Collection[str]) -> set[int]:
        return self._common(speaker_words.c.word == word for word in sorted(words))

    def _common(self, conditions: Iterable[ColumnElement[bool]]) -> set[int]:
        """Those who have, for each of the conditions, a word that meets it."""
        found: set[int] | None = None
        for condition in conditions:
            chosen = select(speaker_words.c.speaker_id).where(condition)
            ids = set(self._connection.execute(chosen).scalars())
            found = ids if found is None else found & ids
        return found or set()

    def _known(self, name: str, fits: Callable[[str], bool]) -> set[int]:
        """Rows of those whom the registry knows by a spelling that fits."""
        from quotes.registry import load_registry

        registry = load_registry()
        found = [p.id for p in registry.find(name) if any(map(fits, p.spellings))]
        body = registry.body(name)
        ids = {*found, *([body.id] if body else [])}
        return {row.id for row in rows_by_key(self._connection, {f"id:{id}" for id in ids})}

    def _only(self, name: str, fits: set[int], *, whole: bool) -> Found:
        fitting = people_of(self._connection, fits)
        named = [p for p in fitting if p.type in NAMED]
        persons = [p for p in named if p.type == NAMED[0]]
        chosen = named if whole or not persons else persons
        if len(chosen) > 1:
            raise self._ambiguous(name, chosen)
        person = chosen[0] if chosen else Person(tuple(_rows(fitting)))
        return Found(person, tuple(row for row in person.rows if row.id in fits))

    def _ambiguous(self, name: str, people: list[Person]) -> AmbiguousError:
        counts = self._counts([id for person in people for id in person.ids])
        totals = [(sum(counts.get(id, 0) for id in p.ids), p) for p in people]
        totals.sort(key=lambda entry: -entry[0])
        lines = [self._candidate(count, person, counts) for count, person in totals[:MOST]]
        left = len(totals) - MOST
        lines += [f"and {left} more: give more of the name"] if left > 0 else []
        return AmbiguousError(
            f"'{name}' means {len(people)} speakers: name one as it stands behind the colon",
            tuple(lines),
        )

    def _counts(self, ids: list[int]) -> dict[int, int]:
        """How many quotes are theirs."""
        counted = select(quotes.c.speaker_id, func.count()).group_by(quotes.c.speaker_id)
        counts: dict[int, int] = {}
        for part in parts_of(ids):
            rows = self._connection.execute(counted.where(quotes.c.speaker_id.in_(part)))
            counts |= {row[0]: row[1] for row in rows}
        return counts

    def _candidate(self, count: int, person: Person, counts: dict[int, int]) -> str:
        name = best_name([(row.name, counts.get(row.id, 0)) for row in person.rows])
        many = number_of(count, "quote")
        return f"{name} ({person.type}, {many}): {shlex.quote(self.address(person))}"


def _rows(people: list[Person]) -> Iterator[Row[Any]]:
    return (row for person in people for row in person.rows)


def _sounds_in(word: str, words: list[str]) -> bool:
    from quotes.identity import is_same_word

    return any(is_same_word(word, other) for other in words)

"""Which stored speaker a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from quotes.errors import AmbiguousError
from quotes.plural import number_of
from quotes.records import SpeakerType
from quotes.store.db.asking import Reader, Row, among, ask, ask_each
from quotes.store.speakers.names import fold, fold_wanted, not_stored
from quotes.store.speakers.pairs import stable_key
from quotes.store.speakers.people import Person, best_name, counts_of, people_of, rows_by_key

MOST = 20
"""So many candidates are named where a name means several speakers."""

NAMED = ("person", "organization")
"""Types of speakers with names of their own; "officials" are many, whatever they are called."""

_AFTER = "\u007f"
"""Comes after all letters of folded words."""


_WITH_WORD = """
SELECT speaker_words.speaker_id FROM speaker_words
WHERE speaker_words.word >= :first AND speaker_words.word <= :last
"""

_WITH_KEYS = """
SELECT speakers.id AS id, speakers.folded AS folded
FROM speakers JOIN speaker_keys ON speaker_keys.speaker_id = speakers.id
WHERE speaker_keys.key IN {keys}
"""


@dataclass(frozen=True)
class SpeakerMatch:
    """A speaker, and those of the rows that the name fits best."""

    person: Person
    rows: tuple[Row, ...]


class Finder:
    """Finds stored speakers by name, through the indexes: the work does not grow with the store."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def find(self, name: str) -> SpeakerMatch:
        """The one speaker whom `name` means, see `find_all`.

        Raises AmbiguousError for several speakers, and UsageError for none.
        """
        people, fits = self._fitting(name)
        if len(people) > 1:
            raise self._ambiguous(name, people)
        (person,) = people
        return SpeakerMatch(person, tuple(row for row in person.rows if row.id in fits))

    def find_all(self, name: str) -> list[Person]:
        """All whom `name` means: any spelling or part of a name, or a registry id.

        What fits better goes first: an id (or a type and name, "person:Ann Roe"); the whole name;
        a whole name that the registry knows; words of it; words in another transliteration;
        beginnings of words. Where persons fit by a part of their names, bodies are passed over.
        Crowds and unnamed speakers that fit are taken together. Raises UsageError, with the closest
        names, for none.
        """
        return self._fitting(name)[0]

    def called(self, people: Iterable[Person]) -> list[str]:
        """The name of each, the most quoted first; of several of one name their addresses."""
        some = list(people)
        counts = counts_of(self._reader, [id for person in some for id in person.ids])
        some.sort(key=lambda person: -sum(counts.get(id, 0) for id in person.ids))
        names = [best_name([(r.name, counts.get(r.id, 0)) for r in one.rows]) for one in some]
        often = Counter(names)
        pairs = zip(some, names, strict=True)
        return [name if often[name] == 1 else self.address(one) for one, name in pairs]

    def namesakes(self, name: str) -> list[str]:
        """Addresses of other persons than the name means whose names have all words of it."""
        found = {id for person in self.find_all(name) for id in person.ids}
        words = set(fold(name).split())
        others = people_of(self._reader, self._with_words(words) - found)
        return [
            self.address(person)
            for person in others
            if person.type == NAMED[0] and found.isdisjoint(person.ids)
        ]

    def address(self, person: Person) -> str:
        """The words that find this speaker and no other: an id, a name, or a type and a name."""
        for row in person.rows:
            if row.registry_id:
                return str(row.registry_id)
        names = [(row.name, -row.id) for row in person.rows]
        row = next(row for row in person.rows if row.name == best_name(names))
        return row.name if row.folded and self._is_alone(row) else stable_key(row)

    def _is_alone(self, row: Row) -> bool:
        """True if nobody else bears the name."""
        bearers = self._by_name(row.name, row.folded)
        return len(bearers) == 1 or len(people_of(self._reader, bearers)) == 1

    def _by_key(self, name: str, _wanted: str) -> set[int]:
        kind = name.partition(":")[0]
        keys = {f"id:{name}"} | ({name} if kind in get_args(SpeakerType) else set())
        return {row.id for row in rows_by_key(self._reader, keys)}

    def _by_name(self, _name: str, wanted: str) -> set[int]:
        called = "SELECT speakers.id FROM speakers WHERE speakers.folded = :folded"
        return set(ask_each(self._reader, called, {"folded": wanted}))

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
        some, values = among("key", sorted(keys))
        rows = ask(self._reader, _WITH_KEYS.format(keys=some), values)
        return {
            row.id for row in rows if all(_sounds_in(word, row.folded.split()) for word in words)
        }

    def _by_beginnings(self, _name: str, wanted: str) -> set[int]:
        return self._common((word, word + _AFTER) for word in set(wanted.split()))

    def _with_words(self, words: Collection[str]) -> set[int]:
        return self._common((word, word) for word in sorted(words))

    def _common(self, ranges: Iterable[tuple[str, str]]) -> set[int]:
        """Those who have a word in each of the ranges, first and last included."""
        found: set[int] | None = None
        for first, last in ranges:
            ids = set(ask_each(self._reader, _WITH_WORD, {"first": first, "last": last}))
            found = ids if found is None else found & ids
        return found or set()

    def _known(self, name: str, fits: Callable[[str], bool]) -> set[int]:
        """Rows of those whom the registry knows by a spelling that fits."""
        from quotes.registry import load_registry

        registry = load_registry()
        found = [p.id for p in registry.find(name) if any(map(fits, p.spellings))]
        body = registry.body(name)
        ids = {*found, *([body.id] if body else [])}
        return {row.id for row in rows_by_key(self._reader, {f"id:{id}" for id in ids})}

    def _fitting(self, name: str) -> tuple[list[Person], set[int]]:
        """The speakers whom the name means, and the rows that it fits."""
        wanted = fold_wanted(name)
        whole = (self._by_key, self._by_name, self._by_registry)
        for level in (*whole, self._by_words, self._by_sound, self._by_beginnings):
            if fits := level(name, wanted):
                return self._people(fits, whole=level in whole), fits
        stored = ask_each(self._reader, "SELECT speakers.name FROM speakers")
        raise not_stored("speaker", name, stored)

    def _people(self, fits: set[int], *, whole: bool) -> list[Person]:
        fitting = people_of(self._reader, fits)
        named = [p for p in fitting if p.type in NAMED]
        persons = [p for p in named if p.type == NAMED[0]]
        chosen = named if whole or not persons else persons
        return chosen or [Person(tuple(_rows(fitting)))]

    def _ambiguous(self, name: str, people: list[Person]) -> AmbiguousError:
        counts = counts_of(self._reader, [id for person in people for id in person.ids])
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
        import shlex

        name = best_name([(row.name, counts.get(row.id, 0)) for row in person.rows])
        many = number_of(count, "quote")
        return f"{name} ({person.type}, {many}): {shlex.quote(self.address(person))}"


def _rows(people: list[Person]) -> Iterator[Row]:
    return (row for person in people for row in person.rows)


def _sounds_in(word: str, words: list[str]) -> bool:
    from quotes.identity import is_same_word

    return any(is_same_word(word, other) for other in words)

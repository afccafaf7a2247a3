"""The people and bodies of a registry, found by any spelling of their names or by an office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from quotes.registry.entries import Office, Organization, Person, fold, fold_words


@dataclass
class Registry:
    """People and bodies, found by any spelling of their names."""

    people: list[Person] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_id = {person.id: person for person in self.people}
        self._by_word: dict[str, list[Person]] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_office: dict[tuple[str, str], list[tuple[Person, Office]]] = {}
        self._bodies: dict[tuple[str, ...], Organization] = {}
        for person in self.people:
            self._index(person)
        for body in self.organizations:
            for name in body.spellings:
                self._bodies[fold_words(name)] = body
        self._body_starts = {words[0] for words in self._bodies if words}

    def _index(self, person: Person) -> None:
        spellings = [fold_words(name) for name in person.spellings]
        for word in {word for spelling in spellings for word in spelling}:
            self._by_word.setdefault(word, []).append(person)
        for word in {spelling[-1] for spelling in spellings}:
            self._by_surname.setdefault(word, []).append(person)
        for office in person.offices:
            key = (fold(office.title), fold(office.of))
            self._by_office.setdefault(key, []).append((person, office))

    def find(self, name: str) -> list[Person]:
        """Everyone with a spelling that has all words of `name`; case and accents don't count."""
        words = set(fold_words(name))
        if not words:
            return []
        candidates = self._by_word.get(next(iter(words)), [])
        return [p for p in candidates if any(words <= set(fold_words(s)) for s in p.spellings)]

    def person(self, id: str | None) -> Person | None:
        """The person of that id, or None."""
        return self._by_id.get(id or "")

    def by_surname(self, surname: str) -> list[Person]:
        """Everyone with that surname, in any spelling."""
        return self._by_surname.get(fold(surname), [])

    def body(self, name: str) -> Organization | None:
        """The body of that name, or None."""
        return self._bodies.get(fold_words(name))

    def begins_body(self, word: str) -> bool:
        """Whether the name of some body begins with this word."""
        words = fold_words(word)
        return not words or words[0] in self._body_starts

    def holder(self, title: str, of: str, on: dt.date) -> Person | None:
        """Who held the office on that day; None unless exactly one person surely did."""
        offices = self._by_office.get((fold(title), fold(of)), [])
        holders = {person.id: person for person, office in offices if office.covers(on)}
        return next(iter(holders.values())) if len(holders) == 1 else None

"""The people and bodies of a registry, found by any spelling of their names or by an office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from quotes.registry.entries import Office, Organization, Person, fold, fold_words


@dataclass
class Registry:
    """People and bodies, found by any spelling of their names."""

    people: list[Person] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_id = {person.id: person for person in self.people}
        self._by_surname: dict[str, list[Person]] = {}
        self._with_support: dict[str, list[Person]] = {}
        self._by_office: dict[tuple[str, str], list[tuple[Person, Office]]] = {}
        self._bodies: dict[tuple[str, ...], Organization] = {}
        for person in self.people:
            self._index(person)
        for body in self.organizations:
            for name in body.spellings:
                self._bodies[fold_words(name)] = body
        self._body_starts = {words[0] for words in self._bodies if words}

    def _index(self, person: Person) -> None:
        by_surname = self._with_support if person.needs_support else self._by_surname
        for word in {fold_words(name)[-1] for name in person.spellings}:
            by_surname.setdefault(word, []).append(person)
        for office in person.offices:
            key = (fold(office.title), fold(office.of))
            self._by_office.setdefault(key, []).append((person, office))

    @cached_property
    def _by_word(self) -> dict[str, list[Person]]:
        """Everyone by each word of their names; only those who look somebody up need it."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            for word in {word for name in person.spellings for word in fold_words(name)}:
                found.setdefault(word, []).append(person)
        return found

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
        """Everyone with that surname, in any spelling, whom an article may mean by their name."""
        return self._by_surname.get(fold(surname), [])

    def with_support(self, surname: str) -> list[Person]:
        """Everyone with that surname whom it means only where the article says more of them."""
        return self._with_support.get(fold(surname), [])

    def body(self, name: str) -> Organization | None:
        """The body of that name, or None."""
        return self._bodies.get(fold_words(name))

    def begins_body(self, word: str) -> bool:
        """True if the name of some body begins with this word."""
        words = fold_words(word)
        return not words or words[0] in self._body_starts

    def holder(self, title: str, of: str, on: dt.date) -> Person | None:
        """The person who held the office on that day; None unless exactly one surely did. Those who
        are known by their names go before those who need support."""
        offices = self._by_office.get((fold(title), fold(of)), [])
        held = [person for person, office in offices if office.covers(on)]
        holders = {p.id: p for p in held if not p.needs_support} or {p.id: p for p in held}
        return next(iter(holders.values())) if len(holders) == 1 else None

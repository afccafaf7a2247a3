"""Holders of offices, as the registry knows them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from quotes.countries import countries_in
from quotes.errors import UsageError
from quotes.identity import office_words
from quotes.registry import Office, Registry

Key = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Term:
    """One person's time in an office: the registry's id, and the office.

    The office tells the days on which they surely held it (see `Office`).
    """

    person: str
    office: Office

    @property
    def label(self) -> str:
        """The office in words: "Prime Minister of Armenia"."""
        return f"{self.office.title} of {self.office.of}"


def find_terms(registry: Registry, words: str, on: dt.date | None = None) -> list[Term]:
    """All terms in the office that the words name, or those that cover the day `on`.

    "prime minister of Armenia", "Armenian prime minister" and "Armenia's premier" are one office.
    Raises UsageError, in one line, for an office that is not known, with those that come near, and
    for a day on which nobody surely held it.
    """
    terms = [Term(person.id, office) for person in registry.people for office in person.offices]
    key = _key(words)
    found = [term for term in terms if _key(term.label) == key]
    if not found:
        raise UsageError(_unknown(words, key, terms))
    if on is None:
        return found
    held = [term for term in found if term.office.covers(on)]
    if not held:
        raise UsageError(f"nobody is known to have been {found[0].label} on {on}")
    return held


def office_of(registry: Registry, person: str | None, on: dt.date | None) -> str | None:
    """The office that the person of this id surely held on a day, "Prime Minister, Armenia"; None
    where that is not known."""
    known = registry.person(person)
    if known is None or on is None:
        return None
    held = (f"{one.title}, {one.of}" for one in known.offices if one.covers(on))
    return next(held, None)


def _key(words: str) -> Key:
    return countries_in(words)[0], frozenset(office_words(words))


def _unknown(words: str, key: Key, terms: list[Term]) -> str:
    """Near are offices of the same country, else those of others that have the most words of it."""
    from rapidfuzz import fuzz, process

    countries, own = key
    shared = {label: len(own & _key(label)[1]) for label in {term.label for term in terms}}
    labels = {label for label in shared if countries & _key(label)[0]}
    most = max(shared.values(), default=0)
    labels = labels or {label for label, words in shared.items() if words == most}
    near = process.extract(words, sorted(labels), scorer=fuzz.WRatio, limit=3)
    return f"no office '{words}' is known; near it: {', '.join(label for label, *_ in near)}"

"""The country for which a speaker speaks.

It is, of these, the first that names one country and no other: the affiliation that the article
gives; the office that the registry knows for its day; all offices that the registry knows of the
person, or the country to which it says that the body belongs; the words by which a body, a crowd, a
document or somebody unnamed is called ("Armenian officials").
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from quotes.countries import countries_in, country_words
from quotes.places import load_places
from quotes.registry import Registry, load_registry
from quotes.store.audit.quoted import Quoted, told_by_label
from quotes.store.db.asking import Row
from quotes.store.db.columns import Numbers

UNKNOWN = 0


class Countries:
    """Numbers for countries, from 1 in the order in which they are met."""

    def __init__(self) -> None:
        self.names: list[str] = ["unknown"]
        self._numbers: dict[str, int] = {}

    def number(self, found: Iterable[str]) -> int:
        """The number of the only country; UNKNOWN where there is none, or several."""
        some = set(found)
        if len(some) != 1:
            return UNKNOWN
        (country,) = some
        if country not in self._numbers:
            self._numbers[country] = len(self.names)
            self.names.append(country)
        return self._numbers[country]


def countries_of(quoted: Quoted) -> tuple[Numbers, list[str]]:
    """For each quote the number of the country, and the names of the numbers."""
    countries = Countries()
    found = np.zeros(len(quoted.chances), dtype=np.int64)

    def tell(words: str) -> int:
        return countries.number(countries_in(words)[0])

    for numbers in (
        *(told_by_label(quoted, name, tell) for name in ("affiliation", "office")),
        _of_speakers(quoted, countries)[quoted.column("speaker")],
    ):
        found = np.where(found == UNKNOWN, numbers, found)
    return found, countries.names


def _of_speakers(quoted: Quoted, countries: Countries) -> Numbers:
    """By key of `speakers`; of those who are one with others, by any of them."""
    registry, starts = load_registry(), frozenset(word.split()[0] for word in country_words())
    speakers = quoted.speakers

    def tell(row: Row) -> int:
        return countries.number(_of(row, registry, starts))

    told = speakers.told(tell)
    known = told > 0
    of_person = np.zeros(speakers.size, dtype=np.int64)
    of_person[speakers.person[known]] = told[known]
    return of_person[speakers.person]


def _of(row: Row, registry: Registry, starts: frozenset[str]) -> Iterable[str]:
    """The countries of a row of `speakers`. A person's name tells none: Jordan is a given name."""
    _, name, folded, kind, registry_id, _ = row
    places = load_places()
    if kind == "person":
        person = registry.person(registry_id)
        named = (places.country(office.of) for office in (person.offices if person else ()))
        return {country for country in named if country}
    body = registry.body(name) if kind == "organization" else None
    if body and body.of and (country := places.country(body.of)):
        return {country}
    return () if starts.isdisjoint(folded.split()) else countries_in(name)[0]

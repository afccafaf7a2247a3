"""Facts that articles tell of a speaker, besides the name: roles, affiliations, outlets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from quotes.countries import countries_in

EMPTY = frozenset(
    (
        "his", "her", "its", "their", "former", "ex", "then", "current", "new", "old", "acting",
        "longtime", "senior", "top", "leader", "politician", "official", "head", "man", "woman",
    )
)  # fmt: skip
"""Words that say nothing of who it is: roles of such words neither agree nor differ."""

LITTLE = frozenset(("the", "a", "an", "of", "for", "in", "at", "on", "to", "and", "s"))
"""Words that hold an office's name together."""

RANKS = frozenset(("vice", "deputy", "assistant", "under", "co", "shadow"))
"""A vice president is no president: such a word must stand in both roles or in neither."""

SAME = {
    "premier": ("prime", "minister"),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "chairman": ("chair",),
    "chairwoman": ("chair",),
    "chairperson": ("chair",),
    "congressman": ("congressperson",),
    "congresswoman": ("congressperson",),
    "defence": ("defense",),
}


def office_words(words: str) -> tuple[str, ...]:
    """The words of an office without countries and little words: premier is prime minister.

    >>> office_words("Premier of the Republic of Armenia")
    ('prime', 'minister', 'republic')
    """
    left = (word for word in countries_in(words)[1] if word not in LITTLE)
    return tuple(same for word in left for same in SAME.get(word, (word,)))


@dataclass(frozen=True)
class Facts:
    """Roles and offices as the articles give them, what they belong to, and who published it."""

    roles: frozenset[str] = frozenset()
    affiliations: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()

    @cached_property
    def offices(self) -> frozenset[tuple[str, ...]]:
        """The words of each role that say what somebody is, without countries."""
        return frozenset(words for words in map(_office, self.roles) if words)

    @cached_property
    def places(self) -> frozenset[str]:
        """The affiliations, and the countries that the roles name."""
        own = {place for name in self.affiliations for place in _places(name)}
        return frozenset(own.union(*(countries_in(role)[0] for role in self.roles)))


@dataclass(frozen=True)
class Comparison:
    """In words all that two speakers share (None: nothing), and if anything speaks against it."""

    role: str | None
    affiliation: str | None
    outlet: str | None
    against: str | None

    @property
    def shared(self) -> tuple[str, ...]:
        """All that they share."""
        return tuple(fact for fact in (self.role, self.affiliation, self.outlet) if fact)


def compare_facts(one: Facts, other: Facts) -> Comparison:
    """Compare two speakers. Other roles or affiliations speak against one person, outlets never."""
    return Comparison(
        role=min(_shared_offices(one, other), default=None),
        affiliation=min(one.places & other.places, default=None),
        outlet=min(one.outlets & other.outlets, default=None),
        against=next(_contradictions(one, other), None),
    )


def _shared_offices(one: Facts, other: Facts) -> Iterator[str]:
    for mine, theirs in product(one.offices, other.offices):
        fewer, more = sorted((mine, theirs), key=len)
        same_rank = RANKS.intersection(mine) == RANKS.intersection(theirs)
        if same_rank and set(fewer) <= set(more):
            yield " ".join(fewer)


def _contradictions(one: Facts, other: Facts) -> Iterator[str]:
    if one.places and other.places and not one.places & other.places:
        yield f"{min(one.places)} and {min(other.places)}"
    mine, theirs = ({word for office in who.offices for word in office} for who in (one, other))
    if mine and theirs and not mine & theirs:
        yield f"{' '.join(min(one.offices))} and {' '.join(min(other.offices))}"


@lru_cache(maxsize=20_000)
def _office(role: str) -> tuple[str, ...]:
    return tuple(word for word in office_words(role) if word not in EMPTY)


def _places(affiliation: str) -> Iterable[str]:
    return countries_in(affiliation)[0] or {affiliation.removeprefix("the ")}

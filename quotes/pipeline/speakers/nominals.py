"""Whom "the prime minister", "Armenia's prime minister" or "the Vermont senator" means."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from quotes.pipeline.speakers.described import Described
from quotes.pipeline.speakers.descriptions import pronoun_clauses
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.pronouns import Question, pronoun_gender, third_person
from quotes.pipeline.speakers.rolenouns import LOOSE_HEADS
from quotes.pipeline.speakers.rolephrases import Description, Rank, in_chain, phrase_at
from quotes.pipeline.speakers.rolewords import Role, read_role
from quotes.pipeline.speakers.someone import Someone, Unnamed
from quotes.pipeline.speakers.words import PARTIES
from quotes.places import load_places
from quotes.registry import Person, Registry

INDEFINITE = frozenset({"a", "an", "one", "another", "some"})
OFFICES = {
    "president": ("President",),
    "prime-minister": ("Prime Minister",),
    "chancellor": ("Chancellor",),
    "leader": ("President", "Prime Minister", "Chancellor", "Supreme Leader"),
    "vice-president": ("Vice President",),
    "foreign-minister": ("Foreign Minister", "Foreign Secretary", "Secretary of State"),
    "defense-minister": ("Defense Minister", "Defense Secretary", "Secretary of Defense"),
    "spokesperson": ("Spokesperson",),
    "secretary-general": ("Secretary-General",),
    "director-general": ("Director-General",),
    "chief": ("Secretary-General", "Director-General"),
    "presidential-nominee": ("Presidential Nominee",),
    "vice-presidential-nominee": ("Vice Presidential Nominee",),
}
OFFICE_WORDS = frozenset(
    {"president", "minister", "premier", "pm", "chancellor", "leader", "nominee"}
)
# A headline, a standfirst and a few paragraphs, with empty lines between them.
EARLY_PARAGRAPHS = 8
MAX_PHRASE = 8


class Nominals:
    """Resolves role phrases against an article's people and the registry's office holders."""

    def __init__(
        self, page: Page, people: People, registry: Registry, date: dt.date | None
    ) -> None:
        self.page, self.people, self.registry, self.date = page, people, registry, date
        self.described = Described(page, people, registry)

    def resolve(
        self, start: int, end: int, likely: Someone | Unnamed | None = None
    ) -> Someone | None:
        """The person whom the role phrase in the tokens `start` to `end` means, or None; `likely`:
        whom the model says, for where the words fit several as well."""
        wanted = read_role(self.page, start, end, self.registry)
        if wanted is None:
            return None
        if self.page.lower[start] in INDEFINITE:
            return self._introduced(wanted, start)
        found = self._described(wanted, start, likely)
        if found is None:
            holder = self._holder(wanted)
            found = self.people.adopt(holder) if holder else self._once_holder(wanted)
        return found

    def allows(self, someone: Someone, start: int, end: int) -> bool:
        """True if the phrase may describe somebody: nothing is said of them, or nothing against
        it; then it is learnt."""
        wanted = read_role(self.page, start, end, self.registry)
        known = self.described.roles(someone)
        if wanted is None or (known and not any(role.fits(wanted) for role in known)):
            return False
        if wanted.of and someone.known and not _has_office_of(someone.known, wanted.of):
            return False
        self.described.learn(someone, wanted)
        return True

    def speaks_against(self, someone: Someone, start: int, end: int) -> bool:
        """True if somebody who is named only after the phrase is something else there: "the
        captain", where the article goes on with "Coach Ann Lee"."""
        if any(mention.start < start for mention in someone.mentions):
            return False
        wanted = read_role(self.page, start, end, self.registry)
        known = self.described.roles(someone)
        return bool(known) and not (wanted and any(role.fits(wanted) for role in known))

    def shares_house(self, someone: Someone, start: int, end: int) -> bool:
        """True if a role of somebody is of the same country or body as the phrase."""
        wanted = read_role(self.page, start, end, self.registry)
        roles = self.described.roles(someone)
        return wanted is not None and any(role.of & wanted.of for role in roles)

    def _described(
        self, wanted: Role, at: int, likely: Someone | Unnamed | None
    ) -> Someone | None:
        """Of those described so: most words in common, then the likely one, then named last before,
        else first after."""
        fitting = self.described.fitting(wanted, at)
        if wanted.head in LOOSE_HEADS and len(fitting) > 1:
            fitting = [(someone, shared) for someone, shared in fitting if shared]
        if not fitting:
            return None
        return max(
            fitting, key=lambda pair: (pair[1], pair[0] is likely, *_nearness(pair[0], at))
        )[0]

    def _introduced(self, wanted: Role, at: int) -> Someone | None:
        """ "A judge" of the first paragraphs, where the article names just one judge, and later."""
        if self.page.paragraph[at] > EARLY_PARAGRAPHS:
            return None
        fitting = [
            someone
            for someone, shared in self.described.fitting(wanted, at)
            if shared or wanted.head not in LOOSE_HEADS
        ]
        alone = len(fitting) == 1 and fitting[0].mentions[0].start > at
        return fitting[0] if alone else None

    def _holder(self, wanted: Role) -> Person | None:
        """The person who held that office on the article's day, where the phrase says of which
        country or body. Of several leaders of a country only the one whom the article names."""
        if self.date is None or wanted.former or not wanted.plain:
            return None
        holders: dict[str, Person] = {}
        for of in wanted.of:
            for title in _titles(wanted.head, of, self.date):
                person = self.registry.holder(title, of, self.date)
                if person is not None:
                    holders[person.id] = person
        if len(holders) > 1:
            holders = {k: p for k, p in holders.items() if self.people.by_registry(p)}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _once_holder(self, wanted: Role) -> Someone | None:
        """The only one whom the article names of those who, on any day, held that office."""
        titles = OFFICES.get(wanted.head, ()) if wanted.plain else ()
        found = [
            someone
            for known, linked in self.people.linked.values()
            if any(o.of in wanted.of and o.title in titles for o in known.offices)
            for someone in linked
        ]
        return found[0] if len(found) == 1 else None

    def introduce(self) -> None:
        """Gives people what a sentence that begins with a pronoun says they are: "He used to be
        the mayor of Dover"."""
        for at, start in pronoun_clauses(self.page):
            gender = pronoun_gender(self.page.lower[at])
            someone = third_person(self.page, self.people, Question(at, gender))
            found = phrase_at(self.page, start, self.people.owner)
            if someone is not None and found is not None:
                someone.descriptions.append(replace(found, rank=Rank.NOMINAL))
                role = read_role(self.page, found.start, found.end, self.registry)
                if role is not None:
                    self.described.learn(someone, role)

    def name_offices(self) -> None:
        """Gives people the phrases that name them by country and office, anywhere in the article:
        "Armenia's prime minister" says what Pashinyan is, though it does not stand by his name."""
        for start, end in _office_phrases(self.page, self.people):
            wanted = read_role(self.page, start, end, self.registry)
            if wanted is None or not wanted.of or not wanted.plain:
                continue
            holder = self._holder(wanted)
            someone = self.people.named(holder) if holder is not None else None
            if self.date is None and not wanted.former:
                someone = self._once_holder(wanted)
            if someone is not None:
                someone.descriptions.append(Description(start, end, Rank.NOMINAL))
                self.described.learn(someone, wanted)


def _titles(head: str, of: str, on: dt.date) -> tuple[str, ...]:
    """The registry's titles for an office; of those of a leader the one that leads, if known."""
    titles = OFFICES.get(head, ())
    if head == "leader" and (title := load_places().leader(of, on)):
        return (title,)
    return titles


def _has_office_of(person: Person, of: frozenset[str]) -> bool:
    """True if the registry knows nothing of the person, or an office of one of these."""
    return not person.offices or any(office.of in of for office in person.offices)


def _nearness(someone: Someone, at: int) -> tuple[bool, int]:
    before = bisect_left(someone.mentions, at, key=lambda mention: mention.start)
    if before:
        return True, someone.mentions[before - 1].start
    return False, -someone.mentions[0].start


def _office_phrases(page: Page, people: People) -> Iterator[tuple[int, int]]:
    """Role phrases with a country, capital or party in front or after "of", away from names."""
    places = load_places()
    for i, word in enumerate(page.lower):
        if word not in OFFICE_WORDS or any(j in people.owner for j in (i + 1, i + 2)):
            continue
        start, end = i, i + 1
        while start > max(0, i - MAX_PHRASE) and in_chain(page, start - 1):
            start -= 1
        if page.lower[end : end + 1] == ["of"] and end + 1 < len(page):
            end += 2
        while start < i and not (
            places.country(page.text[start], capitals=True) or page.lower[start] in PARTIES
        ):
            start += 1
        if start < i or end > i + 1:
            yield start, end

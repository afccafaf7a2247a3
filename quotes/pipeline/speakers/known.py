"""Which of the registry's people somebody of an article is.

Two kinds of people are told apart. Those who are known by their names are meant by a whole name,
and by a surname where the article names their country, body or office. Those who need support are
meant by neither alone, for a citizen may have a minister's name: the article must also give them
such an office, of that country or on a day on which they held it. Where it does not, nothing is
known of the person, which does no harm.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.plainoffice import LOWER_RANKS
from quotes.pipeline.speakers.rolewords import Role, read_role
from quotes.pipeline.speakers.someone import Someone, bears_name, fullness
from quotes.registry import Office, Person, Registry, fold, fold_words

JOINTS = re.compile(r" (?:of|on) ")
SAME_WORDS = {
    "defence": "defense",
    "external": "foreign",
    "home": "interior",
    "internal": "interior",
    "treasury": "finance",
    "financial": "finance",
    "secretary": "minister",
    "treasurer": "minister",
}
"""Words of titles that stand for one another where countries call an office otherwise."""
MINISTER = "minister"
CROWNED = frozenset({"king", "queen", "monarch", "emir", "sultan"})
LEADING = frozenset({"president", "prime minister", "chancellor", "supreme leader"})


def link_registry(
    page: Page, people: People, registry: Registry, context: set[str], date: dt.date | None
) -> None:
    """Ties the article's people to the registry's; `context`: countries and bodies it names."""
    article = _Article(page, registry, context, date)
    full = Counter(s for one in people.everyone for s in {f[-1] for f in one.forms if len(f) > 1})
    for someone in people.everyone:
        bare = all(len(form) == 1 for form in someone.forms)
        if bare and any(full[form[-1]] for form in someone.forms):
            continue  # "Clinton", where the article has two of them
        known = article.by_surname(someone) if bare else article.by_name(someone)
        known = known or article.supported(someone, bare)
        if len(known) == 1:
            people.link(someone, known[0])


class _Article:
    """The words of an article that may tell whom it means."""

    def __init__(
        self, page: Page, registry: Registry, context: set[str], date: dt.date | None
    ) -> None:
        self.page, self.registry, self.context, self.date = page, registry, context, date

    def by_name(self, someone: Someone) -> list[Person]:
        """Those of that surname and first given name; by another given name ("Javad Zarif") only
        where the article names their country or body."""
        return [
            person
            for person in self.registry.by_surname(_surname(someone))
            if bears_name(someone, person, any_given=self._speaks_for(person))
        ]

    def by_surname(self, someone: Someone) -> list[Person]:
        """Those of a bare surname who held an office that it stands with, else those whose country
        or body the article names."""
        known = [p for p in self.registry.by_surname(_surname(someone)) if _fits(p, someone)]
        said = self._words(someone)
        return [p for p in known if self._in_office(p, said)] or [
            p for p in known if self._in_context(p, said)
        ]

    def supported(self, someone: Someone, bare: bool) -> list[Person]:
        """Those who need support and have it: the article gives them an office like theirs, of
        their country or body; a bare surname must stand with the very office of that day."""
        fitting = [
            person
            for person in self.registry.with_support(_surname(someone))
            if bare or bears_name(someone, person, any_given=True)
        ]
        if not fitting:
            return []
        roles = self._roles(someone)
        return [
            person
            for person in fitting
            if any(self._supports(r, o, bare) for r in roles for o in person.offices)
        ]

    def _supports(self, role: Role, office: Office, bare: bool) -> bool:
        held = self.date is not None and office.covers(self.date)
        named = office.of in (role.of or self.context)
        if bare:
            words, title = _words(role), _words_of(office.title)
            whole = title <= words and words.isdisjoint(LOWER_RANKS - title)
            return named and held and whole and not role.former
        return (named or (held and not role.of)) and _is_like(role, office)

    def _roles(self, someone: Someone) -> list[Role]:
        found = (read_role(self.page, d.start, d.end, self.registry) for d in someone.descriptions)
        return [role for role in found if role is not None]

    def _words(self, someone: Someone) -> set[str]:
        return {w for d in someone.descriptions for w in self.page.lower[d.start : d.end]}

    def _speaks_for(self, person: Person) -> bool:
        return any(office.of in self.context for office in person.offices)

    def _in_context(self, person: Person, said: set[str]) -> bool:
        """True if a bare surname may be this person: the article names their country or body;
        `said`: the words that describe who is meant."""
        if not self._speaks_for(person):
            return False
        titles = {word for office in person.offices for word in fold_words(office.title)}
        return not person.common or bool(titles & said)

    def _in_office(self, person: Person, said: set[str]) -> bool:
        """True if a bare surname with a title is this person, who held that office on that day:
        "President Macron", in an article that does not name France."""
        held = [o for o in person.offices if self.date is not None and o.covers(self.date)]
        return any(set(fold_words(office.title)) <= said for office in held)


def _surname(someone: Someone) -> str:
    return max(someone.forms, key=fullness)[-1]


def _fits(person: Person, someone: Someone) -> bool:
    return person.gender is None or someone.gender in (None, person.gender)


def _is_like(role: Role, office: Office) -> bool:
    """True if a role is such an office: the same, a minister of anything of the country for one of
    its ministers, a president of nothing less than the country for its president."""
    words, named = _words(role), office.of in role.of
    kind = SAME_WORDS.get(word := JOINTS.split(fold(office.title))[0].split()[-1], word)
    if kind == MINISTER and kind in words:
        church = role.head == MINISTER and not named and not _words_of(office.title) <= words
        return not church  # "Baptist minister", or one of whatever else
    if role.head == "leader":
        return role.plain and named and fold(office.title) in LEADING
    like = kind in words or (kind in CROWNED and not CROWNED.isdisjoint(words))
    return role.plain and like


def _words(role: Role) -> set[str]:
    """The words of a role, its head's included, each in the form that stands for all."""
    words = role.words | set(role.head.split("-")) | {role.head}
    return {SAME_WORDS.get(word, word) for word in words}


def _words_of(title: str) -> set[str]:
    return {SAME_WORDS.get(word, word) for word in fold_words(title)} - {"of", "the"}

"""The people of one article: which namings are one person, and what is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from quotes.genders import FEMALE_ROLES, MALE_ROLES
from quotes.pipeline.speakers.couples import told_apart
from quotes.pipeline.speakers.descriptions import descriptions
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.names import Name, may_be_same, person_surnames
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.shortnames import MOST_NAMESAKES, ShortNames, form_gender
from quotes.pipeline.speakers.someone import Someone, bears_name
from quotes.pipeline.speakers.starts import ByStart
from quotes.pipeline.speakers.words import PARTICLES
from quotes.registry import Gender, Person, Registry, fold_words


@dataclass
class People:
    """Everyone named in an article; `owner`: whom the mention names that starts at a token;
    `linked`: by their ids those of the registry who are among them, each with the article's people
    that they are."""

    everyone: list[Someone]
    owner: ByStart[Someone]
    mentions: list[Mention]
    linked: dict[str, tuple[Person, list[Someone]]] = field(default_factory=dict)

    def by_registry(self, person: Person) -> Someone | None:
        """The article's person whom the registry knows as this one."""
        found = self.linked.get(person.id)
        return found[1][0] if found else None

    def link(self, someone: Someone, person: Person) -> None:
        """Somebody of the article is this person of the registry."""
        someone.known = person
        someone.gender = person.gender or someone.gender
        self.linked.setdefault(person.id, (person, []))[1].append(someone)

    def named(self, person: Person) -> Someone | None:
        """The article's person who is this one, or has their whole name: where the article speaks
        of the office that this one holds, it means them."""
        someone = self.by_registry(person)
        if someone is None:
            near = (self._by_surname.get(word, []) for word in person_surnames(person))
            bears = (one for some in near for one in some if bears_name(one, person))
            someone = next((one for one in bears if one.known is None), None)
            if someone is not None:
                self.link(someone, person)
        return someone

    @cached_property
    def _by_surname(self) -> dict[str, list[Someone]]:
        """Those whom the article names in full, some of each surname."""
        found: dict[str, list[Someone]] = {}
        for someone in self.everyone:
            for surname in {form[-1] for form in someone.forms if len(form) > 1}:
                alike = found.setdefault(surname, [])
                if len(alike) < MOST_NAMESAKES:
                    alike.append(someone)
        return found

    def adopt(self, person: Person) -> Someone:
        """The registry's person, as somebody of the article that may never name them."""
        someone = self.named(person)
        if someone is None:
            someone = Someone({fold_words(person.name): person.name}, gender=person.gender)
            self.everyone.append(someone)
            self.link(someone, person)
        return someone


def find_people(page: Page, mentions: list[Mention], registry: Registry) -> People:
    """Clusters the namings into people; describes them from the words beside their names."""
    mentions = told_apart(page, mentions, registry)
    everyone = _clusters(page, mentions, registry)
    owner = _owners(everyone, mentions, page, registry)
    for mention in mentions:
        someone = owner[mention.start]
        someone.mentions.append(mention)
        someone.descriptions += descriptions(page, mention.start, mention.end, owner)
    for someone in everyone:
        someone.gender = _gender(page, someone)
    return People(everyone, owner, mentions)


def _clusters(page: Page, mentions: Iterable[Mention], registry: Registry) -> list[Someone]:
    """One person for every group of full names that agree, the fullest name first."""
    written: dict[Name, str] = {}
    for mention in mentions:
        text = f"{page.words(mention.start, mention.end)} {mention.surname}".strip()
        if _is_full(mention.name) and (
            mention.name not in written or written[mention.name].isupper()
        ):
            written[mention.name] = text
    homes = _Homes(registry)
    for name in sorted(written, key=len):
        homes.take(name, written[name])
    return homes.everyone


class _Homes:
    """People by their full names, found again by the surnames under which they were first met."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.everyone: list[Someone] = []
        self.by_surname: dict[str, list[int]] = {}
        self.by_form: dict[Name, int] = {}

    def take(self, name: Name, written: str) -> None:
        """Give a full name that is new to the person to whom it belongs, or to somebody new."""
        number = self._home(name)
        if number is None:
            number = len(self.everyone)
            self.everyone.append(Someone())
            self.by_surname.setdefault(name[-1], []).append(number)
        self.everyone[number].forms[name] = written
        self.by_form[name] = number

    def _home(self, name: Name) -> int | None:
        """The person to whom it belongs: same name, or a known name run on too far."""
        for number in self._namesakes(name[-1]):
            forms = self.everyone[number].forms
            if len(forms) < MOST_NAMESAKES and all(
                may_be_same(name, form, self.registry) for form in forms
            ):
                return number
        shorter = self.by_form.get(name[:2]) if len(name) > 2 else None
        if shorter is not None and self._first_surname(shorter)[:2] == name[1][:2]:
            return shorter
        return None

    def _namesakes(self, surname: str) -> list[int]:
        """Those whose surname is this one, or another spelling of it that begins alike."""
        spelt = {surname} | {
            word
            for person in self.registry.by_surname(surname)
            for word in person_surnames(person)
            if word[:2] == surname[:2]
        }
        near = (self.by_surname.get(word, [])[:MOST_NAMESAKES] for word in spelt)
        return sorted(number for numbers in near for number in numbers)

    def _first_surname(self, number: int) -> str:
        return next(iter(self.everyone[number].forms))[-1]


def _owners(
    everyone: list[Someone], mentions: list[Mention], page: Page, registry: Registry
) -> ByStart[Someone]:
    by_form = {form: someone for someone in everyone for form in someone.forms}
    short = ShortNames(page, mentions, registry)
    for someone in everyone:
        short.add(someone)
    owners = []
    for mention in mentions:
        found = by_form.get(mention.name) or short.whose(mention)
        if found is None:
            found = Someone({mention.name: page.words(mention.start, mention.end)})
            everyone.append(found)
            by_form[mention.name] = found
            short.add(found)
        owners.append(found)
    for someone in everyone:
        someone.forms = _own_forms(someone.forms)
    return ByStart((mention.start for mention in mentions), owners, len(page))


def _own_forms(forms: dict[Name, str]) -> dict[Name, str]:
    """Without forms that run on past a shorter form of the same person."""
    kept = {n: t for n, t in forms.items() if len(n) < 3 or n[:-1] not in forms}
    return kept or forms


def _gender(page: Page, someone: Someone) -> Gender | None:
    """By a title, the words that describe the person, or the given name."""
    titled = Counter(m.gender for m in someone.mentions if m.gender)
    if titled:
        return titled.most_common(1)[0][0]
    for description in someone.descriptions:
        words = set(page.lower[description.start : description.end])
        if words & FEMALE_ROLES and not words & {"'s", "’s"}:
            return "f"
        if words & MALE_ROLES and not words & {"'s", "’s"}:
            return "m"
    return form_gender(someone)


def _is_full(name: Name) -> bool:
    """True if a name has more than a surname with its particles."""
    return len(name) > 1 and (name[0] not in PARTICLES or sum(w not in PARTICLES for w in name) > 1)

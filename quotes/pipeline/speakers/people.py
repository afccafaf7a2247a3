"""The people of one article: which namings are one person, and what is known of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from quotes.pipeline.speakers.descriptions import Description, descriptions
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.names import (
    Name,
    gender_of,
    given_names,
    may_be_same,
    one_edit_apart,
    same_given,
    surnames,
    tidy,
)
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.words import FEMALE_ROLES, MALE_ROLES, PARTICLES
from quotes.registry import Gender, Person, Registry, fold_words

LONG_SURNAME = 8  # letters; shorter ones that differ in one letter are often two people's


@dataclass(eq=False)
class Someone:
    """One person in one article. `forms`: full names met, with how they were written first."""

    forms: dict[Name, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    known: Person | None = None
    gender: Gender | None = None

    @property
    def name(self) -> str:
        """The fullest name: as the article has it, in the registry's spelling where that fits."""
        best = max(self.forms, key=_fullness)
        if self.known is not None and len(best) <= len(fold_words(self.known.name)):
            return self.known.name
        return tidy(self.forms[best])

    @property
    def key(self) -> str:
        """The person's id inside the Doc."""
        return self.name


def _fullness(name: Name) -> tuple[bool, int, int]:
    return name[0] in given_names().gender, len(name), sum(len(word) > 1 for word in name)


@dataclass
class People:
    """Everyone named in an article; `owner`: mention start → person; `starts`: sorted starts."""

    everyone: list[Someone]
    owner: dict[int, Someone]
    mentions: list[Mention]

    def by_registry(self, person: Person) -> Someone | None:
        """The article's person whom the registry knows as this one."""
        return next((one for one in self.everyone if one.known is person), None)

    def adopt(self, person: Person) -> Someone:
        """The registry's person, as somebody of the article that never names them."""
        someone = self.by_registry(person)
        if someone is None:
            someone = Someone({fold_words(person.name): person.name}, known=person)
            someone.gender = person.gender
            self.everyone.append(someone)
        return someone


def find_people(page: Page, mentions: list[Mention], registry: Registry) -> People:
    """Clusters the namings into people; describes them from the words beside their names."""
    everyone = _clusters(page, mentions, registry)
    owner = _owners(everyone, mentions, page, registry)
    names = set(owner)
    for mention in mentions:
        someone = owner[mention.start]
        someone.mentions.append(mention)
        someone.descriptions += descriptions(page, mention.start, mention.end, names)
    for someone in everyone:
        someone.gender = _gender(page, someone)
    return People(everyone, owner, mentions)


def _clusters(page: Page, mentions: Iterable[Mention], registry: Registry) -> list[Someone]:
    """One person for every group of full names that agree, the fullest name first."""
    written: dict[Name, str] = {}
    for mention in mentions:
        text = page.words(mention.start, mention.end)
        if _is_full(mention.name) and (
            mention.name not in written or written[mention.name].isupper()
        ):
            written[mention.name] = text
    everyone: list[Someone] = []
    buckets: dict[str, list[Someone]] = {}
    for name in sorted(written, key=len):
        bucket = buckets.setdefault(name[-1][:2], [])
        someone = _home(name, bucket, buckets, registry)
        if someone is None:
            someone = Someone()
            everyone.append(someone)
            bucket.append(someone)
        someone.forms[name] = written[name]
    return everyone


def _home(
    name: Name, bucket: list[Someone], buckets: dict[str, list[Someone]], registry: Registry
) -> Someone | None:
    """The person to whom a full name belongs: same name, or a known name run on too far."""
    for someone in bucket:
        if all(may_be_same(name, form, registry) for form in someone.forms):
            return someone
    if len(name) > 2:
        for someone in buckets.get(name[1][:2], ()):
            if name[:2] in someone.forms:
                return someone
    return None


def _owners(
    everyone: list[Someone], mentions: list[Mention], page: Page, registry: Registry
) -> dict[int, Someone]:
    by_form = {form: someone for someone in everyone for form in someone.forms}
    counts = Counter(mention.name for mention in mentions)
    index: dict[str, list[Someone]] = {}
    for someone in everyone:
        words = {word for form in someone.forms for word in (*surnames(form), form[0])}
        for word in words:
            index.setdefault(word, []).append(someone)
    owner = {}
    for mention in mentions:
        found = by_form.get(mention.name) or _single(mention, index, counts, registry)
        if found is None:
            found = Someone({mention.name: page.words(mention.start, mention.end)})
            everyone.append(found)
            by_form[mention.name] = found
            index.setdefault(mention.name[-1], []).append(found)
        owner[mention.start] = found
    for someone in everyone:
        someone.forms = _own_forms(someone.forms)
    return owner


def _own_forms(forms: dict[Name, str]) -> dict[Name, str]:
    """Without forms that run on past a shorter form of the same person."""
    kept = {n: t for n, t in forms.items() if not any(n[:-1] == o for o in forms if len(o) > 1)}
    return kept or forms


def _single(
    mention: Mention, index: dict[str, list[Someone]], counts: Counter[Name], registry: Registry
) -> Someone | None:
    """Whom a bare surname or given name means: the only one, else the one most named so; nobody
    where two are named so as often."""
    word = " ".join(mention.name)
    candidates = index.get(word, [])
    if not candidates:
        spelt = {
            s for p in registry.by_surname(word) for n in p.spellings for s in fold_words(n)[-1:]
        }
        spelt |= _misspelt(word, index) or _first_of_two_surnames(word, index)
        candidates = list({id(s): s for w in sorted(spelt) for s in index.get(w, [])}.values())
    if mention.gender is not None:
        fitting = [c for c in candidates if _form_gender(c) in (None, mention.gender)]
        candidates = fitting
    claims = sorted(
        ((_claim(someone, word, counts), i) for i, someone in enumerate(candidates)), reverse=True
    )
    if not claims or (len(claims) > 1 and claims[0][0] == claims[1][0]):
        return None
    return candidates[claims[0][1]]


def _misspelt(word: str, index: dict[str, list[Someone]]) -> set[str]:
    """The one long surname of the article that is a letter away: "Wisnewski", "Wisniewski"."""
    near = {
        surname
        for surname in index
        if min(len(word), len(surname)) >= LONG_SURNAME
        and surname[0] == word[0]
        and one_edit_apart(word, surname)
    }
    return near if len(near) == 1 else set()


def _first_of_two_surnames(word: str, index: dict[str, list[Someone]]) -> set[str]:
    """The surnames of those whose name has the word in its middle: "Pedro Gómez Ruiz"."""
    people = (someone for found in index.values() for someone in found)
    return {form[-1] for one in people for form in one.forms if word in form[1:-1]}


def _claim(someone: Someone, word: str, counts: Counter[Name]) -> tuple[bool, bool, int]:
    """How strongly a bare word points to somebody: as a surname; not called by given name."""
    as_surname = any(word in surnames(form) for form in someone.forms)
    by_given = any(counts[(form[0],)] for form in someone.forms if len(form) > 1)
    full = sum(counts[form] for form in someone.forms if len(form) > 1)
    return as_surname, not by_given, full


def _form_gender(someone: Someone) -> Gender | None:
    return next((g for form in someone.forms if (g := gender_of(form))), None)


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
    return _form_gender(someone)


def link_registry(
    page: Page, people: People, registry: Registry, context: set[str], date: dt.date | None
) -> None:
    """Ties the article's people to the registry's; `context`: countries and bodies it names."""
    full = Counter(s for one in people.everyone for s in {f[-1] for f in one.forms if len(f) > 1})
    for someone in people.everyone:
        known = _candidates(someone, registry)
        if all(len(form) == 1 for form in someone.forms):
            if any(full[form[-1]] for form in someone.forms):
                continue  # "Clinton", where the article has two of them
            known = [p for p in known if _fits(p, someone)]
            said = {w for d in someone.descriptions for w in page.lower[d.start : d.end]}
            known = [p for p in known if _in_context(p, context, said)] or [
                p for p in known if _in_office(p, date, said)
            ]
        if len(known) == 1:
            someone.known = known[0]
            someone.gender = known[0].gender or someone.gender


def _candidates(someone: Someone, registry: Registry) -> list[Person]:
    name = max(someone.forms, key=_fullness)
    people = registry.by_surname(name[-1])
    if len(name) == 1:
        return people
    return [p for p in people if any(_spelt(name, fold_words(s)) for s in p.spellings)]


def _spelt(name: Name, spelling: Name) -> bool:
    if name == spelling:
        return True
    return name[-1] == spelling[-1] and any(same_given(name[0], word) for word in spelling[:-1])


def _fits(person: Person, someone: Someone) -> bool:
    return person.gender is None or someone.gender in (None, person.gender)


def _in_context(person: Person, context: set[str], said: set[str]) -> bool:
    """Whether a bare surname may be this person: the article names their country or body; `said`:
    the words that describe who is meant."""
    if not any(office.of in context for office in person.offices):
        return False
    titles = {word for office in person.offices for word in fold_words(office.title)}
    return not person.common or bool(titles & said)


def _in_office(person: Person, date: dt.date | None, said: set[str]) -> bool:
    """Whether a bare surname with a title is this person, who held that office on that day:
    "President Macron", in an article that does not name France."""
    held = [o for o in person.offices if date is not None and o.covers(date)]
    return any(set(fold_words(office.title)) <= said for office in held)


def _is_full(name: Name) -> bool:
    """Whether a name has more than a surname with its particles."""
    return len(name) > 1 and name[0] not in PARTICLES

"""For whom a speaker speaks, and which office the registry knows them to hold on the article's day.

affiliation   of a person the country, body or party that the role names ("Armenian prime
              minister" → Armenia), else that of the office; of a body the country it is of
office        "Prime Minister, Armenia"; "former …" where the article gives the title of an
              office that had ended by then. Beside the role, and never in place of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import attributions
from quotes.pipeline.context import context_of
from quotes.pipeline.near import names_in
from quotes.pipeline.roles.best import MENTIONS, ROLES
from quotes.pipeline.speakers.page import BODY_LABELS, PERSON_LABELS, PLACE_LABELS
from quotes.pipeline.speakers.rolephrases import ENDS, JOINTS
from quotes.pipeline.speakers.words import BODY_WORDS, PARTIES, word_set
from quotes.places import load_places
from quotes.records import Speaker
from quotes.registry import Office, Person, Registry, fold_words, load_registry

LONGEST_NAME = 4  # words of a country or a known body
PORTFOLIOS = word_set(
    "prime home shadow vice deputy crown foreign interior finance defense defence health education "
    "justice energy labor trade environment agriculture transport culture economy state"
)
LEADING = frozenset({"the", "a", "an", "his", "her", "their", "its"})


@dataclass
class Affiliations:
    """Gives every attribution its `affiliation` and `office`; None where there is none."""

    registry: Registry = field(default_factory=load_registry)

    def __call__(self, doc: Doc) -> Doc:
        """Changes the Doc in place and returns it."""
        roles = {span.id_: span for span in doc.spans.get(ROLES, [])}
        people = {span.id_.rpartition(" ")[2] for span in doc.spans.get(MENTIONS, [])}
        date = context_of(doc).date
        for attribution in attributions(doc):
            speaker = attribution.speaker
            if speaker is None:
                continue
            person = self.registry.person(speaker.id)
            office = _office(person, attribution.role or "", date)
            attribution.office = _written(*office) if office else None
            attribution.affiliation = self._affiliation(
                speaker, roles.get(speaker.name), office, people
            )
        return doc

    def _affiliation(
        self,
        speaker: Speaker,
        role: Span | None,
        office: tuple[Office, bool] | None,
        people: Set[str],
    ) -> str | None:
        if speaker.type == "organization":
            return _country_of(speaker.name, self.registry)
        if speaker.type != "person":
            return None
        named = affiliation(role, self.registry, people) if role is not None else None
        return named or (office[0].of if office else None)


def affiliation(role: Span, registry: Registry, people: Set[str] = frozenset()) -> str | None:
    """The body that a role phrase names, else the party, the country or the place; not one of
    `people`, the last words of names, whom the model may take for a place: "Moss supporter"."""
    names = [e for e in names_in(role) if e.text not in people and e[-1].lower_ != "based"]
    known = _known_body(role, names, registry)
    if known:
        return known
    ents = [ent for ent in names if ent.label_ not in PERSON_LABELS]
    named = [ent for ent in ents if ent.label_ in BODY_LABELS and not _is_portfolio(ent)]
    bodies = [_with_office(ent, role.end) for ent in named] or _capital_body(role)
    after = _after_joint(role)
    country = _country(role)
    places = [ent.text for ent in ents if ent.label_ in PLACE_LABELS]
    party = next((PARTIES[t.lower_] for t in role if t.lower_ in PARTIES), None)
    return next(iter([*bodies, *after]), None) or party or country or next(iter(places), None)


def _known_body(role: Span, names: list[Span], registry: Registry) -> str | None:
    """The longest run of the phrase's words that the registry knows as a body; `names`: the
    entities in it."""
    for size in range(LONGEST_NAME, 0, -1):
        for start in range(len(role) - size + 1):
            run = role[start : start + size]
            body = registry.body(run.text) if run.text[:1].isupper() else None
            longer = any(e.start <= run.start < run.end < e.end for e in names)
            if body is not None and not longer:
                return body.name
    return None


def _is_portfolio(ent: Span) -> bool:
    """True if it only looks like a body: the "Home" of the Home Secretary."""
    return all(token.lower_ in PORTFOLIOS for token in ent)


def _with_office(body: Span, stop: int) -> str:
    """A body with the office that is of it, "the Moss County sheriff's office", or with the words
    that the model has left out after its "for", as far as the role goes, which ends at `stop`."""
    if body[-1].text == "-" and body.end < stop and not body[-1].whitespace_:
        return body.doc[body.start : body.end + 1].text  # the model stops within a word
    if body[-1].lower_ in JOINTS:
        end = body.end
        while end < stop and body.doc[end].text[:1].isupper():
            end += 1
        return body.doc[body.start : end if end > body.end else end - 1].text
    if body[-1].lower_ == "press" and len(body) > 1 and body.end < stop:
        return body[:-1].text  # of a press secretary
    after = [token.lower_ for token in body.doc[body.end : body.end + 2]]
    if len(after) == 2 and after[0] in ("'s", "’s") and after[1] in BODY_WORDS:
        return body.doc[body.start : body.end + 2].text
    return body.text


def _capital_body(role: Span) -> list[str]:
    """A run of capitals that ends in the word for a body: "Foreign Ministry" of a spokeswoman."""
    for i, token in enumerate(role):
        if token.lower_ in BODY_WORDS and token.text[:1].isupper():
            start = i
            while start and role[start - 1].text[:1].isupper():
                start -= 1
            return [role[start : i + 1].text] if start < i else []
    return []


def _country(role: Span) -> str | None:
    """The first country or people that the phrase names: "Afghan ambassador to Peru"."""
    places = load_places()
    for start in range(len(role)):
        for size in range(LONGEST_NAME, 0, -1):
            run = role[start : start + size].text
            country = places.country(run) if run[:1].isupper() else None
            if country:
                return country
    return None


def _after_joint(role: Span) -> list[str]:
    """The body in lower case after "of" or "for": "head of the transport agency"."""
    for joint in (t for t in role if t.lower_ in JOINTS):
        rest = role.doc[joint.i + 1 : role.end]
        words = []
        for token in rest:
            if token.text in ENDS or token.lower_ in JOINTS:
                break
            words.append(token)
        while words and words[0].lower_ in LEADING:
            del words[0]
        portfolio = all(word.lower_ in PORTFOLIOS for word in words)  # "Secretary of State"
        if words and words[-1].lower_ in BODY_WORDS and not portfolio:
            return [role.doc[words[0].i : words[-1].i + 1].text]
    return []


def _country_of(body: str, registry: Registry) -> str | None:
    known = registry.body(body)
    if known is not None:
        return known.of
    words = body.removeprefix("The ").removeprefix("the ")
    return load_places().country(words, capitals=True)


def _office(person: Person | None, role: str, date: dt.date | None) -> tuple[Office, bool] | None:
    """The office and whether it is held on that day, the one of the role's title first."""
    if person is None or date is None:
        return None
    said = set(fold_words(role))
    held = [o for o in person.offices if o.covers(date)]
    held.sort(key=lambda office: set(fold_words(office.title)) <= said)
    if held:
        return held[-1], True
    ended = [
        office
        for office in person.offices
        if office.end is not None and office.end < date and set(fold_words(office.title)) <= said
    ]
    return (ended[-1], False) if ended else None


def _written(office: Office, held: bool) -> str:
    return f"{'' if held else 'former '}{office.title}, {office.of}"

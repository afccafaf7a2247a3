"""The gender of speakers, as far as the registry, their articles and their given names tell.

Of somebody whom the registry knows it is the one given there. Of all others each quote is a vote in
which the article calls them by a pronoun ("she"), a title ("Mrs.") or a role ("chairman") that
tells it, and so is a given name that is nearly always of one gender. It is told where at least
AGREED of the votes agree; else it is unknown.
"""

from __future__ import annotations

import numpy as np

from quotes.genders import (
    FEMALE_PRONOUNS,
    FEMALE_TITLES,
    MALE_PRONOUNS,
    MALE_TITLES,
    of_given_name,
    of_role,
    of_title,
)
from quotes.registry import Gender, load_registry
from quotes.store.audit.quoted import Quoted, Speakers, label_of, told_by_label
from quotes.store.db.asking import Row, ask
from quotes.store.db.columns import Numbers
from quotes.store.query.filters import Filters

AGREED = 0.8
"""The share of votes that must agree."""

UNKNOWN, FEMALE, MALE = 0, 1, 2
NAMES = ("unknown", "female", "male")
"""The names of the numbers, in their order."""

_NUMBER: dict[Gender | None, int] = {None: UNKNOWN, "f": FEMALE, "m": MALE}


def _named_by(pronouns: frozenset[str], titles: frozenset[str]) -> str:
    """SQL: a label is one of the pronouns, or begins with one of the titles."""
    alone = ", ".join(f"'{word}'" for word in sorted(pronouns))
    before = " OR ".join(f"labels.folded LIKE '{word} %'" for word in sorted(titles))
    return f"labels.folded IN ({alone}) OR {before}"


_WOMEN = _named_by(FEMALE_PRONOUNS, FEMALE_TITLES)
_MEN = _named_by(MALE_PRONOUNS, MALE_TITLES)

_MENTIONS = f"""
SELECT labels.key, CASE WHEN {_WOMEN} THEN {FEMALE} ELSE {MALE} END FROM labels
WHERE {_WOMEN} OR {_MEN}
"""

TELLING = {**label_of("source_text"), **label_of("role")}
"""Columns of quotes that tell: the words of the source, and the role."""


def genders_of(quoted: Quoted) -> Numbers:
    """The number of the gender for each key of `speakers`; it does not depend on which of the
    quotes of an act and a factuality are asked for."""
    filters, speakers = quoted.filters, quoted.speakers
    if not filters.plain:
        every = Filters(act=filters.act, factuality=filters.factuality)
        quoted = Quoted(quoted.reader, every, TELLING)
    votes = _votes(quoted, speakers) + _named(speakers)
    many = votes.sum(axis=0)
    told = np.zeros(speakers.size, dtype=np.int64)
    for gender in (FEMALE, MALE):
        told[(many > 0) & (votes[gender] >= AGREED * many)] = gender
    registered = _registered(speakers)
    return np.where(registered > 0, registered, told)[speakers.person]


def _votes(quoted: Quoted, speakers: Speakers) -> Numbers:
    """How many quotes tell each gender of each person, by the source's words and by the role."""
    person = speakers.person[quoted.column("speaker")]
    found = np.zeros((len(NAMES), speakers.size), dtype=np.int64)
    by_role = told_by_label(quoted, "role", lambda role: _NUMBER[of_role(role.lower().split())])
    for told in (_by_mention(quoted), by_role):
        for gender in (FEMALE, MALE):
            found[gender] += np.bincount(person[told == gender], minlength=speakers.size)
    return found


def _by_mention(quoted: Quoted) -> Numbers:
    """For each quote what its source's words tell."""
    labels = quoted.column("source_text")
    told = np.zeros(labels.max(initial=0) + 1, dtype=np.int64)
    for label, gender in ask(quoted.reader, _MENTIONS):
        if label < len(told):
            told[label] = gender
    return told[labels]


def _named(speakers: Speakers) -> Numbers:
    """A vote by the given name of each person, or by what somebody unnamed is called."""
    gender = speakers.told(_by_name)
    found = np.zeros((len(NAMES), speakers.size), dtype=np.int64)
    for one in (FEMALE, MALE):
        found[one, speakers.person[gender == one]] = 1
    return found


def _by_name(row: Row) -> int:
    _, _, folded, kind, _, _ = row
    words = folded.split()
    if kind == "unnamed":
        return _NUMBER[of_role(words)]
    if kind != "person" or len(words) < 2:  # a single name is rather a surname
        return UNKNOWN
    return _NUMBER[of_title(words[0]) or of_given_name(words[0])]


def _registered(speakers: Speakers) -> Numbers:
    """The genders that the registry knows, by person."""
    found = np.zeros(speakers.size, dtype=np.int64)
    known = [row for row in speakers.rows if row[4] is not None]
    if known:
        registry = load_registry()
        for row in known:
            person = registry.person(row.registry_id)
            if person and person.gender:
                found[speakers.person[row.id]] = _NUMBER[person.gender]
    return found

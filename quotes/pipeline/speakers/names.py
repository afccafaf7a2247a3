"""Names of people as tuples of folded words: what belongs to them, and which may be one person."""

from __future__ import annotations

import re

from quotes.genders import of_given_name
from quotes.given_names import given_names
from quotes.pipeline.speakers.words import COURTESY, NAME_SUFFIXES, PARTICLES, SHORT_TITLES
from quotes.registry import Gender, Person, Registry, fold_words

Name = tuple[str, ...]
SPOKEN = re.compile(r"(?=.*[AEIOUY])[^\W\d_]{2,3}(?<!II)")
"""A short word that can be said: it has a vowel, and is no number of a king."""
TITLES = COURTESY | SHORT_TITLES
SHORTEST_PART = 4  # letters, of a double surname


def name_words(text: str) -> Name:
    """Folded words of a name, without titles before it, suffixes such as Jr., and a possessive."""
    words = list(fold_words(text.replace("’", "'")))
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    while len(words) > 1 and words[0] in TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        del words[-1]
    return tuple(words)


def surnames(name: Name) -> set[str]:
    """Surnames that may stand for a name: its last word, parts of a double one, with particles."""
    found = {name[-1], name[-1].replace("-", " "), *double_parts(name[-1])}
    for start in range(1, len(name)):
        if name[start] in PARTICLES:
            found.add(" ".join(name[start:]))
            if name[start + 2 :]:  # "bin Turki" of "Faisal bin Turki Al Nasser"
                found.add(" ".join(name[start : start + 2]))
    return found


def double_parts(surname: str) -> set[str]:
    """The parts by which a double surname may be called: "porter" of "gale-porter"; none of
    "al-masri"."""
    parts = surname.split("-")
    long = len(parts) > 1 and all(len(part) >= SHORTEST_PART for part in parts)
    return set(parts) if long else set()


def gender_of(name: Name) -> Gender | None:
    """The gender of a name's first word, where it is a given name of nearly always one gender."""
    return of_given_name(name[0])


def same_given(a: str, b: str) -> bool:
    """True if two given names may be one person's: equal, an initial, a short form, a spelling."""
    if a == b or (a[0] == b[0] and (len(a) == 1 or len(b) == 1)):
        return True
    if _shortens(a, b) or _shortens(b, a):
        return True
    given = given_names()
    if given.full.get(a, a) == given.full.get(b, b):
        return True
    known = a in given.gender and b in given.gender  # John and Joan are no two spellings
    return not known and a[0] == b[0] and min(len(a), len(b)) > 3 and one_edit_apart(a, b)


def _shortens(a: str, b: str) -> bool:
    """True if one is the other's beginning with a full stop: "Wm." is none, "Alex." is one."""
    return a.endswith(".") and b.startswith(a[:-1])


def one_edit_apart(a: str, b: str) -> bool:
    """True if one letter, or the order of two, is all that parts two words."""
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=2) <= 1


def person_surnames(person: Person) -> set[str]:
    """The folded last words of all spellings of somebody in the registry."""
    return {fold_words(name)[-1] for name in person.spellings}


def same_surname(a: str, b: str, registry: Registry) -> bool:
    """True if two surnames are one: equal, or two spellings of somebody in the registry."""
    if a == b:
        return True
    known = {person.id for person in registry.by_surname(a)}
    return bool(known and known & {person.id for person in registry.by_surname(b)})


def may_be_same(a: Name, b: Name, registry: Registry) -> bool:
    """True if two full names may be one person's."""
    return same_surname(a[-1], b[-1], registry) and _same_givens(a[:-1], b[:-1])


def _same_givens(a: Name, b: Name) -> bool:
    """True if one has a word of the other: "mohammad javad" and "javad"."""
    return any(same_given(x, y) for x in a for y in b if x not in PARTICLES)


def tidy(text: str) -> str:
    """A name as it is shown: whitespace single, shouting capitals calmed down; short words only in
    a name that is all capitals, where they may be words, too: "BO LARKIN", not "CJ LARKIN"."""
    words = text.replace("’s", "").split()
    loud = len(words) > 1 and all(word.isupper() for word in words)
    return " ".join(
        word.title()
        if word.isupper() and (len(word) > 3 or (loud and SPOKEN.fullmatch(word)))
        else word
        for word in words
    )

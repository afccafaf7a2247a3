"""When two spellings of a word are one name written down by other rules.

Each rule takes away a difference between the ways in which one name of another alphabet is
written in English: the tables of BGN/PCGN, ISO 9 and ALA-LC, French and German habits, and the
press. What is left of a word, its skeletons, are compared for equality: no threshold decides.
Christen, "A Comparison of Personal Name Matching: Techniques and Practical Issues" (2006), calls
this phonetic encoding, and shows why general codes such as Soundex join too much.

A new rule goes into RULES (or into READINGS, where letters can be read in two ways), with a pair
of names that it joins and one that it must keep apart in tests/identity/.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import product

from quotes.registry import fold

READINGS = (
    ("j", ("y", "zh")),  # Sergej, Jirinovsky
    ("^q", ("k", "g")),  # Qaddafi
    ("^kh", ("h", "k")),  # Khadafy
)
"""Letters that one hand writes for one sound and another for another: all readings are tried."""

RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("dzh|dj", "zh"),  # Dzhabarov, Djabarov
        ("tsch|tch", "ch"),  # Tchaikovsky
        ("shch|sch", "sh"),
        ("tz", "ts"),
        ("kh", "h"),
        ("gh", "g"),
        ("dh", "d"),  # Gadhafi
        ("ph", "f"),
        ("x", "ks"),  # Alexei, Aleksei
        ("vic$", "vich"),  # Milošević
        ("ck|q|c(?![heiy])", "k"),
        ("w", "v"),
        ("ou|oo", "u"),
        ("ee", "i"),
        ("oe", "o"),  # Schroeder, Schröder
        ("ue", "u"),
        ("ae", "a"),
        ("y", "i"),
        (r"(.)\1+", r"\1"),  # Kennan, Kenan; Zelenskyy
        ("^ie", "e"),  # Yeltsin, Eltsin
        ("(?<=[aeiou])h$", ""),  # Abdullah, Abdulla
        ("(?<=[eo])f$", "v"),  # Romanoff
        ("i[eo]v(a?)$", r"ev\1"),  # Solovyov, Soloviev, Solovev
    )
)

_WOMENS = ((re.compile("(?:aia|a)$"), ""), (re.compile("sk(?:i)?$"), "sk"))
_INFLECTED = re.compile("(?:[eo]v|in|sk(?:i)?)(?:a|aia)?$")


@lru_cache(maxsize=200_000)
def skeletons(word: str) -> frozenset[str]:
    """The word without what transliteration changes, one for each way to read it.

    >>> skeletons("Pashinyan") == skeletons("Пашинян"), sorted(skeletons("Qaddafi"))
    (True, ['gadafi', 'kadafi'])
    """
    plain = re.sub("[^a-z]", "", fold(word))
    found = {plain}
    for letters, sounds in READINGS:
        found = {re.sub(letters, sound, one) for one, sound in product(found, sounds)}
    return frozenset(_skeleton(one) for one in found)


def is_same_word(one: str, other: str) -> bool:
    """True if transliteration, accents or a known variant explain all that differs."""
    return not skeletons(one).isdisjoint(skeletons(other)) or bool(_spelt(one) & _spelt(other))


def is_short_form(one: str, other: str) -> bool:
    """True if one is what bearers of the other are called for short ("Joe", "Joseph")."""
    return bool(_variants("short_forms", one) & _variants("short_forms", other))


def sounds(word: str) -> frozenset[str]:
    """Keys that two words share if `is_same_word` joins them, to look candidates up by."""
    return skeletons(word) | {f"={number}" for number in _spelt(word)}


def differ_in_gender(one: str, other: str) -> bool:
    """True if they are the forms of one Slavic surname for a man and a woman ("Ivanov", "-a")."""
    mine, theirs = (min(skeletons(word), default="") for word in (one, other))
    if mine == theirs or not (_INFLECTED.search(mine) and _INFLECTED.search(theirs)):
        return False
    return mine.endswith("a") != theirs.endswith("a") and _stem(mine) == _stem(theirs)


def _skeleton(plain: str) -> str:
    for pattern, by in RULES:
        plain = pattern.sub(by, plain)
    return plain


def _stem(skeleton: str) -> str:
    for pattern, by in _WOMENS:
        skeleton = pattern.sub(by, skeleton)
    return skeleton


def _spelt(word: str) -> frozenset[int]:
    return _variants("spellings", word)


def _variants(table: str, word: str) -> frozenset[int]:
    """The numbers of the lines of the table in which the word stands, in any transliteration."""
    return frozenset(n for one in skeletons(word) for n in _table(table).get(one, ()))


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, frozenset[int]]:
    text = (files("quotes") / "data" / "name_variants.toml").read_text(encoding="utf8")
    lines: dict[str, frozenset[int]] = {}
    for number, line in enumerate(tomllib.loads(text)[name]):
        for one in {one for word in line.split() for one in skeletons(word)}:
            lines[one] = lines.get(one, frozenset()) | {number}
    return lines

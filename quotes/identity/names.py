"""Two names of people, compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from quotes.identity.transliteration import (
    differ_in_gender,
    is_same_word,
    is_short_form,
    skeletons,
)
from quotes.registry import fold

Agreement = Literal["full", "weak", "typo", "none"]
"""How the given names agree: in full; as far as an initial, a short form or a missing middle name
lets one tell; but for one letter; or nothing is known, as one name has none."""

PARTICLES = frozenset(("van", "von", "der", "den", "de", "da", "du", "dos", "bin", "ibn", "abu"))
INNER_PARTICLES = PARTICLES | {"al", "el", "ben", "di", "del", "la", "le"}
"""Some of them are given names where a name begins with them ("Ben", "Al")."""

TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"))
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"} | {n: n for n in ("ii", "iii")}
LONG_SURNAME, LONG_GIVEN = 5, 6
"""Letters from which on one letter more, less or other may be a mistake."""

_ARTICLE = re.compile("^(?:al|el)[-’'`]")


@dataclass(frozen=True)
class Name:
    """The words of a name: folded, without titles, particles and what joins its parts."""

    given: tuple[str, ...]
    surname: str
    suffix: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Given names and surname."""
        return (*self.given, self.surname)


@dataclass(frozen=True)
class Match:
    """Two names that may be one person's: how that is, in words, and how sure the parts are."""

    how: str
    given: Agreement
    typo: bool = False


@lru_cache(maxsize=100_000)
def parse_name(name: str) -> Name:
    """The parts of a person's name; "Roe, Ann" is read as "Ann Roe".

    >>> parse_name("Dr. Ann-Marie van der Roe Jr.")
    Name(given=('annmarie',), surname='roe', suffix='jr')
    """
    last, comma, first = name.partition(",")
    if comma and _plain(first) not in SUFFIXES:
        name = f"{first} {last}"
    words = [_plain(_ARTICLE.sub("", word)) for word in fold(name).replace(",", " ").split()]
    suffix = next((SUFFIXES[word] for word in words[1:] if word in SUFFIXES), None)
    left = [word for word in words if word and word not in SUFFIXES and word not in TITLES]
    *before, surname = left or [""]
    given = (w for n, w in enumerate(before) if w not in (INNER_PARTICLES if n else PARTICLES))
    return Name(tuple(given), surname, suffix)


def match_names(one: str, other: str) -> Match | None:
    """How two names may be one person's, or None where they cannot be."""
    mine, theirs = parse_name(one), parse_name(other)
    if not (mine.surname and theirs.surname) or mine.suffix != theirs.suffix:
        return None
    if mine.words == theirs.words:
        how = "in letters" if one.split() == other.split() else "but for accents and marks"
        return Match(how, "full" if mine.given else "none")
    return _as_a_whole(mine, theirs) or _part_by_part(mine, theirs)


def _as_a_whole(mine: Name, theirs: Name) -> Match | None:
    """Where words are only joined otherwise ("Jong-un", "Jong Un") or stand in another order."""
    if not (mine.given and theirs.given):
        return None
    if "".join(mine.words) == "".join(theirs.words):
        return Match("but for how words are joined", "full")
    turned = (*theirs.words[1:], theirs.words[0])
    if len(mine.words) == len(turned) == 2 and all(map(is_same_word, mine.words, turned)):
        return Match("in the other order", "full")
    return None


def _part_by_part(mine: Name, theirs: Name) -> Match | None:
    if differ_in_gender(mine.surname, theirs.surname):
        return None
    same = is_same_word(mine.surname, theirs.surname)
    if not same and not _is_slip(mine.surname, theirs.surname, LONG_SURNAME):
        return None
    given = _given(mine.given, theirs.given)
    if given is None or (not same and given != "full"):
        return None
    return Match(_how(mine, theirs, given, same), given, typo=not same)


def _how(mine: Name, theirs: Name, given: Agreement, same: bool) -> str:
    if not same or given == "typo":
        return "but for one letter"
    if given == "none":
        return "by surname only"
    if given == "weak":
        return "by surname and what is known of the given names"
    return "by transliteration"


def _given(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Agreement | None:
    """None where the given names contradict each other."""
    if not (mine and theirs):
        return "none"
    agreement = _word(mine[0], theirs[0])
    if agreement is None:
        return "weak" if _is_a_middle_name(mine, theirs) else None
    if len(mine) != len(theirs):
        shorter, longer = sorted((mine[1:], theirs[1:]), key=len)
        fit = all(any(_word(word, other) for other in longer) for word in shorter)
        return _weaker("weak", agreement) if fit and not (shorter and _initials(shorter)) else None
    for one, other in zip(mine[1:], theirs[1:], strict=True):
        middle = _word(one, other)
        if middle is None:
            return None
        agreement = _weaker(agreement, middle)
    return agreement


def _word(one: str, other: str) -> Agreement | None:
    if is_same_word(one, other):
        return "full"
    if 1 in (len(one), len(other)):
        starts = product(skeletons(one), skeletons(other))
        return "weak" if one[0] == other[0] or any(a[:1] == b[:1] for a, b in starts) else None
    if is_short_form(one, other):
        return "weak"
    return "typo" if one[-1] == other[-1] and _is_slip(one, other, LONG_GIVEN) else None


def _weaker(one: Agreement, other: Agreement) -> Agreement:
    return max(one, other, key=("full", "weak", "typo").index)


def _initials(words: tuple[str, ...]) -> bool:
    return all(len(word) == 1 for word in words)


def _is_a_middle_name(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """ "Tayyip" beside "Recep Tayyip"."""
    shorter, longer = sorted((mine, theirs), key=len)
    return len(shorter) == 1 < len(longer) and any(is_same_word(shorter[0], w) for w in longer[1:])


def _is_slip(one: str, other: str, least: int) -> bool:
    """True if one letter was left out, added, changed, or two were turned round (Damerau 1964)."""
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) < least or one[0] != other[0]:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _plain(word: str) -> str:
    return re.sub("[^a-z]", "", word.casefold())

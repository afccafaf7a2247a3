"""Invented words, names, places and speakers in any number, always the same ones.

Nothing here is taken from an article: words and most names are made of syllables; plain English
gives function words, titles and kinds of bodies. How often each occurs falls with its rank, as in
news (Zipf and Mandelbrot). What is drawn from these lists is up to `million.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from quotes.records import Speaker, SpeakerType

from .shares import Shares, zipf

COMMON_WORD, RARE_WORD = "marlent", "quovithra"
PHRASE = "deltry wopaken"
FREQUENT_SPEAKER = "Anna Berg"

WORDS, SURNAMES, GIVEN_NAMES, PLACES, PUBLISHERS = 50_000, 30_000, 1_500, 900, 200
REGISTERED = 200
"""So many persons, the most frequent ones, are in the registry."""

_PHRASE_RANKS = (140, 210)
_ONSETS = "b br ch d dr f fl g gr h k kl l m n p pl pr r s sh sk st t tr v w z"
_VOWELS = "a e i o u a e i o ai ea ou"
_CODAS = "    n r l s t m k nd rt st"
_ENDINGS = "     s s ed ing er ly al"
_NUMBERS = [str(number) for number in (*range(2, 40), *range(40, 100, 5), 120, 400, 2000, 2019)]

_GIVEN = (
    "Peter Maria John Elena Thomas Sarah David Ivan Laura Michael Sofia Paul Julia Martin Nina Mark"
    " Olga Daniel Claire Ali Victor Helen Robert Eva Samuel Irina George Leila Simon Marta James"
)
_ODD_GIVEN = "Łukasz Ægir İlham Đorđe Søren Zoë Małgorzata Óscar"
_ODD_SURNAMES = "Ørsted Þórarin Šimravić Çelvik Nuñerra Müllbach Żurawek Ðalsson"

_BODIES = (
    "|Ministry of Health|Interior Ministry|Central Bank|Foreign Ministry|Health Service|Police"
    "|Chamber of Commerce|Football Union|City Council|Supreme Court|Labour Party|Green Party"
    "|Railways|Institute of Geology|Energy Agency|Red Cross|Press Office|Board of Trade|Army"
    "|Farmers' Union|Film Academy|University|Teachers' League|Election Commission|Port Authority"
)
_CROWDS = (
    "officials in {}|residents of {}|lawmakers from {}|analysts in {}|protesters in {}|{} police"
    "|seventeen {} parties|doctors in {}|some {} leaders|the people of {}|parents in {}|{} traders"
    "|members of the {} council|farmers near {}|critics of {}|teachers in {}|students from {}"
    "|two {} officers|human rights groups in {}|many in {}|neighbours of {}|rescuers in {}|{} fans"
)
_NAMELESS = "an official in {}|a spokesman for {}|one {} aide|a senior {} diplomat|a resident of {}"

_ROLES = (
    "Prime Minister|president of {}|foreign minister|mayor of {}|spokeswoman for the {} government"
    "|head of the {} Central Bank|lawyer|professor of economics at the University of {}|Senator"
    "|chief executive|opposition leader|{} coach|director of the {} Health Service|deputy minister"
    "|{} police chief|general secretary of the {} Labour Party|author|a resident of {}|governor"
)
_OFFICES = (
    "Prime Minister, {}|President, {}|Minister of Foreign Affairs, {}|Secretary General, {} League"
    "|Deputy Chairman of the Security Council, {}|Minister of Finance and Trade, {}"
)


@dataclass(frozen=True)
class Kind:
    """A type of speakers: how many there are, what share of quotes is theirs, how it falls."""

    type: SpeakerType
    count: int
    share: float
    offset: float
    power: float


KINDS = (
    Kind("person", 90_000, 0.73, 2, 1.02),
    Kind("organization", 20_000, 0.15, 4, 0.95),
    Kind("group", 20_000, 0.06, 2, 0.9),
    Kind("unnamed", 2_000, 0.03, 2, 0.9),
)
NOBODY = 0.03
"""The share of quotes without a speaker."""


@dataclass(frozen=True)
class Invented:
    """All there is, and how often. The numbers of speakers go from the most frequent person to
    the least, then to organizations, groups and unnamed ones; the last number is nobody."""

    words: NDArray[Any]
    word_shares: Shares
    places: list[str]
    publishers: list[str]
    publisher_shares: Shares
    names: list[str]
    speaker_shares: Shares

    def speaker(self, number: int) -> Speaker | None:
        """The speaker of this number; None for nobody."""
        type = type_of(number)
        if type is None:
            return None
        name = self.names[number]
        return Speaker(name=name, type=type, id=slug(name, number) if number < REGISTERED else None)

    def role(self, number: int) -> str:
        """The role that articles give a person, always the same for one person."""
        return _nth(_ROLES, number * 7).format(self._place(number))

    def office(self, number: int) -> str:
        """The office that the registry gives a person."""
        return _nth(_OFFICES, number).format(self._place(number))

    def affiliation(self, number: int) -> str:
        """The country or the body to which a speaker belongs."""
        body = ("", "", " Ministry of Health", " Labour Party", " University")[number % 5]
        return self._place(number) + body

    def _place(self, number: int) -> str:
        return self.places[number * 13 % len(self.places)]


@cache
def invent() -> Invented:
    """Make all of it, in less than a second."""
    rng = np.random.default_rng(1)
    words = _words(rng)
    places = list(islice(_distinct(rng, 2, capital=True), PLACES))
    papers = ("Courier", "Post", "Herald", "Times", "Gazette", "Observer", "Daily News", "Tribune")
    names = _speaker_names(rng, places)
    shares = [kind.share * zipf(kind.count, kind.offset, kind.power) for kind in KINDS]
    return Invented(
        words=np.array(words, dtype=object),
        word_shares=Shares.of(zipf(len(words), 8, 1.05)),
        places=places,
        publishers=[f"The {places[n]} {papers[n % len(papers)]}" for n in range(PUBLISHERS)],
        publisher_shares=Shares.of(zipf(PUBLISHERS, 3, 1)),
        names=names,
        speaker_shares=Shares.of(np.concatenate([*shares, [NOBODY]])),
    )


def type_of(number: int) -> SpeakerType | None:
    """The type of the speaker of a number; None for nobody."""
    for kind in KINDS:
        if number < kind.count:
            return kind.type
        number -= kind.count
    return None


def slug(name: str, number: int) -> str:
    """An id of the registry's form: "anna-berg-1"."""
    return f"{anyascii(name).lower().replace(' ', '-')}-{number + 1}"


def _nth(listed: str, number: int) -> str:
    """One of the entries between bars, counted round and round."""
    entries = listed.split("|")
    return entries[number % len(entries)]


def _drawn(rng: np.random.Generator, listed: str, shape: tuple[int, ...]) -> NDArray[Any]:
    """Entries between spaces, all equally often; several spaces stand for empty ones."""
    entries = np.array(listed.split(" "))
    return entries[rng.integers(0, len(entries), shape)]


def _words(rng: np.random.Generator) -> list[str]:
    """The vocabulary, the most frequent word first; shorter words are more frequent."""
    taken = {COMMON_WORD, RARE_WORD, *PHRASE.split()}
    short, middle, long = (_distinct(rng, most) for most in (1, 2, 3))
    made = (*islice(short, 400), *islice(middle, 12_000), *islice(long, WORDS))
    found = [word for word in dict.fromkeys(made) if word not in taken][: WORDS - len(_NUMBERS)]
    for place, number in enumerate(_NUMBERS):
        found.insert(60 + 25 * place, number)
    for rank, word in zip(_PHRASE_RANKS, PHRASE.split(), strict=True):
        found[rank] = word
    return found


def _distinct(rng: np.random.Generator, most: int, *, capital: bool = False) -> Iterator[str]:
    """Different words of `most` syllables or one less, without end."""
    seen: set[str] = set()
    least = 4 if capital else 3  # a shorter name may be a particle, as "bin" and "del" are
    while True:
        onsets, vowels, codas = (
            _drawn(rng, parts, (5_000, most)).tolist() for parts in (_ONSETS, _VOWELS, _CODAS)
        )
        endings = _drawn(rng, _ENDINGS, (5_000,)).tolist()
        counts = rng.integers(max(1, most - 1), most + 1, 5_000).tolist()
        for count, ending, *rows in zip(counts, endings, onsets, vowels, codas, strict=True):
            syllables = list(map("".join, zip(*rows, strict=True)))[:count]
            word = "".join(syllables) + ("" if capital else ending)
            if len(word) >= least and word not in seen:
                seen.add(word)
                yield word.capitalize() if capital else word


def _speaker_names(rng: np.random.Generator, places: list[str]) -> list[str]:
    """The names of all speakers, by their numbers."""
    bodies = [
        f"the {place} {body}" if body else place for body in _BODIES.split("|") for place in places
    ]
    crowds = [words.format(place) for words in _CROWDS.split("|") for place in places]
    nameless = [words.format(place) for words in _NAMELESS.split("|") for place in places]
    others = (bodies, crowds, nameless)
    names = _person_names(rng, KINDS[0].count)
    for kind, found in zip(KINDS[1:], others, strict=True):
        order = rng.permutation(len(found))[: kind.count]
        names += [found[place] for place in order.tolist()]
    return names


def _person_names(rng: np.random.Generator, count: int) -> list[str]:
    """So many different names, the most frequent speaker's first; some share their surnames."""
    given = [
        *_GIVEN.split(),
        *_ODD_GIVEN.split(),
        *islice(_distinct(rng, 2, capital=True), GIVEN_NAMES),
    ]
    surnames = [*islice(_distinct(rng, 2, capital=True), 200), *_ODD_SURNAMES.split()]
    surnames += islice(_distinct(rng, 3, capital=True), SURNAMES)
    shares = Shares.of(zipf(len(given), 20, 1)), Shares.of(zipf(len(surnames), 20, 0.85))
    found = {FREQUENT_SPEAKER: None}
    while len(found) < count:
        firsts, lasts = (share.draw(rng, count).tolist() for share in shares)
        found.update(
            (f"{given[first]} {surnames[last]}", None)
            for first, last in zip(firsts, lasts, strict=True)
        )
    return list(islice(found, count))

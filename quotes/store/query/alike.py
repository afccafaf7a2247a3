"""The stored quotes that come nearest to some words, found by the rarest of them.

What is common costs much and tells little: of a word that stands in more than COMMON quotes no more
are looked at, and pairs of such words, and runs of any, take their place. So the work depends
on the number of words and hardly on how much is stored.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest, nsmallest
from itertools import combinations, pairwise
from math import log

from quotes.sayings.decide import LITTLE_WEIGHT
from quotes.sayings.wording import LITTLE
from quotes.store.db.asking import Reader, among_numbers, ask
from quotes.store.search.kinds import index_of
from quotes.store.search.tokens import tokens_of

COMMON = 500
"""Quotes from which on a word is common."""

RAREST, PAIRED = 12, 3
"""So many rare words are looked up, and so many common ones in pairs where there are few rare."""

FEW = 3
"""Rare words below which common ones are looked up, too."""

LONGEST_ROW = 30
"""Words of a row that is looked up as it stands."""

IN_A_ROW, RUNS = 4, 4
"""Words of runs that are looked up where there are few rare words, and so many of them."""

VOTED, NEAREST = 40, 12
"""Quotes that share most of the words, whose texts are compared; and of these the most alike."""

_WORD = re.compile(r"[^\W_]+")
_MANY = 10_000_000.0
"""More than any store has quotes, to weigh words by how rare they are."""

_TEXTS = """
SELECT quotes.key AS key, quotes.text AS text, speakers.name AS name
FROM quotes LEFT JOIN speakers ON speakers.id = quotes.speaker_id WHERE quotes.key IN {keys}
"""


class Alike:
    """Finds quotes by words, in one transaction; remembers what it has looked up."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._index = index_of(reader)
        self._bearers: dict[str, list[int]] = {}
        self._sharing: dict[tuple[str, ...], list[int]] = {}

    def sharing(self, text: str) -> list[int]:
        """The keys of at most VOTED quotes that share most, and the rarest, words with the text."""
        row = tuple(tokens_of(text))
        if row not in self._sharing:
            self._sharing[row] = self._find(row)
        return self._sharing[row]

    def _find(self, row: Sequence[str]) -> list[int]:
        words = [word for word in dict.fromkeys(row) if word not in LITTLE and len(word) > 1]
        known = sorted(filter(self._bearing, words), key=lambda word: len(self._bearing(word)))
        rare = [word for word in known if len(self._bearing(word)) <= COMMON][:RAREST]
        votes: dict[int, float] = defaultdict(float)
        for word in rare:
            _vote(votes, self._bearing(word))
        for term in self._common_terms(row, known, rare):
            _vote(votes, self._index.holding(self._reader, term, COMMON))
        return nlargest(VOTED, votes, key=lambda key: (votes[key], key))

    def _common_terms(
        self, row: Sequence[str], known: Sequence[str], rare: Sequence[str]
    ) -> Iterator[Sequence[Sequence[str]]]:
        """Terms to look up where there are few rare words: pairs of common ones; where there are
        few of these either, runs of any; and without a rare word, whose bearers are all known, all
        words in a row."""
        if len(rare) < FEW:
            common = known[len(rare) : len(rare) + PAIRED]
            yield from ([[one], [other]] for one, other in combinations([*rare[:1], *common], 2))
        if len(known) < FEW:
            yield from ([run] for run in self._runs(row))
        if row and not rare:
            yield [row[:LONGEST_ROW]]

    def _runs(self, row: Sequence[str]) -> list[Sequence[str]]:
        """Some runs of IN_A_ROW words, those with the rarest."""
        starts = range(min(len(row), LONGEST_ROW) - IN_A_ROW + 1)
        runs = [row[start : start + IN_A_ROW] for start in starts]
        return nsmallest(RUNS, runs, key=lambda run: min(len(self._bearing(one)) for one in run))

    def said_by(self, text: str, name: str) -> list[int]:
        """The keys of quotes in which the words stand in a row, of speakers with the last word of a
        name."""
        row, names = tuple(tokens_of(text)), tokens_of(name)
        if not row or not names:
            return []
        known = (names[-1], "", *row)
        if known not in self._sharing:
            found = self._index.holding(self._reader, [row], NEAREST, speaker=names[-1])
            self._sharing[known] = found
        return self._sharing[known]

    def nearest(self, text: str, keys: Sequence[int], name: str | None) -> list[int]:
        """The keys of the NEAREST of some quotes; of two that are alike first that of a speaker
        with the last word of the name."""
        mine, names = _words(text), _words(name or "")
        scored = []
        for row in ask(self._reader, _TEXTS.format(keys=among_numbers(keys))):
            theirs = bool(names) and names[-1] in _words(row.name or "")
            scored.append((_shared(mine, _words(row.text)), theirs, row.key))
        return [key for _, _, key in nlargest(NEAREST, scored)]

    def rarest(self, text: str) -> list[str]:
        """Words of the text as they stand there, but for the first, the rarest first."""
        words = [word for word in text.split()[1:] if tokens_of(word)]
        bare = {word.strip("“”\"'‘’.,;:!?()[]…—–-"): word for word in words}
        known = [word for word in bare if len(tokens_of(word)) == 1]
        return sorted(known, key=lambda word: (self._rarity(word), -len(word)))

    def _rarity(self, word: str) -> int:
        (token,) = tokens_of(word)
        return COMMON + 1 if token in LITTLE else len(self._bearing(token))

    def _bearing(self, word: str) -> list[int]:
        """The quotes with a word; of a common one not all, and more than COMMON."""
        if word not in self._bearers:
            found = self._index.holding(self._reader, [[word]], COMMON + 1)
            self._bearers[word] = found
        return self._bearers[word]


def _vote(votes: dict[int, float], keys: Sequence[int]) -> None:
    weight = log(_MANY / (len(keys) or 1))
    for key in keys:
        votes[key] += weight


def _words(text: str) -> list[str]:
    """Words to compare two texts by, quickly made."""
    return _WORD.findall(text.lower())


def _shared(one: Sequence[str], other: Sequence[str]) -> float:
    """How many words, little ones for less, and how many neighbours of one row are in another."""
    there, neighbours = set(other), set(pairwise(other))
    words = sum(LITTLE_WEIGHT if word in LITTLE else 1 for word in set(one) & there)
    return words + len(neighbours.intersection(pairwise(one)))

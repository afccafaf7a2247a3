"""The stored quotes that come nearest to some words, found by the rarest of them.

What is common costs much and tells little: of a word that stands in more than COMMON quotes no more
are looked at, and pairs of such words, or all words in a row, take their place. So the work depends
on the number of words and hardly on how much is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from itertools import combinations
from math import log

from quotes.sayings.wording import LITTLE
from quotes.store.asking import Reader, among_numbers, ask
from quotes.store.index import index_of
from quotes.store.index.tokens import tokens_of

COMMON = 1_000
"""Quotes from which on a word is common."""

RAREST, PAIRED = 12, 4
"""So many rare words are looked up, and so many common ones in pairs where there are few rare."""

FEW = 3
"""Rare words below which common ones are looked up, too."""

LONGEST_ROW = 30
"""Words of a row that is looked up as it stands."""

VOTED, NEAREST = 60, 12
"""Quotes that share most of the words, whose texts are compared; and of these the most alike."""

_MANY = 10_000_000.0
"""More than any store has quotes, to weigh words by how rare they are."""

_TEXTS = """
SELECT quotes.key AS key, quotes.text AS text, speakers.name AS name
FROM quotes LEFT JOIN speakers ON speakers.id = quotes.speaker_id WHERE quotes.key IN {keys}
"""


class Alike:
    """Finds quotes by words, in one transaction; remembers how rare each word is."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._index = index_of(reader)
        self._bearers: dict[str, list[int]] = {}

    def sharing(self, text: str) -> list[int]:
        """The keys of at most VOTED quotes that share most, and the rarest, words with the text."""
        row = tokens_of(text)
        words = [word for word in dict.fromkeys(row) if word not in LITTLE and len(word) > 1]
        by_rarity = sorted(words, key=lambda word: len(self._bearing(word)))
        known = [word for word in by_rarity if self._bearing(word)]
        rare = [word for word in known if len(self._bearing(word)) <= COMMON][:RAREST]
        votes: dict[int, float] = defaultdict(float)
        for word in rare:
            _vote(votes, self._bearing(word))
        if len(rare) < FEW:
            common = [word for word in known if len(self._bearing(word)) > COMMON][:PAIRED]
            terms = [([one], [other]) for one, other in combinations([*rare[:1], *common], 2)]
            for term in [*terms, (row[:LONGEST_ROW],)] if row else terms:
                _vote(votes, self._index.holding(self._reader, term, COMMON))
        return nlargest(VOTED, votes, key=lambda key: (votes[key], key))

    def said_by(self, text: str, name: str) -> list[int]:
        """The keys of quotes in which the words stand in a row, of speakers with the last word of a
        name."""
        row, names = tokens_of(text), tokens_of(name)
        if not row or not names:
            return []
        return self._index.holding(self._reader, [row], NEAREST, speaker=names[-1])

    def nearest(self, text: str, keys: Sequence[int], name: str | None) -> list[int]:
        """The keys of the NEAREST of some quotes; of two that are alike first that of a speaker
        with the last word of the name."""
        from rapidfuzz import fuzz

        mine = " ".join(tokens_of(text))
        last = tokens_of(name or "")[-1:]
        scored = []
        for row in ask(self._reader, _TEXTS.format(keys=among_numbers(keys))):
            theirs = last and last[0] in tokens_of(row.name or "")
            likeness = fuzz.token_set_ratio(mine, " ".join(tokens_of(row.text)))
            scored.append((likeness, bool(theirs), row.key))
        return [key for _, _, key in sorted(scored, reverse=True)[:NEAREST]]

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

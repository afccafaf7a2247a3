"""How the words of two quotations lie together: what is matched, what is left on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from quotes.sayings.wording import opposites
from quotes.sayings.words import Sort, Word

Words = Sequence[Word]

LONG_START = 5
"""Letters that two words must begin with to be of one family: withdrawal, withdrawn."""


@dataclass(frozen=True)
class Overlap:
    """Two runs of words, and those words of either that the other has not, in their order."""

    one: tuple[Word, ...]
    other: tuple[Word, ...]
    one_left: tuple[Word, ...]
    other_left: tuple[Word, ...]

    @cached_property
    def shared(self) -> int:
        """How many words that carry meaning they share."""
        return count(self.one) - count(self.one_left)

    @cached_property
    def likeness(self) -> float:
        """Dice's coefficient (1945) of the words that carry meaning, 0 to 1."""
        whole = count(self.one) + count(self.other)
        return (whole - count(self.one_left) - count(self.other_left)) / whole if whole else 0.0

    @cached_property
    def exchanged(self) -> int:
        """How many words that carry meaning one has in the place of the other's."""
        return min(count(self.one_left), count(self.other_left))

    def contradiction(self) -> str | None:
        """In words the reason why they are two whatever they share; None for none."""
        checks = (self._negated(), self._facts(), self._names(), self._opposites(), self._asked())
        return next((found for found in checks if found), None)

    def _negated(self) -> str | None:
        mine, theirs = (_number_of(words, "negation") for words in (self.one, self.other))
        return None if mine == theirs else "one is negated"

    def _facts(self) -> str | None:
        for sort in ("number", "turn"):
            mine, theirs = (_roots(words, sort) for words in (self.one_left, self.other_left))
            if mine and theirs:
                return f"{min(mine)} and {min(theirs)}"
        return None

    def _names(self) -> str | None:
        mine, theirs = (_roots(words, "name") for words in (self.one_left, self.other_left))
        return f"{min(mine)} and {min(theirs)}" if mine and theirs else None

    def _opposites(self) -> str | None:
        known = opposites()
        theirs = {word.root for word in self.other_left}
        found = ((word.root, known[word.root] & theirs) for word in self.one_left)
        return next((f"{root} and {min(against)}" for root, against in found if against), None)

    def _asked(self) -> str | None:
        mine, theirs = (_asks(words) for words in (self.one, self.other))
        return None if mine == theirs else "one is a question"


def count(words: Iterable[Word]) -> int:
    """How many of the words carry meaning."""
    return sum(word.counts for word in words)


def overlap(one: Words, other: Words) -> Overlap:
    """The words that they share in any order; words of one family count as shared."""
    one_left = _without(one, _roots_of(other))
    other_left = _without(other, _roots_of(one))
    one_left, other_left = _without_family(one_left, other_left)
    return Overlap(tuple(one), tuple(other), tuple(one_left), tuple(other_left))


def in_order(short: Words, long: Words) -> Overlap | None:
    """The short one, and the part of the long one in which its words stand in their order.

    The part reaches from the first to the last shared word that carries meaning, with the little
    words before it, as a "not" may be among them, and as many after it as the short one has there.
    None where nothing is shared. Longest common subsequence, by rapidfuzz.
    """
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.editops(_roots_of(short), _roots_of(long)).as_matching_blocks()
    places = [b.b + i for b in blocks for i in range(b.size) if short[b.a + i].counts]
    if not places:
        return None
    start, end = _clause_start(long, places[0]), places[-1] + 1
    tail = takewhile(lambda word: not word.counts, reversed(short))
    after = takewhile(lambda word: not word.counts, long[end : end + sum(1 for _ in tail)])
    return overlap(short, [*long[start:end], *after])


def _clause_start(words: Words, place: int) -> int:
    while place and not words[place].first and not words[place - 1].counts:
        place -= 1
    return place


def order(one: Words, other: Words) -> float:
    """How much of the words stands in the same order, little ones included, 0 to 1."""
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.normalized_similarity(_roots_of(one), _roots_of(other)))


def _without(words: Words, roots: list[str]) -> list[Word]:
    found = Counter(roots)
    left = []
    for word in words:
        found[word.root] -= 1
        if found[word.root] < 0:
            left.append(word)
    return left


def _without_family(one: list[Word], other: list[Word]) -> tuple[list[Word], list[Word]]:
    rest = list(other)
    kept = []
    for word in one:
        kin = next((w for w in rest if _are_family(word, w)), None)
        if kin is None:
            kept.append(word)
        else:
            rest.remove(kin)
    return kept, rest


def _are_family(one: Word, other: Word) -> bool:
    if not (one.sort in ("content", "name") and other.sort in ("content", "name")):
        return False
    pairs = zip(one.root, other.root, strict=False)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    shorter = min(len(one.root), len(other.root))
    return shared >= LONG_START or (shared == LONG_START - 1 and shared == shorter)


def _roots_of(words: Words) -> list[str]:
    return [word.root for word in words]


def _number_of(words: Words, sort: Sort) -> int:
    return sum(word.sort == sort for word in words)


def _roots(words: Words, sort: str) -> set[str]:
    return {word.root for word in words if word.sort == sort}


def _asks(words: Words) -> bool:
    """True if most of the words are asked."""
    return 2 * sum(word.asks for word in words) > len(words)

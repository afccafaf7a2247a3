"""Which quotations are worth comparing: those that share keys (Christen 2006: blocking).

MinHash would not do here: it estimates how much of two sets is common, and a cut of eight words has
little in common with a speech of a hundred. All pairs of neighbouring words are keys instead; they
lie in the cut as they lie in the speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from quotes.records import Kind
from quotes.sayings.decide import Said, evidence
from quotes.sayings.words import Word

FAR = 2
"""Words that carry meaning are neighbours up to so many places apart: one may be exchanged."""

MOST = 400
"""So many keys has the longest quotation."""

BYTES = 4


def saying_keys(text: str, kind: Kind) -> list[int]:
    """Keys (signed, 32 bits) of which two quotations that `decide` calls the same share some.

    One for all words together, first, and one for each pair of neighbours, whatever their order.
    Two with fewer words than a pair share the first only.
    """
    words = evidence(Said(text, kind))
    whole = key_of(["", *(word.root for word in words)])
    pairs = (key_of(sorted(pair)) for pair in _pairs([word for word in words if word.counts]))
    return [whole, *dict.fromkeys(pairs)][:MOST]


def key_of(words: Iterable[str]) -> int:
    """A number for some words; the same on every machine."""
    digest = blake2b(" ".join(words).encode(), digest_size=BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)


def _pairs(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    for place, word in enumerate(words):
        for other in words[place + 1 : place + 1 + FAR]:
            yield word.root, other.root

"""Tells of two articles if they are versions of one story: wire copy, whole, cut or edited.

Shingles of words (Broder 1997), MinHash in bands to find them (Leskovec, Rajaraman, Ullman 2014,
chapter 3); what is found is compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from quotes.sayings.keys import key_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 5
"""Words in a row that are compared; fewer are common to unlike articles."""

BANDS, ROWS = 40, 3
"""Of texts with half of their shingles in common 99 in 100 share a band, with a third 3 in 4."""

OVERLAP, CUT = 0.4, 0.7
"""Of all shingles, or of the shorter article's, so many are common to two versions."""
SHORTEST = 20
"""Shingles below which a text is no story."""

_BITS = 2**64 - 1

NEAR = 7
"""Days between two versions, at most: a report of every week repeats itself."""


def version_keys(text: str) -> list[int]:
    """Keys (signed, 32 bits) of which two versions share one; none for a text too short."""
    shingles = _shingles(text)
    if len(shingles) < SHORTEST:
        return []
    values = _signature(shingles)
    bands = (values[band * ROWS : (band + 1) * ROWS] for band in range(BANDS))
    return [key_of([str(band), *map(str, row)]) for band, row in enumerate(bands)]


def are_versions(one: str, other: str, days: int | None) -> bool:
    """True if two texts, published so many days apart (None: not known), are versions of one story.

    Either most of their shingles are common, or nearly all of the shorter one's.
    """
    mine, theirs = _shingles(one), _shingles(other)
    shorter = min(len(mine), len(theirs))
    if shorter < SHORTEST or (days is not None and abs(days) > NEAR):
        return False
    common = len(mine & theirs)
    return common >= OVERLAP * len(mine | theirs) or common >= CUT * shorter


@lru_cache(maxsize=64)
def _shingles(text: str) -> frozenset[str]:
    from anyascii import anyascii

    words = re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", ""))
    return frozenset(_runs(words))


def _runs(words: list[str]) -> Iterator[str]:
    for start in range(len(words) - SHINGLE + 1):
        yield " ".join(words[start : start + SHINGLE])


def _signature(shingles: frozenset[str]) -> list[int]:
    """MinHash (Broder 1997): for each of BANDS * ROWS functions the least value of a shingle."""
    import numpy as np

    digests = b"".join(blake2b(shingle.encode(), digest_size=8).digest() for shingle in shingles)
    hashed = np.frombuffer(digests, dtype="<u8").astype(np.uint64)
    pairs = zip(*_functions(), strict=True)
    return [int((hashed * factor + summand).min()) >> 32 for factor, summand in pairs]


@cache
def _functions() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The factors (odd) and summands of the functions: x * factor + summand modulo 2 ** 64, of
    which the upper 32 bits count (multiply-shift, Dietzfelbinger et al. 1997).

    They are the first numbers of SplitMix64 from 0 on, a factor and a summand by turns. What is
    stored depends on each of them: they must never change.
    """
    import numpy as np

    numbers = [split_mix(place) for place in range(2 * BANDS * ROWS)]
    factors = [number | 1 for number in numbers[::2]]
    return np.array(factors, dtype=np.uint64), np.array(numbers[1::2], dtype=np.uint64)


def split_mix(place: int) -> int:
    """The number at this place, from 0, of the generator SplitMix64 (Steele, Lea, Flood 2014) whose
    seed is 0: 64 bits, the same on every machine."""
    mixed = (place + 1) * 0x9E3779B97F4A7C15 & _BITS
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _BITS
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _BITS
    return mixed ^ mixed >> 31

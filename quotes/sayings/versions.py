"""Whether two articles are versions of one story: wire copy, whole, cut or edited.

Shingles of words (Broder 1997), MinHash in bands to find them (Leskovec, Rajaraman, Ullman 2014,
chapter 3); what is found is compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from quotes.sayings.keys import key_of

SHINGLE = 5
"""Words in a row that are compared; fewer are common to unlike articles."""

BANDS, ROWS = 40, 3
"""Of texts with half of their shingles in common 99 in 100 share a band, with a third 3 in 4."""

OVERLAP, CUT = 0.4, 0.7
"""Of all shingles, or of the shorter article's, so many are common to two versions."""
SHORTEST = 20
"""Shingles below which a text is no story."""

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
    """Whether two texts, published so many days apart (None: not known), are versions of one story.

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
    hashed = _empty().copy()
    hashed.update_batch([shingle.encode() for shingle in shingles])
    return [int(value) for value in hashed.digest()]


@cache
def _empty() -> Any:
    """A MinHash of nothing; its permutations are drawn once, with a fixed seed."""
    from datasketch import MinHash

    return MinHash(num_perm=BANDS * ROWS, seed=1)

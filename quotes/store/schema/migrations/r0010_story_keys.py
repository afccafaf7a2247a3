"""The keys of 0010: each text is read once.

MinHash (Broder 1997) of shingles of words, in bands, with multiply-shift functions (Dietzfelbinger
et al. 1997) drawn by SplitMix64 (Steele, Lea, Flood 2014) from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

SHINGLE, SHORTEST = 5, 20
BANDS, ROWS = 40, 3
_BITS = 2**64 - 1

TOGETHER = 500
"""Articles whose texts are in memory at once."""

_BYTES = {
    "sqlite": "CAST(articles.text AS BLOB)",
    "postgresql": "convert_to(articles.text, 'UTF8')",
}

_SOME = """
SELECT articles.key AS key, {text} AS text FROM articles
WHERE articles.key > :last AND NOT EXISTS (
    SELECT 1 FROM waiting WHERE articles.key BETWEEN waiting.first AND waiting.last
)
ORDER BY articles.key LIMIT :most
"""


def upgrade(connection: Any, statements: Sequence[str]) -> None:
    """Drop all keys and make new ones; a text that is damaged is looked up by nothing.
    `connection`: a `quotes.store` Connection."""
    for statement in statements:
        connection.run(statement)
    some = _SOME.format(text=_BYTES[connection.dialect])
    last = 0
    while rows := connection.run(some, {"last": last, "most": TOGETHER}).fetchall():
        found = [(key, row.key) for row in rows for key in _keys(bytes(row.text))]
        connection.insert("story_keys", ("key", "article"), found)
        last = rows[-1].key


def _keys(text: bytes) -> list[int]:
    from anyascii import anyascii

    try:
        plain = anyascii(text.decode("utf8")).lower().replace("'", "")
    except UnicodeDecodeError:
        return []
    words = re.findall(r"[a-z0-9]+", plain)
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    if len(shingles) < SHORTEST:
        return []
    least = list(_least(shingles))
    bands = (least[band * ROWS : (band + 1) * ROWS] for band in range(BANDS))
    return list(dict.fromkeys(_key([band, *row]) for band, row in enumerate(bands)))


def _least(shingles: set[str]) -> Iterator[int]:
    """Of each function the least value."""
    import numpy as np

    digests = b"".join(blake2b(shingle.encode(), digest_size=8).digest() for shingle in shingles)
    hashed = np.frombuffer(digests, dtype="<u8").astype(np.uint64)
    for place in range(BANDS * ROWS):
        factor, summand = (np.uint64(_number(2 * place + more)) for more in (0, 1))
        yield int((hashed * (factor | np.uint64(1)) + summand).min()) >> 32


def _number(place: int) -> int:
    mixed = (place + 1) * 0x9E3779B97F4A7C15 & _BITS
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _BITS
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _BITS
    return mixed ^ mixed >> 31


def _key(numbers: Sequence[int]) -> int:
    digest = blake2b(" ".join(map(str, numbers)).encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big", signed=True)

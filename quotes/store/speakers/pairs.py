"""Which two speakers are one person, may be, or are not: the rows of `merges`, read.

A speaker is named by a stable key, which outlives the row of `speakers`. Speakers are one person
where a chain of merged pairs joins them, also by way of somebody of whom no quote is left.
`quotes.store.speakers.pairing` writes them.
"""

from __future__ import annotations

from collections.abc import Collection

from quotes.store.db.asking import Reader, Row, among, ask, parts_of

_MERGED = """
SELECT merges.one AS one, merges.other AS other FROM merges WHERE merges.state = 'merged'
"""


def stable_key(row: Row) -> str:
    """The name of a row of `speakers` that outlives it: "id:ann-roe" or "person:Ann Roe"."""
    return f"{row.type}:{row.name}" if row.registry_id is None else f"id:{row.registry_id}"


def representatives(reader: Reader, of: Collection[str] | None = None) -> dict[str, str]:
    """For each key that is merged with another, the one that stands for all of them.

    With `of` only for these and for those merged with them.
    """
    if of is None:
        pairs = [(row.one, row.other) for row in ask(reader, _MERGED)]
    else:
        pairs = _around(reader, of)
    representative: dict[str, str] = {}

    def find(key: str) -> str:
        while representative.setdefault(key, key) != key:
            representative[key] = key = representative[representative[key]]
        return key

    for one, other in pairs:
        representative[find(other)] = find(one)
    return {key: find(key) for key in list(representative)}


def merged_with(reader: Reader, key: str, *, without: Collection[str] = ()) -> set[str]:
    """All keys merged with this one, itself included; not by way of those in `without`."""
    pairs = _around(reader, [key], without=without)
    return {key, *(end for pair in pairs for end in pair)} - set(without)


def _around(
    reader: Reader, keys: Collection[str], *, without: Collection[str] = ()
) -> list[tuple[str, str]]:
    """The merged pairs by which one comes from these keys to all that are one with them."""
    barred, seen = set(without), set(keys)
    pairs: set[tuple[str, str]] = set()
    new = sorted(seen - barred)
    while new:
        found: set[tuple[str, str]] = set()
        for part in parts_of(new):
            some, values = among("key", part)
            merged = f"{_MERGED} AND (merges.one IN {some} OR merges.other IN {some})"
            found |= {(row.one, row.other) for row in ask(reader, merged, values)}
        pairs |= {pair for pair in found if barred.isdisjoint(pair)}
        new = sorted({end for pair in found for end in pair} - seen - barred)
        seen.update(new)
    return sorted(pairs)

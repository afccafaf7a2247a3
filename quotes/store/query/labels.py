"""The words that columns name by keys of `labels`."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.store.db.asking import Reader, among_numbers, ask, parts_of

_LABELS = "SELECT labels.key AS key, labels.value AS value FROM labels WHERE labels.key IN {keys}"


def labels_of(reader: Reader, keys: Sequence[int]) -> dict[int, str]:
    """The words of these keys that are there, by key."""
    return {
        row.key: row.value
        for part in parts_of(keys)
        for row in ask(reader, _LABELS.format(keys=among_numbers(part)))
    }

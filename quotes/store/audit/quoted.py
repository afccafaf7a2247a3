"""The quotes that are audited, in columns of numbers, and the speakers whose they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from quotes.store.db.asking import Reader, Row, ask, where
from quotes.store.db.columns import Numbers, read_columns
from quotes.store.query.chosen import DAY
from quotes.store.query.filters import Filters
from quotes.store.query.labels import labels_of
from quotes.store.query.rows import fitted
from quotes.store.schema.values import MONTH
from quotes.store.speakers.people import COLUMNS, Persons

Chances = NDArray[np.float64]
Mask = NDArray[np.bool_]

CHECKED = -1
"""Stands for the confidence of a quote that somebody has checked."""

PARTS = 1_000_000
"""Confidences are read as whole numbers of such parts."""

_CONFIDENCE = f"""
CASE WHEN quotes.key IN (SELECT verdicts.quote FROM verdicts WHERE verdicts.quote IS NOT NULL)
THEN {CHECKED} ELSE CAST(round(quotes.confidence * {PARTS}) AS INTEGER) END
"""

ARTICLE = {"article": "quotes.article"}
MONTHS = {"month": f"({DAY}) / {MONTH}"}


class Speakers:
    """All rows of `speakers`, and who is one with whom."""

    def __init__(self, reader: Reader) -> None:
        self.rows: list[Row] = ask(reader, f"SELECT {COLUMNS} FROM speakers ORDER BY speakers.id")
        self.size = self.rows[-1][0] + 1 if self.rows else 1
        persons = Persons(reader)
        self.person = np.arange(self.size)
        """For each key of `speakers` one that is the same for all rows that are one person."""
        for id in persons.not_alone:
            self.person[id] = persons.person_of(id)

    def told(self, tell: Callable[[Row], int]) -> Numbers:
        """A number for each key of `speakers`, 0 for keys that are not there."""
        found = np.zeros(self.size, dtype=np.int64)
        for row in self.rows:
            found[row[0]] = tell(row)
        return found


@dataclass(frozen=True)
class Quoted:
    """The quotes that filters let through, and everyone who is stored.

    `columns`: SQL of the whole numbers that are needed of the quotes besides their speakers and
    confidences, by name.
    """

    reader: Reader
    filters: Filters
    columns: Mapping[str, str]

    @cached_property
    def speakers(self) -> Speakers:
        """Everyone."""
        return Speakers(self.reader)

    def column(self, name: str) -> Numbers:
        """The numbers of one of the columns, or of "speaker": the key of `speakers`, or 0."""
        return self._read[name]

    @cached_property
    def chances(self) -> Chances:
        """How likely each quote is right, 1 for one that somebody has checked."""
        read, how = self._read["confidence"], fitted(self.reader)
        found = read / PARTS
        if how is not None:
            values, places = np.unique(found, return_inverse=True)
            found = np.array([how(max(one, 0.0)) for one in values.tolist()])[places]
        return np.where(read == CHECKED, 1.0, found)

    @cached_property
    def checked(self) -> Mask:
        """True for each quote that somebody has checked."""
        return np.equal(self._read["confidence"], CHECKED)

    @cached_property
    def _read(self) -> dict[str, Numbers]:
        own = {"speaker": "coalesce(quotes.speaker_id, 0)", "confidence": _CONFIDENCE}
        chosen = self.filters.chosen(self.reader)
        source = f"quotes {where(chosen.conditions)}"
        return read_columns(self.reader, {**own, **self.columns}, source, chosen.values)


def label_of(column: str) -> dict[str, str]:
    """A column of `quotes` that names rows of `labels`, 0 where it names none."""
    return {column: f"coalesce(quotes.{column}, 0)"}


def told_by_label(quoted: Quoted, column: str, tell: Callable[[str], int]) -> Numbers:
    """For each quote the number that the words of a column tell; "" where there are none."""
    labels = quoted.column(column)
    keys = distinct(labels)
    words = labels_of(quoted.reader, keys)
    told = np.zeros(labels.max(initial=0) + 1, dtype=np.int64)
    for key in keys:
        told[key] = tell(words.get(key, ""))
    return told[labels]


def distinct(numbers: Numbers) -> list[int]:
    """The numbers from 0 that are there, each once, in their order."""
    found: list[int] = np.flatnonzero(np.bincount(numbers)).tolist()
    return found

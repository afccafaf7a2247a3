"""The values that quotes are audited by: each quote gets a number, and the numbers have names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import get_args

import numpy as np

from quotes.errors import UsageError
from quotes.records import SpeakerType
from quotes.store.audit.countries import countries_of
from quotes.store.audit.genders import NAMES, TELLING, genders_of
from quotes.store.audit.quoted import ARTICLE, MONTHS, Quoted, distinct, label_of, told_by_label
from quotes.store.db.asking import ask
from quotes.store.db.columns import Numbers
from quotes.store.query.counting import WHAT
from quotes.store.schema.values import MONTH

UNKNOWN = "unknown"
"""The name of a value that is not known: always number 0."""

NONE = -1
"""The number of quotes that are not counted."""

TYPES: tuple[str, ...] = (UNKNOWN, *get_args(SpeakerType))

WITH_GENDER = ("person", "unnamed")
"""Types of speakers that have a gender."""


@dataclass(frozen=True)
class Values:
    """The value of each quote, a number, NONE where it is not counted, and the names of the
    numbers."""

    numbers: Numbers
    names: list[str]


@dataclass(frozen=True)
class What:
    """A thing to audit by: the columns that it takes (see `Quoted`), and the values of the
    quotes."""

    takes: Mapping[str, str]
    of: Callable[[Quoted], Values]


def _types(quoted: Quoted) -> Values:
    numbers = {kind: number for number, kind in enumerate(TYPES)}
    told = quoted.speakers.told(lambda row: numbers[row[3]])
    return Values(told[quoted.column("speaker")], list(TYPES))


def _genders(quoted: Quoted) -> Values:
    has_gender = quoted.speakers.told(lambda row: row[3] in WITH_GENDER) > 0
    told = np.where(has_gender, genders_of(quoted), NONE)
    return Values(told[quoted.column("speaker")], list(NAMES))


def _countries(quoted: Quoted) -> Values:
    return Values(*countries_of(quoted))


def _labelled(quoted: Quoted, column: str) -> Values:
    numbers = {"": 0}
    told = told_by_label(quoted, column, lambda words: numbers.setdefault(words, len(numbers)))
    return Values(told, [words or UNKNOWN for words in numbers])


_LABELLED = ("office", "role", "affiliation")

BY: dict[str, What] = {
    "type": What({}, _types),
    "gender": What(TELLING, _genders),
    "country": What({**label_of("affiliation"), **label_of("office")}, _countries),
    **{name: What(label_of(name), partial(_labelled, column=name)) for name in _LABELLED},
}
"""All that can be audited by, by name."""


def _nothing(quoted: Quoted) -> Values:
    return Values(np.zeros(len(quoted.chances), dtype=np.int64), [UNKNOWN])


def _publishers(quoted: Quoted) -> Values:
    rows = ask(quoted.reader, "SELECT articles.key, articles.publisher FROM articles")
    names = {None: 0}
    of = np.zeros(max((row[0] for row in rows), default=0) + 1, dtype=np.int64)
    for key, publisher in rows:
        of[key] = names.setdefault(publisher, len(names))
    return Values(of[quoted.column("article")], [name or UNKNOWN for name in names])


def _times(quoted: Quoted, name: str) -> Values:
    times = quoted.column("month") // (MONTH if name == "year" else 1)
    there = [0, *(time for time in distinct(times) if time)]
    numbers = np.zeros(there[-1] + 1, dtype=np.int64)
    numbers[there] = np.arange(len(there))
    written = WHAT[name].written
    return Values(numbers[times], [UNKNOWN, *(written(time) for time in there[1:])])


ACROSS: dict[str | None, What] = {
    None: What({}, _nothing),
    "publisher": What(ARTICLE, _publishers),
    "month": What(MONTHS, partial(_times, name="month")),
    "year": What(MONTHS, partial(_times, name="year")),
}
"""Across what, by name."""

OVER_TIME = ("month", "year")


def check_by(by: str, across: str | None) -> None:
    """Raise UsageError unless quotes can be audited by the one, and across the other."""
    if by not in BY:
        raise UsageError(f"nothing is audited by '{by}': take one of {', '.join(BY)}")
    if across not in ACROSS:
        named = ", ".join(name for name in ACROSS if name)
        raise UsageError(f"nothing is audited across '{across}': take one of {named}")

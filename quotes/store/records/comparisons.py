"""Speakers or outlets beside each other, and what is distinctive of one."""

from __future__ import annotations

import datetime as dt

from quotes.records import Record, SpeakerType
from quotes.store.records.summaries import Cell, Count, LeftOut


class Distinctive(Record):
    """A word that sets quotes off from others: how often it is said in them, and in the others of
    which it was counted. `score`: in standard deviations (see `quotes.store.compare.distinctive`),
    above 1.96."""

    word: str
    count: int
    others: int
    score: float


class Vocabulary(Record):
    """The words that set somebody's quotes off from those of everybody.

    They were counted over `looked_at` of the `of` quotes, evenly spread over all, and over
    `others` of the others'.
    """

    name: str
    words: tuple[Distinctive, ...]
    looked_at: int
    of: int
    others: int


class Companion(Record):
    """Somebody who is quoted in the same articles, and in how many."""

    name: str
    id: str | None
    type: SpeakerType
    articles: int


class Company(Record):
    """Those who are quoted in the same articles as somebody, the most often first.

    `looked_at` of the articles in which they are quoted were looked at, those with the `quotes`
    that are evenly spread over all `of` them.
    """

    name: str
    others: tuple[Companion, ...]
    looked_at: int
    quotes: int
    of: int


class Compared(Record):
    """A speaker or an outlet beside others, as it was `asked` for.

    `count` quotes from `first` to `last`, by kind and by month ("YYYY-MM", in their order);
    `others`: the outlets in which a speaker is quoted, or whom an outlet quotes, with counts, the
    most frequent first. `words` that set it off from the others that it is compared with, counted
    over `looked_at` of its quotes, which are evenly spread over all.
    """

    asked: str
    name: str
    id: str | None = None
    wikidata: str | None = None
    count: int
    first: dt.date | None
    last: dt.date | None
    kinds: tuple[Count, ...]
    months: tuple[Count, ...]
    others: tuple[Count, ...]
    words: tuple[Distinctive, ...]
    looked_at: int


class Named(Record):
    """A name among those that are to be compared, as it was asked for.

    `name`: of the one speaker or outlet that it means, or the words themselves where they mean
    several outlets, which then are `means`; `namesakes`: others who have all words of the name, and
    are not meant. None where there is an `error`, a sentence;
    `candidates`: names of those whom it may mean.
    """

    asked: str
    name: str | None = None
    means: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    error: str | None = None
    candidates: tuple[str, ...] = ()


class Comparison(Record):
    """Two or more speakers ("speaker") or outlets ("publisher") beside each other, as they were
    asked for.

    `cells`: how many quotes each of them, as it was asked for (`other`), has in each of the outlets
    (of each speaker) that are the most frequent of any, those with the most of all first; without a
    cell there is none. `left_out`: how many quotes of all together were not asked for.
    """

    by: str
    of: tuple[Compared, ...]
    cells: tuple[Cell, ...]
    left_out: LeftOut
    notes: tuple[str, ...]

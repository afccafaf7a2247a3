"""Speakers, articles and values in one line each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from quotes.records import Record, SpeakerType


class SpeakerSummary(Record):
    """A speaker, how many quotes of theirs are stored, and the first and last date of them."""

    name: str
    id: str | None
    type: SpeakerType
    wikidata: str | None
    count: int
    first: dt.date | None
    last: dt.date | None


class ArticleSummary(Record):
    """A stored article, the number of its quotes, and the versions of its story.

    `versions` counts those, this one included; `version_of` is the first of them by date, None for
    that one itself.
    """

    id: str
    title: str | None
    date: dt.date | None
    publisher: str | None
    count: int
    versions: int = 1
    version_of: str | None = None


class Count(Record):
    """A value, how many quotes have it, and the first and last day of them."""

    value: str
    count: int
    first: dt.date | None = None
    last: dt.date | None = None


class Cell(Record):
    """Two values, and how many quotes have both."""

    value: str
    other: str
    count: int


class LeftOut(Record):
    """How many quotes have all that was asked for but one thing.

    `factuality`: they are of another one; `act`: of another act, whatever their factuality;
    `undated`: their day is not known, and days were asked for, or an order by days; `unsaid`: the
    day on which they were said is not known, while their article is of the day that was asked for.
    """

    factuality: int = 0
    act: int = 0
    undated: int = 0
    unsaid: int = 0


class Beside(Record):
    """Stands beside a quote in tables for people: the fullest name of the speaker, whatever
    the article calls them, and the article's byline and file (see `quotes.records.Article.place`);
    `speaker_id`: what is the same for all quotes of the speaker, the registry's id or the type and
    that name; `stored`: when the article was stored, in UTC ("2026-11-28T14:00:00Z").
    """

    speaker: str | None = None
    speaker_id: str | None = None
    byline: str | None = None
    file: str | None = None
    stored: str | None = None


class Choice(Record):
    """A value by which a list of quotes can be narrowed, and how many quotes have it.

    `filters`: what the list asks for then, in the place of what it asks for of this facet now
    (fields of `quotes.store.query.filters.Filters`).
    """

    value: str
    count: int
    filters: dict[str, Any]


class Facet(Record):
    """The most frequent values of one thing, of quotes that have all else that is asked for.

    `name`: "speaker", "publisher", "month", "kind", "act", "factuality" or "checked". `counted`:
    how many quotes were counted, those added last, and `of`: how many there are, None for more than
    were counted, nobody knows how many. The counts are of all where both are the same.
    """

    name: str
    choices: tuple[Choice, ...]
    counted: int
    of: int | None


class Facets(Record):
    """All by which a list of quotes can be narrowed; `total`: how many quotes there are, None for
    more than `counted`."""

    facets: tuple[Facet, ...]
    counted: int
    total: int | None

"""Speakers, articles and values in one line each."""

from __future__ import annotations

import datetime as dt

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

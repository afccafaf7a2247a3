"""All that is stored of one speaker, or of one saying."""

from __future__ import annotations

import datetime as dt

from quotes.records import Quote, Record, Saying, SpeakerType
from quotes.store.records.summaries import Count


class Occurrence(Record):
    """A quote by its id, where and when it was published, and its words."""

    id: str
    article_id: str
    publisher: str | None
    date: dt.date | None
    text: str


class SayingPage(Saying):
    """A quote, and the others that say the same, by date; `conflicts`: quotes in which somebody
    else is given the very same words."""

    others: tuple[Occurrence, ...]
    conflicts: tuple[Quote, ...] = ()


class SpeakerPage(Record):
    """All that is stored of one speaker.

    Names, roles, affiliations, offices, kinds and publishers come with counts, the most frequent
    first; months are "YYYY-MM", in their order. `first` and `last` are quotes.
    """

    name: str
    id: str | None
    type: SpeakerType
    wikidata: str | None
    count: int
    names: tuple[Count, ...]
    roles: tuple[Count, ...]
    affiliations: tuple[Count, ...]
    offices: tuple[Count, ...]
    kinds: tuple[Count, ...]
    publishers: tuple[Count, ...]
    months: tuple[Count, ...]
    first: Quote | None
    last: Quote | None

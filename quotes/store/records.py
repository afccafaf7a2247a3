"""What the store answers besides Articles and Quotes."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import SerializeAsAny

from quotes.records import Offsets, Quote, Record, Saying, SpeakerType


class Hit(Record):
    """A quote (a Saying, where sayings were asked for) that a search found.

    `snippet` is the part of the quote's text around the words found (of the speaker, role or
    title where they are not in the text); `marks` are their (start, end) offsets in it.
    """

    quote: SerializeAsAny[Quote]
    snippet: str
    marks: tuple[Offsets, ...] = ()

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The snippet with every word found set between `before` and `after`."""
        text = self.snippet
        for start, end in reversed(self.marks):
            text = f"{text[:start]}{before}{text[start:end]}{after}{text[end:]}"
        return text


class Occurrence(Record):
    """A quote by its id, where and when it was published, and its words."""

    id: str
    article_id: str
    publisher: str | None
    date: dt.date | None
    text: str


class SayingPage(Saying):
    """A quote, and the others that say the same, by date."""

    others: tuple[Occurrence, ...]


class SpeakerSummary(Record):
    """A speaker, how many quotes of theirs are stored, and the first and last date of them."""

    name: str
    id: str | None
    type: SpeakerType
    count: int
    first: dt.date | None
    last: dt.date | None


class Count(Record):
    """A value, how many quotes have it, and the first and last day of them."""

    value: str
    count: int
    first: dt.date | None = None
    last: dt.date | None = None


class SpeakerPage(Record):
    """All that is stored of one speaker.

    Names, roles, affiliations, offices, kinds and publishers come with counts, the most frequent
    first; months are "YYYY-MM", in their order. `first` and `last` are quotes.
    """

    name: str
    id: str | None
    type: SpeakerType
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


class Merge(Record):
    """Two speakers that are one ("merged"), may be one, or were split by hand, and why.

    `by`: who said so, the program itself or a user by hand; `command` makes a suggestion true.
    """

    one: str
    other: str
    state: Literal["merged", "suggested", "split"]
    by: Literal["quotes", "hand"]
    why: str
    command: str | None = None


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


class Change(Record):
    """What became of a quote when its article was read anew: it is new, gone, or changed.

    `fields` of a changed one: what it was and what it is, by name; `by`: the version of quotes
    that read it, `at` in UTC.
    """

    at: str
    article_id: str
    quote_id: str
    what: Literal["new", "gone", "changed"]
    by: str
    text: str
    fields: dict[str, tuple[Any, Any]]


class Loaded(Record):
    """How many articles a bulk load stored, and how many were there already."""

    added: int = 0
    unchanged: int = 0
    quotes: int = 0


class Removal(Record):
    """How much goes, or went."""

    articles: int
    quotes: int

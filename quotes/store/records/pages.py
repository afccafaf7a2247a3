"""All that is stored of one article, of one speaker, or of one saying."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from quotes.records import Article, Kind, Quote, Record, Run, Saying, Speaker, SpeakerType
from quotes.store.records.summaries import ArticleSummary, Count


class Share(Record):
    """How much of an article's text is in somebody's quotes: so many of its words, and what part of
    them all, 0 to 1. `speaker` None: all of whom no name is known."""

    speaker: Speaker | None
    quotes: int
    words: int
    share: float


class ArticlePage(Record):
    """An article with all its quotes, of any act and factuality, in the order of its text.

    `summary`: of which other articles it is a version. `digest`: of the text and what is known of
    it (see `quotes.records.digest_of`); `stored` in UTC, as which `version`; `found_by`: what found
    the quotes. `words` are in the text, `quoted` of them in what was said; `shares`: by whom, the
    most first (what was thought, or was not said, counts for nobody).
    """

    article: Article
    summary: ArticleSummary
    digest: str
    stored: str
    version: int
    found_by: Run
    quotes: tuple[Saying, ...]
    words: int
    quoted: int
    shares: tuple[Share, ...]


class Occurrence(Record):
    """A quote by its id, where and when it was published, its words, and to whom its article gives
    them. `in_headline`: it stands in the headline of its article."""

    id: str
    article_id: str
    publisher: str | None
    date: dt.date | None
    text: str
    speaker: str | None = None
    kind: Kind
    in_headline: bool = False


class Segment(Record):
    """Words in a row of a wording ("kept" or "put in"), or of the whole one, which are "left out"
    here; with the marks and spaces behind them."""

    what: Literal["kept", "left out", "put in"]
    text: str


class Wording(Record):
    """One wording of a saying, beside the whole one.

    The `segments` that are kept and put in are, one after the other, its text. `cut`: where words
    are left out and none put in their stead. `occurrences`: where it was published,
    the earliest first.
    """

    text: str
    segments: tuple[Segment, ...]
    cut: tuple[Literal["before", "within", "after"], ...]
    occurrences: tuple[Occurrence, ...]


class SayingPage(Saying):
    """A quote, and the `others` that say the same, the earliest first.

    `conflicts`: quotes in which somebody else is given the very same words. `whole`: the longest of
    all, of the earliest day; `wordings`: what each wording keeps of it, its own first, then in the
    order in which they were first published.
    """

    others: tuple[Occurrence, ...]
    conflicts: tuple[Quote, ...] = ()
    whole: Occurrence
    wordings: tuple[Wording, ...]


class Held(Record):
    """An office that the registry knows, from its first to its last day.

    `first` None: not known; `last` None: it is held still, or, where there is `as_of`, not known:
    on that day it was held. `source`: a page where that can be looked up.
    """

    title: str
    of: str
    first: dt.date | None
    last: dt.date | None
    as_of: dt.date | None
    source: str | None


class SpeakerPage(Record):
    """All that is stored of one speaker.

    Names, roles, affiliations, offices, kinds and publishers come with counts and days, the most
    frequent first; months are "YYYY-MM", in their order. `offices` are those on the days of the
    articles, `held` all that the registry knows. `first` and `last` are quotes. `wikidata_url`: the
    page of the person there.
    """

    name: str
    id: str | None
    type: SpeakerType
    wikidata: str | None
    wikidata_url: str | None
    count: int
    names: tuple[Count, ...]
    roles: tuple[Count, ...]
    affiliations: tuple[Count, ...]
    offices: tuple[Count, ...]
    held: tuple[Held, ...]
    kinds: tuple[Count, ...]
    publishers: tuple[Count, ...]
    months: tuple[Count, ...]
    first: Quote | None
    last: Quote | None

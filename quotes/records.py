"""The records that leave the library: an Article goes in, Quotes come out.

Their JSON form is a contract: `quotes extract --format jsonl` prints one Quote a line.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

Offsets = tuple[int, int]
Kind = Literal["direct", "mixed", "indirect"]
Act = Literal["speech", "thought"]
Factuality = Literal["factual", "negated", "hypothetical"]
SpeakerType = Literal["person", "organization", "group", "document", "unnamed"]

PIECE_JOINER = " … "

ARTICLE_FACTS = ("title", "date", "byline", "url", "publisher")
"""Fields of an Article that tell of it, besides its text."""

ONCE = "-"
"""The place of an article that was read from what can be read only once: standard input, a pipe."""

_APART = re.compile(r"~[0-9a-f]{12}$")


class Record(BaseModel):
    """Immutable, and strict about its field names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Record):
    """One news article. `text` is kept unchanged: all offsets are code points into it.

    `found_in` says where title, date and the like were found: {"date": "JSON-LD"}. `place` says
    where the article was read: the whole path of its file, links followed, with "#" and its own id
    for one of several in a file; ONCE for what can be read only once. It is None where the caller
    made the article, whose id is then taken as it is; else a store looks whether it has the article
    already, under this id or another (see `Store.identify`).
    """

    id: str
    text: str
    title: str | None = None
    date: dt.date | None = None
    byline: str | None = None
    url: str | None = None
    publisher: str | None = None
    found_in: dict[str, str] = {}
    place: str | None = None


class Speaker(Record):
    """A speaker: the fullest name known, and the registry's id where the registry has them, with
    the id in Wikidata where that is known, too."""

    name: str
    id: str | None = None
    type: SpeakerType = "person"
    wikidata: str | None = None


class Quote(Record):
    """One attribution: one source said one content.

    `content`, `cue`, `source` are lists of (start, end) code-point offsets into the article's
    text, in the order of the text; `text`, `cue_text`, `source_text` are their pieces, joined by
    " … " where text between them is left out. `factuality` tells reports of what was not said
    ("did not say") and of what may be said ("if he says") from the others. `role` is what the
    article calls the speaker, `affiliation` the country or body to which that role belongs
    ("Armenia"); `office` is what the registry knows for the article's date ("Prime Minister of
    Armenia"), beside the role and never in its place. `checked_by` and `checked_at` (UTC,
    "2026-11-28T14:00:00Z") tell who said last, in a store, that it is right or how it should be.
    """

    id: str
    article_id: str
    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    kind: Kind
    act: Act
    factuality: Factuality = "factual"
    text: str
    content: tuple[Offsets, ...]
    cue: tuple[Offsets, ...] = ()
    source: tuple[Offsets, ...] = ()
    cue_text: str | None = None
    source_text: str | None = None
    speaker: Speaker | None = None
    role: str | None = None
    affiliation: str | None = None
    office: str | None = None
    via: str | None = None
    said_on: dt.date | None = None
    confidence: float
    checked_by: str | None = None
    checked_at: str | None = None


class Saying(Quote):
    """A quote that stands for all that say the same, whole, cut or in slightly other words.

    `occurrences`: how many those are, this one included; `first_…`: the article in which it was
    seen first, by date.
    """

    occurrences: int
    first_article: str
    first_publisher: str | None = None
    first_date: dt.date | None = None


class Run(Record):
    """A way to find quotes: this package's version, the model and the settings, in one word each.

    Two that are equal find the same in the same article.
    """

    version: str
    model: str = ""
    settings: str = ""


def quote_id(article_id: str, content: tuple[Offsets, ...], kind: str) -> str:
    """A stable 16-digit hexadecimal id: the same article, offsets and kind give the same id."""
    places = ",".join(f"{start}-{end}" for start, end in content)
    words = f"{article_id}\n{places}\n{kind}".encode("utf8", "surrogatepass")
    return hashlib.sha256(words).hexdigest()[:16]


def digest_of(article: Article) -> str:
    """16 hexadecimal digits that differ where the article's text, title, date, byline, address or
    publisher differ."""
    import json

    facts = [getattr(article, name) for name in ARTICLE_FACTS]
    known = [fact.isoformat() if isinstance(fact, dt.date) else fact for fact in facts]
    return hashlib.sha256(json.dumps([article.text, *known]).encode()).hexdigest()[:16]


def id_apart(article: Article) -> str:
    """The id of an article whose own is another article's: its own, "~" and 12 digits, which differ
    where its text, title, date, byline, address or publisher does.

    >>> id_apart(Article(id="story.txt", text="The bridge is open."))
    'story.txt~06f55b7ccf5e'
    """
    return f"{article.id}~{digest_of(article)[:12]}"


def is_apart(article_id: str) -> bool:
    """True for an article's id that `id_apart` has made."""
    return bool(_APART.search(article_id))


def join_pieces(text: str, pieces: tuple[Offsets, ...]) -> str | None:
    """The words of the pieces, joined by " … "; None where there are none."""
    return PIECE_JOINER.join(text[start:end] for start, end in pieces) or None

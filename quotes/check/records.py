"""Records of a draft's quotations and of the places that they were looked up in."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from quotes.check.alignment import Where
from quotes.records import Kind, Offsets, Record, Speaker

Verdict = Literal[
    "verbatim",
    "cut",
    "altered",
    "somebody else's",
    "another day or outlet",
    "not found",
    "too short",
]


class Quotation(Record):
    """Words that a draft has in quotation marks or sets apart as a quotation.

    `start` and `end` are code points into the draft's text; `speaker`, `said_on` and `via` are
    whom, which day and which outlet the draft gives for them, None where it gives none.
    """

    text: str
    start: int
    end: int
    speaker: Speaker | None = None
    said_on: dt.date | None = None
    via: str | None = None


class LeftOut(Record):
    """Words of the place that the draft leaves out of a sentence of which it quotes some.

    `where` they stand: before the words quoted, between them, or after them. `told`: whether the
    draft says so, by "…" or by words in [brackets]. `turns`: whether the words quoted mean
    something else without them, as without a "not". `place_at`: from where to where they stand in
    the place's text.
    """

    text: str
    where: Where
    told: bool
    turns: bool
    place_at: Offsets


class Difference(Record):
    """Words of the draft and those that stand in their place; one of the two may be empty.

    `draft_at` and `place_at`: from where to where they stand in the quotation's text and in the
    place's.
    """

    draft: str
    place: str
    draft_at: Offsets
    place_at: Offsets


class Place(Record):
    """Where words stand: a stored quote, or an article (no `quote_id`) in which they are no quote.

    `text` is the quote's, or the words of the article; `content` are the quote's places in the
    article's text; `before` and `after` is what stands around it there.
    """

    quote_id: str | None
    article_id: str
    title: str | None
    text: str
    content: tuple[Offsets, ...] = ()
    kind: Kind | None
    speaker: Speaker | None
    role: str | None
    date: dt.date | None
    said_on: dt.date | None
    publisher: str | None
    via: str | None
    url: str | None
    before: str = ""
    after: str = ""


class Checked(Quotation):
    """A quotation of a draft beside the closest place.

    `verdict`: in one word or two; `ok`: whether nothing speaks against it: it is verbatim, cut such
    that what is left out within is told, or too short to be looked up. `words`: how the words
    themselves stand at the place, whoever said them. `likeness`: how much of the draft's words
    stands there, 0 to 1. `why`: the same in a sentence. `also`: others who are given the words.
    `unread`: how many articles were not read for it, as there are too many.
    """

    verdict: Verdict
    ok: bool
    why: str
    words: Literal["verbatim", "cut", "altered"] | None = None
    likeness: float = 0.0
    left_out: tuple[LeftOut, ...] = ()
    differences: tuple[Difference, ...] = ()
    place: Place | None = None
    also: tuple[str, ...] = ()
    unread: int = 0

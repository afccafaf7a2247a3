"""An article as it was published, with all its quotes in their places."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Query

from quotes.errors import NotStoredError, UsageError
from quotes.records import Article, Quote, Record, Run, Saying
from quotes.serve.links import Links
from quotes.serve.marked import KINDS, Note, spans_of
from quotes.serve.views import Views
from quotes.store import ArticleSummary, Share, Store

views = Views()

LONG, LONGER = 20_000, 22_000
"""Letters of a part: it ends with a paragraph that ends between the two."""

NOTES = 80
"""Quotes that are marked in a part."""

SPEAKERS = 25
"""Speakers of an article who are shown."""

_PARAGRAPH_END = re.compile(r"\n\s*")


class ArticleView(Record):
    """An article, or a part of it, with the quotes in it.

    part, parts     which part this is, from 1, and of how many: a long one is shown in parts
    start, end      the code points of the text that are this part
    quotes          how many quotes the article has
    notes           the quotes of this part; `unmarked`: how many more of it are left out
    chosen          the id of the quote that was asked for; None where none was
    words, quoted   how many words the article has, and how many of them were said in its quotes
    shares          by whom, the most first; `silent`: how many more speakers are left out
    """

    article: Article
    summary: ArticleSummary
    digest: str
    stored: str
    version: int
    found_by: Run
    part: int
    parts: int
    start: int
    end: int
    quotes: int
    notes: tuple[Note, ...]
    unmarked: int
    chosen: str | None
    words: int
    quoted: int
    shares: tuple[Share, ...]
    silent: int


@views.page("/article", "article.html")
def article(
    store: Store,
    id: str,
    part: Annotated[int | None, Query(ge=1)] = None,
    quote: str | None = None,
) -> ArticleView:
    """The whole text with every quote marked in it, who speaks how much, and how it was stored.

    `part`: of a long article; `quote`: the part with the quote of this id, which is pointed out.
    """
    found = store.article_page(id)
    chosen = _chosen(found.quotes, quote) if quote else None
    parts = _parts(found.article.text)
    number = part or (_part_of(chosen, parts) if chosen else 1)
    if number > len(parts):
        raise UsageError(f"this article has no part {number}: the last one is {len(parts)}")
    start, end = parts[number - 1]
    every = [Note(number=place, quote=one) for place, one in enumerate(found.quotes, 1)]
    here = [note for note in every if _is_in(note.quote, start, end) or len(parts) == 1]
    notes = _some(here, chosen)
    known = {"article", "summary", "digest", "stored", "version", "found_by", "words", "quoted"}
    return ArticleView(
        **{name: getattr(found, name) for name in known},
        part=number,
        parts=len(parts),
        start=start,
        end=end,
        quotes=len(every),
        notes=tuple(notes),
        unmarked=len(here) - len(notes),
        chosen=chosen.id if chosen else None,
        shares=found.shares[:SPEAKERS],
        silent=max(0, len(found.shares) - SPEAKERS),
    )


@views.page("/quote/{id}", then=lambda found: Links().quote(found))
def quote(store: Store, id: str) -> Quote:
    """A quote by its id, or the beginning of it; as a page its place in its article."""
    return store.get(id)[0]


def _chosen(quotes: tuple[Saying, ...], id: str) -> Saying:
    for one in quotes:
        if one.id == id:
            return one
    raise NotStoredError(f"this article has no quote '{id}' now: ask for the article alone")


def _parts(text: str) -> list[tuple[int, int]]:
    """From where to where each part goes: to the end of a paragraph where one ends in time, else
    of a word, else anywhere. A text without words is one."""
    parts: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > LONGER:
        ends = _PARAGRAPH_END.search(text, start + LONG, start + LONGER)
        space = text.rfind(" ", start + LONG, start + LONGER) + 1
        end = ends.end() if ends else space or start + LONGER
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def _part_of(quote: Saying, parts: list[tuple[int, int]]) -> int:
    """The number of the part in which a quote begins."""
    first = quote.content[0][0] if quote.content else 0
    return next((number for number, (_, end) in enumerate(parts, 1) if first < end), len(parts))


def _is_in(quote: Saying, start: int, end: int) -> bool:
    spans = (span for kind in KINDS for span in spans_of(quote, kind))
    return any(first < end and last > start for first, last in spans)


def _some(here: list[Note], chosen: Saying | None) -> list[Note]:
    """At most NOTES of them, with the chosen one."""
    if len(here) <= NOTES:
        return here
    first = here[:NOTES]
    return first if chosen is None else [*first, *(n for n in here[NOTES:] if n.quote is chosen)]

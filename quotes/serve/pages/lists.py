"""Searches and lists: of quotes, of speakers, of articles."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Query

from quotes.records import Record
from quotes.serve.asked import Question
from quotes.serve.links import address_of
from quotes.serve.views import Views
from quotes.store import ArticleSummary, Facets, Hit, LeftOut, SpeakerSummary, Store
from quotes.store.query.listing import Sort

views = Views()

FEW = 2_000
"""Quotes up to which it is counted how many sayings they are."""

Part = Annotated[str, Query(description='A part of it, in any case; "": whatever it is.')]


class QuoteList(Record):
    """A page of a search or a list.

    total           how many there are on all pages; None where there are more than are counted
    facets          by what the list can be narrowed; quotes are counted, also where of those that
                    say the same one is shown
    next            the id to give as `after` for the next page; None where there is none
    meant           the names of all whom `speaker` means, where those are several
    namesakes       others who have all words of that name, and were not taken
    publishers      the outlets that `publisher` means, where those are several
    left_out        how many have all but one thing that was asked for; None where that is not known
    """

    hits: tuple[Hit, ...]
    total: int | None
    facets: Facets
    next: str | None
    meant: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    left_out: LeftOut | None = None


@views.page("/quotes", "quotes.html")
def quotes(store: Store, asked: Question) -> QuoteList:
    """Quotes by words and by all filters, page by page; each with the words marked in it."""
    found = hits_of(store, asked, limit=asked.limit + 1)
    hits, more = found[: asked.limit], len(found) > asked.limit
    speaker, publisher = asked.speaker, asked.publisher
    meant = store.meant(speaker) if speaker else []
    publishers = store.publishers(publisher) if publisher else []
    facets = store.facets(asked.words, where=asked.where, **asked.filters)
    total = facets.total
    left_out = None
    if total is not None:
        left_out = store.left_out(asked.words, where=asked.where, quick=True, **asked.filters)
    if asked.unique:
        few = total is not None and total <= FEW
        total = None
        if few:
            total = store.count(asked.words, where=asked.where, unique=True, **asked.filters)
    return QuoteList(
        hits=tuple(hits),
        total=total,
        facets=facets,
        next=hits[-1].quote.id if more else None,
        meant=tuple(meant) if len(meant) > 1 else (),
        namesakes=tuple(store.namesakes(speaker)) if speaker else (),
        publishers=tuple(publishers) if len(publishers) > 1 else (),
        left_out=left_out,
    )


def hits_of(store: Store, asked: Question, *, limit: int | None) -> list[Hit]:
    """The quotes that are asked for, at most so many: as a search gives them, without words with
    their whole texts."""
    if asked.words is None:
        found = store.quotes(
            sort=cast("Sort", asked.order),
            after=asked.after,
            limit=limit,
            unique=asked.unique,
            **asked.filters,
        )
        return [Hit(quote=quote, snippet=quote.text) for quote in found]
    return store.search(
        asked.words,
        where=asked.where,
        sort=asked.order,
        after=asked.after,
        limit=limit,
        unique=asked.unique,
        **asked.filters,
    )


class SpeakerList(Record):
    """Everyone who is quoted, the most quoted first; `next`: what to give as `after` for the next
    page, None where there is none."""

    speakers: tuple[SpeakerSummary, ...]
    next: str | None


@views.page("/speakers", "speakers.html")
def speakers(store: Store, asked: Question, name: Part = "") -> SpeakerList:
    """Everyone who is quoted, how often, and from when to when, in the quotes that are asked for;
    `name`: those in whose names this stands."""
    most = asked.limit + 1
    found = store.speakers(name or None, after=asked.after, limit=most, **asked.filters)
    shown = tuple(found[: asked.limit])
    return SpeakerList(
        speakers=shown, next=address_of(shown[-1]) if len(found) > len(shown) else None
    )


class ArticleList(Record):
    """Articles, the newest first; `next`: the id to give as `after` for the next page, None where
    there is none."""

    articles: tuple[ArticleSummary, ...]
    next: str | None


@views.page("/articles", "articles.html")
def articles(store: Store, asked: Question, title: Part = "") -> ArticleList:
    """The articles with such quotes, how many those are, and of which others they are versions;
    `title`: those in whose headlines this stands."""
    most = asked.limit + 1
    found = store.articles(title or None, after=asked.after, limit=most, **asked.filters)
    shown = tuple(found[: asked.limit])
    return ArticleList(articles=shown, next=shown[-1].id if len(found) > len(shown) else None)

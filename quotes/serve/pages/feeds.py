"""A list as a file: CSV, JSON lines, and an Atom feed of what is new in it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import partial
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from fastapi import Request

from quotes.errors import UsageError
from quotes.export import FORMATS, How
from quotes.records import Quote, Saying
from quotes.serve.asked import Question
from quotes.serve.links import Links
from quotes.serve.pages.lists import hits_of
from quotes.serve.rendering import asked_words, clip, day, readable
from quotes.serve.views import Views, settings_of
from quotes.store import Store
from quotes.store.records import Beside

views = Views()

SAVED = 20_000
"""Quotes of a list that can be saved as a file."""

ATOM = "http://www.w3.org/2005/Atom"

NEVER = "1970-01-01T00:00:00Z"
"""The time of what has none."""


@views.file("/quotes.csv", "text/csv; charset=utf-8", name="quotes.csv")
def as_csv(store: Store, request: Request, asked: Question) -> bytes:
    """The whole list as `quotes export` writes it; no cell is run by a spreadsheet. Where others
    can reach the server the files of the articles are not told."""
    return _saved(store, asked, "csv", files=settings_of(request).is_local)


@views.file("/quotes.jsonl", "application/jsonl", name="quotes.jsonl")
def as_jsonl(store: Store, asked: Question) -> bytes:
    """The whole list as `quotes extract --format jsonl` prints it, a quote a line."""
    return _saved(store, asked, "jsonl")


def _saved(store: Store, asked: Question, format: str, *, files: bool = False) -> bytes:
    """All pages of the list. Raises UsageError where they are more than SAVED."""
    unique, most = asked.unique, SAVED + 1
    many = store.count(asked.words, where=asked.where, unique=unique, most=most, **asked.filters)
    if many > SAVED:
        raise UsageError(
            f"there are more than the {SAVED:,} quotes that a page gives as a file: "
            "ask for less, or run 'quotes export'"
        )
    whole = asked.model_copy(update={"after": None})
    found = (hit.quote for hit in hits_of(store, whole, limit=None))
    beside = store.beside if files else partial(_without_files, store)
    how = How(model=Saying if asked.unique else Quote, beside=beside)
    written = io.BytesIO()
    FORMATS[format].write(found, written, how)
    return written.getvalue()


def _without_files(store: Store, found: Iterable[Quote]) -> Iterator[tuple[Quote, Beside]]:
    return (
        (quote, beside.model_copy(update={"file": None})) for quote, beside in store.beside(found)
    )


@views.file("/quotes.atom", "application/atom+xml")
def as_atom(store: Store, request: Request, asked: Question) -> bytes:
    """The newest of the list, as an Atom feed: a reader of feeds shows what is new in it."""
    newest = asked.model_copy(update={"after": None, "sort": "date"})
    found = [hit.quote for hit in hits_of(store, newest, limit=asked.limit)]
    return _atom(newest, list(store.beside(found)), str(request.base_url).rstrip("/"))


def _atom(asked: Question, found: list[tuple[Quote, Beside]], here: str) -> bytes:
    """A feed (RFC 4287) of quotes; an entry was updated when its article was stored. Ids do not
    depend on `here`, the address at which the server was asked."""
    link = Links()
    feed = ET.Element("feed", xmlns=ATOM)
    named = [asked_words(name, value) for name, value in asked.given.items() if name != "sort"]
    _put(feed, "title", f"quotes: {', '.join(named) or 'all'}")
    _put(feed, "id", _id(link.quotes(asked)))
    _put(feed, "updated", max((beside.stored or NEVER for _, beside in found), default=NEVER))
    ET.SubElement(feed, "link", rel="self", href=here + link.quotes(asked, ending=".atom"))
    ET.SubElement(feed, "link", rel="alternate", href=here + link.quotes(asked))
    for quote, beside in found:
        who = beside.speaker or quote.source_text or "not known who"
        entry = ET.SubElement(feed, "entry")
        _put(entry, "title", f"{who}: {clip(quote.text)}")
        _put(entry, "id", _id(f"quote {quote.id}"))
        _put(entry, "updated", beside.stored or NEVER)
        _put(ET.SubElement(entry, "author"), "name", who)
        ET.SubElement(entry, "link", rel="alternate", href=here + link.quote(quote))
        if original := link.original(quote):
            ET.SubElement(entry, "link", rel="via", href=readable(original))
        where = (quote.publisher, quote.title, day(quote.date))
        _put(entry, "summary", f"{quote.text} ({', '.join(filter(None, where))})")
    return bytes(ET.tostring(feed, "utf-8", xml_declaration=True))


def _put(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = readable(words)


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, name.encode("utf8", "replace").decode()).urn

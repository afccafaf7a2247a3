"""Correcting quotes: one of them, those that were, and a queue of those to look at. All of it only
where the server was started to edit."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl

from fastapi import Depends, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from quotes.errors import NotStoredError, UsageError
from quotes.records import Article, Quote, Record
from quotes.registry import load_registry
from quotes.serve.asked import MOST_ROWS, ROWS, Question
from quotes.serve.links import Links
from quotes.serve.views import Views
from quotes.store import Doubt, Fix, Store
from quotes.verdicts.editing import who_judges
from quotes.verdicts.sheets import STATE, edits_of, is_of_now, state_of

views = Views()

BACK = ("/doubts", "/fixes")
"""Pages to which a form leads back, with what they were asked; else to the quote's place."""

BEFORE, AFTER = 600, 300
"""Characters of the article that are shown before and after a quote."""

OFTEN, NAMES = 100, 200
"""So many of the most quoted are suggested as speakers, and so many names of an article looked up
in the registry."""

FURTHEST = 500
"""So many doubts can be skipped."""

_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]+){1,3}")


class Correction(Record):
    """A quote in its article, and what is needed to say how it should be.

    quote       None where it was dropped
    fix         what was said of it, None for nothing
    excerpt     the words around it; they begin at the place `start` of the article's text
    speakers    names that are suggested: of the article, then those quoted most
    by          who is taken to say it
    state       sent back as `was`, it tells whether the quote is still what was shown
    """

    quote: Quote | None
    fix: Fix | None
    excerpt: str = ""
    start: int = 0
    speakers: tuple[str, ...] = ()
    by: str = ""
    state: str = ""


class Said(Record):
    """A verdict on a quote that somebody sends, as a form or JSON.

    do          what to do; "undo" takes back what was said before
    speaker     a name or an id of the registry, "" for nobody known
    role, affiliation, via, said_on, kind, act, factuality      as a Quote has them, "" for none
    text        the exact words of the article; " … " between two pieces
    content     or where they stand in it: "110-186, 200-240"
    note, by    why, and who says so
    was         the `state` of what was looked at; refused where the quote is another by now
    back        the page to come back to
    """

    do: Literal["change", "confirm", "drop", "undo"] = "change"
    speaker: str | None = None
    role: str | None = None
    affiliation: str | None = None
    via: str | None = None
    said_on: str | None = None
    kind: str | None = None
    act: str | None = None
    factuality: str | None = None
    text: str | None = None
    content: str | None = None
    note: str | None = None
    by: str | None = None
    was: str | None = None
    back: str = ""


class Corrected(Record):
    """A verdict that was taken, or taken back; `next`: the address of the page that follows."""

    fix: Fix
    next: str


class Queue(Record):
    """The most doubtful quote that nobody has checked, after `skip` others; None at the end."""

    doubt: Doubt | None
    form: Correction | None
    skip: int


class Fixes(Record):
    """The verdicts that people have given on quotes, the last first; `next`: the id to give as
    `after`."""

    fixes: tuple[Fix, ...]
    next: str | None


@views.page("/correct/{id}", "correct.html", edits=True)
def correction(store: Store, id: str, back: str = "", by: str = "") -> Correction:
    """A quote as it is, in its paragraph, to be confirmed, changed or dropped."""
    try:
        quote, article = store.get(id)
    except NotStoredError:
        dropped = [one for one in store.fixes(quote=id) if one.what == "dropped"]
        if not dropped:
            raise
        return Correction(quote=None, fix=dropped[0], by=_who(by))
    names = tuple(_suggested(store, article))
    return _shown(store, quote, article, by).model_copy(update={"speakers": names})


def _shown(store: Store, quote: Quote, article: Article, by: str) -> Correction:
    said = [one for one in store.fixes(article=article.id) if one.quote_id == quote.id]
    start, end = _around(article.text, quote)
    return Correction(
        quote=quote,
        fix=said[0] if said else None,
        excerpt=article.text[start:end] or quote.text,
        start=start,
        by=_who(by),
        state=state_of(quote, _name(quote)),
    )


async def _said(request: Request) -> Said:
    """The verdict that was sent, as JSON or as a form, whose empty fields count, too."""
    try:
        if request.headers.get("content-type", "").startswith("application/json"):
            return Said.model_validate_json(await request.body())
        return Said.model_validate({k: v for k, v in (await request.form()).items() if k != "csrf"})
    except ValidationError as error:
        wrong = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(wrong) from error


@views.page(
    "/correct/{id}",
    method="POST",
    edits=True,
    takes=Said,
    then=lambda done: done.next,
    again=(correction, "correct.html"),
)
def correct(store: Store, id: str, said: Annotated[Said, Depends(_said)]) -> Corrected:
    """Say that a quote is right, how it should be, or that it is none; or take that back."""
    fix = store.undo(id) if said.do == "undo" else _judged(store, id, said)
    return Corrected(fix=fix, next=_next(said, fix))


def _judged(store: Store, id: str, said: Said) -> Fix:
    quote, _ = store.get(id)
    row = said.model_dump(exclude_none=True, exclude={"do", "note", "by", "was", "back"})
    row[STATE] = said.was or state_of(quote, _name(quote))
    if not is_of_now(row, quote):
        raise UsageError("it has changed since this was shown: look at it again")
    if said.text is not None and not said.text.strip():
        raise UsageError("there are no words: give those that were said, or drop the quote")
    edited = edits_of(row, quote)
    if edited.fault:
        raise UsageError(edited.fault)
    note, by = said.note or None, said.by or None
    if said.do == "drop":
        return store.fix(id, drop=True, note=note, by=by)
    if said.do == "change":
        return store.fix(id, note=note, by=by, **edited.edits)
    if edited.edits:
        fields = ", ".join(edited.edits)
        raise UsageError(f"it is not right as it is where {fields} should be another: change it")
    return store.confirm(id, note=note, by=by)


def _next(said: Said, fix: Fix) -> str:
    """The page that follows: the one to come back to, who says it kept, or the quote's place."""
    path, _, query = said.back.partition("?")
    if path not in BACK:
        gone = not fix.fits or fix.what == ("added" if said.do == "undo" else "dropped")
        return Links().place(fix.article_id, None if gone else fix.quote_id)
    given = dict(parse_qsl(query))
    if said.by and path == "/doubts":
        given["by"] = said.by
    return Links().address(path, given)


@views.page("/doubts", "doubts.html", edits=True)
def doubts(
    store: Store,
    asked: Question,
    skip: Annotated[int, Query(ge=0, le=FURTHEST)] = 0,
    by: str = "",
) -> Queue:
    """The quote to check next, the most doubtful first; `skip` passes over some."""
    found = store.doubts(limit=skip + 1, **asked.filters)[skip:]
    if not found:
        return Queue(doubt=None, form=None, skip=skip)
    quote = found[0].quote
    form = _shown(store, quote, store.article(quote.article_id), by)
    return Queue(doubt=found[0], form=form, skip=skip)


@views.page("/fixes", "fixes.html", edits=True)
def fixes(
    store: Store,
    article: str | None = None,
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = ROWS,
) -> Fixes:
    """The verdicts that people have given on quotes, the last first, each with what was there."""
    found = store.fixes(article=article or None, after=after or None, limit=limit + 1)
    more = len(found) > limit
    return Fixes(fixes=tuple(found[:limit]), next=found[limit - 1].id if more else None)


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else ""


def _who(by: str) -> str:
    try:
        return who_judges(by)
    except UsageError:
        return ""


def _around(text: str, quote: Quote) -> tuple[int, int]:
    """From where to where the article is shown; no word is cut."""
    spans = [*quote.content, *quote.cue, *quote.source]
    start, end = min(start for start, _ in spans) - BEFORE, max(end for _, end in spans) + AFTER
    first = re.compile(r"\s").search(text, start) if start > 0 else None
    last = text.rfind(" ", 0, end) if end < len(text) else -1
    return first.end() if first else 0, last if last > 0 else len(text)


def _suggested(store: Store, article: Article) -> list[str]:
    """Names of those quoted in the article, of those of the registry whom it names, and of those
    quoted most, each once."""
    every: Any = {"act": "all", "factuality": "all"}
    here = [one.name for one in store.speakers(article=article.id, **every)]
    names = dict.fromkeys(_NAME.findall(article.text))
    registry = load_registry()
    known = [person.name for name in list(names)[:NAMES] for person in registry.find(name)]
    often = [one.value for one in store.stats("speaker", limit=OFTEN)]
    return list(dict.fromkeys([*here, *known, *often]))

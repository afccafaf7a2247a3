"""A draft's quotations beside what is stored."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import Depends, File, Form, Request, UploadFile

from quotes.check import Checked
from quotes.check.records import Verdict
from quotes.days import parse_day
from quotes.errors import UsageError
from quotes.reading.inputs import printable_name
from quotes.records import Record
from quotes.serve.drafts import LONGEST, PASTED, check, get_ready, is_ready, read_drafts
from quotes.serve.views import Views
from quotes.store import Store

views = Views()


class CheckForm(Record):
    """In how many `quotes` a draft is looked up, and how many letters it may have at `most`;
    `ready` is False until the model is loaded, for which the first draft waits some seconds."""

    quotes: int
    most: int
    ready: bool


class CheckedDraft(Record):
    """A draft, its text as it was read, and its quotations in their order."""

    name: str
    text: str
    found: tuple[Checked, ...]


class CheckedDrafts(Record):
    """The drafts of what was sent, mostly one.

    verdicts    how many quotations there are of each verdict, the most first
    against     against how many of them something speaks
    quotes      in how many stored quotes they were looked up
    articles    how many articles were not searched for what no quote has: there are too many
    unread      a line for each part of what was sent that could not be read
    """

    drafts: tuple[CheckedDraft, ...]
    verdicts: dict[Verdict, int]
    against: int
    quotes: int
    articles: int
    unread: tuple[str, ...]


async def _sent_as_it_is(request: Request) -> bytes:
    """The bytes that were sent, where they are no form: a text, or any file."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    forms = ("multipart/form-data", "application/x-www-form-urlencoded")
    return b"" if kind in forms else await request.body()


@views.page("/check", "check.html", kept=False)
def draft(store: Store) -> CheckForm:
    """The form for a draft, and how many quotes it can be checked with; the model is loaded
    meanwhile."""
    get_ready()
    return CheckForm(quotes=_stored(store), most=LONGEST, ready=is_ready())


@views.page("/check", "checked.html", method="POST", again=(draft, "check.html"))
def check_draft(
    store: Store,
    body: Annotated[bytes, Depends(_sent_as_it_is)],
    text: Annotated[str, Form(description="The draft.")] = "",
    file: Annotated[UploadFile | None, File(description="Or a file `quotes check` reads.")] = None,
    day: Annotated[str, Form(description="Its day, to which “on Monday” refers.")] = "",
) -> CheckedDrafts:
    """Each quotation of a draft beside the closest stored words, with a verdict.

    The draft is sent as a form, or as the body itself, whatever its type. Nothing of it is kept.
    """
    name, content = _draft(body, text, file)
    drafts, unread = read_drafts(name, content, parse_day(day) if day.strip() else None)
    checked = [
        CheckedDraft(name=one.title or one.id, text=one.text, found=tuple(check(store, one)))
        for one in drafts
    ]
    found = [one for draft in checked for one in draft.found]
    return CheckedDrafts(
        drafts=tuple(checked),
        verdicts=dict(Counter(one.verdict for one in found).most_common()),
        against=sum(not one.ok for one in found),
        quotes=_stored(store),
        articles=max((one.unread for one in found), default=0),
        unread=unread,
    )


def _draft(body: bytes, text: str, file: UploadFile | None) -> tuple[str, bytes]:
    """The name and the content of what was sent. Raises UsageError for nothing, or two things."""
    given = file is not None and bool(file.filename)
    if given and text.strip():
        raise UsageError("there is a text and a file: take one of them away")
    if file is not None and given:
        return printable_name(file.filename or ""), file.file.read()
    content = text.replace("\r\n", "\n").encode("utf8", "replace") or body
    if not content.strip():
        raise UsageError("there is no draft: paste its text, or choose a file")
    return PASTED, content


def _stored(store: Store) -> int:
    return store.count(act="all", factuality="all")

"""Drafts that somebody sends: read as files are, and checked one after the other.

Nothing of a draft is kept: it lives as long as its request.
"""

from __future__ import annotations

import datetime as dt
import io
from threading import BoundedSemaphore, Lock, Thread
from typing import NamedTuple

from quotes import api
from quotes.check import Checked
from quotes.errors import QuotesError, UsageError
from quotes.reading import Failure, Input, Overrides, Reading, read_input
from quotes.records import Article
from quotes.serve.failures import Refused
from quotes.store import Store

PASTED = "draft.txt"
"""The name of a draft that was pasted."""

LONGEST = 100_000
"""Letters that are checked at once: more would take minutes."""

_ONE = Lock()  # the model works on one text at a time, and is loaded once
_ROOM = BoundedSemaphore(2)  # those who wait take threads that answer other pages


class Drafts(NamedTuple):
    """The articles of what was sent, and a line for whatever in it could not be read."""

    articles: tuple[Article, ...]
    unread: tuple[str, ...]


def read_drafts(name: str, content: bytes, day: dt.date | None) -> Drafts:
    """Read what was sent as a file of that name is read; it may hold several articles.

    `day`: from which "on Saturday" gets its date. Raises UsageError where there is nothing in it
    to check, or more than LONGEST letters.
    """
    how = Reading(Overrides(date=day), any_language=True)
    articles: list[Article] = []
    unread: list[str] = []
    room = LONGEST
    for found in read_input(Input(name, name), how=how, handle=io.BytesIO(content)):
        if isinstance(found, Failure):
            unread.append(str(found))
            continue
        room -= len(found.text)
        if room < 0:
            raise UsageError(
                f"this is too long: give at most {LONGEST:,} letters, or run 'quotes check FILE'"
            )
        articles.append(found)
    if not articles:
        raise UsageError("; ".join(unread))
    return Drafts(tuple(articles), tuple(unread))


def check(store: Store, article: Article) -> list[Checked]:
    """Check a draft as `quotes.store.Store.check` does, when it is its turn. Raises Refused where
    several others wait."""
    if not _ROOM.acquire(blocking=False):
        raise Refused(503, "other drafts are being checked: send it again in a moment")
    try:
        with _ONE:
            return store.check(article)
    finally:
        _ROOM.release()


def is_ready() -> bool:
    """True once the model is loaded, which takes some seconds."""
    return api.load.cache_info().currsize > 0


def get_ready() -> None:
    """Load the model beside what else is done, unless it is; what fails is said when a draft is
    checked."""
    if not is_ready() and not _ONE.locked():
        Thread(target=_load, name="quotes-model", daemon=True).start()


def _load() -> None:
    with _ONE:
        try:
            api.load()
        except QuotesError:
            return

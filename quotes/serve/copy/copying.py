"""All pages of a copy: they are asked for, each once, and then made to need no server."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote as escaped
from urllib.parse import unquote, urlsplit

from quotes.errors import QuotesError, UsageError
from quotes.serve.app import make_app
from quotes.serve.asked import Question
from quotes.serve.copy.asking import Answer, Ask, asking
from quotes.serve.copy.folder import new_copy
from quotes.serve.copy.offline import addresses_of, anchors_of, offline, parse
from quotes.serve.copy.scope import Page, Scope
from quotes.serve.rendering import asked_words, day
from quotes.serve.settings import Limits, Settings
from quotes.store import Store

MOST_ARTICLES = 2_000
"""Articles of a copy; all that belongs to so many is some ten thousand pages."""

_LIMITS = Limits(query=1_000_000, seconds=120)
"""Those of a server are against strangers."""

Step = Callable[[Iterable[Page]], Iterator[Page]]
"""Passes pages on, and shows how many there have been."""


def copy(database: str, asked: Question, folder: Path, step: Step = iter) -> int:
    """Write the pages of what is asked for of a database (a file or a URL) to a folder that
    `check_copy` has allowed; return how many pages there are.

    Without filters these are all: the start, the lists, all speakers, articles and sayings; else
    the list, its articles and speakers, and the sayings in those articles. Raises UsageError for
    more than MOST_ARTICLES articles, QuotesError for a page that cannot be made.
    """
    app = make_app(Settings(place=database, limits=_LIMITS))
    with Store(database, read_only=True) as store, asking(app) as ask, new_copy(folder) as draft:
        if len(store.articles(limit=MOST_ARTICLES + 1, **asked.filters)) > MOST_ARTICLES:
            raise UsageError(
                f"these are more than the {MOST_ARTICLES:,} articles of a copy: "
                "give filters, such as --speaker or --since"
            )
        made = _Copy(draft, Scope(store, asked), ask)
        for _ in step(made.gather()):
            pass
        made.finish(_told(asked))
    return len(made.pages)


class _Copy:
    """The pages that are there, their files, and in which of them each quote stands."""

    def __init__(self, folder: Path, scope: Scope, ask: Ask) -> None:
        self._folder = folder
        self._scope = scope
        self._ask = ask
        self._files: dict[Page, str] = {}
        self._quotes: dict[str, Page] = {}
        self.pages: list[Page] = []

    def gather(self) -> Iterator[Page]:
        """Write all as the app gives it, and give each page when it is written."""
        waiting = deque([self._scope.home])
        met = set(waiting)
        while waiting:
            page = waiting.popleft()
            answer = self._ask(page.address)
            if answer.status != 200:
                _check(page, answer)
                continue
            self._files[page] = self._scope.file_for(page)
            place = self._folder / self._files[page]
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(answer.body)
            if answer.kind.startswith("text/html"):
                self.pages.append(page)
                for other in self._read(page, answer.body):
                    if other not in met:
                        met.add(other)
                        waiting.append(other)
                yield page

    def finish(self, told: str) -> None:
        """Make all pages need no server; `told`: what they are a copy of."""
        for page in self.pages:
            place = self._folder / self._files[page]
            tree = parse(place.read_bytes())
            place.write_bytes(offline(tree, partial(self._link, page), told))

    def _read(self, page: Page, body: bytes) -> Iterator[Page]:
        """Note where quotes stand, and give the pages to which this one leads."""
        tree = parse(body)
        for anchor in anchors_of(tree):
            if page.kind == "article" and anchor.startswith("q-"):
                self._quotes.setdefault(anchor, page)
        for address, menu in addresses_of(tree):
            other = self._scope.page(address, menu=menu)
            if other and self._scope.leads(page, other):
                yield other

    def _link(self, page: Page, address: str, menu: bool) -> str | None:
        """The address of what a page links to, from its file on; None where it is not there."""
        anchor = unquote(urlsplit(address).fragment)
        other = self._quotes.get(anchor) or self._scope.page(address, menu=menu)
        if other is None or other not in self._files:
            return None
        at = posixpath.relpath(self._files[other], posixpath.dirname(self._files[page]) or ".")
        known = anchor if self._quotes.get(anchor) == other else ""
        return escaped(at) + (f"#{escaped(known)}" if known else "")


def _check(page: Page, answer: Answer) -> None:
    """Raise QuotesError for a page that cannot be shown and was not just asked for by a name that
    means nobody."""
    if answer.status >= 500 or page.is_list:
        shown = parse(answer.body).find_class("note")
        why = shown[0].text_content() if shown else f"the answer was {answer.status}"
        raise QuotesError(f"cannot copy the page {unquote(page.address)}: {why}")


def _told(asked: Question) -> str:
    given = [asked_words(name, value) for name, value in asked.given.items()]
    of = f"quotes ({', '.join(given)})" if given else "all quotes"
    return f"A copy of {of} that were stored on {day(dt.date.today())}."

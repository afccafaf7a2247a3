"""Parts of a copy: which addresses, by which links they are come to, and in which files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from anyascii import anyascii
from pydantic import ValidationError

from quotes.errors import QuotesError
from quotes.export.names import Names
from quotes.serve.asked import MOST_ROWS, Question
from quotes.serve.links import LISTS, Links, address_of
from quotes.store import Store
from quotes.store.compare.comparing import FEWEST, MOST

HOME = "index.html"

FOLDERS = (
    *("quotes", "speakers", "articles", "article", "speaker", "saying"),
    *("compare", "audit", "plot", "static"),
)
"""Each has the files of the addresses that begin so."""

_LISTS = (LISTS, "/speakers", "/articles")
_FIGURES = ("/compare", "/audit")

_USUAL = ("act", "factuality")
"""Parameters of the whole copy; a link that does not give them means them, too."""

_DEFAULT = {name: Question.model_fields[name].default for name in _USUAL}

_LEADS = {
    "article": ("article", "saying", "plot", "static"),
    "speaker": ("quotes", "plot", "static"),
    "saying": ("static",),
    "compare": ("compare", "plot", "static"),
    "audit": ("audit", "plot", "static"),
    "plot": (),
    "static": (),
}
"""To which kinds of pages a page leads where only some quotes are copied; lists lead to all."""

_SLUG = 60
"""Letters of a name of a file, about."""


class Page(NamedTuple):
    """A page or another file of a copy: its address at the server, without what does not change
    it."""

    address: str

    @property
    def kind(self) -> str:
        """The first part of its path: one of FOLDERS; "" for the start."""
        return urlsplit(self.address).path.split("/")[1]

    @property
    def is_list(self) -> bool:
        """True for the start, and lists of quotes, speakers and articles."""
        return self.kind in ("", "quotes", "speakers", "articles")


class Scope:
    """The pages of a copy of what was asked for, of one store."""

    def __init__(self, store: Store, asked: Question) -> None:
        self._store = store
        self._names = Names()
        self._speakers: dict[str, str] = {}
        self._base = self._known(asked)
        self._usual = {name: self._base[name] for name in _USUAL if name in self._base}
        self._is_whole = self._base.keys() <= {*_USUAL, "unique"}
        self.home = Page(self._address(LISTS, self._base) if self._base else "/")
        """The page that is the start of the copy."""

    def page(self, address: str, *, menu: bool = False) -> Page | None:
        """The page of an address of the server; None for what is no part of the copy. In the menu
        that all pages have, lists of all mean those of what is copied."""
        parts = urlsplit(address)
        given = _given(parts.query)
        if parts.path == "/":
            return self.home
        if parts.path in _FIGURES:
            return self._figures(parts.path, given, menu)
        if parts.path in _LISTS:
            return self._list(parts.path, given, menu)
        if parts.path == "/article" and "id" in given:
            known = {name: given[name] for name in ("id", "part") if given.get(name, "1") != "1"}
            return Page(self._address(parts.path, {"id": given["id"], **known}))
        if parts.path == "/speaker" and "name" in given:
            return self._speaker(given)
        if re.match(r"/(saying|plot|static)/", parts.path):
            return Page(self._address(parts.path, given))
        return None

    def leads(self, page: Page, other: Page) -> bool:
        """True where the links of one page are reason enough to copy the other."""
        return self._is_whole or page.is_list or other.kind in _LEADS[page.kind]

    def file_for(self, page: Page) -> str:
        """The path of a new file for a page, from the copy's folder on, with "/": no two are the
        same, on any file system."""
        if page == self.home:
            return HOME
        path, given = urlsplit(page.address).path, dict(parse_qsl(urlsplit(page.address).query))
        given |= {"of": ""} if "of" in given else {}  # many names are no name of a file
        last = PurePosixPath(unquote(path))
        named = page.kind in ("saying", "plot", "static")
        if page.is_list:
            words = [given.get("speaker", "all"), given.get("after", "")]
        else:
            words = [last.stem if named else "", *given.values()]
        ending = last.suffix if page.kind in ("plot", "static") else ".html"
        return self._names.take(f"{page.kind}/{_slug(words)}") + ending

    def _list(self, path: str, given: Mapping[str, Any], menu: bool) -> Page | None:
        """The list that was copied, or the quotes of one speaker in it, page by page."""
        try:
            asked = self._known(Question.model_validate(given))
        except (ValidationError, QuotesError):
            return None
        after = asked.pop("after", None)
        asked.pop("limit", None)
        full = self._base if menu else {**self._usual, **asked}
        wider = {name: full[name] for name in full if name in self._base or name != "speaker"}
        if wider != self._base or (path != LISTS and full != self._base):
            return None
        limit = MOST_ROWS if path == "/speakers" else None
        return Page(self._address(path, {**full, "after": after, "limit": limit}))

    def _figures(self, path: str, given: Mapping[str, Any], menu: bool) -> Page | None:
        """The audit of all that was copied, by each of what it can tell them by; and of those who
        are quoted most, and the outlets that quote most, beside each other."""
        by = given.get("by")
        rest = {name: given[name] for name in given if name in Question.model_fields}
        try:
            asked = self._base if menu else self._known(Question.model_validate(rest))
            filters = Question.model_validate(self._base).only_filters()
        except (ValidationError, QuotesError):
            return None
        if asked != self._base or given.get("across"):
            return None
        if path == "/audit":
            return Page(self._address(path, {"by": by or "type", **self._base}))
        by = by or "speaker"
        if by in self._base or by not in ("speaker", "publisher"):
            return None
        most = [one.value for one in self._store.stats(by, limit=MOST, **filters)]
        if len(most) < FEWEST:
            return None
        return Page(self._address(path, {"by": by, "of": most, **self._base}))

    def _speaker(self, given: Mapping[str, str]) -> Page | None:
        usual = {name: self._usual.get(name) or _DEFAULT[name] for name in _USUAL}
        if any(given.get(name, usual[name]) != usual[name] for name in _USUAL):
            return None
        name = self._speaker_of(given["name"])
        return Page(self._address("/speaker", {"name": name, **self._usual}))

    def _known(self, asked: Question) -> dict[str, Any]:
        """Parameters that were given, with the speaker's address."""
        given = dict(asked.given)
        if "speaker" in given:
            given["speaker"] = self._speaker_of(given["speaker"])
        return given

    def _speaker_of(self, name: str) -> str:
        """The address of the one speaker whom a name means, whatever the spelling; the name where
        it means nobody or several."""
        if name not in self._speakers:
            try:
                found = self._store.speakers(speaker=name, act="all", factuality="all", limit=2)
            except QuotesError:
                found = []
            self._speakers[name] = address_of(found[0]) if len(found) == 1 else name
        return self._speakers[name]

    def _address(self, path: str, given: Mapping[str, Any]) -> str:
        return Links().address(path, {name: given[name] for name in sorted(given)})


def _given(query: str) -> dict[str, Any]:
    """Parameters of an address; of one that is given more than once a list."""
    return {name: many if many[1:] else many[0] for name, many in parse_qs(query).items()}


def _slug(words: Iterable[str]) -> str:
    """Words as part of an address that every system can have as the name of a file."""
    parts = (re.sub("[^a-z0-9]+", "-", anyascii(one).lower()).strip("-") for one in words)
    return "-".join(part[:_SLUG] for part in parts if part) or "unnamed"

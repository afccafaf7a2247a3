"""Addresses: of our own pages, and of what lies elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote as escaped
from urllib.parse import urlencode, urlsplit

from quotes.check import Place
from quotes.days import days_of
from quotes.records import Article, Quote, Speaker
from quotes.serve.asked import Question
from quotes.store.records import Audit, AuditCount, Companion, Occurrence, SpeakerSummary

LISTS = "/quotes"
"""The page of all lists."""

_UNKNOWN = "unknown"
"""The outlet or the month of those that have none."""

_PAGING = ("after", "limit")
_WORDS, _LONG = 5, 300
"""Words at both ends of a long quotation by which a browser finds it, and letters that are long."""


class Links:
    """The addresses of pages, as templates ask for them; all are relative to the server's root.

    In a copy that needs no server `quotes.serve.copy` makes files of them.
    """

    def address(self, path: str, given: Mapping[str, Any] | None = None, anchor: str = "") -> str:
        """The address of a path with parameters; those that are None or "" are left out."""
        query = urlencode([pair for pair in _pairs(given or {}) if pair[1] != ""], doseq=True)
        return path + (f"?{query}" if query else "") + (f"#{escaped(anchor)}" if anchor else "")

    def quotes(self, asked: Question | None = None, *, ending: str = "", **changes: Any) -> str:
        """Address of this list with some parameters (`where` is "in") set or, by None, taken away;
        from its beginning, unless `after` is among them. `ending`: ".csv" and the like, for a
        file."""
        return self.changed(asked or Question(), LISTS + ending, {}, **changes)

    def changed(
        self, asked: Question, path: str, besides: Mapping[str, Any], **changes: Any
    ) -> str:
        """A page of what is asked for, and `besides` with its own parameters, with changes as of
        `quotes`."""
        given = {**asked.given, **besides}
        if "after" not in changes:
            given.pop("after", None)
        if "where" in changes:
            changes["in"] = changes.pop("where")
        return self.address(path, {**given, **changes})

    def within(self, asked: Question, time: str) -> str:
        """The list of those of a month ("2020-11") or a year that are of the days asked for."""
        first, last = days_of(time)
        since, until = max(asked.since or first, first), min(asked.until or last, last)
        return self.quotes(asked, since=since, until=until, limit=None)

    def across(self, asked: Question, across: str, other: str) -> str | None:
        """The list of an outlet, a month or a year of an audit; None for what is not known."""
        if other == _UNKNOWN:
            return None
        if across == "publisher":
            return self.quotes(asked, publisher=other, limit=None)
        return self.within(asked, other)

    def audited(self, asked: Question, found: Audit, one: AuditCount) -> str | None:
        """The list of the quotes that an audit has counted; None where no filter tells them."""
        if found.left_out or one not in (found.total, *found.totals):
            return None
        if one.other is None:
            return self.quotes(asked, limit=None)
        return self.across(asked, found.across or "", one.other)

    def speaker(self, who: Speaker | SpeakerSummary | Companion | str) -> str:
        """A speaker's page, also of one of several of a name; of a name alone, of whom it means."""
        return self.address("/speaker", {"name": address_of(who)})

    def article(self, id: str, *, part: int | None = None) -> str:
        """An article's page; of a long one the part of this number, from 1."""
        return self.address("/article", {"id": id, "part": part})

    def quote(self, quote: Quote | Occurrence) -> str:
        """The place of a quote on its article's page, where it is pointed out."""
        return self.place(quote.article_id, quote.id)

    def place(self, article_id: str, quote_id: str | None) -> str:
        """The place of the quote of an id on its article's page; without one the page itself."""
        given = {"id": article_id, "quote": quote_id}
        return self.address("/article", given, anchor=f"q-{quote_id}" if quote_id else "")

    def correct(self, id: str, back: str = "") -> str:
        """The form that corrects a quote; `back`: the page to which it leads back."""
        return self.address(f"/correct/{escaped(id, safe='')}", {"back": back})

    def named(self, what: str, name: str) -> str:
        """The page of a speaker or an article, or the list of a publisher, by its name or id."""
        if what == "speaker":
            return self.speaker(name)
        return self.article(name) if what == "article" else self.quotes(publisher=name)

    def saying(self, id: str) -> str:
        """The page of all that say the same as the quote of this id."""
        return f"/saying/{escaped(id, safe='')}"

    def plot(self, name: str, given: Mapping[str, Any]) -> str:
        """A picture by its name, of what is given."""
        return self.address(f"/plot/{name}.svg", given)

    def static(self, name: str) -> str:
        """A file that belongs to the pages."""
        return f"/static/{name}"

    def original(self, found: Quote | Article | Place) -> str | None:
        """Where the article was published; a quote's or a place's opens at its words where a
        browser can (a text fragment). None for what is no address of the web."""
        url = web_address(found.url)
        if url is None or isinstance(found, Article):
            return url
        return f"{url}{'' if '#' in url else '#'}:~:text={text_fragment(found.text)}"

    def web(self, url: str | None) -> str | None:
        """An address that is one of the web; None for any other."""
        return web_address(url)

    def wikidata(self, id: str | None) -> str | None:
        """The page of an entry in Wikidata by its id, Q and a number; None for what is none."""
        is_id = id is not None and id[:1] == "Q" and id[1:].isascii() and id[1:].isdigit()
        return f"https://www.wikidata.org/wiki/{id}" if is_id else None


def address_of(who: Speaker | SpeakerSummary | Companion | str) -> str:
    """How a speaker is asked for: by the registry's id, else by type and name."""
    return who if isinstance(who, str) else who.id or f"{who.type}:{who.name}"


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web, that a browser may be sent to; else None."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and bool(parts.netloc)
    return parts.geturl() if is_web else None


def text_fragment(words: str) -> str:
    """The words as a text fragment names them: whole, or of many the first and the last."""
    first_piece = words.split(" … ")[0].strip("“”„«»\"'‘’ ")
    row = first_piece.split()
    if len(first_piece) <= _LONG or len(row) <= 2 * _WORDS:
        return _escaped(first_piece)
    return f"{_escaped(' '.join(row[:_WORDS]))},{_escaped(' '.join(row[-_WORDS:]))}"


def _escaped(words: str) -> str:
    """A hyphen has a meaning of its own in a text fragment, as have a comma and an ampersand."""
    return escaped(words, safe="", errors="replace").replace("-", "%2D")


def _pairs(given: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(name, plain(value)) for name, value in given.items()]


def plain(value: Any) -> Any:
    """A value as a query string, or a field of a form, has it; a list stays one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).encode("utf8", "replace").decode()

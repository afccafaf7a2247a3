"""Whom a broader word means: "the lawmaker" of the only senator in the article."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.someone import Someone

INDEFINITE = frozenset(["a", "an", "another", "one", "some"])


@cache
def narrower(word: str) -> frozenset[str]:
    """The words for those whom `word` may call again, by `quotes/data/broader.toml`."""
    return frozenset(_table().get(word, "").split())


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((files("quotes") / "data" / "broader.toml").read_text(encoding="utf8"))


class Broader:
    """The people of a page by the words that describe them; each broad word is looked up once."""

    def __init__(self, page: Page, people: People) -> None:
        self.page, self.people = page, people
        self._known: dict[str, tuple[Someone | None, int]] = {}

    def only_one(self, head: int) -> Someone | None:
        """The only person of the article whom it describes by a narrower word than that of the
        token `head`, and has named before; nobody where there are two, or where it brings in
        somebody by that word, "a lawmaker"."""
        word = self.page.lower[head]
        if not narrower(word) or self.page.lower[head - 1] != "the":
            return None
        if word not in self._known:
            self._known[word] = self._look_up(word)
        someone, start = self._known[word]
        return someone if start < head else None

    def _look_up(self, word: str) -> tuple[Someone | None, int]:
        """The one, and where they are named first."""
        page, words = self.page, narrower(word)
        pairs = zip(page.lower, page.lower[1:], strict=False)
        if any(after == word and before in INDEFINITE for before, after in pairs):
            return None, 0
        fitting = [
            someone
            for someone in self.people.everyone
            if someone.mentions
            and any(not words.isdisjoint(page.lower[d.start : d.end]) for d in someone.descriptions)
        ]
        return (fitting[0], fitting[0].mentions[0].start) if len(fitting) == 1 else (None, 0)

"""Tells role phrases that name a country's or body's office and nothing narrower, "the Russian
president", from others: "the Russian opposition leader", "the president of the Russian boxing
union"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.words import EMPTY_WORDS, PARTY_WORDS, word_set
from quotes.places import load_places
from quotes.registry import Registry

# Words that make another office of the one they stand before.
LOWER_RANKS = word_set("deputy vice assistant associate junior shadow opposition")
# Adjectives by which a phrase means somebody else than who holds the country's office.
NARROWING = LOWER_RANKS | word_set(
    "next future incoming previous past ousted deposed late one-time designate elect communist "
    "socialist liberal nationalist separatist right left wing right-wing left-wing far-right "
    "far-left spiritual religious tribal military parliamentary congressional regional local "
    "ethnic exiled honorary proclaimed declared self-proclaimed self-declared scottish welsh rival"
)
TERMS = word_set(
    "prime foreign defense defence vice presidential state secretary general affairs spokesperson "
    "minister president press party supreme national nominee leader year old"
)
LONGEST_NAME = 4  # words of a country or a known body
CHIEFS = frozenset({"leader", "chief", "head", "boss", "diplomat"})


def is_plain(page: Page, start: int, end: int, head: int, registry: Registry) -> bool:
    """True if the tokens `start` to `end` tell no more than the office, at `head`, and of what."""
    if _of_two_peoples(page, start, head):
        return False
    known = _named(page, start, end, registry)
    allowed = EMPTY_WORDS | TERMS | (frozenset() if page.lower[head] in CHIEFS else PARTY_WORDS)
    for i in range(start, end):
        word = page.lower[i]
        if word in NARROWING and not (word == "vice" and page.lower[i + 1] == "president"):
            return False
        if i != head and i not in known and page.is_noun(i) and word not in allowed:
            return False
    return True


def peoples(page: Page, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each single word of the tokens that names a country or people, with the country."""
    places = load_places()
    for i in range(start, end):
        country = places.country(page.text[i]) if page.is_upper(i) else None
        if country:
            yield i, country


def _of_two_peoples(page: Page, start: int, head: int) -> bool:
    """True if the office is of a people within another country: "the Turkish Cypriot leader"."""
    found = dict(peoples(page, start, head))
    return any(found.get(i + 1, country) != country for i, country in found.items())


def _named(page: Page, start: int, end: int, registry: Registry) -> set[int]:
    """The tokens that name countries, capitals and known bodies."""
    places = load_places()
    found: set[int] = set()
    for i in range(start, end):
        for stop in range(i + 1, min(i + LONGEST_NAME, end) + 1):
            text = page.words(i, stop)
            if page.is_upper(i) and (places.country(text, capitals=True) or registry.body(text)):
                found.update(range(i, stop))
    return found

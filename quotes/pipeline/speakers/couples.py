"""Names that stand for two or more: "Oscar and Ingrid Moss", "the Mosses"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.given_names import given_names
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.names import Name
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.words import PARTICLES
from quotes.registry import Registry


def told_apart(page: Page, mentions: list[Mention], registry: Registry) -> list[Mention]:
    """The namings of single people: "Oscar" of "Oscar and Ingrid Moss" with his surname, and
    without "the Mosses"."""
    surnames = {mention.name[-1] for mention in mentions}
    single = [mention for mention in mentions if not _is_family(page, mention, surnames)]
    return list(_with_surnames(page, single, registry))


def _is_family(page: Page, mention: Mention, surnames: set[str]) -> bool:
    word = mention.name[-1]
    singular = {word[:-1], word.removesuffix("es")} - {word}
    plural = word.endswith("s") and singular & surnames
    return mention.start > 0 and page.lower[mention.start - 1] == "the" and bool(plural)


def _with_surnames(page: Page, mentions: list[Mention], registry: Registry) -> Iterator[Mention]:
    full = [mention.name for mention in mentions if len(mention.name) > 1]
    named = {word for name in full for word in (name[0], name[-1])}
    for i, left in enumerate(mentions):
        right = mentions[i + 1] if i + 1 < len(mentions) else None
        if right and _is_lone_given(left.name, registry, named) and _couple(page, left, right):
            cut = next((k for k, word in enumerate(right.name) if word in PARTICLES), -1)
            surname = " ".join(page.words(right.start, right.end).split()[cut:])
            left = replace(left, name=(*left.name, *right.name[cut:]), surname=surname)
        yield left


def _is_lone_given(name: Name, registry: Registry, named: set[str]) -> bool:
    """True if it is a given name, and nobody's whom the article names in full."""
    if len(name) > 1 or name[0] in named or registry.by_surname(name[0]):
        return False
    return name[0] in given_names().gender


def _couple(page: Page, left: Mention, right: Mention) -> bool:
    joined = right.start == left.end + 1 and page.lower[left.end] == "and"
    return joined and len(right.name) > 1

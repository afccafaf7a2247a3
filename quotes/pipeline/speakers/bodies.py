"""Speakers that are no named person: bodies, crowds, documents, somebody unnamed."""

from __future__ import annotations

from itertools import pairwise

from quotes.pipeline.speakers.heads import head_kind
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.phrases import Phrase
from quotes.pipeline.speakers.pronouns import noun_phrase_before
from quotes.pipeline.speakers.subjects import crowd_before
from quotes.pipeline.speakers.words import (
    BODY_PRONOUNS,
    MONTHS_DAYS,
    PARTIES,
    PLURAL_PRONOUNS,
    RELATIVES,
)
from quotes.places import load_places
from quotes.records import Speaker, SpeakerType
from quotes.registry import Registry

MAX_PARAGRAPHS = 4


class Bodies:
    """Names bodies, crowds and documents by the source's own words, and remembers them for "it" and
    "they"."""

    def __init__(self, page: Page, registry: Registry) -> None:
        self.page, self.registry = page, registry
        self.last: dict[SpeakerType, tuple[Speaker, int]] = {}

    def remember(self, speaker: Speaker, at: int) -> None:
        """A later pronoun may mean this speaker of an attribution at token `at`."""
        self.last[speaker.type] = speaker, at

    def speaker(self, phrase: Phrase, start: int) -> Speaker | None:
        """A body, crowd, document or unnamed person, by the source's own words; `start`: the first
        token of what is said and of who says it."""
        if phrase.kind == "pronoun":
            word = self.page.lower[phrase.head]
            crowd = crowd_before(self.page, start) if word == "they" else None
            if crowd is not None:
                return Speaker(name=self.page.words(*crowd), type="group")
            return self._pronoun(word, phrase.head)
        name = self.page.words(phrase.start, phrase.end)
        if phrase.kind == "nominal":
            return Speaker(name=name, type="unnamed")
        if phrase.kind == "organization":
            body = self.registry.body(name)
            return Speaker(name=name, id=body.id if body else None, type="organization")
        return Speaker(name=name, type="document" if phrase.kind == "document" else "group")

    def _pronoun(self, word: str, at: int) -> Speaker | None:
        """The body or crowd that spoke last, for "it" a body or document, and not long before."""
        if word in RELATIVES | {"that", "which"}:
            return self._antecedent(at)
        if word in BODY_PRONOUNS:
            types: list[SpeakerType] = ["organization", "document"]
        elif word in PLURAL_PRONOUNS:
            types = ["organization", "group"]
        else:
            return None
        spoke = [self.last[type] for type in types if type in self.last]
        speaker, where = max(spoke, key=lambda found: found[1], default=(None, at))
        near = self.page.paragraph[at] - self.page.paragraph[where] <= MAX_PARAGRAPHS
        return speaker if near else None

    def _antecedent(self, at: int) -> Speaker | None:
        """The crowd, body or unnamed person right before "who" or "which"."""
        start, end = noun_phrase_before(self.page, at)
        if start == end or self.page.lower[end - 1] in MONTHS_DAYS:
            return None
        kind = head_kind(self.page, end - 1)
        if kind in ("group", "nominal"):
            type: SpeakerType = "group" if kind == "group" else "unnamed"
            return Speaker(name=self.page.words(start, end), type=type)
        if kind != "organization" or self.page.lower[at] in RELATIVES:
            return None  # a body is "which", or at times "that"
        name = self.page.words(_after_role(self.page, start, end), end)
        return Speaker(name=name, type="organization")


def _after_role(page: Page, start: int, end: int) -> int:
    """Where the body begins in "the director of the museum"."""
    joints = [i for i in range(start, end) if page.lower[i] in ("of", "for")]
    return joints[-1] + 1 if joints and head_kind(page, joints[-1] - 1) == "nominal" else start


def countries_named(page: Page, registry: Registry) -> set[str]:
    """The countries and bodies that the article names, and the bodies that speak for those."""
    places = load_places()
    found = _of_parties(page, registry)
    pairs = {pair for pair in pairwise([*page.text, ""]) if pair[0][:1].isupper()}
    for word in {word for word, _ in pairs}:
        pairs.add((word, ""))
    for word, after in pairs:
        text = f"{word} {after}" if after else word
        country = places.country(text, capitals=True)
        body = registry.body(text) if registry.begins_body(word) else None
        found |= {name for name in (country, body and body.name, body and body.of) if name}
    return found | {body.name for body in registry.organizations if body.of in found}


def _of_parties(page: Page, registry: Registry) -> set[str]:
    """The countries whose parties the article names, by the word for one of their people."""
    said = set(page.lower)
    named = {party for word, party in PARTIES.items() if not said.isdisjoint((word, f"{word}s"))}
    bodies = (registry.body(party) for party in named)
    return {body.of for body in bodies if body is not None and body.of}

"""Head nouns and the kinds of speaker they stand for: a person, a body, a crowd, a document."""

from __future__ import annotations

from typing import Literal

from quotes.pipeline.speakers.page import BODY_LABELS, PLACE_LABELS, Page
from quotes.pipeline.speakers.rolenouns import LOOSE_HEADS
from quotes.pipeline.speakers.rolephrases import ROLES
from quotes.pipeline.speakers.words import (
    BODY_WORDS,
    DOCUMENT_WORDS,
    GROUP_WORDS,
    MEDIA,
    NO_PEOPLE,
    PARTY_WORDS,
)
from quotes.places import load_places

Kind = Literal["name", "pronoun", "nominal", "organization", "group", "document", "empty"]
ROLES_AND_PARTIES = ROLES | PARTY_WORDS
NAME_LABELS = BODY_LABELS | PLACE_LABELS
BODIES = BODY_WORDS | MEDIA
GUARDS = [
    [kind, "guard"]
    for kind in ("coast", "national", "border", "home", "presidential", "republican", "civil")
]
"""Bodies whose names end in a word for a person."""


def head_kind(page: Page, head: int) -> Kind:
    """The kind of speaker that a head noun that is nobody's name stands for."""
    word, tag = page.lower[head], page.tag[head]
    plural = tag in ("NNS", "NNPS")
    if word in ROLES:  # all in the singular, whatever the tag says
        body = _organ(page, head) or page.lower[head - 1 : head + 1] in GUARDS
        return "organization" if body else "nominal"
    if (
        {word, word.removesuffix("s")} & DOCUMENT_WORDS
        and page.label[head] not in BODY_LABELS
        and word not in MEDIA
    ):
        return "document"
    if word in load_places().peoples or (word in GROUP_WORDS and word not in BODY_WORDS):
        return "group"
    if load_places().is_native(word) and "DT" in page.tag[max(0, head - 2) : head]:
        return "nominal"  # "the Spaniard"
    if page.label[head] in NAME_LABELS or word in BODIES:
        return "organization"
    if tag in ("NNS", "CD") or (plural and word.rstrip("s") in ROLES_AND_PARTIES):
        return "group"
    if word in PARTY_WORDS or word.endswith(("man", "woman", "year-old")) or word == "old":
        return "nominal"
    return "nominal" if _does_something(page, head) else "organization"


def _does_something(page: Page, head: int) -> bool:
    """True if a common noun in the singular ends as those for people do: "a user"."""
    word = page.text[head]
    ends = word.endswith(("er", "or", "ist", "ian", "ee", "ant"))
    return ends and page.tag[head] == "NN" and word.islower() and word not in NO_PEOPLE


def _organ(page: Page, head: int) -> bool:
    """True if a role word ends the name of a body, as in "the Attorney General's Office"."""
    return (
        page.label[head] in BODY_LABELS
        and head > 0
        and page.ent[head - 1] == page.ent[head]
        and (page.lower[head] in LOOSE_HEADS)
    )

"""Whom "the woman", "the 57-year-old" or "his wife" means: somebody by sex, age or marriage."""

from __future__ import annotations

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.someone import Someone
from quotes.pipeline.speakers.words import AGE, FEMALE_ROLES, word_set

ADULTS = word_set("man woman boy girl")
SPOUSES = word_set("wife husband ex-wife ex-husband spouse")


def aged(page: Page, people: People, start: int, end: int) -> Someone | None:
    """The only one whose age, "Ann Lee, 57,", is that of "the 57-year-old" in the tokens."""
    stated = AGE.search(page.words(start, end).lower())
    if stated is None:
        return None
    found = {
        id(someone): someone
        for mention in people.mentions
        if page.text[mention.end : mention.end + 2] in ([",", stated[1]], ["(", stated[1]])
        for someone in [people.owner[mention.start]]
    }
    return next(iter(found.values())) if len(found) == 1 else None


def age_of(page: Page, someone: Someone) -> str | None:
    """The age that stands after somebody's name, or None."""
    after = (page.text[mention.end : mention.end + 2] for mention in someone.mentions)
    return next((w[1] for w in after if w[:1] in ([","], ["("]) and w[1:] and w[1].isdigit()), None)


def married(page: Page, people: People, someone: Someone, word: str) -> Someone | None:
    """The other of the couple "Oscar and Ingrid Moss" to which somebody belongs; a shared surname
    alone would do for a daughter too."""
    gender = "f" if word in FEMALE_ROLES else "m"
    for left, right in zip(people.mentions, people.mentions[1:], strict=False):
        pair = [people.owner[mention.start] for mention in (left, right)]
        joined = right.start == left.end + 1 and page.lower[left.end] == "and"
        if joined and someone in pair and len(right.name) > 1:
            other = pair[1 - pair.index(someone)]
            if other is not someone and other.gender in (None, gender):
                return other
    return None

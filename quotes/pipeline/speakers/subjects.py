"""Subjects of the sentence right before: whom "he", "she" or "they" then mean."""

from __future__ import annotations

from bisect import bisect_left

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.pronouns import is_subject
from quotes.pipeline.speakers.someone import Someone

NEAR = 6  # mentions
LONGEST = 6  # tokens of a crowd's name
STOPS = frozenset(".!?")
CROWD = ("DT", "JJ", "CD", "NN", "VBG", "VBN", "PRP$")


def person_before(page: Page, people: People, at: int) -> Someone | None:
    """The first person by name who is subject of the sentence before that of token `at`, in the
    same paragraph and not in a quotation, with no verb before the name."""
    mentions = people.mentions
    stop = bisect_left(mentions, at, key=lambda mention: mention.start)
    first = _sentence_before(page, at)
    if first is None:
        return None
    for mention in mentions[max(0, stop - NEAR) : stop]:
        if mention.start < first:
            continue
        if page.quoted[mention.start] or page.source[mention.start]:
            continue
        if is_subject(page, mention):
            acts = not any(page.is_verb(i) for i in range(first, mention.start))
            return people.owner[mention.start] if acts else None
    return None


def named_before(page: Page, someone: Someone, at: int) -> bool:
    """True if somebody is named in the sentence before that of token `at`."""
    first = _sentence_before(page, at)
    return first is not None and any(first <= mention.start < at for mention in someone.mentions)


def crowd_before(page: Page, at: int) -> tuple[int, int] | None:
    """The tokens of the plural that is subject of the sentence before that of token `at`, in the
    same paragraph: "Drivers waited for hours. They said …"."""
    first = _sentence_before(page, at)
    if first is None or page.quoted[first] or page.source[first]:
        return None
    end = first
    while end < at and end - first < LONGEST and page.tag[end].startswith(CROWD):
        end += 1
    plural = end > first and page.tag[end - 1] == "NNS"
    return (first, end) if plural and page.is_verb(end) else None


def _sentence_before(page: Page, at: int) -> int | None:
    """The token with which it begins; None where a paragraph begins with the sentence of `at`."""
    first = _start(page, at)
    if not first or page.paragraph[first - 1] != page.paragraph[at]:
        return None
    return _start(page, first - 1)


def _start(page: Page, at: int) -> int:
    """Where the sentence of a token begins, also where the model has missed the one before."""
    first = at
    while first and page.sentence[first - 1] == page.sentence[at]:
        if first < at and page.text[first - 1] in STOPS and page.is_upper(first):
            break
        first -= 1
    return first

"""The body to which an article says that somebody belongs, where it says no more of them:
"Ann Lee of the Blue Society", "Ann Lee (Harbour Party)", "Radio Blue's Ann Lee"."""

from __future__ import annotations

from collections.abc import Container

from quotes.pipeline.speakers.page import BODY_LABELS, PERSON_LABELS, Page
from quotes.pipeline.speakers.rolephrases import FINITE, Description, Rank
from quotes.pipeline.speakers.words import BODY_WORDS, CAPITAL_BODY_WORDS

JOINTS = frozenset({"of", "from", "at", "with"})
INSIDE = frozenset({"of", "for", "and", "&", "the", "'s", "’s", "-"})
"""What may stand inside a body's name, between its words."""
LONGEST = 12  # tokens


def belonging(page: Page, start: int, end: int, names: Container[int]) -> Description | None:
    """The body beside the name at `start` to `end`; `names`: where names of people begin."""
    return _after(page, end, names) or _before(page, start)


def _after(page: Page, end: int, names: Container[int]) -> Description | None:
    comma = end < len(page) and page.text[end] == ","
    first = end + comma
    if first >= len(page):
        return None
    opened = page.text[end] == "("
    joined = page.lower[first] in JOINTS
    if not (opened or joined or comma):
        return None
    first += opened or joined
    while first < len(page) and page.lower[first] in ("the", "a", "an"):
        first += 1
    last = _body_end(page, first, names)
    if last is None or not page.is_word(last - 1):
        return None
    if not joined and not _closes(page, last, ")" if opened else ","):
        return None  # "Lee, Moss Bank chairman"
    return Description(first, last, Rank.BODY)


def _closes(page: Page, i: int, mark: str) -> bool:
    return i < len(page) and page.text[i] == mark


def _body_end(page: Page, first: int, names: Container[int]) -> int | None:
    """Where the body ends that begins at `first`; None where none does."""
    end = first
    while end < min(len(page), first + LONGEST) and page.sentence[end] == page.sentence[first]:
        word = page.lower[end]
        if end in names or not (page.is_upper(end) or word in INSIDE or _is_part(page, end)):
            break
        end += 1
    while end > first and page.lower[end - 1] in INSIDE:
        end -= 1
    if end == first or end in names:
        return None
    bodies = any(page.label[i] in BODY_LABELS for i in range(first, end))
    people = any(page.label[i] in PERSON_LABELS for i in range(first, end))
    named = any(page.is_upper(i) for i in range(first, end))
    worded = page.lower[end - 1] in (
        BODY_WORDS if not page.is_upper(end - 1) else CAPITAL_BODY_WORDS
    )
    return end if (bodies and named and not people) or worded else None


def _is_part(page: Page, i: int) -> bool:
    """A word in small letters that leads up to the word for a body: "the city's health board"."""
    return page.tag[i].startswith(("NN", "JJ")) and page.tag[i] not in FINITE


def _before(page: Page, start: int) -> Description | None:
    """The body whose possessive stands before the name."""
    place = start - 1
    if place < 1 or not page.possessive(place) or page.ent[place - 1] < 0:
        return None
    first = place
    while first and page.ent[first - 1] == page.ent[place - 1]:
        first -= 1
    if page.label[first] not in BODY_LABELS:
        return None
    first += page.lower[first] == "the"
    return Description(first, place, Rank.BODY)

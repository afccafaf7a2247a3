"""The body to which an article says that somebody belongs, where it says no more of them:
"Ann Lee of the Blue Society", "Ann Lee (Harbour Party)", "Radio Blue's Ann Lee"."""

from __future__ import annotations

from collections.abc import Container

from quotes.pipeline.speakers.page import BODY_LABELS, Page
from quotes.pipeline.speakers.rolephrases import Description, Rank
from quotes.pipeline.speakers.words import BODY_WORDS, CAPITAL_BODY_WORDS

BEFORE_BODIES = frozenset({"of", "from", "at", "with"})
INSIDE = frozenset({"of", "for", "and", "&", "the", "'s", "’s", "-"})
"""Words and marks that may stand between the capitalised words of one body's name."""
LONGEST = 12  # tokens


def belonging(page: Page, start: int, end: int, names: Container[int]) -> Description | None:
    """The body after or before the name, tokens `start` to `end`, without an article; None where
    none stands there. `names`: the tokens at which names of people begin."""
    return _after(page, end, names) or _before(page, start)


def _after(page: Page, end: int, names: Container[int]) -> Description | None:
    comma = end < len(page) and page.text[end] == ","
    first = end + comma
    if first >= len(page):
        return None
    opened = page.text[end] == "("
    joined = page.lower[first] in BEFORE_BODIES
    if not (opened or joined or comma):
        return None
    first += opened or joined
    while first < len(page) and page.lower[first] in ("the", "a", "an"):
        first += 1
    last = _body_end(page, first, names)
    if last is None:
        return None
    closing = ")" if opened else ","
    if not joined and page.text[last : last + 1] != [closing]:
        return None  # "Lee, Moss Bank chairman"
    return Description(first, last, Rank.BODY)


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
    labelled = any(page.label[i] in BODY_LABELS for i in range(first, end))
    worded = page.lower[end - 1] in (
        BODY_WORDS if not page.is_upper(end - 1) else CAPITAL_BODY_WORDS
    )
    return end if labelled or worded else None


def _is_part(page: Page, i: int) -> bool:
    """A word in small letters that leads up to the word for a body: "the city's health board"."""
    return page.tag[i].startswith(("NN", "JJ"))


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
    return Description(first, place, Rank.BODY)

"""A role that is a clause after the name: of "Ann Lee, who chairs the board, said" it is "chairs
the board". It is taken where an article has no other words for the person."""

from __future__ import annotations

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.rolephrases import ENDS, Description, Rank

LONGEST = 14  # tokens


def relative(page: Page, end: int) -> Description | None:
    """The clause after the name whose last token stands before `end`, without "who"; None where
    there is none, where it holds words that somebody said, or is not of the present: what somebody
    once did is an event more often than a role ("who had just come home")."""
    i = end + (end < len(page) and page.text[end] == ",")
    if i + 2 >= len(page) or page.lower[i] != "who":
        return None
    first = _verb(page, i + 1)
    if first is None:
        return None
    last = first
    while last < min(len(page), i + LONGEST) and page.text[last] not in ENDS:
        last += 1
    closed = last < len(page) and page.text[last] in ENDS
    if not closed or last - first < 2 or any(page.content[first:last]):
        return None
    return Description(first, last, Rank.RELATIVE)


def _verb(page: Page, i: int) -> int | None:
    """Where the clause begins whose verb is at i, "chairs", or "leading" of "is leading"; None
    where it is of another tense."""
    if page.lower[i] in ("is", "are"):
        return i + 1 if page.tag[i + 1] == "VBG" else None
    if page.lower[i] in ("has", "have") and page.tag[i + 1] in ("VBN", "VBD"):
        return None
    return i if page.tag[i] in ("VBZ", "VBP") else None

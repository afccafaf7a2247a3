"""Whose name stands after somebody's relative: "the sister of the victim, Ann Lee"."""

from __future__ import annotations

from quotes.genders import FEMALE_ROLES, MALE_ROLES
from quotes.pipeline.speakers.names import gender_of, name_words
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.words import KIN

SOMEBODY = ("DT", "NN", "JJ", "VBN", "VBG")  # "the young victim", "the accused", "the missing"


def is_others(page: Page, head: int, start: int, end: int) -> bool:
    """True if the name at `start` to `end`, which a comma parts from "the sister of the victim",
    is the victim's, as the sexes tell; `head`: the token of "sister"."""
    word = page.lower[head]
    if word not in KIN or page.lower[head + 1 : head + 2] != ["of"] or page.text[start - 1] != ",":
        return False
    if not all(page.tag[i].startswith(SOMEBODY) for i in range(head + 2, start - 1)):
        return False
    relative = "f" if word in FEMALE_ROLES else "m" if word in MALE_ROLES else None
    named = gender_of(name_words(page.words(start, end)))
    return None not in (relative, named) and relative != named

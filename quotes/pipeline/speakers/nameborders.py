"""Where a name begins and ends inside a run of words."""

from __future__ import annotations

from itertools import pairwise

from quotes.given_names import given_names
from quotes.pipeline.speakers.names import TITLES
from quotes.pipeline.speakers.page import (
    PERSON_LABELS,
    Page,
)
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS
from quotes.pipeline.speakers.trades import is_trade
from quotes.pipeline.speakers.words import (
    CAPITAL_BODY_WORDS,
    MEDIA,
    MONTHS_DAYS,
    NAME_SUFFIXES,
    PARTICLES,
    PARTY_WORDS,
    POSTNOMINALS,
    PRONOUNS,
    word_set,
)
from quotes.places import load_places

BEFORE_NAMES = TITLES | ROLE_HEADS
BEFORE_IN_ENTITY = BEFORE_NAMES | PARTY_WORDS
NOT_NAMES = MEDIA | MONTHS_DAYS | CAPITAL_BODY_WORDS | PARTY_WORDS | PRONOUNS
SURNAMES = word_set(
    "king bishop pope judge dean major prince coach baker barber butcher carpenter cook fisher "
    "forester gardener guard hawker hunter mason painter porter potter steward tailor tanner weaver"
)
LINKS = frozenset({"-", "'", "’", "."})
SHORT_DAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "jun", "dec"})
MONTH_SURNAMES = frozenset({"may", "june", "april", "august", "summer"})
NOT_IN_NAMES = NOT_NAMES - MONTH_SURNAMES
NOT_ALONE = NOT_NAMES | TITLES
MAX_NAME = 6


def pieces(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """An entity cut at "and", commas and brackets, each piece trimmed to the name."""
    cuts = [i for i in range(start, end) if page.lower[i] in ("and", ",", "(", "&", "/", ";", ":")]
    cuts = [i for i in cuts if not (i + 1 < end and page.lower[i + 1] in NAME_SUFFIXES)]
    borders = [start - 1, *cuts, end]
    pieces = [trim(page, a + 1, b) for a, b in pairwise(borders)]
    return [piece for piece in pieces if piece is not None]


def trim(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """The name in a run: no titles, roles or demonyms before it, nothing that is no name after."""
    places = load_places()
    while start < end and not _starts_name(page, start):
        start += 1
    while end - start > 1 and (
        (page.lower[start] in BEFORE_IN_ENTITY and not _is_given(page, start, end))
        or places.country(page.text[start]) is not None
        or not _starts_name(page, start)
    ):
        start += 1
    if end - start > 2 and page.is_upper(start + 1) and is_trade(page, start):
        start += 1
    for i in range(start + 1, end):
        border = page.source[i - 1] != page.source[i]
        if border or not goes_on(page, i) or _is_no_surname(page, start, i):
            end = i
            break
    while end > start and not page.is_word(end - 1):
        end -= 1
    if start + 1 < end and len(page.text[start]) == 1 and page.text[start + 1] == "-":
        return None  # a party and a state, "R-Texas"
    if start >= end or end - start > MAX_NAME or (len(page.text[start]) < 2 and end - start == 1):
        return None
    alone = page.lower[start]
    role = end - start > 1 and page.lower[end - 1] in ROLE_HEADS - SURNAMES
    if role and alone not in given_names().gender:
        return None  # "Prime Minister"
    if end - start == 1 and (alone in NOT_ALONE or (alone in ROLE_HEADS and not page.label[start])):
        return None
    return start, end


def _is_given(page: Page, start: int, end: int) -> bool:
    """True if a word that may be a title is the given name before a lone surname: "Dean Moss"."""
    return page.lower[start] in given_names().gender and end - start == 2


def _is_no_surname(page: Page, start: int, i: int) -> bool:
    """A word that ends names of bodies and places; yet "Bob Hall" is a person."""
    if page.lower[i] in SHORT_DAYS and page.ent[i] == page.ent[start] >= 0:
        return False  # "Le Thu Ha"
    after_given = i == start + 1 and page.lower[start] in given_names().gender
    person = page.label[i] in PERSON_LABELS and page.label[start] in PERSON_LABELS
    return page.lower[i] in NOT_IN_NAMES and not (after_given and person)


def _starts_name(page: Page, i: int) -> bool:
    word = page.text[i]
    return (word[:1].isupper() or page.lower[i] in PARTICLES) and word[:1].isalpha()


def goes_on(page: Page, i: int) -> bool:
    """True if the token can stand inside a name that began before it."""
    if page.possessive(i) or page.lower[i] in POSTNOMINALS:
        return False
    if page.is_blank(i) or (page.text[i - 1] == "-" and page.is_word(i)):
        return True
    return _starts_name(page, i) or page.lower[i] in LINKS or page.text[i].startswith(("-", "’"))

"""Phrases that say what somebody is: how they are bounded, and what their head is."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import IntEnum

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS
from quotes.pipeline.speakers.words import (
    MONTHS_DAYS,
    PARTY_WORDS,
    SHORT_TITLES,
    word_set,
)

ROLES = ROLE_HEADS | SHORT_TITLES
JOINTS = frozenset({"of", "for", "in", "at", "to", "on", "with", "from"})
LEADING = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that"})
ENDS = frozenset({",", ";", ".", ":", "(", ")", "—", "–", "--", '"', "“", "”", "?", "!", "[", "]"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
TENURE = word_set(
    "acting outgoing incoming ruling ranking leading sitting presiding managing retiring"
)
TIMES = word_set(
    "minute hour moment time day week weekend fortnight month quarter season year decade night "
    "morning afternoon evening spring summer autumn winter dawn noon midnight"
)
MANY_TIMES = frozenset(f"{word}s" for word in TIMES)
NAMED_TIMES = MANY_TIMES | word_set("today yesterday tomorrow tonight")
WHICH_TIME = word_set("last next this that same past following previous earlier one each every")
NOT_IN_PHRASE = LEADING | {"as", "also"}
FINITE = ("VBD", "VBZ", "VBP", "MD")

MAX_AFTER = 22


class Rank(IntEnum):
    """How well a description is tied to the name, the best first."""

    FULL = 0
    TITLE = 1
    CLAUSE = 2
    NOMINAL = 3
    BODY = 4
    RELATIVE = 5
    LEARNED = 6


@dataclass(frozen=True, slots=True)
class Description:
    """The tokens `start` to `end` that say what somebody is; no article before them."""

    start: int
    end: int
    rank: Rank


def in_chain(page: Page, i: int) -> bool:
    """True if the token at i can stand inside a chain of titles before a name."""
    word, tag = page.lower[i], page.tag[i]
    if word in MONTHS_DAYS or word in LEADING or "\n" in word or page.text[i] in ("–", "—"):
        return False
    if word in NAMED_TIMES or (word in TIMES and _tells_when(page, i)):
        return False
    if page.possessive(i) or page.is_blank(i) or word in ("-", "/", "&", "then", "ex"):
        return True
    if word in TENURE:
        return True
    if tag.startswith("VBN"):
        return i == 0 or not page.is_noun(i - 1) or word == "based"
    if word == ".":
        return i > 0 and page.lower[i - 1] in SHORT_TITLES
    if word == "and":
        return i + 1 < len(page) and i > 0 and page.lower[i - 1] in ROLES
    named = tag.startswith(("NN", "JJ")) or bool(page.label[i])  # whatever the tag of a name
    return page.is_word(i) and (named or not tag)


def _tells_when(page: Page, i: int) -> bool:
    """True if the word for a time at i is no part of a role, as it is of "night editor": "last week
    President Lee", "by midnight coach Lee", "at the end of the day Mayor Lee"."""
    before = page.lower[i - 1 : i] + page.tag[i - 1 : i]
    after = i + 1 < len(page) and page.is_upper(i + 1)
    return bool(WHICH_TIME & set(before)) or "IN" in before or (after and not page.is_upper(i))


def skip_bracket(page: Page, i: int) -> int:
    """The place after a bracket such as "(R-Texas)" that begins at i, or i."""
    if i < len(page) and page.text[i] in ("(", "["):
        for j in range(i + 1, min(i + 10, len(page))):
            if page.text[j] in (")", "]"):
                return j + 1
    return i


def run_on(page: Page, end: int) -> int | None:
    """Where a description begins that follows the end of a name without a comma, perhaps after an
    age: "Ann Lee 34 a nurse at …", "Ann Lee head of …"; None where none does."""
    i = end + (end < len(page) and page.tag[end] == "CD")
    if i + 1 >= len(page) or page.sentence[i] != page.sentence[end - 1]:
        return None
    if page.lower[i] in ("a", "an", "the"):
        return i
    is_role = page.lower[i] in ROLE_HEADS and not page.is_upper(i)
    return i if is_role and page.lower[i + 1] in JOINTS else None


def phrase_at(
    page: Page, start: int, names: Container[int], rank: Rank = Rank.CLAUSE
) -> Description | None:
    """The noun phrase from `start` on, where its head is a role."""
    if page.tag[start : start + 1] == ["VBN"] and page.lower[start + 1 : start + 2] == ["as"]:
        start += 2  # "listed as a lawyer"
    while start < len(page) and page.lower[start] in NOT_IN_PHRASE:
        start += 1
    if start >= len(page) or page.tag[start] in (*FINITE, "CC"):
        return None  # "Lee, and his neighbour, Moss,"
    if page.tag[start : start + 2] == ["VBN", "IN"]:
        return None  # "who was hurt in the head"
    end = start
    while end < min(len(page), start + MAX_AFTER) and not _ends_phrase(page, end, start):
        end += 1
    end = _before_date(page, start, end)
    while end > start and page.lower[end - 1] in ("and", "or", "but"):
        end -= 1
    head = noun_head(page, start, end, names)
    if head is None or page.lower[head] not in ROLES | PARTY_WORDS:
        return None
    # "Senator Lee, a Democrat": the title says more
    return Description(start, end, Rank.CLAUSE if page.lower[head] in PARTY_WORDS else rank)


def _before_date(page: Page, start: int, end: int) -> int:
    """Where "in May", "since 2019" or "last year" begins, or the end: it says when, not what."""
    for i in range(start + 1, end):
        after = page.lower[i + 1 : i + 2]
        dated = bool(after) and (after[0] in MONTHS_DAYS or after[0].isdigit())
        if (page.tag[i] == "IN" and dated) or page.lower[i] in ("last", "this", "next"):
            return i
    return end


def _ends_phrase(page: Page, i: int, start: int) -> bool:
    if page.joins(i) or _is_of_a_seat(page, i):
        return False
    if page.text[i] in ENDS or not page.text[i].strip() or page.tag[i] in ("WP", "WDT", "WP$"):
        return True
    if page.sentence[i] != page.sentence[start]:
        return True
    return page.tag[i] in (*FINITE, "PRP", "WRB") and i > start


def _is_of_a_seat(page: Page, i: int) -> bool:
    """True if a comma stands in the place of a body: "of Dover, Delaware-based Moss Bank"."""
    if page.text[i] != ",":
        return False
    last = i + 1
    while last < min(len(page), i + 4) and page.is_upper(last):
        last += 1
    return last > i + 1 and page.text[last : last + 1] == ["-"] and page.lower[last + 1] == "based"


def noun_head(page: Page, start: int, end: int, names: Container[int]) -> int | None:
    """The last noun before a preposition or the like; None where it is somebody's name."""
    head = None
    for i in range(start, end):
        if i in names:
            ahead = next((j for j in range(i, end) if page.possessive(j)), None)
            if ahead is None and not any(page.lower[j] in ROLES for j in range(i + 1, end)):
                return None
        if page.possessive(i):
            head = None  # "the council's acting director"
        elif page.lower[i] in ROLES or page.is_noun(i):
            head = i
        elif page.tag[i] in ("IN", "TO", "CC", "VBG", "VBN", "RB") and head is not None:
            break
    return head

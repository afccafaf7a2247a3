"""Descriptions of all names in a list: "engineers Ann Lee and Tom Ray", "Sens. Lee and Ray"."""

from __future__ import annotations

from collections.abc import Container

from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.rolenouns import ROLE_HEADS

PLURAL_TITLES = frozenset({"sens", "reps", "govs"})
MAX_LIST = 22  # tokens
MAX_BRACKET = 8


def list_start(page: Page, start: int, end: int, names: Container[int]) -> int | None:
    """Where the list of names begins that goes on or begins with the name at `start` to `end`;
    None where the name stands alone."""
    first = start
    while first > max(0, start - MAX_LIST):
        left = before_bracket(page, first - 1)
        joins = page.text[left] == "," or page.lower[left] == "and" or page.is_upper(left)
        if not joins or page.sentence[left] != page.sentence[start]:
            break
        first = left
    while first < start and first not in names:
        first += 1
    goes_on = page.lower[end : end + 1] == ["and"]
    return first if first < start or goes_on else None


def before_bracket(page: Page, i: int) -> int:
    """The place before a bracket such as "(D-Ohio)" that ends at i, or i."""
    if page.text[i] == ")":
        for j in range(i - 1, max(0, i - MAX_BRACKET), -1):
            if page.text[j] == "(":
                return j - 1
    return i


def plural_title(page: Page, first: int) -> tuple[int, int] | None:
    """The title that all names of the list at `first` share: "Sens."."""
    before = first - 1
    if before > 0 and page.text[before] == ".":
        before -= 1
    return (before, first) if before >= 0 and page.lower[before] in PLURAL_TITLES else None


def is_plural_role(page: Page, i: int) -> bool:
    """True if the word at i is a role noun in the plural."""
    return page.tag[i] == "NNS" and singular(page.lower[i]) in ROLE_HEADS


def singular(word: str) -> str:
    """A role noun in the singular: "lawmakers" → "lawmaker", "spokeswomen" → "spokeswoman"."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")

"""The authors of an article, as a line of it names them: "By Ann Roe, Chief Reporter"."""

from __future__ import annotations

import re

from quotes.given_names import given_names
from quotes.reading.dates import find_date
from quotes.reading.headlines import SEPARATOR, plain
from quotes.registry.entries import fold

_BYLINE = re.compile(
    r"^(?:(?:[Pp]osted|[Ss]ubmitted|[Ww]ritten|[Pp]ublished|[Rr]eported|[Ii]nterview|[Ww]ords"
    r"|[Ss]tory|[Rr]eport|[Tt]ext) )?"
    r"(?:by|BY|By)[ :]+(?P<names>[A-Z][^.!?:;]{1,100}?\.?(?: [^.!?:;]{1,80})?)$"
)
_NAME = r"[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and | & ){_NAME}){{0,4}}")
_LABELLED = re.compile(
    r"(?i:authors?|writers?|reporters?|correspondent|journalist|text|words): ?"
    rf"(?P<names>{_NAMES.pattern})"
)
_TITLES = r"reporter|editor|correspondent|writer|columnist|staff|journalist|producer|chief"
_TITLED = re.compile(rf",? (?:[\w'’-]+ ){{0,3}}(?:{_TITLES})\b.*$|,? (?:on|in)\b.*$", re.IGNORECASE)
_HOUSE = re.compile(
    r",\s*(?:(?:the|for|of)\s[^,]*|\S+|[^,]*\b(?:press|news|times|post|agency|service|journal|herald"
    r"|tribune|gazette|media|tv|radio|magazine|network|newspapers?|bureau|wire|contributor))$",
    re.IGNORECASE,
)
"""The paper or agency behind a name, in one word or with a word that tells."""

_NO_NAME = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:the|a|an|this|that|now|then|late|early)\b",
    re.IGNORECASE,
)


def byline(words: str) -> str | None:
    """The names in words that begin with "By" or "Author:", without what is set off after them;
    None of other words."""
    first = SEPARATOR.split(plain(words).strip("*_ "))[0]
    if labelled := _LABELLED.fullmatch(first):
        return labelled["names"]
    match = _BYLINE.match(first)
    if match is None or first.endswith((".", ",")) or _NO_NAME.match(match["names"]):
        return None
    names = match["names"]
    found = find_date(names)
    return names_alone(names[: found.start] if found else names) or None


def names_alone(words: str) -> str:
    """A byline's names without trade, paper, place and section: "Ann Roe, Chief Reporter"."""
    alone = _TITLED.sub("", words).strip(" ,")
    if len(alone.split()) == 1:
        alone = words.strip(" ,")
    return _HOUSE.sub("", alone)


def are_names(words: str) -> bool:
    """True if words are persons' full names, the first of them known by the given one."""
    first = fold(words.split(" ", 1)[0])
    return bool(_NAMES.fullmatch(words)) and first in given_names().gender

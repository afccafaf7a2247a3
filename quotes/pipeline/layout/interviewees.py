"""The person who is interviewed: whom the words before the first question, or the title, say "A:"
means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.given_names import given_names
from quotes.pipeline.speakers.pronouns import pronoun_gender
from quotes.registry import fold

_TALK = r"(?:interview|q\s?&\s?a|conversation|chat|talk|questions|exchange|minutes|meeting)s?"
_MET = (
    r"(?:ask|interview|question|quizz|invit|welcom|join)(?:s|es|ed|ing)?"
    rf"|{_TALK}\s(?:with|for|to|of)|guests?|with\s(?:us|me)"
    r"|(?:sp[eo]ak(?:s|ing)?|spoke|talk(?:s|ed|ing)?|chatt?(?:s|ed|ing)?|put|s[ai]t(?:s|ting)?\sdown"
    r"|c[ao][ut](?:ch|ght)(?:es|ing)?\sup)\s(?:with|to)"
    r"|met|meets?|meeting"
)
_BEFORE = re.compile(rf"\b(?:{_MET})\b[^.?!;:]*$", re.IGNORECASE)
"""Finds words that lead up to the one who is asked: "we asked", "an interview with"."""

_AFTER = re.compile(
    r"[^.?!;:]*?\b(?:answer(?:s|ed)|talk(?:s|ed)\s(?:to|with|about)|sp(?:eaks|oke)\s(?:to|with|about)"
    r"|t(?:ells|old)\sus|explains|joins\sus)\b",
    re.IGNORECASE,
)
"""Finds words that follow the one who answers: "talks to us about"."""

_CLOSING = re.compile(r"(?:was|is)\s(?:interviewed|(?:talking|speaking)\s(?:to|with))\b")
"""Finds words that follow the one who was asked, in a line below: "was talking to"."""

_SIGN = re.compile(rf"\b(?:{_TALK}|ask(?:s|ed)|spoke|talk(?:s|ed)|met|answers?)\b", re.IGNORECASE)
_PRONOUN = re.compile(rf"\b(?:{_MET})\s(him|her)\b", re.IGNORECASE)
_TITLE = re.compile(
    rf"(?i:\b{_TALK}\s(?:with|for|to)\s)(?:[a-z]+\s){{0,3}}(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,3}})"
)
_CREDIT = re.compile(r"\b(?:by|photos?|pictures?|credit|words|interviewer)\b[:\s]*$", re.IGNORECASE)
_WINDOW = 20
"""Tokens before and after a name that are looked at."""

_MOST = 500
"""Names in the words before a question that are looked at: the last ones."""


class _Named(NamedTuple):
    """A name, the words around it in its sentence, up to other people's names, and whether it
    is the first of its sentence."""

    name: Span
    before: str
    after: str
    first: bool


def met(doc: Doc, names: list[Span], start: int, end: int) -> Span | None:
    """The name of the one whom the tokens [start, end) say was asked, or answers; else None.

    names: the people of the Doc, in text order.
    """
    named = list(_named(doc, names, start, end))
    asked = [one for one in named if _BEFORE.search(one.before)]
    answering = [one for one in named if _AFTER.match(one.after)]
    return (asked or answering)[-1].name if asked or answering else None


def closing(doc: Doc, names: list[Span], start: int) -> Span | None:
    """The name of the one who, as a line after the token `start` says, was interviewed; else None.
    `names` as in `met`."""
    below = _named(doc, names, start, len(doc))
    return next((one.name for one in below if _CLOSING.match(one.after)), None)


def introduced(doc: Doc, names: list[Span], start: int, end: int) -> Span | None:
    """The only one whom the tokens [start, end) name, the words before an interview; of several the
    one introduced last with whom a sentence begins, where they speak of an interview at all; else
    None. `names` as in `met`."""
    people: dict[str, _Named] = {}
    for one in _named(doc, names, start, end):
        people.setdefault(one.name[-1].text.casefold(), one)
    if len(people) > 1:
        return _last(list(people.values()), doc[start:end].text)
    return next((one.name for one in people.values()), None)


def _last(people: list[_Named], intro: str) -> Span | None:
    """The one of several who is introduced last; of the sex of whom "we asked her" speaks."""
    if not _SIGN.search(intro):
        return None
    pronoun = _PRONOUN.search(intro)
    gender = pronoun_gender(pronoun[1].lower()) if pronoun else None
    known = given_names().gender
    fitting = [
        one
        for one in people
        if gender is None or known.get(fold(one.name[0].text), gender) == gender
    ]
    fitting = [one for one in fitting if one.first] or fitting
    return fitting[-1].name if fitting else None


def _named(doc: Doc, names: list[Span], start: int, end: int) -> Iterator[_Named]:
    """The people named in the tokens [start, end), but for those in credits."""
    stop = bisect_left(names, end, key=lambda name: name.start)
    begin = bisect_left(names, start, lo=max(0, stop - _MOST), key=lambda name: name.start)
    done = start
    for number in range(begin, stop):
        one = names[number]
        first_word = max(done, one.start - _WINDOW)
        *others, before = re.split(r"[.?!]\s|\n", doc[first_word : one.start].text_with_ws)
        first = bool(others or first_word == start)
        limit = names[number + 1].start if number + 1 < len(names) else len(doc)
        after = doc[one.end : min(limit, one.end + _WINDOW)].text.partition("\n")[0]
        done = one.end
        if not _CREDIT.search(before):
            yield _Named(one, before, after, first)


def in_title(title: str | None) -> str | None:
    """The name of the one with whom a title says that there is an interview; else None."""
    match = _TITLE.search(title or "")
    return match["name"] if match else None

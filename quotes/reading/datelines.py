"""The lines of an article that give its day: "Published 18 November 2023, 16:45 GMT | By Ann Roe".

A date counts only in a line of its own, after a label, or in a dateline; never in running text.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import IntEnum

from quotes.reading.bylines import byline
from quotes.reading.dates import CLOCK, WEEKDAY, FoundDate, find_dates
from quotes.reading.headlines import SEPARATOR, plain


class Standing(IntEnum):
    """How a day stands in a line, the most certain to be the article's first."""

    labelled = 0
    alone = 1
    dateline = 2
    update = 3


PLACES = {
    Standing.labelled: "labelled line",
    Standing.alone: "line of its own",
    Standing.dateline: "dateline",
    Standing.update: "last update",
}
"""The words that say where a day was found, by the kind of place."""


@dataclass(frozen=True)
class LineDay:
    """A day that a line gives, and how it stands there."""

    day: dt.date
    standing: Standing


_LONGEST = 160
_LATE = r"(?:page |story |article )?(?:(?:last|latest) )?(?:updated?|modified|edited|revised)"
_FIRST = (
    r"(?:(?:first|originally|article|story) )?(?:published|posted|uploaded|added|created|issued"
)
_FIRST += r"|released|submitted|filed)(?: date)?|dated?(?: (?:published|posted|created))?"
_FIRST += r"|date of (?:publication|issue|release)|for immediate release"
_FIRST += r"|(?:pub(?:lication|lish)?|release|issue|posting) date"
_LABELS = rf"\b(?:(?P<late>{_LATE})|(?P<first>{_FIRST}))\b(?:\s+(?:on|at)\b)*[ \t]*(?P<colon>:)?"
_LABEL = re.compile(rf"\W*{_LABELS}[\s\W]*", re.IGNORECASE)
_LAST_LABEL = re.compile(rf"{_LABELS}[\s\W]*\Z", re.IGNORECASE)
_ANY_LABEL = re.compile(
    rf"\b(?:{_LATE}|{_FIRST})\b(?: (?:on|at)\b)?[ \t]*:?|\btime: ?", re.IGNORECASE
)
_CLOCK = re.compile(CLOCK)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_CUT = "\0"
"""Stands for what was taken out of a line: a date, a time, a label."""

_SET_OFF = re.compile(rf"{SEPARATOR.pattern}|\s+/\s+|[()\[\]]")
_NEIGHBOUR = re.compile(r"[,:/]|\.(?: |$)")
_MARKS = " \t,.;:/*_#-"
_CAPITALS = re.compile(
    r"[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,3}(?: and(?: [A-Z][\w.'’-]*){1,3})?"
)
_SECTION = re.compile(r"in [A-Z]\w+(?: [A-Z&]\w*){0,3}")
_ASIDE_WORDS = 6
_CAPTION = re.compile(r"\b(?:photo|image|picture|file|caption|credit|courtesy)\b", re.IGNORECASE)
_PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3}"
_NAMED = r"(?:\([^()]{2,40}\)|/[^/]{2,40}/)"
_DATELINE = re.compile(rf"^{_PLACE}(?:, ?{_PLACE})?(?: {_NAMED})?[,.]? ?[(—–-]{{0,2}} ?$")
_AFTER_DATELINE = re.compile(
    rf"^\)?[,.]? ?(?:{_NAMED}[,.]? ?(?:--?|[—–:])?\s|(?:--?|[—–:])\s"
    r"|[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}(?:[.:]| ?(?:--?|[—–]))\s)"
)


def line_days(words: str, day_first: bool | None) -> list[LineDay]:
    """The days that a line gives, in its order. `day_first` decides on 03/04/2020."""
    shown = plain(words)
    found = list(find_dates(shown, day_first))
    if not found:
        return []
    alone = _is_date_line(shown, found)
    days: list[LineDay] = []
    begin = 0
    for date in found:
        before = _CLOCK.sub(" ", shown[begin : date.start])
        label = _LAST_LABEL.search(before) if alone else _LABEL.fullmatch(before)
        begin = date.end
        if label and (alone or label["colon"] or label["first"] in ("date", "Date", "DATE")):
            standing = Standing.update if label["late"] else Standing.labelled
            days.append(LineDay(date.day, standing))
        elif alone:
            days.append(LineDay(date.day, Standing.alone))
        elif date is found[0] and _is_dateline(shown, date):
            days.append(LineDay(date.day, Standing.dateline))
    return days


def parts_of_date_line(words: str) -> list[str]:
    """Parts of a date line besides days, times and labels: names, places; [] of other lines."""
    shown = plain(words)
    found = list(find_dates(shown, True))
    if not found or not _is_date_line(shown, found):
        return []
    pieces = (piece for part in _parts(shown, found) for piece in part.split(_CUT))
    return [piece.strip(_MARKS) for piece in pieces if piece.strip(_MARKS)]


def _is_dateline(shown: str, date: FoundDate) -> bool:
    """True if a paragraph begins as "YEREVAN, November 16, 2020 (Agency) — …" does."""
    before, after = shown[: date.start], shown[date.end :]
    if not _DATELINE.match(before) or _CAPTION.search(after[:_LONGEST]):
        return False
    return bool(_AFTER_DATELINE.match(after)) or (before.isupper() and after.startswith(". "))


def _is_date_line(shown: str, found: list[FoundDate]) -> bool:
    """True if a line holds nothing but dates, times, labels, and short parts that are set off:
    names, a place, a section."""
    if len(shown) > _LONGEST or _CAPTION.search(shown):
        return False
    return all(
        _are_beside(part.split(_CUT)) if _CUT in part else len(part.split()) <= _ASIDE_WORDS
        for part in _parts(shown, found)
    )


def _parts(shown: str, found: list[FoundDate]) -> list[str]:
    """The parts of a line that are set off from each other, dates, times and labels cut out."""
    begin, rest = 0, ""
    for date in found:
        rest += shown[begin : date.start] + _CUT
        begin = max(begin, date.end)
    rest += shown[begin:]
    for pattern in (_CLOCK, _ANY_LABEL, _WEEKDAY):
        rest = pattern.sub(_CUT, rest)
    return _SET_OFF.split(rest)


def _are_beside(pieces: list[str]) -> bool:
    """True if the pieces between what was cut out of a part may stand beside a date: bylines, a
    section, or names, which a mark sets off from what was cut out."""
    for i, piece in enumerate(pieces):
        bare = piece.strip(_MARKS)
        if bare in ("", "on", "at") or byline(bare) or _SECTION.fullmatch(bare):
            continue
        names = _NEIGHBOUR.split(piece)
        touching = (i > 0 and names[0].strip()) or (i + 1 < len(pieces) and names[-1].strip())
        named = (name.strip(_MARKS) for name in names)
        if touching or not all(_CAPITALS.fullmatch(name) for name in named if name):
            return False
    return True

"""Days as articles write them: 2020-11-16, November 21, 2020, Sat 21 Nov 2020, 21/11/2020.

Only full dates are taken, and only those that can be read in one way: 03/04/2020 may be March or
April, so it is none, unless its weekday or other dates of the document show its order. Nothing is
guessed from today's date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

FIRST_YEAR = 1600  # when printed news begins
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
MONTH += r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
WEEKDAY = r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?"
_MONTH = rf"(?P<month>{MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4})"
_END = r"(?![\d/]|[-.]\d)"
_BEFORE = rf"(?:(?P<weekday>{WEEKDAY})[\s,|–—-]+)?"
_AFTER = rf"(?:[\s,(]+(?P<after>{WEEKDAY})\)?)?"
_HALF = r"[aApP]\.?\s?[mM]\b\.?"
_TIME = rf"(?:\d{{1,2}}(?:[:.h]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*{_HALF})?(?:\s*h(?:rs?|ours)?\b)?"
_TIME += rf"|\s*{_HALF})|\d{{4}}\s*(?:hrs|hours|(?=GMT|UTC))|(?<!\w)(?:noon|midnight)\b)"
_OFFSET = r"[+-]\s?\d{1,2}(?::?\d\d)?\b"
_ZONE = r"(?:UTC|GMT|[A-Z]{1,4}T|MSK|Z|[Ll]ocal [Tt]ime|[A-Z][a-z]+ [Tt]ime)\b"
_ZONE = rf"(?:{_ZONE}(?:\s?{_OFFSET})?|{_OFFSET})"
CLOCK = r"(?:(?:[Aa][Tt]|kl\.?|[Tt]ime:?)\s+|(?<![a-zA-Z])T)?"
CLOCK += rf"(?<!\d){_TIME}(?:[\s,/]*\(?{_ZONE}\)?){{0,2}}"
"""A time of day with its zone, in letters as they are written: "16:45 (UTC+04:00)"."""

_FORMS = (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d|[-/.]\d)",
    rf"{_BEFORE}{_MONTH}[\s-]*{_DAY},?[\s-]+{_YEAR}{_END}",
    rf"{_BEFORE}{_MONTH}\s+{_DAY}\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,4}}\s+|[+-]\d{{4}}\s+)?{_YEAR}{_END}",
    rf"{_BEFORE}(?:the\s+)?{_DAY}(?:\s+of\s+|[\s/-]*){_MONTH}(?:,\s*|[\s/-]+){_YEAR}{_END}",
    rf"{_BEFORE}(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?P=mark){_YEAR}{_END}{_AFTER}",
)
_ANY_YEAR = re.compile(r"\d{4}")
_PATTERNS = tuple(re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE) for form in _FORMS)

_NUMERIC = _PATTERNS[-1]
_BEFORE_DAY = re.compile(rf"(?:{CLOCK}|(?i:{WEEKDAY}|published|posted|on|date)|[\s,|:–—-])*")
_AFTER_DAY = re.compile(rf"(?:[\s,|–—-]+(?i:{WEEKDAY}))?(?:$|T|[\s,|/–—-]*\(?{CLOCK})")


@dataclass(frozen=True)
class FoundDate:
    """A day and where it stands: [start, end) in the line that was searched."""

    day: dt.date
    start: int
    end: int


def find_date(line: str, day_first: bool | None = None) -> FoundDate | None:
    """The first full, unambiguous date in a line, or None. `day_first` decides on 03/04/2020."""
    return next(find_dates(line, day_first), None)


def find_dates(line: str, day_first: bool | None = None) -> Iterator[FoundDate]:
    """All of them, in the order of the line."""
    if not _ANY_YEAR.search(line):  # as in most lines: the patterns take much longer to tell
        return
    matches = (match for pattern in _PATTERNS for match in pattern.finditer(line))
    for match in sorted(matches, key=lambda match: match.start()):
        day = _day_of(match, day_first)
        if day:
            yield FoundDate(day, match.start(), match.end())


def order_of(text: str) -> bool | None:
    """True if the numeric dates of a text put the day first, told by those that can be read in one
    way (25/12/2020); None where none tells, or they contradict each other."""
    votes = set()
    for match in _NUMERIC.finditer(text):
        day = _day_of(match, None)
        if day and match["a"] != match["b"]:
            votes.add(day.day == int(match["a"]))
    return votes.pop() if len(votes) == 1 else None


def parse_date(words: str) -> dt.date | None:
    """The day that the words as a whole name, a time of day beside it allowed; else None."""
    words = words.strip()
    found = find_date(words)
    if found is None or not _BEFORE_DAY.fullmatch(words[: found.start]):
        return None
    return found.day if _AFTER_DAY.match(words[found.end :]) else None


def _day_of(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    parts = match.groupdict()
    if "a" in parts:
        return _numeric_day(match, day_first)
    return _valid(int(parts["year"]), _month_number(parts["month"]), int(parts["day"]))


def _numeric_day(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    """Day and month in the only order that is possible, that its weekday tells or that is known."""
    year, a, b = (int(match[name]) for name in ("year", "a", "b"))
    readings = {True: _valid(year, b, a), False: _valid(year, a, b)}
    days = {day for day in readings.values() if day}
    weekday = (match["weekday"] or match["after"] or "").lower()[:3]
    fitting = {day for day in days if weekday and WEEKDAYS[day.weekday()] == weekday}
    if len(fitting) == 1 or len(days) == 1:
        return (fitting or days).pop()
    return None if day_first is None else readings[day_first]


def _month_number(month: str) -> int:
    if month.isdigit():
        return int(month)
    return 1 + MONTHS.index(month.lower()[:3])


def _valid(year: int, month: int, day: int) -> dt.date | None:
    if year < FIRST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3,9})[/-](?P<day>\d\d?)(?=[/-]|$)",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
)


def date_in_address(url: str) -> dt.date | None:
    """The day that a web address's path has as its folders: /2020/11/21/, /2020/nov/21/."""
    match = _IN_ADDRESS.search(url)
    if not match:
        return None
    month = match["month"].lower()
    if not month.isdigit() and month[:3] not in MONTHS:
        return None
    return _valid(int(match["year"]), _month_number(month), int(match["day"]))


def date_in_name(name: str) -> dt.date | None:
    """The day in a file's name: 2020-11-21, 20201121. Of several different ones, none."""
    found = {
        _valid(int(m["year"]), int(m["month"]), int(m["day"])) for m in _IN_NAME.finditer(name)
    } - {None}
    return found.pop() if len(found) == 1 else None

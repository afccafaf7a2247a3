"""Days as articles write them: 2020-11-16, November 21, 2020, Sat 21 Nov 2020, 21/11/2020.

Only full dates are taken, and only those that can be read in one way: 03/04/2020 may be March or
April, so it is none. Nothing is guessed from today's date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

FIRST_YEAR = 1600  # when printed news begins
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
_MONTH += r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_END = r"(?![\d/]|[-.]\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FORMS = (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d|[-/.]\d)",
    rf"{_WEEKDAY}{_MONTH}\s*{_DAY},?\s+{_YEAR}{_END}",
    rf"{_WEEKDAY}(?:the\s+)?{_DAY}(?:\s+of\s+|[\s-]+){_MONTH}(?:,\s*|[\s-]+){_YEAR}{_END}",
    rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?P=mark){_YEAR}{_END}",
)
_PATTERNS = tuple(re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE) for form in _FORMS)


@dataclass(frozen=True)
class FoundDate:
    """A day and where it stands: [start, end) in the line that was searched."""

    day: dt.date
    start: int
    end: int


def find_date(line: str) -> FoundDate | None:
    """The first full, unambiguous date in a line, or None."""
    matches = (match for pattern in _PATTERNS for match in pattern.finditer(line))
    for match in sorted(matches, key=lambda match: match.start()):
        day = _day_of(match)
        if day:
            return FoundDate(day, match.start(), match.end())
    return None


def parse_date(words: str) -> dt.date | None:
    """The day that the words as a whole name, a time of day after it allowed; else None."""
    found = find_date(words.strip())
    if found is None or found.start != 0:
        return None
    rest = words.strip()[found.end :]
    return found.day if not rest or re.match(r"T?[\s,]*\d{1,2}:\d\d", rest) else None


def _day_of(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    if "a" in parts:
        return _numeric_day(int(parts["year"]), int(parts["a"]), int(parts["b"]))
    month = parts["month"]
    return _valid(int(parts["year"]), _month_number(month), int(parts["day"]))


def _numeric_day(year: int, a: int, b: int) -> dt.date | None:
    """Day and month in either order, where only one order is possible."""
    orders = {_valid(year, month, day) for day, month in ((a, b), (b, a))} - {None}
    return orders.pop() if len(orders) == 1 else None


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

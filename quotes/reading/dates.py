"""Days as articles write them: 2020-11-16, November 21, 2020, Sat 21 Nov 2020, 21/11/2020.

Only full dates are taken, and only those that can be read in one way: 03/04/2020 may be March or
April, so it is none, unless other dates of the document show its order. Nothing is guessed from
today's date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
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
_ANY_YEAR = re.compile(r"\d{4}")
_PATTERNS = tuple(re.compile(rf"(?<![\w/.-]){form}", re.IGNORECASE) for form in _FORMS)

_NUMERIC = _PATTERNS[-1]
_TIME_OF_DAY = re.compile(
    r"(?:,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
    r"(?:$|T?[\s,|]*(?:at\s+)?\d{1,2}(?::\d\d|\s*[ap]\.?m\b))",
    re.IGNORECASE,
)


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
    """Whether the numeric dates of a text put the day first, told by those that can be read in one
    way (25/12/2020); None where none tells, or they contradict each other."""
    votes = set()
    for match in _NUMERIC.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if a != b and 0 < min(a, b) <= 12 < max(a, b) <= 31:
            votes.add(a > 12)
    return votes.pop() if len(votes) == 1 else None


def parse_date(words: str) -> dt.date | None:
    """The day that the words as a whole name, a time of day after it allowed; else None."""
    found = find_date(words.strip())
    if found is None or found.start != 0:
        return None
    rest = words.strip()[found.end :]
    return found.day if _TIME_OF_DAY.match(rest) else None


def _day_of(match: re.Match[str], day_first: bool | None) -> dt.date | None:
    parts = match.groupdict()
    if "a" in parts:
        return _numeric_day(int(parts["year"]), int(parts["a"]), int(parts["b"]), day_first)
    month = parts["month"]
    return _valid(int(parts["year"]), _month_number(month), int(parts["day"]))


def _numeric_day(year: int, a: int, b: int, day_first: bool | None) -> dt.date | None:
    """Day and month in the order that is known, or in the only one that is possible."""
    both = {True: (a, b), False: (b, a)}
    tried = [both[day_first]] if day_first is not None else list(both.values())
    orders = {_valid(year, month, day) for day, month in tried} - {None}
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

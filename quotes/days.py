"""Days as people give them, and times without gaps."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from quotes.errors import UsageError


def parse_day(words: str) -> dt.date:
    """A day given as YYYY-MM-DD; raises UsageError for anything else."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        try:
            return dt.date.fromisoformat(words)
        except ValueError:
            pass
    raise UsageError(f"'{words}' is no day: give it as YYYY-MM-DD, such as 2020-11-21")


def days_of(time: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a month "YYYY-MM" or a year "YYYY".

    >>> [day.isoformat() for day in days_of("2020-02")]
    ['2020-02-01', '2020-02-29']
    """
    year, _, month = time.partition("-")
    first, last = int(month or 1), int(month or 12)
    length = calendar.monthrange(int(year), last)[1]
    return dt.date(int(year), first, 1), dt.date(int(year), last, length)


def spaced(values: Iterable[str], by: str) -> list[str]:
    """Days, months or years from the first to the last, those between that are missing, too."""
    known = sorted(values)
    return list(_between(known[0], known[-1], by)) if known else []


def _between(first: str, last: str, by: str) -> Iterator[str]:
    length = len(first)
    day = dt.date.fromisoformat(f"{first}-01-01"[:10])
    while (value := day.isoformat()[:length]) <= last:
        yield value
        step = {"day": 1, "month": 32 - day.day, "year": 366}[by]
        if dt.date.max - day < dt.timedelta(days=step):
            return
        day = (day + dt.timedelta(days=step)).replace(**_START[by])


_START: dict[str, Any] = {"day": {}, "month": {"day": 1}, "year": {"month": 1, "day": 1}}
"""Those parts of the first day of each that are always 1."""

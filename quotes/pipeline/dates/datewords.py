"""Words that name a day ("Saturday", "Nov. 9", "yesterday"), and which day they mean."""

from __future__ import annotations

import datetime as dt
import re

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = (
    r"Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Jun\.|Jul\."
    r"|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)"
)
_WEEKDAY = (
    r"Mon(?:day|\.)|Tue(?:sday|s?\.)|Wed(?:nesday|\.)|Thu(?:rsday|(?:rs?)?\.)|Fri(?:day|\.)"
    r"|Sat(?:urday|\.)|Sun(?:day|\.)"
)
DATE = re.compile(
    rf"(?<![\w-])(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?:(?:{_WEEKDAY}),?\s+)?(?:"
    rf"(?P<month1>{_MONTH})\s+(?P<day1>\d\d?)(?:st|nd|rd|th)?\b(?:,?\s+(?P<year1>\d{{4}}))?"
    rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>\d{{4}}))?)"
    rf"|(?:(?P<last>[Ll]ast)\s+)?(?P<weekday>{_WEEKDAY})"
    r"|(?P<today>[Tt]oday|[Tt]onight|[Tt]his\s+(?:morning|afternoon|evening))"
    r"|(?P<yesterday>[Yy]esterday))(?![\w-]|['’]s)"
)
HINT = re.compile(
    rf"\d{{4}}-\d\d-\d\d|{_MONTH}|{_WEEKDAY}|[Tt]oday|[Tt]onight|morning|afternoon|evening"
    r"|[Yy]esterday"
)
"""Finds a part that all date words have: a sentence without it needs no closer look."""
_MOST_DAYS = 300
"""A day named without its year lies at most so many days before the article's date."""


def _month_day(match: re.Match[str], today: dt.date | None) -> dt.date | None:
    """A date by month and day; without a year the most recent such day, if not too long ago."""
    number = "1" if match["month1"] else "2"
    month = _MONTHS.index(match["month" + number][:3]) + 1
    day, year = int(match["day" + number]), match["year" + number]
    if year is None and today is None:
        return None
    years = [int(year)] if year else [today.year, today.year - 1] if today else []
    for candidate in years:
        try:
            date = dt.date(candidate, month, day)
        except ValueError:
            continue
        if today is None or (date <= today and (year or (today - date).days <= _MOST_DAYS)):
            return date
    return None


def resolve(match: re.Match[str], today: dt.date | None) -> dt.date | None:
    """The day that date words mean in an article of this date; None where that is open."""
    if match["iso"]:
        try:
            date = dt.date.fromisoformat(match["iso"])
        except ValueError:
            return None
        return None if today and date > today else date
    if match["month1"] or match["month2"]:
        return _month_day(match, today)
    if today is None:
        return None
    if match["weekday"]:
        back = (today.weekday() - _DAYS.index(match["weekday"][:3])) % 7
        return later(today, -(back or 7 * bool(match["last"])))
    return later(today, -bool(match["yesterday"]))


def later(day: dt.date, days: int) -> dt.date | None:
    """The day so many days after another, or before it; None where the calendar has none, which
    goes from the year 1 to 9999."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None

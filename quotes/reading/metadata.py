"""Facts that an article gives of itself: title, date, byline, address and publisher.

Front matter comes first, then the lines near the top. Words in running text are never taken: a
date counts only in a line of its own, after a label, or in a dateline.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes.reading.bylines import are_names, byline, names_alone
from quotes.reading.datelines import PLACES, Standing, line_days, parts_of_date_line
from quotes.reading.dates import order_of
from quotes.reading.drafts import Metadata, first_of
from quotes.reading.front_matter import read_front_matter
from quotes.reading.furniture import is_headline
from quotes.reading.headlines import Line, find_heading, find_headline, plain

TOP = 15  # lines that are not empty
_MOST = 100_000  # characters searched for them
_LONGEST = 1000  # characters of a line: none of them is longer
_LONGEST_NAME = 2  # words of a place or a section beside a date
_URL = re.compile(
    r"^[ \t>*_-]*(?:(?:original|source|canonical|article) )?(?:url|link|permalink)[*_]*[ \t]*[:=]"
    r"[*_ \t]*<?(?P<url>https?://[^\s<>]+)>?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


def find_metadata(text: str) -> Metadata:
    """Title, date, byline, url and publisher of an article's text, as far as it gives them."""
    front, begin = read_front_matter(text)
    body_url = _URL.search(text)
    address = Metadata.found("line with its address", url=body_url["url"] if body_url else None)
    lines = _top_lines(text[begin : begin + _MOST])
    titles = (
        Metadata.found("heading", title=find_heading(lines)),
        Metadata.found("first line", title=find_headline(lines, is_metadata)),
        Metadata.found("first line", title=_dated_headline(lines)),
    )
    return first_of((front, *titles, _line_metadata(lines, order_of(text)), address))


def line_metadata(text: str) -> Metadata:
    """Date and byline as the lines at the top of a text tell them."""
    return _line_metadata(_top_lines(text[:_MOST]), order_of(text))


def _line_metadata(lines: Sequence[Line], day_first: bool | None) -> Metadata:
    byline = Metadata.found("byline", byline=_find_byline(lines))
    return first_of((_dated(lines, day_first), byline))


def _dated(lines: Sequence[Line], day_first: bool | None) -> Metadata:
    """The day, or that it was left open."""
    place, day = _find_day(lines, day_first)
    if day or day_first is not None:
        return Metadata.found(place, date=day)
    place, day = _find_day(lines, True)
    if day is None:
        return Metadata()
    return Metadata(where={"date": f"left open: {place} with the order of day and month unknown"})


def is_metadata(words: str) -> bool:
    """True if a line holds a date, a byline or an address rather than a title or the story."""
    dated = any(day.standing is not Standing.dateline for day in line_days(words, True))
    return bool(dated or byline(words) or _URL.match(words))


def _top_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    block = 0
    for raw in text.lstrip("\ufeff").splitlines():
        words = raw.strip()[:_LONGEST]
        if not words:
            block += 1
            continue
        lines.append(Line(words, block))
        if len(lines) == TOP:
            break
    return lines


def _find_day(lines: Sequence[Line], day_first: bool | None) -> tuple[str, dt.date | None]:
    """The day that stands in the most certain way, the first of several; and how it stands."""
    days = [day for line in lines for day in line_days(line.words, day_first)]
    if not days:
        return "", None
    best = min(days, key=lambda day: day.standing)
    return PLACES[best.standing], best.day


def _dated_headline(lines: Sequence[Line]) -> str | None:
    """A first line such as "Lamp Goes Out, November 18, 2023", where no other is the title."""
    parts = parts_of_date_line(lines[0].words) if lines[1:] else []
    if len(parts) != 1 or byline(parts[0]) or not is_headline(parts[0]):
        return None
    long = len(parts[0].split()) > _LONGEST_NAME and not parts[0].startswith("The ")
    return plain(lines[0].words) if long else None


def _find_byline(lines: Sequence[Line]) -> str | None:
    """The names of the first line "By …"; else a person's name alone beside a date."""
    named = (names for line in lines for names in map(byline, _parts(line)) if names)
    return next(named, None) or next(_beside_dates(lines), None)


def _parts(line: Line) -> list[str]:
    return parts_of_date_line(line.words) or [line.words]


def _beside_dates(lines: Sequence[Line]) -> Iterator[str]:
    """Full names, known by the given one, in the line of a date or in the next."""
    for line, after in pairwise([*lines, Line("", 0)]):
        if line_days(line.words, True):
            beside = map(names_alone, parts_of_date_line(line.words))
            yield from filter(are_names, (*beside, plain(after.words)))

"""What an article says about itself: title, date, byline, address and publisher.

Front matter comes first, then the lines near the top. Words in running text are never taken: a
date counts only in a line of its own, after a label, or in a dateline.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.reading.dates import find_date
from quotes.reading.front_matter import (
    BYLINE_KEYS,
    PUBLISHER_KEYS,
    TITLE_KEYS,
    read_front_matter,
)
from quotes.reading.headlines import Line, find_heading, find_headline, plain

TOP = 15  # lines that are not empty
_MOST = 100_000  # characters searched for them
_LABEL = re.compile(
    r"^\W*(?P<label>(?:date|pub(?:lication)? date|date published|(?:first )?(?:published|posted)"
    r"|issued|(?P<late>(?:last )?(?:updated|modified)))(?: on| at)?)\s*(?P<colon>:)?[\s\W]*$",
    re.IGNORECASE,
)
_TIME = r"(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_ZONE = r"[A-Z]{2,4}T|UTC|GMT|Z|[+-]\d\d:?\d\d|local time"
_CLOCK = re.compile(rf"^[\s,|T]*(?:{_TIME})?[\s(]*(?:{_ZONE})?[\s).]*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s+-\s+")
_CAPTION = re.compile(r"\b(?:photo|image|picture|file|caption|credit|courtesy)\b", re.IGNORECASE)
_PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3}"
_DATELINE = re.compile(rf"^{_PLACE}(?:, ?{_PLACE})?,? ?[(—–-]{{0,2}} ?$")
_AFTER_DATELINE = re.compile(r"^\)? ?(?:\([^()]{2,40}\) ?)?(?:--?|[—–:])\s")
_BYLINE = re.compile(r"^(?:by|BY|By)[ :]+(?P<names>[A-Z][^.!?:;]{1,100}?\.?(?: [^.!?:;]{1,80})?)$")
_NO_NAME = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:the|a|an|this|that|now|then|late|early)\b",
    re.IGNORECASE,
)
_URL = re.compile(
    r"^[ \t>*_-]*(?:(?:original|source|canonical|article) )?(?:url|link|permalink)[*_]*[ \t]*[:=]"
    r"[*_ \t]*<?(?P<url>https?://[^\s<>]+)>?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Metadata:
    """What was found; None is "the article does not say"."""

    title: str | None = None
    date: dt.date | None = None
    byline: str | None = None
    url: str | None = None
    publisher: str | None = None


def find_metadata(text: str) -> Metadata:
    """Title, date, byline, url and publisher of an article's text, as far as it gives them."""
    front = read_front_matter(text)
    lines = _top_lines(text[front.end : front.end + _MOST])
    body_url = _URL.search(text)
    title = front.words(TITLE_KEYS) or find_heading(lines) or find_headline(lines, is_metadata)
    return Metadata(
        title=title,
        date=front.date() or _find_day(lines),
        byline=front.words(BYLINE_KEYS) or _find_byline(lines),
        url=front.url() or (body_url.group("url") if body_url else None),
        publisher=front.words(PUBLISHER_KEYS),
    )


def is_metadata(words: str) -> bool:
    """Whether a line holds a date, a byline or an address rather than a title or the story."""
    return bool(_labelled_day(words) or _bare_day(words) or _byline(words) or _URL.match(words))


def _top_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    block = 0
    for raw in text.lstrip("\ufeff").splitlines():
        words = raw.strip()
        if not words:
            block += 1
            continue
        lines.append(Line(words, block))
        if len(lines) == TOP:
            break
    return lines


def _find_day(lines: Sequence[Line]) -> dt.date | None:
    """A labelled day, else a line that is a day, else a dateline's, else the last update's."""
    readers = (_published_day, _bare_day, _dateline_day, _labelled_day)
    days = (reader(line.words) for reader in readers for line in lines)
    return next((day for day in days if day), None)


def _published_day(words: str) -> dt.date | None:
    return _labelled_day(words, late=False)


def _labelled_day(words: str, *, late: bool = True) -> dt.date | None:
    """The day after a label. Without a colon the label is "date", or the line is a short one."""
    found = find_date(words)
    label = _LABEL.match(words[: found.start]) if found else None
    if found is None or label is None or (label["late"] and not late):
        return None
    certain = label["colon"] or label["label"].lower() == "date"
    return found.day if certain or _is_aside(words[found.end :]) else None


def _is_aside(rest: str) -> bool:
    """What may stand after a date in a line that holds no story: a time, or a part set off."""
    parts = _SEPARATOR.split(rest)
    asides = [part for part in parts[1:] if part]
    return bool(_CLOCK.match(parts[0])) and all(len(part.split()) <= 6 for part in asides)


def _bare_day(words: str) -> dt.date | None:
    """The day of a line such as "Nov. 21, 2020 | 5:30 pm" or "By Ann Lee – 21 November 2020"."""
    shown = plain(words).strip("*_#()[] ")
    found = find_date(shown)
    if found is None or len(shown) > 120 or _CAPTION.search(shown):
        return None
    before = _SEPARATOR.split(shown[: found.start])
    alone = not before[-1].strip(" ,") or bool(_BYLINE.match(before[-1].strip(" ,")))
    place = re.fullmatch(rf"{_PLACE}, ?", before[-1])
    short = all(len(part.split()) <= 6 for part in before)
    return found.day if (alone or place) and short and _is_aside(shown[found.end :]) else None


def _dateline_day(words: str) -> dt.date | None:
    """The day of "YEREVAN, November 16, 2020 (Agency) — …"."""
    found = find_date(words)
    if found is None or not _DATELINE.match(words[: found.start]):
        return None
    return found.day if _AFTER_DATELINE.match(words[found.end :]) else None


def _find_byline(lines: Sequence[Line]) -> str | None:
    return next((names for line in lines if (names := _byline(line.words))), None)


def _byline(words: str) -> str | None:
    """The names of a line "By …", without what is set off after them."""
    first = _SEPARATOR.split(plain(words).strip("*_ "))[0]
    match = _BYLINE.match(first)
    if match is None or first.endswith((".", ",")) or _NO_NAME.match(match["names"]):
        return None
    names = match["names"]
    found = find_date(names)
    return (names[: found.start] if found else names).strip(" ,") or None

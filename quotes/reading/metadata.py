"""What an article says about itself: title, date, byline, address and publisher.

Front matter comes first, then the lines near the top. Words in running text are never taken: a
date counts only in a line of its own, after a label, or in a dateline.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quotes.given_names import given_names
from quotes.reading.dates import find_date, find_dates, order_of
from quotes.reading.drafts import Metadata, first_of
from quotes.reading.front_matter import (
    BYLINE_KEYS,
    PUBLISHER_KEYS,
    TITLE_KEYS,
    read_front_matter,
)
from quotes.reading.headlines import Line, find_heading, find_headline, plain
from quotes.registry.entries import fold

TOP = 15  # lines that are not empty
_MOST = 100_000  # characters searched for them
_LONGEST = 1000  # characters of a line: none of them is longer
_LABEL = re.compile(
    r"^(?:[\s,|(]*\d{1,2}[:.]\d\d[^a-z]{0,8})?\W*"
    r"(?P<label>(?:date|pub(?:lication)? date|date published|(?:first )?(?:published|posted)"
    r"|issued|(?P<late>(?:last )?(?:updated|modified)))(?: on| at)?)\s*(?P<colon>:)?[\s\W]*$",
    re.IGNORECASE,
)
_TIME = r"(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_ZONE = r"[A-Z]{1,4}T|UTC|GMT|Z|[+-]\d\d:?\d\d|local time"
_CLOCK = re.compile(rf"^[\s,|T]*(?:{_TIME})?[\s(]*(?:{_ZONE})?[\s).]*$", re.IGNORECASE)
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}")
_SECTION = re.compile(r" in [A-Z]\w+(?: [A-Z&]\w*){0,3}$")
_SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s+-\s+")
_CAPTION = re.compile(r"\b(?:photo|image|picture|file|caption|credit|courtesy)\b", re.IGNORECASE)
_PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3}"
_DATELINE = re.compile(rf"^{_PLACE}(?:, ?{_PLACE})?,? ?[(—–-]{{0,2}} ?$")
_AFTER_DATELINE = re.compile(r"^\)? ?(?:\([^()]{2,40}\) ?)?(?:--?|[—–:])\s")
_BYLINE = re.compile(
    r"^(?:(?:[Pp]osted|[Ss]ubmitted|[Ww]ritten|[Pp]ublished|[Rr]eported|[Ii]nterview|[Ww]ords) )?"
    r"(?:by|BY|By)[ :]+(?P<names>[A-Z][^.!?:;]{1,100}?\.?(?: [^.!?:;]{1,80})?)$"
)
_TITLES = r"reporter|editor|correspondent|writer|columnist|staff|journalist|producer|chief"
_TITLED = re.compile(rf",? (?:[\w'’-]+ ){{0,3}}(?:{_TITLES})\b.*$|,? (?:on|in)\b.*$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:the|a|an|this|that|now|then|late|early)\b",
    re.IGNORECASE,
)
_URL = re.compile(
    r"^[ \t>*_-]*(?:(?:original|source|canonical|article) )?(?:url|link|permalink)[*_]*[ \t]*[:=]"
    r"[*_ \t]*<?(?P<url>https?://[^\s<>]+)>?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


def find_metadata(text: str) -> Metadata:
    """Title, date, byline, url and publisher of an article's text, as far as it gives them."""
    front = read_front_matter(text)
    head = Metadata.found(
        "front matter",
        title=front.words(TITLE_KEYS),
        date=front.date(),
        byline=front.words(BYLINE_KEYS),
        url=front.url(),
        publisher=front.words(PUBLISHER_KEYS),
    )
    body_url = _URL.search(text)
    address = Metadata.found("line with its address", url=body_url["url"] if body_url else None)
    lines = _top_lines(text[front.end : front.end + _MOST])
    titles = (
        Metadata.found("heading", title=find_heading(lines)),
        Metadata.found("first line", title=find_headline(lines, is_metadata)),
    )
    return first_of((head, *titles, _line_metadata(lines, order_of(text)), address))


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
    """Whether a line holds a date, a byline or an address rather than a title or the story."""
    dated = _labelled_day(words, True) or _bare_day(words, True)
    return bool(dated or _byline(words) or _URL.match(words))


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
    """A labelled day, else a line that is a day, else a dateline's, else the last update's; and
    which of them it is."""
    readers: dict[str, Callable[[str, bool | None], dt.date | None]] = {
        "labelled line": _published_day,
        "line of its own": _bare_day,
        "dateline": _dateline_day,
        "last update": _labelled_day,
    }
    for place, reader in readers.items():
        for line in lines:
            if day := reader(line.words, day_first):
                return place, day
    return "", None


def _published_day(words: str, day_first: bool | None) -> dt.date | None:
    return _labelled_day(words, day_first, late=False)


def _labelled_day(words: str, day_first: bool | None, *, late: bool = True) -> dt.date | None:
    """The day after a label. Without a colon the label is "date", or the line is a short one."""
    begin = 0
    for found in find_dates(words, day_first):
        label = _LABEL.match(words[begin : found.start])
        begin = found.end
        if label is None or (label["late"] and not late):
            continue
        certain = label["colon"] or label["label"].lower() == "date"
        if certain or _is_aside(words[found.end :]):
            return found.day
    return None


def _is_aside(rest: str) -> bool:
    """What may stand after a date in a line that holds no story: a time, or a part set off."""
    rest = _SECTION.sub("", rest)
    parts = _SEPARATOR.split(rest)
    asides = [part for part in parts[1:] if part]
    return bool(_CLOCK.match(parts[0])) and all(len(part.split()) <= 6 for part in asides)


def _bare_day(words: str, day_first: bool | None) -> dt.date | None:
    """The day of a line such as "Nov. 21, 2020 | 5:30 pm" or "By Ann Lee – 21 November 2020"."""
    shown = plain(words).strip("*_#()[] ")
    found = find_date(shown, day_first)
    if found is None or len(shown) > 120 or _CAPTION.search(shown):
        return None
    before = _SEPARATOR.split(shown[: found.start])
    alone = bool(_CLOCK.match(before[-1])) or bool(_BYLINE.match(before[-1].strip(" ,")))
    place = re.fullmatch(rf"{_PLACE}, ?", before[-1])
    short = all(len(part.split()) <= 6 for part in before)
    return found.day if (alone or place) and short and _is_aside(shown[found.end :]) else None


def _dateline_day(words: str, day_first: bool | None) -> dt.date | None:
    """The day of "YEREVAN, November 16, 2020 (Agency) — …"."""
    found = find_date(words, day_first)
    if found is None or not _DATELINE.match(words[: found.start]):
        return None
    return found.day if _AFTER_DATELINE.match(words[found.end :]) else None


def _find_byline(lines: Sequence[Line]) -> str | None:
    """The names of the first line "By …"; else a person's name alone beside a date."""
    named = next((names for line in lines if (names := _byline(line.words))), None)
    return named or next(_beside_dates(lines), None)


def _beside_dates(lines: Sequence[Line]) -> Iterator[str]:
    """Full names, known by the given one, in the line of a date or in the next."""
    for line, after in pairwise([*lines, Line("", 0)]):
        shown = plain(line.words)
        if _bare_day(shown, True) or _labelled_day(shown, True):
            for part in [*_SEPARATOR.split(shown), plain(after.words)]:
                first = part.split(" ", 1)[0]
                if _FULL_NAME.fullmatch(part) and fold(first) in given_names().gender:
                    yield part


def _byline(words: str) -> str | None:
    """The names of a line "By …", without what is set off after them."""
    first = _SEPARATOR.split(plain(words).strip("*_ "))[0]
    match = _BYLINE.match(first)
    if match is None or first.endswith((".", ",")) or _NO_NAME.match(match["names"]):
        return None
    names = match["names"]
    found = find_date(names)
    return names_alone(names[: found.start] if found else names) or None


def names_alone(words: str) -> str:
    """A byline's names without trade, place and section: "Ann Roe, Chief Reporter", "… on"."""
    alone = _TITLED.sub("", words).strip(" ,")
    return alone if len(alone.split()) > 1 else words.strip(" ,")

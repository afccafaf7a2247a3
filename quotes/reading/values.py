"""The value of a field, whatever form it has: words, names, a day, a web address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from quotes.reading.dates import FIRST_YEAR, parse_date
from quotes.reading.inputs import is_utf8
from quotes.reading.keys import plain_key

_NAMES = ("name", "fullname", "displayname", "title", "rendered", "value", "list", "set")
_GIVEN = ("givenname", "firstname", "given", "first")
_FAMILY = ("familyname", "lastname", "surname", "family", "last")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_NO_NAME = re.compile(r"https?:|www\.|[@/]|\S+@\S+\Z")
_MAILED = re.compile(r"\S+@\S+ \((.+)\)")
_BY = re.compile(r"by[ :]+(?=\S)", re.IGNORECASE)
_MOST_IN_LIST = 20
_LARGEST = 10**15  # Python may refuse to write a longer number out


def words_of(value: object, depth: int = 4) -> str | None:
    """The words of a field, as one line; names of a list or of objects are joined by commas."""
    if isinstance(value, Mapping) and depth:
        return _words_of_object(value, depth - 1)
    if isinstance(value, list | tuple) and depth:
        found = [words_of(item, depth - 1) for item in value[:_MOST_IN_LIST]]
        return ", ".join(word for word in found if word) or None
    if isinstance(value, str):
        line = " ".join(unescape(_TAG.sub("", value)).split())
        return line if line and is_utf8(line) else None
    return None


def _words_of_object(value: Mapping[Any, Any], depth: int) -> str | None:
    """An object's name, which a person's may have in two parts."""
    values = {plain_key(key): inner for key, inner in value.items() if inner}
    if whole := next((values[key] for key in _NAMES if key in values), None):
        return words_of(whole, depth)
    parts = (
        next((values[key] for key in keys if key in values), None) for keys in (_GIVEN, _FAMILY)
    )
    return " ".join(words for part in parts if (words := words_of(part, depth))) or None


def title_of(value: object) -> str | None:
    """The words of a title, which may be a number."""
    is_number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST
    return str(value) if is_number else words_of(value)


def names_of(value: object) -> str | None:
    """The names of a byline's field, each once and joined by commas, without "By"; what is an
    address or an account is no name."""
    items = value[:_MOST_IN_LIST] if isinstance(value, list | tuple) else [value]
    names = []
    for words in filter(None, map(words_of, items)):
        mailed = _MAILED.fullmatch(words)
        name = _BY.sub("", mailed.group(1) if mailed else words, count=1)
        if not _NO_NAME.match(name):
            names.append(name)
    return ", ".join(dict.fromkeys(names)) or None


def day_of(value: object) -> dt.date | None:
    """The day of a field, as it is written there."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value if value.year >= FIRST_YEAR else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        compact = isinstance(value, int) and 10_000_000 <= value <= 99_999_999
        return day_of(str(value)) if compact else _stamp(value)
    words = words_of(value)
    if words is None:
        return None
    if re.fullmatch(r"\d{10}(?:\d{3})?", words):
        return _stamp(int(words))
    compact_day = _COMPACT.fullmatch(words)
    return parse_date("-".join(compact_day.groups()) if compact_day else words)


def _stamp(seconds: int | float) -> dt.date | None:
    """The day of a Unix time in seconds or milliseconds; no year, and no day before 1990."""
    if 1e11 < seconds < 1e14:  # of an int without end there is no float
        seconds /= 1000
    if not 631_152_000 <= seconds <= 4_102_444_800:
        return None
    return dt.datetime.fromtimestamp(seconds, tz=dt.UTC).date()


def address_of(value: object) -> str | None:
    """The web address of a field, or of the object that it holds; None for any other words."""
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    if isinstance(value, str) and re.match(r"https?://\S+$", value.strip()) and is_utf8(value):
        return value.strip()
    return None

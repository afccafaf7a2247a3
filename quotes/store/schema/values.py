"""Values that columns hold in place of days, spans, ids and words of a few, in any database."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, get_args

from quotes.records import Act, Factuality, Kind, Offsets

CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(reversed(get_args(Kind))),
    "act": get_args(Act),
    "factuality": get_args(Factuality),
}
"""Words of which a column holds the place: the usual one first, as 0 takes no room."""

MEANT = {name: dict(enumerate(words)) for name, words in CHOICES.items()}
"""The word of each number, by column; a KeyError for any other."""

_FARTHEST = 2**31
"""No offset is as far: more than one beyond it has never been written."""

_YEAR, _MONTH = 10_000, 100
MONTH = _MONTH
"""A stored day divided by this is its month, 202011; by its square, the year."""

_LAST = "\U0010ffff"
"""Comes after all other letters."""
_DIGITS = 16
_HEX, _DIGIT = re.compile(r"[0-9a-f]{16}"), re.compile(r"[0-9a-f]+")


def number_of_day(day: dt.date | None) -> int:
    """A day as the number 20201121; 0 where it is not known, so that days can be ordered."""
    return day.year * _YEAR + day.month * _MONTH + day.day if day else 0


def day_of(number: int | None) -> dt.date | None:
    """The day of such a number; raises ValueError and TypeError for one that is none."""
    if not number:
        return None
    return dt.date(number // _YEAR, number // _MONTH % _MONTH, number % _MONTH)


def as_json(value: Any) -> str:
    """A value that JSON can say as words, with the keys in their order."""
    import json

    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def either(day: str, other: str) -> str:
    """SQL for the first of two days, the second where it is not known."""
    return f"CASE WHEN {day} > 0 THEN {day} ELSE {other} END"


def earliest_first(day: str) -> str:
    """SQL to order by: by day, what has none last."""
    return f"CASE WHEN {day} > 0 THEN 0 ELSE 1 END, {day}"


def stored_id(id: str, dialect: str) -> str | bytes:
    """An id as it is stored: in SQLite one of 16 hexadecimal digits is kept as its 8 bytes."""
    return bytes.fromhex(id) if dialect == "sqlite" and _HEX.fullmatch(id) else id


def id_of(stored: str | bytes) -> str:
    """The id that was stored."""
    return stored.hex() if isinstance(stored, bytes) else stored


def ids_that_begin(start: str, dialect: str) -> list[tuple[str | bytes, str | bytes]]:
    """The first and last that an id may be, as it is stored, which begins with these letters.

    As words or as bytes, one of the two: each for itself can be told from an index.
    """
    fits: list[tuple[str | bytes, str | bytes]] = [(start, start + _LAST)]
    if len(start) <= _DIGITS and _DIGIT.fullmatch(start):
        lowest, highest = (stored_id(start.ljust(_DIGITS, digit), dialect) for digit in "0f")
        fits.append((lowest, highest))
    return fits


def pack_spans(spans: tuple[Offsets, ...]) -> bytes:
    """Spans as a few bytes: each start as its distance from the end before it, each length; the
    numbers as variable-length integers (as in Protocol Buffers), zigzag as spans may go back."""
    packed = bytearray()
    place = 0
    for start, end in spans:
        for signed in (start - place, end - start):
            rest = signed << 1 if signed >= 0 else (-signed << 1) - 1
            while rest > 0x7F:
                packed.append(rest & 0x7F | 0x80)
                rest >>= 7
            packed.append(rest)
        place = end
    return bytes(packed)


def unpack_spans(packed: bytes) -> tuple[Offsets, ...]:
    """The spans of such bytes; raises ValueError and TypeError for what are none."""
    ends, place, number, shift = [], 0, 0, 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        if byte > 0x7F:
            shift += 7
            continue
        place += -(number + 1 >> 1) if number & 1 else number >> 1
        ends.append(place)
        number = shift = 0
    if shift or not 0 <= min(ends, default=0) <= max(ends, default=0) < _FARTHEST:
        raise ValueError("bytes that are no spans")
    return tuple(zip(ends[::2], ends[1::2], strict=True))

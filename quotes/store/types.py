"""Types of columns that take less room than the words they stand for, in any database."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    TypeDecorator,
    and_,
    case,
    type_coerce,
)

from quotes.records import Offsets

_LAST = "\U0010ffff"
"""Comes after all other letters."""
_DIGITS = 16
_HEX, _DIGIT = re.compile(r"[0-9a-f]{16}"), re.compile(r"[0-9a-f]+")

_YEAR, _MONTH = 10_000, 100
MONTH = _MONTH
"""A stored day divided by this is its month, 202011; by its square, the year."""


Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Words, which PostgreSQL is to order as SQLite does, by code points, whatever its locale."""


class Day(TypeDecorator[dt.date]):
    """A day as the number 20201121; 0 where it is not known, so that days can be ordered."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect | None) -> int:
        """The number of a day."""
        return value.year * _YEAR + value.month * _MONTH + value.day if value else 0

    def process_result_value(self, value: int | None, dialect: Dialect | None) -> dt.date | None:
        """The day of a number."""
        if not value:
            return None
        return dt.date(value // _YEAR, value // _MONTH % _MONTH, value % _MONTH)


def number(day: ColumnElement[dt.date]) -> ColumnElement[int]:
    """The number as which a day is stored: 20201121, or 0."""
    return type_coerce(day, Integer)


def is_known(day: ColumnElement[dt.date]) -> ColumnElement[bool]:
    """Whether there is a day at all."""
    return number(day) > 0


def either(day: ColumnElement[dt.date], other: ColumnElement[dt.date]) -> ColumnElement[dt.date]:
    """The first of two days, the second where it is not known."""
    return case((is_known(day), day), else_=other)


def earliest_first(day: ColumnElement[dt.date]) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """What to order by: by day, what has none last."""
    return case((is_known(day), 0), else_=1), number(day)


class Choice(TypeDecorator[str]):
    """One of a few words as its place among them: the usual one first, as 0 takes no room."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> int | None:
        """The place of a word."""
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: int | None, dialect: Dialect | None) -> str | None:
        """The word at a place."""
        return None if value is None else self.words[value]


class Spans(TypeDecorator[tuple[Offsets, ...]]):
    """Spans as a few bytes: each start as its distance from the end before it, each length; the
    numbers as variable-length integers (as in Protocol Buffers), zigzag as spans may go back."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(
        self, value: tuple[Offsets, ...] | None, dialect: Dialect | None
    ) -> bytes | None:
        """The bytes of the spans."""
        return None if value is None else pack_spans(value)

    def process_result_value(
        self, value: bytes | None, dialect: Dialect | None
    ) -> tuple[Offsets, ...] | None:
        """The spans of the bytes."""
        return None if value is None else unpack_spans(value)


class Hex(TypeDecorator[str]):
    """An id; in SQLite one of 16 hexadecimal digits is kept as its 8 bytes."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | bytes | None:
        """The id as it is stored."""
        if value and dialect and dialect.name == "sqlite" and _HEX.fullmatch(value):
            return bytes.fromhex(value)
        return value

    def process_result_value(
        self, value: str | bytes | None, dialect: Dialect | None
    ) -> str | None:
        """The id that was stored."""
        return value.hex() if isinstance(value, bytes) else value


class Json(TypeDecorator[Any]):
    """What JSON can say, as its words: they are never asked for one by one."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> str:
        """The words."""
        return json.dumps(value, sort_keys=True, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """What they say."""
        return None if value is None else json.loads(value)


def within(column: ColumnElement[str], first: str, last: str) -> ColumnElement[bool]:
    """Whether words lie between two (BETWEEN is no good with the collation of Words)."""
    return and_(column >= first, column <= last)


def begins_so(column: ColumnElement[str], start: str) -> list[ColumnElement[bool]]:
    """Whether an id of the type Hex begins with these letters: as words or as bytes, one of the
    two; each for itself can be told from an index."""
    fits = [within(type_coerce(column, Words), start, start + _LAST)]
    if len(start) <= _DIGITS and _DIGIT.fullmatch(start):
        lowest, highest = (start.ljust(_DIGITS, digit) for digit in "0f")
        fits.append(within(column, lowest, highest))
    return fits


def pack_spans(spans: tuple[Offsets, ...]) -> bytes:
    """See Spans."""
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
    """See Spans."""
    ends, place, number, shift = [], 0, 0, 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        if byte > 0x7F:
            shift += 7
            continue
        place += -(number + 1 >> 1) if number & 1 else number >> 1
        ends.append(place)
        number = shift = 0
    return tuple(zip(ends[::2], ends[1::2], strict=True))

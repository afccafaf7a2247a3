"""Types of columns that take less room than the words they stand for, in any database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Dialect, Integer, LargeBinary, SmallInteger, Text, TypeDecorator

from quotes.records import Offsets
from quotes.store.errors import UNREADABLE, DamagedError
from quotes.store.values import (
    day_of,
    id_of,
    number_of_day,
    pack_spans,
    stored_id,
    unpack_spans,
)

T = TypeVar("T")

Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Words, which PostgreSQL is to order as SQLite does, by code points, whatever its locale."""


class Day(TypeDecorator[dt.date]):
    """A day as a number."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect | None) -> int:
        """The number of a day."""
        return number_of_day(value)

    def process_result_value(self, value: int | None, dialect: Dialect | None) -> dt.date | None:
        """The day of a number."""
        return _meant(day_of, value)


class Choice(TypeDecorator[str]):
    """One of a few words as its place among them."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words
        self._meant = dict(enumerate(words))

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> int | None:
        """The place of a word."""
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: int | None, dialect: Dialect | None) -> str | None:
        """The word at a place."""
        return None if value is None else _meant(self._meant.__getitem__, value)


class Spans(TypeDecorator[tuple[Offsets, ...]]):
    """Spans as a few bytes."""

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
        return None if value is None else _meant(unpack_spans, value)


class Hex(TypeDecorator[str]):
    """An id; in SQLite one of 16 hexadecimal digits is kept as its 8 bytes."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | bytes | None:
        """The id as it is stored."""
        return stored_id(value, dialect.name) if value and dialect else value

    def process_result_value(
        self, value: str | bytes | None, dialect: Dialect | None
    ) -> str | None:
        """The id that was stored."""
        return None if value is None else id_of(value)


class Json(TypeDecorator[Any]):
    """What JSON can say, as its words: they are never asked for one by one."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect | None) -> str:
        """The words."""
        return json.dumps(value, sort_keys=True, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect | None) -> Any:
        """What they say."""
        return None if value is None else _meant(json.loads, value)


def _meant(meaning: Callable[[Any], T], value: Any) -> T:
    """What a stored value means; raises DamagedError for one that no version writes."""
    try:
        return meaning(value)
    except UNREADABLE as error:
        raise DamagedError from error

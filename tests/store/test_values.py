"""The values that columns hold: those that go in come out, and questions about them are
answered."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.records import Offsets
from quotes.store.db.asking import Dialect
from quotes.store.schema.values import (
    as_json,
    day_of,
    earliest_first,
    either,
    id_of,
    ids_that_begin,
    number_of_day,
    pack_spans,
    stored_id,
    unpack_spans,
)

DIALECTS: tuple[Dialect, ...] = ("sqlite", "postgresql")
HEX = st.text("0123456789abcdef", min_size=1, max_size=18) | st.text("abz019Ł", min_size=1)
WHOLE = "0123456789abcdef"


@given(st.none() | st.dates())
@example(dt.date.min)
@example(dt.date.max)
def test_days(day: dt.date | None) -> None:
    stored = number_of_day(day)
    assert day_of(stored) == day
    assert stored == (int(day.strftime("%Y%m%d")) if day and day.year > 999 else stored)


@given(st.dates(), st.dates())
def test_days_are_ordered_as_stored(one: dt.date, other: dt.date) -> None:
    stored = [number_of_day(day) for day in (one, other)]
    assert (one < other) == (stored[0] < stored[1])


_ends = st.integers(0, 2**31 - 1)


@given(st.lists(st.tuples(_ends, _ends)).map(tuple))
@example(())
@example(((0, 0),))
@example(((2**31 - 1, 0), (7, 5)))
def test_spans(spans: tuple[Offsets, ...]) -> None:
    assert unpack_spans(pack_spans(spans)) == spans


@pytest.mark.parametrize("packed", [b"\x80", b"\x02", b"\x01\x02", pack_spans(((0, 2**31),))])
def test_bytes_that_are_no_spans(packed: bytes) -> None:
    with pytest.raises(ValueError):
        unpack_spans(packed)


def test_usual_spans_take_few_bytes() -> None:
    assert len(pack_spans(((2_000, 2_060), (2_070, 2_100)))) == 5


@given(st.text() | HEX)
@example(WHOLE)
@example(WHOLE.upper())
@example("")
def test_ids(id: str) -> None:
    for dialect in DIALECTS:
        assert id_of(stored_id(id, dialect)) == id


def test_an_id_takes_eight_bytes() -> None:
    assert stored_id(WHOLE, "sqlite") == bytes.fromhex(WHOLE)


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists))
def test_json(value: object) -> None:
    assert json.loads(as_json(value)) == value


def stored_in(column: str, rows: list[tuple[object, ...]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE things ({column})")
    marks = ", ".join("?" * len(column.split(",")))
    connection.executemany(f"INSERT INTO things VALUES ({marks})", rows)
    return connection


@given(st.lists(HEX, max_size=6, unique=True), HEX)
@example([WHOLE, WHOLE + "0", WHOLE + "z", WHOLE[:-1], WHOLE[:-1] + "e"], WHOLE)
@example([WHOLE, WHOLE + "0", WHOLE + "z", WHOLE[:-1]], WHOLE[:-1])
@example(["f" * 16, "f" * 15, "f" * 17, "g"], "f")
def test_beginnings_of_ids(ids: list[str], start: str) -> None:
    """Both those that are kept as bytes and those that are kept as words."""
    asked = "SELECT id FROM things WHERE id >= ? AND id <= ?"
    with closing(stored_in("id TEXT", [(stored_id(id, "sqlite"),) for id in ids])) as connection:
        found = [
            id_of(row[0])
            for fits in ids_that_begin(start, "sqlite")
            for row in connection.execute(asked, fits)
        ]
    assert sorted(found) == sorted(id for id in ids if id.startswith(start))
    ranges = ids_that_begin(start, "postgresql")
    among = [id for id in ids if any(str(first) <= id <= str(last) for first, last in ranges)]
    assert among == [id for id in ids if id.startswith(start)]


@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), min_size=1, max_size=6))
def test_days_in_queries(pairs: list[tuple[dt.date | None, dt.date | None]]) -> None:
    rows = [(number_of_day(one), number_of_day(other)) for one, other in pairs]
    asked = f"SELECT one, {either('one', 'other')} FROM things ORDER BY {earliest_first('one')}"
    with closing(stored_in("one INTEGER, other INTEGER", rows)) as connection:
        found = [(day_of(one), day_of(day)) for one, day in connection.execute(asked)]
    assert sorted(map(str, (day for _, day in found))) == sorted(str(a or b) for a, b in pairs)
    assert [one for one, _ in found] == sorted(
        (a for a, _ in pairs), key=lambda day: (day is None, str(day))
    )

"""Types of columns: what goes in comes out, and what is asked of them is answered."""

from __future__ import annotations

import datetime as dt
import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from quotes.records import Offsets
from quotes.store.types import (
    Choice,
    Day,
    Hex,
    Json,
    Spans,
    begins_so,
    earliest_first,
    either,
    is_known,
    number,
    pack_spans,
    unpack_spans,
)

DIALECTS = [sqlite.dialect(), postgresql.dialect()]  # type: ignore[no-untyped-call]
HEX = st.text("0123456789abcdef", min_size=1, max_size=18) | st.text("abz019Ł", min_size=1)
WHOLE = "0123456789abcdef"


@given(st.none() | st.dates())
@example(dt.date.min)
@example(dt.date.max)
def test_days(day: dt.date | None) -> None:
    stored = Day().process_bind_param(day, None)
    assert Day().process_result_value(stored, None) == day
    assert stored == (int(day.strftime("%Y%m%d")) if day and day.year > 999 else stored)


@given(st.dates(), st.dates())
def test_days_are_ordered_as_stored(one: dt.date, other: dt.date) -> None:
    stored = [Day().process_bind_param(day, None) for day in (one, other)]
    assert (one < other) == (stored[0] < stored[1])


@given(st.lists(st.tuples(st.integers(), st.integers())).map(tuple))
@example(())
@example(((0, 0),))
@example(((-1, -(2**70)), (2**70, 5)))
def test_spans(spans: tuple[Offsets, ...]) -> None:
    assert unpack_spans(pack_spans(spans)) == spans
    stored = Spans().process_bind_param(spans, None)
    assert Spans().process_result_value(stored, None) == spans


def test_usual_spans_take_few_bytes() -> None:
    assert len(pack_spans(((2_000, 2_060), (2_070, 2_100)))) == 5


@given(st.none() | st.text() | HEX)
@example(WHOLE)
@example(WHOLE.upper())
@example("")
def test_ids(id: str | None) -> None:
    for dialect in DIALECTS:
        stored = Hex().process_bind_param(id, dialect)
        assert Hex().process_result_value(stored, dialect) == id


def test_an_id_takes_eight_bytes() -> None:
    assert Hex().process_bind_param(WHOLE, DIALECTS[0]) == bytes.fromhex(WHOLE)


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists))
def test_json(value: object) -> None:
    assert Json().process_result_value(Json().process_bind_param(value, None), None) == value


@pytest.mark.parametrize("word", ["a", "b", None])
def test_choices(word: str | None) -> None:
    choice = Choice("a", "b")
    assert choice.process_result_value(choice.process_bind_param(word, None), None) == word


@settings(deadline=None)
@given(st.lists(HEX, max_size=6, unique=True), HEX)
@example([WHOLE, WHOLE + "0", WHOLE + "z", WHOLE[:-1], WHOLE[:-1] + "e"], WHOLE)
@example([WHOLE, WHOLE + "0", WHOLE + "z", WHOLE[:-1]], WHOLE[:-1])
@example(["f" * 16, "f" * 15, "f" * 17, "g"], "f")
def test_beginnings_of_ids(ids: list[str], start: str) -> None:
    """Both those that are kept as bytes and those that are kept as words."""
    table = Table("ids", MetaData(), Column("id", Hex))
    connection = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: connection)
    with engine.begin() as begun:
        table.create(begun)
        if ids:
            begun.execute(insert(table), [{"id": id} for id in ids])
        found = begun.execute(
            select(table.c.id).where(or_(*begins_so(table.c.id, start)))
        ).scalars()
        assert sorted(found) == sorted(id for id in ids if id.startswith(start))
    engine.dispose()
    connection.close()


@settings(deadline=None)
@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), min_size=1, max_size=6))
def test_days_in_queries(pairs: list[tuple[dt.date | None, dt.date | None]]) -> None:
    table = Table("days", MetaData(), Column("one", Day), Column("other", Day))
    connection = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: connection)
    one, other = table.c.one, table.c.other
    with engine.begin() as begun:
        table.create(begun)
        begun.execute(insert(table), [{"one": a, "other": b} for a, b in pairs])
        asked = select(one, either(one, other), is_known(one), number(one))
        rows = begun.execute(asked.order_by(*earliest_first(one))).all()
    engine.dispose()
    connection.close()
    assert sorted(map(str, (row[1] for row in rows))) == sorted(str(a or b) for a, b in pairs)
    assert [row[0] for row in rows] == sorted(
        (a for a, _ in pairs), key=lambda day: (day is None, str(day))
    )
    assert all(bool(row[2]) == (row[0] is not None) == (row[3] > 0) for row in rows)

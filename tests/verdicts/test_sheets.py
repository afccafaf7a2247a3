"""Changes in a table, and what spreadsheets have done to it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.export.flat import flat_row
from quotes.records import Quote, Speaker
from quotes.verdicts.sheets import (
    STATE,
    edits_of,
    is_as_exported,
    is_of_now,
    state_of,
    verdict_in,
)
from tests.store.build import make_article, make_quote

DAY = dt.date(2021, 2, 3)
QUOTE = make_quote(
    make_article(),
    speaker=Speaker(name="=Zoë Šimić"),
    role="head of\r\nthe “Club”",
    via="Interfax",
    said_on=DAY,
    content=((0, 5), (7, 9)),
    text="'The first … – second' one",
)


def row(**cells: Any) -> dict[str, Any]:
    """A row as a spreadsheet gives it."""
    made = flat_row(QUOTE)
    made["content"] = " ".join(f"{start}-{end}" for start, end in QUOTE.content)
    return {**made, STATE: state_of(QUOTE, made["speaker"]), **cells}


def test_nothing_is_changed_in_a_table_as_it_was_exported() -> None:
    assert edits_of(row(), QUOTE).cells == ()
    assert is_as_exported(row())


@pytest.mark.parametrize(
    "cells",
    [
        {"said_on": "03/02/2021"},
        {"said_on": "2/3/2021"},
        {"said_on": "2021-02-03 00:00:00"},
        {"said_on": "03-Feb-21"},
        {"said_on": "03.02.2021"},
        {"said_on": dt.datetime(2021, 2, 3)},
        {"said_on": 44230},
        {"said_on": "44230"},
        {"speaker": "'=Zoë Šimić"},
        {"speaker": "  =Zoë Šimić  "},
        {"role": "head of\nthe “Club”"},
        {"role": "head of_x000D_\nthe “Club”\u00a0"},
        {"text": "The first … – second' one"},
        {"text": "'The first … – second' one "},
        {"via": "Interfax   "},
        {"content": ""},
        {"kind": " Direct"},
        {"confidence": 0.1, "title": "Another", "date": "1.1.2000"},
        {"note": "", "drop": None, "verdict": " "},
    ],
)
def test_what_a_spreadsheet_does_is_no_change(cells: dict[str, Any]) -> None:
    assert edits_of(row(**cells), QUOTE).cells == ()


def test_letters_that_an_old_encoding_lacks_are_no_change() -> None:
    quote = QUOTE.model_copy(update={"speaker": Speaker(name="Łukasz Ćwik")})
    given = row(speaker="?ukasz ?wik")
    assert edits_of(given, quote).cells == ()


def test_a_text_that_was_cut_is_no_change() -> None:
    quote = QUOTE.model_copy(update={"text": "so it goes " * 4000})
    assert edits_of(row(text=quote.text[:32_767]), quote).cells == ()
    assert edits_of(row(text=quote.text[:99]), quote).cells != ()


@pytest.mark.parametrize(
    ("cells", "edits"),
    [
        ({"speaker": "Bo Kim"}, {"speaker": "Bo Kim"}),
        ({"speaker": None}, {"speaker": ""}),
        ({"role": ""}, {"role": ""}),
        ({"role": "head of the club"}, {"role": "head of the club"}),
        ({"via": "'-TASS"}, {"via": "-TASS"}),
        ({"via": "'t Nieuws"}, {"via": "'t Nieuws"}),
        ({"said_on": "25/12/2020"}, {"said_on": dt.date(2020, 12, 25)}),
        ({"said_on": ""}, {"said_on": None}),
        ({"kind": "INDIRECT", "act": "thought"}, {"kind": "indirect", "act": "thought"}),
        ({"text": "'The first"}, {"text": "'The first"}),
        ({"text": "The first", "content": "0-9"}, {"text": "The first"}),
        ({"content": "0-5, 7-12"}, {"content": ((0, 5), (7, 12))}),
    ],
)
def test_a_changed_cell_says_how_it_should_be(cells: Any, edits: Any) -> None:
    found = edits_of(row(**cells), QUOTE)
    assert (found.edits, found.fault) == (edits, None)
    assert [cell.column for cell in found.cells] == list(edits)
    assert not is_as_exported(row(**cells))


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"said_on": "03/04/2021"}, "may be two"),
        ({"said_on": "soon"}, "is no day"),
        ({"kind": "loud"}, "none of: direct"),
        ({"text": ""}, "x in a column 'drop'"),
        ({"content": "all of it"}, "START-END"),
        ({"verdict": "maybe"}, "none of: drop, confirm"),
        ({"drop": "maybe"}, "none of: x"),
        ({"drop": "x", "verdict": "right"}, "leave one"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_said(cells: Any, fault: str) -> None:
    assert fault in (edits_of(row(**cells), QUOTE).fault or "")


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ({"drop": "x"}, "drop"),
        ({"drop": True}, "drop"),
        ({"drop": "No"}, None),
        ({"verdict": "DROP"}, "drop"),
        ({"verdict": "ok"}, "confirm"),
        ({}, None),
    ],
)
def test_a_column_may_say_what_is_to_be_done(cells: Any, verdict: str | None) -> None:
    assert verdict_in(cells) == verdict


def test_what_follows_from_other_fields_is_not_looked_at() -> None:
    other: Quote = QUOTE.model_copy(update={"confidence": 0.1, "office": "Mayor", "cue_text": "x"})
    assert is_of_now(row(), other)

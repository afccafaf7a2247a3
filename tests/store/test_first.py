"""The earliest quotes with a phrase."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Speaker
from quotes.store import Store

from .build import MONDAY, make_article, make_quote

ANN, BO = Speaker(name="Ann Roe"), Speaker(name="Bo Kim")


@pytest.fixture
def filled(store: Store) -> Store:
    """Added in another order than that of their days; one has no day, one only that of saying."""

    def add(id: str, day: int | None, text: str, **facts: Any) -> None:
        date = None if day is None else MONDAY + dt.timedelta(days=day)
        article = make_article(id, date=date, publisher=facts.pop("publisher", "The Courier"))
        store.add(article, [make_quote(article, text=text, **facts)])

    add("late", 9, "We have a red line here", speaker=ANN)
    add("early", 2, "A red line, they say", speaker=BO, publisher="The Herald")
    add("other words", 0, "A line that is red", speaker=ANN)
    add("undated", None, "No red line at all", speaker=ANN)
    add("said", None, "Red line!", speaker=BO, said_on=MONDAY + dt.timedelta(days=5))
    add("thought", 1, "a red line, perhaps", speaker=ANN, act="thought")
    return store


FIRST: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["early", "said", "late"]),
    ({"limit": 1}, ["early"]),
    ({"by": "speaker"}, ["early", "late"]),
    ({"by": "publisher"}, ["early", "said"]),
    ({"by": "publisher", "limit": 1}, ["early"]),
    ({"speaker": "Roe"}, ["late"]),
    ({"act": "all"}, ["thought", "early", "said", "late"]),
]


@pytest.mark.parametrize(("asked", "expected"), FIRST)
def test_the_earliest(filled: Store, asked: dict[str, Any], expected: list[str]) -> None:
    hits = filled.first("red line", **asked)
    assert [hit.quote.article_id for hit in hits] == expected
    assert all("[" in hit.marked() for hit in hits)


def test_of_one_person_under_two_names(filled: Store) -> None:
    filled.merge("Ann Roe", "Bo Kim")
    assert [hit.quote.article_id for hit in filled.first("red line", by="speaker")] == ["early"]


def test_how_words_are_taken(filled: Store) -> None:
    """They stand together, unless they say otherwise."""
    assert filled.first("line red") == []
    assert len(filled.first("red lin*")) == 3
    with pytest.raises(UsageError, match="nobody is first by 'day': take publisher or speaker"):
        filled.first("red line", by=_any("day"))
    with pytest.raises(UsageError, match="give 1 or more"):
        filled.first("red line", limit=0)


def _any(value: Any) -> Any:
    return value

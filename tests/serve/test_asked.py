"""Lists are asked for by the store's own filters, under their names."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from quotes.errors import UsageError
from quotes.serve.asked import Question
from quotes.store.query.filters import FILTERS, Filters


def test_every_filter_of_the_store_can_be_asked_for() -> None:
    assert set(FILTERS) <= set(Question.model_fields)
    assert Filters(**Question().filters) == Filters()


def test_a_form_that_is_not_filled_in_asks_for_nothing() -> None:
    blank = Question.model_validate(
        dict.fromkeys(["words", "in", "since", "checked", "limit"], " ")
    )
    assert blank == Question()
    assert blank.given == {}


def test_what_is_given_is_kept_by_its_parameter() -> None:
    asked = Question.model_validate(
        {"in": "all", "since": "2021-03-01", "checked": "false", "speaker": "Moreau"}
    )
    assert asked.given == {
        "in": "all",
        "since": dt.date(2021, 3, 1),
        "checked": False,
        "speaker": "Moreau",
    }
    assert Question.model_validate(asked.given) == asked


@pytest.mark.parametrize("day", ["1606000000", "2021-03-01T00:00:00", "01/03/2021", "2021-02-30"])
def test_a_day_is_a_day(day: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        Question.model_validate({"since": day})


@pytest.mark.parametrize("wrong", [{"limit": "201"}, {"min_confidence": "inf"}, {"unique": "2"}])
def test_what_cannot_be_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Question.model_validate(wrong)


def test_the_best_come_first_where_there_are_words() -> None:
    orders = [Question(**given).order for given in ({}, {"words": "a"}, {"sort": "oldest"})]
    assert orders == ["date", "relevance", "oldest"]

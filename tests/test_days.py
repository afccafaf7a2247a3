"""Days as people give them, and times without gaps."""

from __future__ import annotations

from quotes.days import days_of, spaced


def test_days_between_are_shown_too() -> None:
    assert spaced(["2020-11", "2021-02"], "month") == ["2020-11", "2020-12", "2021-01", "2021-02"]
    assert spaced(["2020-02-28", "2020-03-01"], "day") == ["2020-02-28", "2020-02-29", "2020-03-01"]
    assert spaced(["2019", "2021"], "year") == ["2019", "2020", "2021"]
    assert spaced(["9999-12", "9999-11"], "month") == ["9999-11", "9999-12"]
    assert spaced([], "month") == []


def test_the_days_of_a_month_or_a_year() -> None:
    found = {time: [day.isoformat() for day in days_of(time)] for time in ("2020-02", "9999-12")}
    assert found == {
        "2020-02": ["2020-02-01", "2020-02-29"],
        "9999-12": ["9999-12-01", "9999-12-31"],
    }
    assert [day.isoformat() for day in days_of("1999")] == ["1999-01-01", "1999-12-31"]

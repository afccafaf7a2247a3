"""Days that another sentence than the quote's own tells, or the cue itself."""

from __future__ import annotations

import pytest

import quotes

MONDAY, FRIDAY = "2021-03-08", "2021-03-05"

ROWS = [
    # the day within the cue
    ("The ministry reported Monday that the dam was safe.", "the dam was safe", MONDAY),
    ("Mayor Ann Roe called Monday for calmer debate in the city.", "calmer debate", MONDAY),
    # the first paragraph's day is that of the second one's quotation
    (
        "Mayor Ann Roe said Friday that the old bridge in Ostrava would be closed for repairs.\n\n"
        '"It is not safe any longer," she said, according to her office.',
        "not safe any longer",
        FRIDAY,
    ),
    # … and not that of a later one's, or of another person's
    (
        "Mayor Ann Roe said Friday that the old bridge in Ostrava would be closed for repairs.\n\n"
        "Many people in Ostrava cross the bridge on foot every day of the week.\n\n"
        '"It is not safe any longer," she said.',
        "not safe any longer",
        None,
    ),
    # an event that the sentence before dates
    (
        "Hundreds of people gathered in Ostrava on Friday to protest against the plan.\n\n"
        '"We have waited long enough," teacher Ben Oak said at the rally.',
        "waited long enough",
        FRIDAY,
    ),
    # two days, or no event: it can't be told
    (
        "Hundreds gathered in Ostrava on Friday, after a first protest on Monday.\n\n"
        '"We have waited long enough," teacher Ben Oak said at the rally.',
        "waited long enough",
        None,
    ),
    (
        "The bridge in Ostrava was closed on Friday by order of the court.\n\n"
        '"We have waited long enough," teacher Ben Oak said at the rally.',
        "waited long enough",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), ROWS)
def test_day(text: str, words: str, day: str | None) -> None:
    found = [q for q in quotes.extract(text, date="2021-03-08") if words in q.text]
    assert [str(q.said_on) if q.said_on else None for q in found] == [day]

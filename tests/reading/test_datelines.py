"""The lines of an article that give its day and its author, and the lines that are its title."""

from __future__ import annotations

import datetime as dt

import pytest

from quotes.reading.dates import order_of, parse_date
from quotes.reading.furniture import is_headline
from quotes.reading.metadata import find_metadata

DAY = dt.date(2019, 3, 14)  # a Thursday
TITLE = "Orchard Wall to Be Mended"
BODY = "The parish agreed to mend the wall of the orchard before the frost, and to pay for it. " * 3

DATE_LINES = [
    "14 March 2019 09:20 (UTC+03:00)",
    "14 March 2019, 09:20 GMT+3",
    "14 Mar 2019 - 09:20 CET",
    "14 March 2019 09:20 Cairo time",
    "14 March 2019, 09.20 (local time)",
    "09:20, 14.03.2019",
    "09:20 | 14 March 2019",
    "9:20 a.m., March 14, 2019",
    "0920 GMT, 14 March 2019",
    "Thursday, 14 March, 2019, 09:20 GMT",
    "THURSDAY, MARCH 14, 2019",
    "Thu Mar 14 09:20:00 2019",
    "Thu Mar 14 09:20:00 +0000 2019",
    "14. March 2019",
    "14/Mar/2019",
    "(14 March 2019)",
    "Today, 14 March 2019",
    "March 14, 2019 / 9:20 AM EST / Parish News",
    "Mar 14, 2019, 9:20 AM EST · 3 min read",
    "Published 9:20 AM ET, Thu March 14, 2019",
    "Published at 09:20 on 14 March 2019",
    "Published: 09:20 BST, 14 March 2019 | Updated: 10:05 BST, 15 March 2019",
    "Published Date: 14 March 2019",
    "Updated 9:20 AM ET, Thu March 14, 2019",
    "Last updated: 14 March 2019",
    "Last modified on Thu 14 Mar 2019 09.20 GMT",
    "Page last updated at 09:20 GMT, Thursday, 14 March 2019",
    "14 March 2019 Last updated at 09:20 GMT",
    "14 Mar 2019 09:20AM (Updated: 15 Mar 2019 10:05AM)",
    "For immediate release: March 14, 2019",
    "Created: 14 March 2019",
    "Dated: 14.03.2019",
    "Date: 14.03.2019 Time: 09:20",
    "Issued on: 14/03/2019 - 09:20",
    "Date of publication: 14 March 2019",
    "2019-03-14T09:20:00+03:00",
    "2019-03-14 09:20:00 +0300",
    "Thu, 03/14/2019 - 09:20",
    "OSLO, MARCH 14, 2019, PARISHPRESS",
    "OSLO. MARCH 14, 2019. PARISHPRESS",
    "Oslo, Norway, 14 March 2019",
    "14 March 2019, Oslo",
    "March 14, 2019 (Parishpress)",
    "Posted on March 14, 2019 by Ida Holt",
    "Posted 14 Mar 2019 09:20 by Ida Holt in Parish News",
    "Submitted by Ida Holt on Thu, 03/14/2019 - 09:20",
    "By Ida Holt, Parishpress Updated 9:20 AM ET, Thu March 14, 2019",
    "By IDA HOLT, The Parish Times, March 14, 2019",
]


@pytest.mark.parametrize("line", DATE_LINES)
def test_a_date_line_gives_the_day_and_is_no_title(line: str) -> None:
    for text in (f"{TITLE}\n\n{line}\n\n{BODY}", f"{line}\n\n{TITLE}\n\n{BODY}"):
        found = find_metadata(text)
        assert (found.date, found.title) == (DAY, TITLE)
        assert found.byline is None or "holt" in line.lower()
    assert find_metadata(f"{line}\n\n{BODY}\n\n{BODY}").title is None


@pytest.mark.parametrize(
    "start",
    [
        "OSLO, MARCH 14, 2019, PARISHPRESS. ",
        "OSLO, 14 MARCH 2019, PARISHPRESS – ",
        "OSLO, March 14, 2019. PARISHPRESS: ",
        "OSLO (Parishpress), March 14, 2019 — ",
        "OSLO, March 14, 2019 /Parishpress/ -- ",
        "OSLO, MARCH 14, 2019. ",
        "Oslo, Norway – March 14, 2019 – ",
    ],
)
def test_a_dateline_before_the_story_gives_the_day(start: str) -> None:
    found = find_metadata(f"{TITLE}\n\n{start}{BODY}")
    assert (found.date, found.title) == (DAY, TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "On March 14, 2019, the wall fell into the lane and killed a goat.",
        "March 14, 2019 was the day on which the wall fell into the lane.",
        "March 14, 2019. The wall falls into the lane at night.",
        "Mayor Holt — Elected March 14, 2019",
        "Published on March 14, 2019 by a small press in Oslo, the book sold well.",
        "The vicar at the wall, March 14, 2019. Photo by Ida Holt",
        "The plan, which was published on March 14, 2019",
        "Q: Where were you on 14 March 2019?",
        "Updated plans of March 14, 2019 show a lower wall",
    ],
)
def test_a_day_of_the_story_is_not_the_articles(line: str) -> None:
    found = find_metadata(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert (found.date, found.title) == (None, TITLE)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Posted on March 14, 2019 by Ida Holt", "Ida Holt"),
        ("Posted March 14, 2019 by Ida Holt in Parish News", "Ida Holt"),
        ("Posted by Ida Holt on March 14, 2019", "Ida Holt"),
        ("March 14, 2019 9:20 am by Ida Holt and Ben Aas", "Ida Holt and Ben Aas"),
        ("By Ida Holt Published March 14, 2019", "Ida Holt"),
        ("By Ida Holt, Parishpress Updated 9:20 AM ET, Thu March 14, 2019", "Ida Holt"),
        ("By Ida Holt, Staff Writer, Mar. 14, 2019 9:20 AM PT", "Ida Holt"),
        ("By Ida Holt, Parish News Agency", "Ida Holt"),
        ("By Ida Holt, Ben Aas and Ola Berg", "Ida Holt, Ben Aas and Ola Berg"),
        ("Author: Ida Holt", "Ida Holt"),
        ("Text: Ida Holt and Ben Aas | March 14, 2019", "Ida Holt and Ben Aas"),
        ("Report by Ida Holt", "Ida Holt"),
        ("Mary Holt and Ben Aas, March 14, 2019", "Mary Holt and Ben Aas"),
        ("Mary Holt, The Parish Times, Thu 14 Mar 2019 09.20 GMT", "Mary Holt"),
        ("Author: The wall is mended", None),
        ("Words: What the vicar said", None),
        ("By Ida Holt • March 14, 2019 • 3 min read", "Ida Holt"),
        ("Published March 14, 2019 by a small press", None),
        ("By March 14, 2019 the wall was mended", None),
    ],
)
def test_names_in_a_date_line(line: str, names: str | None) -> None:
    assert find_metadata(f"{TITLE}\n\n{line}\n\n{BODY}").byline == names


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thursday, 04/07/2019", dt.date(2019, 7, 4)),
        ("Sunday, 04/07/2019", dt.date(2019, 4, 7)),
        ("Sun. 07.04.2019", dt.date(2019, 4, 7)),
        ("Thu, 04-07-2019 - 09:15", dt.date(2019, 7, 4)),
        ("04/07/2019 (Thu)", dt.date(2019, 7, 4)),
        ("07/04/2019, Sunday", dt.date(2019, 4, 7)),
        ("Monday, 04/07/2019", None),  # neither is
        ("Tuesday, 14/03/2019", DAY),  # which can be read in one way, whatever the weekday
        ("04/07/2019", None),
        ("Sunny 04/07/2019", None),
        ("09:15, 14.03.2019", DAY),
        ("14 March 2019 09:20 (UTC+03:00)", DAY),
        ("Posted on 14 March 2019", DAY),
        ("Thursday | 14 March, 2019 | 09:20", DAY),
        ("half past nine, 14 March 2019", None),
    ],
)
def test_days_with_weekday_and_time(words: str, day: dt.date | None) -> None:
    assert parse_date(words) == day
    if day and "/" in words:
        assert find_metadata(f"{TITLE}\n\n{words}\n\n{BODY}").date == day


def test_a_weekday_shows_the_order_of_other_dates() -> None:
    assert order_of("Thursday, 04/07/2019, and again on 05/07/2019") is True
    assert order_of("Thursday, 04/07/2019, and 07/14/2019") is None
    text = f"{TITLE}\n\n05/07/2019\n\n{BODY}\n\nCorrected on Thursday, 04/07/2019.\n"
    assert find_metadata(text).date == dt.date(2019, 7, 5)


@pytest.mark.parametrize(
    "words",
    ["All news", "LATEST NEWS", "March 14", "14 March", "Thursday, March 14", "March 2019", "2019",
     "09:20", "09:20, 14.03", "9:20 AM ET", "Categories: 2019", "Category: Orchards", "Politics",
     "Tags: wall, frost", "Home » News » World", "Business & Economy", "Menu", "Share this article",
     "Skip to content", "3 min read", "2 hours ago", "Yesterday, 09:20", "Comments (12)",
     "© 2019 The Parish Times", "#orchard #wall", "Photo: Ida Holt", "Subscribe to our newsletter",
     "Last updated", "***"],
)  # fmt: skip
def test_what_is_no_headline(words: str) -> None:
    assert not is_headline(words)
    for text in (f"{words}\n\n{TITLE}\n\n{BODY}", f"# {words}\n\n## {TITLE}\n\n{BODY}"):
        assert find_metadata(text).title == TITLE
    assert find_metadata(f"{words}\n\n{BODY}\n\n{BODY}").title is None


@pytest.mark.parametrize(
    "words",
    ["What the frost of 14 March 2019 did", "March 14, 2019: the night of the frost",
     "Wall Falls Again, March 14, 2019", "March to the orchard draws hundreds", "May wins again",
     "August Holt, who built the wall, dies at 90", "Thursday night at the orchard",
     "All news is bad news, says vicar", "World waits for the pears", "Sport hall burns down",
     "Latest news from the orchard: wall still down", "Home is where the wall is", "12 dead goats",
     "Search for the goat goes on", "Categories of walls and what they cost", "Share of the frost",
     "Updated plan for the wall is rejected", "Photo finish at the fair", "Orchard"],
)  # fmt: skip
def test_a_headline_stays_the_title(words: str) -> None:
    assert find_metadata(f"{words}\n\n{BODY}").title == words


@pytest.mark.parametrize(
    ("block", "byline"),
    [
        ("author: {name: Ida Holt, email: ida@parish.example}", "Ida Holt"),
        ("authors:\n  - name: Ida Holt\n  - name: Ben Aas", "Ida Holt, Ben Aas"),
        ("author:\n  givenName: Ida\n  familyName: Holt", "Ida Holt"),
        ("author: [{first_name: Ida, last_name: Holt}, Ben Aas]", "Ida Holt, Ben Aas"),
        ("Author: By Ida Holt", "Ida Holt"),
        ("dc.creator: Ida Holt <ida@parish.example>", "Ida Holt"),
        ("author: '@idaholt'\nbyline: ''\nwriter: Ben Aas", "Ben Aas"),
    ],
)
def test_authors_of_front_matter(block: str, byline: str) -> None:
    found = find_metadata(f"---\ntitle: {TITLE}\n{block}\n---\n\n{BODY}")
    assert (found.byline, found.where["byline"]) == (byline, "front matter")


@pytest.mark.parametrize(
    "block",
    [
        "date: 2019-03-14",
        "published_at: 14 March 2019 09:20 (UTC+03:00)",
        "date: Thursday, 14 March, 2019, 09:20 GMT",
        "date: 20190314",
        "published: true\narticle:published_time: 2019-03-14T09:20:00Z",
        "DC.date.issued: 14.03.2019",
    ],
)
def test_days_of_front_matter(block: str) -> None:
    assert find_metadata(f"---\n{block}\n---\n\n{BODY}").date == DAY


def test_an_open_day_of_front_matter_is_said() -> None:
    where = find_metadata(f"---\ndate: 04/07/2019\n---\n\n{BODY}").where
    assert where["date"] == "left open: front matter has 04/07/2019"


def test_the_story_may_begin_with_a_name() -> None:
    story = f"Mary Holt, the vicar, spoke at the wall. {BODY}"
    assert find_metadata(f"{TITLE}\n\nMarch 14, 2019\n\n{story}").byline is None
    assert find_metadata(f"{TITLE}\n\nMarch 14, 2019\nMary Holt\n\n{BODY}").byline == "Mary Holt"

"""Title, date, byline and address, as articles give them."""

from __future__ import annotations

import datetime as dt

import pytest

from quotes.reading.dates import parse_date
from quotes.reading.metadata import find_metadata

DAY = dt.date(2020, 11, 21)
BODY = "The ministers met for two hours in the capital and agreed to meet again. " * 4


@pytest.mark.parametrize(
    "words",
    [
        "2020-11-21",
        "2020-11-21T08:30:00Z",
        "2020/11/21",
        "November 21, 2020",
        "November 21st, 2020",
        "Nov. 21, 2020",
        "NOV 21 2020",
        "Saturday, November 21, 2020",
        "Sat. 21 Nov 2020",
        "21 November 2020",
        "21-Nov-2020",
        "21st of November, 2020",
        "21/11/2020",
        "11/21/2020",
        "21.11.2020",
        "21 November 2020 14:05",
    ],
)
def test_a_full_date_is_read_in_any_usual_form(words: str) -> None:
    assert parse_date(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2020",
        "2020-13-45",
        "February 30, 2020",
        "1 January 1599",
        "November 2020",
        "Nov. 21",
        "21/11/20",
        "1.2.3.2020",
        "yesterday",
        "",
        "12020-11-21",
        "2020-11-211",
    ],
)
def test_half_ambiguous_and_impossible_dates_are_none(words: str) -> None:
    assert parse_date(words) is None


def test_a_day_that_is_its_own_month_is_unambiguous() -> None:
    assert parse_date("05/05/2020") == dt.date(2020, 5, 5)


@pytest.mark.parametrize(
    "line",
    [
        "November 21, 2020",
        "**November 21, 2020**",
        "Nov. 21, 2020 | 5:30 pm",
        "Saturday 21 November 2020 14:05 GMT",
        "Moscow, 21 November 2020",
        "By Ann Lee | November 21, 2020",
        "World News - 21 Nov 2020",
        "Published: 21 Nov 2020",
        "Published on November 21, 2020 at 5:30 p.m.",
        "Posted Nov 21, 2020 — Updated Nov 23, 2020",
        "Updated: 2020-11-21",
        "date 2020-11-21 The minister said on the telephone that talks would go on.",
        "Date: 2020-11-21",
        "YEREVAN, November 21, 2020 (Agency) — The minister said that talks would go on.",
        "Tbilisi, Georgia, Nov. 21, 2020 – The minister said that talks would go on.",
    ],
)
def test_a_date_line_near_the_top_gives_the_date(line: str) -> None:
    assert find_metadata(f"Ministers Meet Again\n\n{line}\n\n{BODY}").date == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Since July 1, 2020, we have been free of advertising.",
        "Oct. 31, 2020 The embrace that nobody expected.",
        "Ministers shake hands, November 21, 2020. Photo by the press service",
        "Q: You open your book on May 17, 2001. How old were you?",
        "Published November 21, 2020 by a small press, the book sold well.",
        "03/04/2020",
    ],
)
def test_a_date_in_the_story_or_a_caption_is_not_the_articles(line: str) -> None:
    assert find_metadata(f"Ministers Meet Again\n\n{line}\n\n{BODY}").date is None


def test_publication_goes_before_update_wherever_they_stand() -> None:
    text = f"Ministers Meet\n\nUpdated: 23 Nov 2020\nPublished: 21 Nov 2020\n\n{BODY}"
    assert find_metadata(text).date == DAY


def test_a_date_far_below_the_top_is_left_alone() -> None:
    assert find_metadata("A line of the story.\n" * 15 + "November 21, 2020\n").date is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Ministers [Meet](https://example.org) Again #\n\n{BODY}", "Ministers Meet Again"),
        (f"## Small\n\n# Large\n\n{BODY}", "Large"),
        (f"Ministers Meet Again\n====\n\n{BODY}", "Ministers Meet Again"),
        (f"**Ministers Meet Again**\n\n{BODY}", None),
        (f"Ministers Meet Again\n\n{BODY}", "Ministers Meet Again"),
        (f"\ufeffMinisters Meet Again\r\n\r\n{BODY}\r\n", "Ministers Meet Again"),
        (f"Ministers meet again\n{BODY}\nRead more\n", "Ministers meet again"),
        (f"November 21, 2020\n\nMinisters Meet Again\n\n{BODY}", "Ministers Meet Again"),
        (f"By Ann Lee\n\nMinisters Meet Again\n\n{BODY}", "Ministers Meet Again"),
        (f"Free?\nWe are free of charge.\nGive\n\nMinisters Meet\n\n{BODY}", "Ministers Meet"),
        (f"Ministers met again today.\n\nWho gains?\n\n{BODY}", None),
        (f"{BODY}\n\nA Later Heading\n\n{BODY}", None),
        ("Ministers Meet Again", None),
        ("The transcript follows:\n\nQ and A\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert find_metadata(text).title == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE AND BO KIM", "ANN LEE AND BO KIM"),
        ("By [Ann Lee and Bo Kim for the Agency](#)", "Ann Lee and Bo Kim for the Agency"),
        ("**By Ann J. Lee**", "Ann J. Lee"),
        ("By Ann Lee | Nov 21, 2020", "Ann Lee"),
        ("By Ann Lee, November 21, 2020", "Ann Lee"),
        ("By Tuesday the ministers had met twice", None),
        ("By the end of the week", None),
        ("By Friday, nobody remembered it.", None),
    ],
)
def test_byline(line: str, byline: str | None) -> None:
    assert find_metadata(f"Ministers Meet Again\n\n{line}\n\n{BODY}").byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "Original url: <https://example.org/a?b=1>",
        "URL: https://example.org/a?b=1",
        "**Source url:** https://example.org/a?b=1",
    ],
)
def test_an_address_line_is_found_at_the_end_too(line: str) -> None:
    assert find_metadata(f"{BODY}\n\n{line}\r\n").url == "https://example.org/a?b=1"


def test_front_matter_wins_over_the_text() -> None:
    text = (
        "---\ntitle: From the block\npublish_date: 2020-11-21 08:00\nauthors: [Ann Lee, Bo Kim]\n"
        f"URL: https://example.org/a\nsite_name: The Example\n---\n# Below\n\nMay 1, 2019\n\n{BODY}"
    )
    found = find_metadata(text)
    assert (found.title, found.date, found.byline) == ("From the block", DAY, "Ann Lee, Bo Kim")
    assert (found.url, found.publisher) == ("https://example.org/a", "The Example")


@pytest.mark.parametrize(
    "block",
    [
        "date: 2020-13-45",
        "title: [never closed",
        "- a list",
        "title: {a: b}\ndate: 1500-01-01\nurl: not an address",
        "a: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]",
        "[" * 5000,
        "!!python/object/apply:os.system [ls]",
    ],
)
def test_front_matter_that_is_none_does_no_harm(block: str) -> None:
    found = find_metadata(f"---\n{block}\n---\n\n# Below\n\nNovember 21, 2020\n\n{BODY}")
    assert found.date == DAY
    assert found.url is None

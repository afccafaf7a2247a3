"""Title, day and names of a page, in the forms that systems and newsrooms give them."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from quotes.reading.drafts import Metadata
from quotes.reading.html import page_draft

STORY = "<p>The parish agreed to mend the wall of the orchard before the frost, and to pay.</p>" * 4
DAY = dt.date(2019, 3, 14)


def facts(body: str, head: str = "<title>Wall to Be Mended at Last</title>") -> Metadata:
    """The facts that are read of an article with this markup above its story."""
    page = f"<html><head>{head}</head><body><article>{body}{STORY}</article></body></html>"
    return page_draft(page.encode()).metadata


def linked(node: object) -> Metadata:
    """The facts that are read of an article of which JSON-LD says this."""
    return facts("", f'<script type="application/ld+json">{json.dumps(node)}</script>')


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "givenName": "Ida", "familyName": "Holt"}, "Ida Holt"),
        ([{"@type": "Person", "name": "Ida Holt"}, {"name": "Ben Aas"}], "Ida Holt, Ben Aas"),
        ([{"firstName": "Ida", "lastName": "Holt"}, "Ben Aas"], "Ida Holt, Ben Aas"),
        (["Ida Holt", "By Ida Holt", "https://parish.example/ida"], "Ida Holt"),
        ({"@type": "Person", "name": ["Ida Holt", "Ben Aas"]}, "Ida Holt, Ben Aas"),
        ({"@list": [{"name": "Ida Holt"}, {"name": "Ben Aas"}]}, "Ida Holt, Ben Aas"),
        ("https://parish.example/ida", None),
        ({"@id": "#nobody"}, None),
    ],
)
def test_authors_of_json_ld(author: object, names: str | None) -> None:
    assert linked({"@type": "NewsArticle", "headline": "Wall", "author": author}).byline == names


REFERENCES = [{"@id": "#i"}, {"@id": "#b"}]


@pytest.mark.parametrize("author", [REFERENCES, {"@list": REFERENCES}])
def test_authors_of_a_graph_may_be_told_in_pieces(author: object) -> None:
    graph = [
        {"@type": "WebSite", "name": "The Parish Times"},
        {"@type": "NewsArticle", "headline": "Wall", "author": author},
        {"@id": "#i", "@type": "Person", "givenName": "Ida", "familyName": "Holt"},
        {"@id": "#b", "name": "Ben Aas"},
        {"@id": "#b", "@type": "Person"},
    ]
    assert linked({"@graph": graph}).byline == "Ida Holt, Ben Aas"


@pytest.mark.parametrize(
    "body",
    [
        '<p>By <a rel="author" href="/i">Ida Holt</a>, <a rel="author" href="/b">Ben Aas</a></p>',
        '<span><a rel="author nofollow" href="/i">Ida Holt</a></span> '
        '<span><a rel="author nofollow" href="/b">Ben Aas</a></span>',
        '<ul><li><a rel="author">Ida Holt</a></li><li><a rel="author">Ben Aas</a></li></ul>',
        '<div class="author"><a href="/i">Ida Holt</a></div><div class="author">Ben Aas</div>',
        '<address><a rel="author">Ida Holt</a><br><a rel="author">Ben Aas</a></address>',
    ],
)
def test_all_authors_that_a_page_links(body: str) -> None:
    assert facts(body).byline == "Ida Holt, Ben Aas"


def test_other_articles_authors_are_not_this_ones() -> None:
    more = '<div class="more"><p>Pears are dear this year</p><a rel="author">Ben Aas</a></div>'
    byline = '<p class="byline">By Ida Holt</p>'
    assert facts(byline + STORY + more).byline == "Ida Holt"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ('<div class="info">Posted on <a href="/d">March 14, 2019</a> by <a href="/i">Ida Holt'
         "</a></div>", "Ida Holt"),
        ("<div><span>Published</span> <span>9:20 AM ET, Thu March 14, 2019</span></div>", None),
        ("<p>By Ida Holt, Parishpress<br>Updated 9:20 AM ET, Thu March 14, 2019</p>", "Ida Holt"),
        ("<div>09:20, 14.03.2019</div>", None),
        ("<time>09:20, 14.03.2019</time>", None),
        ("<div>Thursday, 14 March, 2019, 09:20 GMT</div>", None),
        ("<p>OSLO, MARCH 14, 2019, PARISHPRESS. The wall fell into the lane.</p>", None),
        ("<div>Last updated: 14 March 2019 09:20 (UTC+03:00)</div>", None),
    ],
)  # fmt: skip
def test_the_lines_under_a_heading(body: str, names: str | None) -> None:
    found = facts(f"<h1>Wall to Be Mended at Last</h1>{body}")
    assert (found.date, found.byline) == (DAY, names)
    assert found.title == "Wall to Be Mended at Last"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="og:title" content="All news"><title>Wall Mended at Last</title>', ""),
        ('<meta property="og:title" content="March 14"><title>News</title>',
         "<h1>Wall Mended at Last</h1>"),
        ('<meta property="og:title" content="The Parish Times"><meta property="og:site_name" '
         'content="The Parish Times"><title>Wall Mended at Last | The Parish Times</title>', ""),
        ("<title>The Parish Times</title>", "<h1>All news</h1><h1>Wall Mended at Last</h1>"),
        ("<title>Wall Mended at Last - Politics - The Parish Times</title>",
         "<h1>14 March 2019 09:20 (UTC+03:00)</h1>"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Latest News", '
         '"name": "Wall Mended at Last"}</script>', ""),
    ],
)  # fmt: skip
def test_a_section_or_a_day_is_no_title(head: str, body: str) -> None:
    assert facts(body, head).title == "Wall Mended at Last"


def test_a_page_may_have_no_title() -> None:
    assert facts("<h1>News</h1>", "<title>News | The Parish Times</title>").title is None


@pytest.mark.parametrize(
    "title",
    ["March 14, 2019: the night of the frost", "What happened on 14 March 2019", "News of a wall"],
)  # fmt: skip
def test_a_headline_with_a_day_stays(title: str) -> None:
    assert facts(f"<h1>{title}</h1>", f"<title>{title} | The Parish Times</title>").title == title
    assert linked({"@type": "NewsArticle", "headline": title}).title == title


@pytest.mark.parametrize(
    "tag",
    ["article:published_time", "DC.date.issued", "parsely-pub-date", "publish-date", "pubdate",
     "og:published_time", "datePublished", "date"],
)  # fmt: skip
def test_one_table_of_names_for_tags(tag: str) -> None:
    assert facts("", f'<meta name="{tag}" content="2019-03-14T09:20:00+03:00">').date == DAY


def test_title_and_names_are_as_a_browser_shows_them() -> None:
    head = (
        '<title>Wall</title><meta property="og:title" content="Wall of the Or&shy;chard &amp;amp;'
        'quot;Mended&amp;amp;quot;"><meta name="author" content="I\u200bda Holt">'
    )
    found = facts("<h1>Wall of the Orchard &quot;Mended&quot;</h1>", head)
    assert (found.title, found.byline) == ('Wall of the Orchard "Mended"', "Ida Holt")

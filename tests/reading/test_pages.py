"""Saved web pages in the markup of thirty kinds of systems, and single habits of markup."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from benchmarks.pages import FIELDS, PAGES, faults
from quotes.errors import InputError
from quotes.reading.html import fragment_text, page_draft

STORY = "".join(
    f"<p>“We have waited long enough,” said Ann Roe, the mayor of Ostrava, on day {n} of talks.</p>"
    for n in range(5)
)


def page(head: str = "", body: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><meta charset=utf-8>{head}</head>"
        f"<body><article>{body}{STORY}</article></body></html>"
    ).encode()


def test_thirty_systems() -> None:
    """95 of 100 fields are read as a careful reader reads them."""
    pages = sorted(PAGES.glob("*.html"))
    wrong = {f"{p.name}: {n}": what for p in pages for n, what in faults(p).items() if n in FIELDS}
    assert len(pages) == 30
    assert len(wrong) <= 0.05 * len(pages) * len(FIELDS), wrong


@pytest.mark.parametrize(
    ("head", "body", "field", "value"),
    [
        (
            '<meta property="og:title" content="Talks Go On | The Post">'
            '<meta property="og:site_name" content="The Post">',
            "",
            "title",
            "Talks Go On",
        ),
        ("<title>Talks Go On - The Example Post</title>", "", "title", "Talks Go On"),
        ("<title>The Example Post | Talks in Ostrava Go On</title>", "", "publisher", None),
        ("", "<h1>Talks Go On</h1>", "title", "Talks Go On"),
        ('<link rel="canonical" href="https://a.example/x">', "", "url", "https://a.example/x"),
        (
            '<meta property="article:published_time" content="2021-05-04T23:30:00-05:00">',
            "",
            "date",
            dt.date(2021, 5, 4),
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": '
            '{"@id": "#p"}, "datePublished": "2020-11-16",}, {"@id": "#p", "@type": "Person", '
            '"name": "Ben Oak"}]}</script>',
            "",
            "byline",
            "Ben Oak",
        ),
        ("", '<p class="byline">By Ann Roe and Ben Oak, Chief Reporter</p>', "byline", None),
        ("", '<time class="updated" datetime="2020-01-02">2 Jan</time>', "date", None),
        ("", '<time datetime="2020-01-02">2 Jan</time>', "date", dt.date(2020, 1, 2)),
        ("", "<p>03/04/2020</p>", "date", None),
        ("", "<p>03/04/2020</p><p>Corrected: 25/04/2020</p>", "date", dt.date(2020, 4, 3)),
    ],
)
def test_metadata(head: str, body: str, field: str, value: object) -> None:
    metadata = page_draft(page(head or "<title>T</title>", body)).metadata
    if value is None and field in ("publisher", "byline"):
        assert getattr(metadata, field)
    else:
        assert getattr(metadata, field) == value
    if getattr(metadata, field):
        assert metadata.where[field]


def test_an_open_date_is_said() -> None:
    metadata = page_draft(page("<title>T</title>", "<p>03/04/2020</p>")).metadata
    assert metadata.where["date"].startswith("left open")


def test_clutter_is_no_story() -> None:
    text = page_draft(
        page(
            "<title>T</title>",
            '<div class="newsletter-box"><p>Get the morning letter.</p></div>'
            '<nav><a href="/">“Peace,” says Kim</a></nav>'
            '<p>READ: <a href="/x">“War,” says Lund</a></p>',
        )
    ).text
    assert "morning letter" not in text
    assert "says Kim" not in text
    assert "says Lund" not in text
    assert text.count("waited long enough") == 5


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<meta charset=iso-8859-1><p>caf\u00e9 \u201chere\u201d".encode("cp1252"), "café “here”"),
        ("<meta charset=latin-1><p>café".encode(), "café"),
        ("\ufeff<p>café".encode(), "café"),
        ("<p>café".encode("utf-16"), "café"),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>café'.encode(), "café"),
    ],
)
def test_encodings(data: bytes, words: str) -> None:
    assert page_draft(data).text == words


def test_the_text_may_stand_in_the_metadata_alone() -> None:
    body = "“It was a long day for all of us,” Ann Roe said. " * 9
    head = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{body}"}}'
    data = f"<html><head>{head}</script></head><body><div id=app></div></body></html>"
    assert page_draft(data.encode()).text == body.strip()


def test_an_empty_page_is_named() -> None:
    with pytest.raises(InputError, match="no article in it"):
        page_draft(b"<html><body><script>x()</script></body></html>")


def test_a_fragment_is_all_story() -> None:
    assert (
        fragment_text("<p>One <b>bold</b> word<br>and more</p>Two")
        == "One bold word and more\n\nTwo"
    )


def test_pages_have_their_words(tmp_path: Path) -> None:
    assert "<" not in page_draft(page("<title>T</title>")).text


def test_classes_of_sections_are_no_clutter() -> None:
    body = (
        '<div class="post-1 post tag-politics hentry"><span class="author">Ann Lee</span>'
        f'<time datetime="2020-01-02"></time>{STORY}</div>'
    )
    draft = page_draft(page("<title>T</title>", body))
    assert (draft.metadata.byline, draft.metadata.date) == ("Ann Lee", dt.date(2020, 1, 2))
    paid = STORY.replace("<p>", '<p class="paywall">')
    assert page_draft(page("<title>T</title>", paid)).text.count("day 4") == 2

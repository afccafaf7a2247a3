"""Addresses of our pages, and of what lies elsewhere."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.records import Quote, Speaker
from quotes.serve.asked import Question
from quotes.serve.links import Links, text_fragment, web_address

LINK = Links()


def _quote(**changes: object) -> Quote:
    values = {
        "id": "ab12",
        "article_id": "a&b#c?.html",
        "kind": "direct",
        "act": "speech",
        "text": "“Well-made, and cheap,”",
        "content": ((0, 5),),
        "confidence": 0.5,
    }
    return Quote.model_validate({**values, **changes})


def test_a_list_with_one_thing_set_or_taken_away() -> None:
    asked = Question(speaker="Lee & Co", where="all", since=dt.date(2021, 3, 1), after="ab")
    assert LINK.quotes(asked, speaker=None) == "/quotes?in=all&since=2021-03-01"
    assert LINK.quotes(asked, where=None, since=None) == "/quotes?speaker=Lee+%26+Co"
    assert LINK.quotes(Question(speaker="x"), after="cd") == "/quotes?speaker=x&after=cd"
    assert LINK.quotes(Question(checked=False), ending=".csv") == "/quotes.csv?checked=false"
    assert LINK.quotes() == "/quotes"


@given(st.text(), st.text(min_size=1))
def test_any_words_come_through_an_address(path: str, name: str) -> None:
    address = urlsplit(LINK.article(name))
    plain = name.encode("utf8", "replace").decode()
    assert address.path == "/article"
    assert parse_qs(address.query, keep_blank_values=True) == {"id": [plain]}
    saying = urlsplit(LINK.saying(path))
    assert unquote(saying.path) == f"/saying/{path}".encode("utf8", "replace").decode()
    assert not saying.query


def test_a_quote_is_found_in_its_article() -> None:
    assert LINK.quote(_quote()) == "/article?id=a%26b%23c%3F.html&quote=ab12#q-ab12"
    assert LINK.article("a b", part=2) == "/article?id=a+b&part=2"


@pytest.mark.parametrize(
    ("who", "address"),
    [
        (Speaker(name="Ann Lee", id="ann-lee"), "/speaker?name=ann-lee"),
        (Speaker(name="NATO", type="organization"), "/speaker?name=organization%3ANATO"),
        ("Ann", "/speaker?name=Ann"),
    ],
)
def test_a_speaker_is_told_from_another_of_the_name(who: Speaker | str, address: str) -> None:
    assert LINK.speaker(who) == address


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " JavaScript:alert(1)//http://x",
        "data:text/html,x",
        "//elsewhere.example/x",
        "ftp://elsewhere.example",
        "http:///x",
        "https://[bad",
        "file:///etc/passwd",
    ],
)
def test_only_the_web_is_linked(url: str | None) -> None:
    assert web_address(url) is None
    assert LINK.original(_quote(url=url)) is None


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://x.example/a", "https://x.example/a#:~:text=Well%2Dmade%2C%20and%20cheap%2C"),
        ("HTTP://x.example/#b", "http://x.example/#b:~:text=Well%2Dmade%2C%20and%20cheap%2C"),
    ],
)
def test_the_original_opens_at_the_quote(url: str, address: str) -> None:
    assert LINK.original(_quote(url=url)) == address


def test_a_long_quote_is_named_by_its_ends() -> None:
    words = " ".join(f"w{n}" for n in range(200))
    start, end = text_fragment(f"“{words}” … “more”").split(",")
    assert (unquote(start), unquote(end)) == ("w0 w1 w2 w3 w4", "w195 w196 w197 w198 w199")


@pytest.mark.parametrize(
    ("id", "address"),
    [
        ("Q42", "https://www.wikidata.org/wiki/Q42"),
        ("Q4/../x", None),
        ("Q", None),
        ("Q٤", None),
        (None, None),
    ],
)
def test_only_an_id_of_wikidata_is_linked(id: str | None, address: str | None) -> None:
    assert LINK.wikidata(id) == address

"""Speakers and outlets beside each other, as a page, as JSON and as a picture."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quotes.records import Speaker
from quotes.store import Store

from ...store.build import make_article, make_quote
from ..conftest import asking


def _hrefs(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)


def test_two_speakers(client: TestClient) -> None:
    found = client.get("/api/compare?of=moreau&of=berg").json()
    assert [(one["name"], one["count"]) for one in found["found"]["of"]] == [
        ("Ada Moreau", 3),
        ("Nils Berg", 2),
    ]
    page = client.get("/compare?of=moreau&of=berg").text
    assert "<h2" in page
    assert "/quotes?speaker=moreau&amp;publisher=The+Courier" in _hrefs(page)
    assert "Left out:" in page


def test_outlets_and_whom_they_quote(client: TestClient) -> None:
    found = client.get("/api/compare?by=publisher&of=courier&of=post").json()["found"]
    cells = {(one["value"], one["other"]): one["count"] for one in found["cells"]}
    assert cells["Nils Berg", "courier"] == 2
    assert ("Nils Berg", "post") not in cells
    assert cells["Ada Moreau", "courier"] == 2


def test_filters_hold_and_are_shown(client: TestClient) -> None:
    query = {"of": ["moreau", "berg"], "publisher": "courier"}
    found = client.get("/api/compare", params=query).json()["found"]
    assert [one["count"] for one in found["of"]] == [2, 2]
    page = client.get("/compare", params=query).text
    assert "in courier" in page
    without = "/compare?by=speaker&amp;of=moreau&amp;of=berg"
    assert without in _hrefs(page)


def test_a_name_that_is_none_is_told_beside_its_field(client: TestClient) -> None:
    query = {"of": ["moreau", "Zork", "berg", "Ada Moreau", ""]}
    found = client.get("/api/compare", params=query).json()
    errors = [one["error"] or "" for one in found["named"]]
    assert ["Zork" in errors[1], "mean the same" in errors[3], errors[0], errors[2]] == [
        True,
        True,
        "",
        "",
    ]
    assert len(found["found"]["of"]) == 2
    page = client.get("/compare", params=query).text
    assert page.count('aria-invalid="true"') == 2
    assert "/compare?by=speaker&amp;of=moreau&amp;of=berg&amp;of=Ada+Moreau" in _hrefs(page)


def test_an_ambiguous_name_is_chosen_by_a_link(own_newsroom: Path) -> None:
    article = make_article()
    with Store(own_newsroom) as store:
        store.add(article, [make_quote(article, speaker=Speaker(name="Lea Moreau"))])
    client = asking(own_newsroom)
    page = client.get("/compare?of=moreau&of=berg").text
    assert "/compare?by=speaker&amp;of=Lea+Moreau&amp;of=berg" in _hrefs(page)
    assert "Fewer than two" in page


@pytest.mark.parametrize("query", ["of=a&of=b&of=c&of=d&of=e&of=f&of=g", "by=size", "words=x"])
def test_what_cannot_be_compared_is_told(client: TestClient, query: str) -> None:
    answer = client.get(f"/compare?{query}")
    assert answer.status_code == 422
    assert "Not shown" in answer.text


def test_a_speaker_cannot_be_asked_for_beside_speakers(client: TestClient) -> None:
    answer = client.get("/api/compare?of=moreau&of=berg&speaker=x")
    assert answer.status_code in (404, 422)
    answer = client.get("/api/compare?of=moreau&of=berg&speaker=berg")
    assert (answer.status_code, "take that away" in answer.json()["error"]) == (422, True)


def test_nothing_named_yet(client: TestClient) -> None:
    page = client.get("/compare").text
    assert "/compare?by=speaker&amp;of=Ada+Moreau" in _hrefs(page)
    assert page.count('name="of"') == 3


def test_lines_are_told_apart_without_colours(client: TestClient) -> None:
    def drawn(query: str) -> Any:
        return client.get(f"/plot/compare.svg?{query}")

    one, both = drawn("of=moreau"), drawn("of=moreau&of=berg")
    assert both.headers["content-type"].startswith("image/svg+xml")
    assert "stroke-dasharray" in both.text
    assert both.text.count("Nils Berg") > one.text.count("Nils Berg") == 0
    assert drawn("of=moreau&of=Zork").text == one.text

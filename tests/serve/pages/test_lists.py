"""Searches and lists, as pages and as JSON."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from ..conftest import asking
from ..newsroom import make_newsroom


def _ids(client: TestClient, address: str) -> list[str]:
    return [hit["quote"]["text"] for hit in client.get(address).json()["hits"]]


def test_a_list_and_its_json_show_the_same(client: TestClient) -> None:
    found = client.get("/api/quotes").json()
    page = client.get("/quotes").text
    assert found["total"] == len(found["hits"]) == 8
    assert [page.index(f"q-{hit['quote']['id']}") for hit in found["hits"]]
    assert found["next"] is None


def test_words_are_marked(client: TestClient) -> None:
    page = client.get("/quotes", params={"words": "toll*"}).text
    assert "“The <mark>toll</mark> stays at two crowns,”" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"speaker": "moreau"}, 3),
        ({"publisher": "courier", "kind": "direct"}, 4),
        ({"factuality": "negated"}, 1),
        ({"act": "thought"}, 1),
        ({"since": "2021-03-02", "until": "2021-03-31"}, 2),
        ({"min_confidence": "0.9"}, 4),
        ({"words": "bridge", "in": "articles"}, 3),
        ({"unique": "true"}, 7),
        ({"speaker": "", "since": "", "words": " ", "kind": ""}, 8),
    ],
)
def test_filters(client: TestClient, query: dict[str, str], count: int) -> None:
    assert client.get("/api/quotes", params=query).json()["total"] == count


def test_pages_follow_each_other(client: TestClient) -> None:
    whole = _ids(client, "/api/quotes")
    seen: list[str] = []
    address = "/api/quotes?limit=3"
    while True:
        page = client.get(address).json()
        seen += [hit["quote"]["text"] for hit in page["hits"]]
        if page["next"] is None:
            break
        address = f"/api/quotes?limit=3&after={page['next']}"
    assert seen == whole


def test_a_server_answers_as_a_file_does(client: TestClient, postgres_db: str) -> None:
    other = asking(make_newsroom(postgres_db))
    for address in ("/api/", "/api/quotes?words=toll*", "/api/speakers", "/api/articles"):
        assert other.get(address).json() == client.get(address).json()


def test_speakers_and_articles_are_those_of_the_quotes_asked_for(client: TestClient) -> None:
    speakers = client.get("/api/speakers?publisher=post").json()["speakers"]
    assert {(one["name"], one["count"]) for one in speakers} == {
        ("Ada Moreau", 1),
        ("Harbour Council", 1),
    }
    articles = client.get("/api/articles?speaker=moreau&limit=2").json()
    assert [one["id"] for one in articles["articles"]] == ["toll.html", "bridge.html"]
    last = client.get(f"/api/articles?speaker=moreau&after={articles['next']}").json()
    assert [one["id"] for one in last["articles"]] == ["ferry.txt"]


def test_speakers_and_articles_are_found_by_a_part_of_a_name(client: TestClient) -> None:
    assert [one["name"] for one in client.get("/api/speakers?name=BER").json()["speakers"]] == [
        "Nils Berg"
    ]
    first = client.get("/api/speakers?limit=1&name=").json()
    assert [one["name"] for one in first["speakers"]] == ["Ada Moreau"]
    page = client.get("/speakers", params={"limit": 1, "after": first["next"]}).text
    assert "Nils Berg" in page
    assert "Ada Moreau" not in page
    assert 'href="/speakers?limit=1"' in page
    found = client.get("/api/articles?title=bridge").json()["articles"]
    assert [one["id"] for one in found] == ["bridge.html"]

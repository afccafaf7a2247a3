"""The start, and the picture on it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient


def test_the_start_tells_what_is_stored(client: TestClient) -> None:
    found = client.get("/api/").json()
    assert found["total"] == 8
    assert [hit["quote"]["article_id"] for hit in found["latest"]][1] == "toll.html"
    assert found["speakers"][0] == {
        "value": "Ada Moreau",
        "count": 3,
        "filters": {"speaker": "Ada Moreau"},
    }
    assert [(one["value"], one["count"]) for one in found["months"]] == [
        ("2021-03", 5),
        ("2021-04", 1),
    ]


def test_a_picture_stands_beside_its_figures(client: TestClient) -> None:
    page = client.get("/").text
    for address in ("/plot/months.svg", "/plot/months.svg?look=dark"):
        assert f'"{address}"' in page
        answer = client.get(address)
        assert answer.headers["content-type"] == "image/svg+xml"
        words = "".join(ET.fromstring(answer.content).itertext())
        assert "2021-03" in words
    assert '<th scope="row">Mar 2021</th><td class="number">5</td>' in page


def test_a_picture_is_drawn_once_for_the_same_figures(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/plot/months.svg?publisher=courier&look=dark"
    first = client.get(address).content
    monkeypatch.setattr("quotes.serve.plots.picture", None)
    assert client.get(address).content == first


def test_quotes_of_ten_thousand_years_are_drawn() -> None:
    from quotes.serve.plots import over_time
    from quotes.store import Count

    far = [Count(value="0001-01", count=1), Count(value="9999-12", count=2)]
    drawn = over_time({"$x_1^": far, "_y": far}, "light").decode()
    assert "$x_1^" in drawn
    assert drawn.count("<path") < 100

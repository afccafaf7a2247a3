"""Audits as a page, as JSON and as a picture."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient


def test_shares_and_intervals(client: TestClient) -> None:
    found = client.get("/api/audit").json()["audit"]
    person = next(one for one in found["counts"] if one["value"] == "person")
    page = client.get("/audit").text
    assert f"{100 * person['share']:.1f} %" in page
    assert f"{100 * person['share_low']:.1f} to {100 * person['share_high']:.1f}" in page
    for note in found["notes"]:
        assert note in unescape(page)
    assert 'href="#docs"' in page
    assert 'id="docs"' in page


@pytest.mark.parametrize("by", ["type", "gender", "country", "office", "role", "affiliation"])
@pytest.mark.parametrize("across", ["", "publisher", "month", "year"])
def test_each_way_has_a_page_and_a_picture(client: TestClient, by: str, across: str) -> None:
    query = {"by": by, "across": across}
    page = client.get("/audit", params=query)
    assert page.status_code == 200
    assert "unknown" in page.text
    plot = client.get("/plot/audit.svg", params=query)
    assert plot.headers["content-type"].startswith("image/svg+xml")


@pytest.mark.parametrize("across", ["publisher", "month", "year"])
def test_a_count_is_that_of_the_list_to_which_it_leads(client: TestClient, across: str) -> None:
    page = client.get("/audit", params={"across": across, "since": "2021-03-01"}).text
    found = re.findall(r'<td[^>]*><a href="([^"]*)">([\d,]+)</a>', page)
    assert len(found) >= 2
    for href, count in found:
        listed = client.get(f"/api{unescape(href)}").json()["total"]
        assert str(listed) == count


def test_what_has_no_such_value_is_told_and_not_linked(client: TestClient) -> None:
    page = client.get("/audit", params={"by": "gender"}).text
    assert "as they have no gender: 2 quotes" in page
    assert not re.findall(r'<td[^>]*><a href="[^"]*">[\d,]+</a>', page)


def test_filters_hold_and_are_shown(client: TestClient) -> None:
    query = {"publisher": "courier", "across": "month"}
    found = client.get("/api/audit", params=query).json()["audit"]
    assert found["total"]["quotes"] == 5
    page = client.get("/audit", params=query).text
    assert "in courier" in page
    assert "/audit?by=type&amp;across=month&amp;columns=12" in page


def test_nothing_of_the_kind(client: TestClient) -> None:
    assert "Nothing of the kind" in client.get("/audit", params={"since": "2031-01-01"}).text


@pytest.mark.parametrize("query", ["by=size", "across=size", "columns=0", "words=x", "unique=true"])
def test_what_cannot_be_audited_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"/audit?{query}").status_code == 422


def test_rarer_values_are_counted(client: TestClient) -> None:
    page = client.get("/audit", params={"limit": "1"}).text
    assert "Of rarer values that are not shown" in page


def test_what_is_not_known_is_told_of_each_outlet(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.serve.pages.audit.LINES", 2)
    found = client.get("/api/audit", params={"by": "type", "across": "publisher"}).json()
    assert found["beside"] == ["person", "unknown"]

"""Lists as files: no cell is run, feeds are whole, whatever the articles hold."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from quotes.store import Store

from ..conftest import asking

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def _entries(client: TestClient, **query: str) -> list[ET.Element]:
    answer = client.get("/quotes.atom", params=query)
    assert answer.headers["content-type"] == "application/atom+xml"
    return ET.fromstring(answer.content).findall("a:entry", ATOM)


def test_csv_has_the_whole_list_and_no_formula(client: TestClient) -> None:
    answer = client.get("/quotes.csv", params={"limit": "2", "sort": "speaker"})
    assert answer.headers["content-disposition"] == 'attachment; filename="quotes.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 8
    assert [row["speaker"] for row in rows if "calc" in row["speaker"]] == [
        "'=cmd|'/c calc'!A1 <script>document.title='run'</script>"
    ]


def test_json_lines_are_those_of_the_list(client: TestClient) -> None:
    lines = client.get("/quotes.jsonl", params={"words": "bridge"}).text.splitlines()
    hits = client.get("/api/quotes", params={"words": "bridge"}).json()["hits"]
    assert [json.loads(line) for line in lines] == [hit["quote"] for hit in hits]


def test_a_file_has_the_whole_list_on_whatever_page_it_is_asked_for(client: TestClient) -> None:
    whole = client.get("/quotes.jsonl").text
    first = json.loads(whole.splitlines()[0])["id"]
    assert client.get("/quotes.jsonl", params={"after": first, "limit": "2"}).text == whole


def test_a_feed_has_the_newest_of_the_list_first(client: TestClient) -> None:
    entries = _entries(client, limit="2", sort="oldest", after="")
    titles = [entry.findtext("a:title", "", ATOM) for entry in entries]
    assert len(titles) == 2
    assert titles[0].startswith("=cmd|'/c calc'!A1 <script>")
    assert titles[1].startswith("Ada Moreau: “The bridge will open")


def test_entries_keep_their_ids_and_are_told_apart(newsroom: Path, client: TestClient) -> None:
    ids = [entry.findtext("a:id", "", ATOM) for entry in _entries(client)]
    assert len(set(ids)) == 8
    assert all(id.startswith("urn:uuid:") for id in ids)
    again = asking(newsroom)
    again.base_url = again.base_url.copy_with(host="localhost", port=99)
    assert [entry.findtext("a:id", "", ATOM) for entry in _entries(again)] == ids


def test_links_of_a_feed_are_whole_and_of_the_web(client: TestClient) -> None:
    links = [
        (link.get("rel"), link.get("href") or "")
        for entry in _entries(client)
        for link in entry.findall("a:link", ATOM)
    ]
    ours = [href for rel, href in links if rel == "alternate"]
    assert all(href.startswith("http://127.0.0.1:8000/article?id=") for href in ours)
    assert {href.partition(":")[0] for rel, href in links if rel == "via"} == {"https"}


def test_what_xml_cannot_have_is_taken_out(tmp_path: Path) -> None:
    from ...store.build import make_article, make_quote

    article = make_article(
        title="odd \x00\x0b\ufffe", text="“The\x07 bridge opens in May,” she said."
    )
    with Store(tmp_path / "odd.db") as store:
        store.add(article, [make_quote(article)])
    (entry,) = _entries(asking(tmp_path / "odd.db"))
    assert "“The\ufffd bridge" in entry.findtext("a:title", "", ATOM)


def test_too_long_a_list_is_no_file(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.serve.pages.feeds.SAVED", 7)
    answer = client.get("/quotes.csv")
    assert answer.status_code == 422
    assert "quotes export" in answer.text
    assert client.get("/quotes.csv", params={"speaker": "moreau"}).status_code == 200

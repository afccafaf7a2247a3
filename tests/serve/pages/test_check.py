"""Drafts are checked: pasted, as files of any kind, and as JSON; nothing of them is kept."""

from __future__ import annotations

import gzip
import html
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quotes.check import Checked
from quotes.serve import drafts
from quotes.serve.pages import check as page
from quotes.store import Store

from ..conftest import asking

DRAFT = """\
“The bridge will open in May, whatever the winter storms bring to the harbour,” Ada Moreau said.

“The bridge will open … whatever the winter storms bring to the harbour,” Nils Berg said.

“The toll stays at three crowns,” the Harbour Council said.

“We shall build another tunnel below the fjord,” said Moreau. She called it “fine”.
"""
VERDICTS = ["verbatim", "somebody else's", "altered", "not found", "too short"]


@pytest.fixture(autouse=True)
def not_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread that loads the model outlives its test."""
    monkeypatch.setattr(page, "get_ready", lambda: None)


@pytest.fixture(scope="module")
def checked(newsroom: Path) -> Iterator[str]:
    """The page of the draft."""
    yield asking(newsroom).post("/check", data={"text": DRAFT}).text


def _verdicts(answer: Any) -> list[str]:
    return [one["verdict"] for draft in answer.json()["drafts"] for one in draft["found"]]


def test_the_form_says_how_much_and_in_how_many(client: TestClient) -> None:
    shown = client.get("/check").text
    assert "10 stored quotes" in shown
    assert 'maxlength="100000"' in shown
    assert client.get("/api/check").json().keys() == {"quotes", "most", "ready"}


def test_each_quotation_has_its_verdict_in_words(checked: str) -> None:
    shown = html.unescape(checked)
    assert "3 of 5 quotations to look at" in shown
    for verdict in VERDICTS:
        assert f"1 {verdict}</span>" in shown
    assert "said by Ada Moreau" in shown
    assert "Looked up in 10 stored quotes." in shown


def test_differences_are_marked_on_both_sides(checked: str) -> None:
    assert "“The toll stays at <ins>three</ins> crowns,”" in checked
    assert "“The toll stays at <del>two</del> crowns,”" in checked
    assert "The bridge will open <del>in May</del>, whatever" in checked


def test_each_place_is_linked_and_its_original_too(newsroom: Path, checked: str) -> None:
    with Store(newsroom, read_only=True) as store:
        (toll,) = store.quotes(speaker="Harbour Council")
    assert f'href="/article?id=toll.html&amp;quote={toll.id}#q-{toll.id}"' in checked
    address = "https://post.example/toll#top:~:text=The%20toll%20stays%20at%20two%20crowns%2C"
    assert f'href="{address}" rel="noreferrer noopener"' in checked


def test_the_draft_is_shown_with_its_quotations_marked(checked: str) -> None:
    for number in range(1, 6):
        assert f'id="d1-{number}" href="#c1-{number}"' in checked
        assert f'id="c1-{number}"' in checked
    assert "</a> the Harbour Council said." in checked


def test_json_has_the_places_of_what_differs(client: TestClient) -> None:
    answer = client.post("/api/check", content=DRAFT, headers={"content-type": "text/plain"})
    assert _verdicts(answer) == VERDICTS
    (draft,) = answer.json()["drafts"]
    altered = draft["found"][2]
    (difference,) = altered["differences"]
    start, end = difference["draft_at"]
    assert altered["text"][start:end] == "three"
    start, end = difference["place_at"]
    assert altered["place"]["text"][start:end] == "two"
    assert draft["text"][altered["start"] : altered["end"]] == altered["text"]
    assert answer.json()["against"] == 3


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["id", "text"])
    book.active.append(["one", DRAFT])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("draft.txt", DRAFT.encode()),
        ("draft.txt", DRAFT.encode("utf-16")),
        ("draft.txt.gz", gzip.compress(DRAFT.encode())),
        ("draft.md", f"# Draft\n\n{DRAFT}".encode()),
        ("draft.json", json.dumps({"text": DRAFT}).encode()),
        ("page.html", f"<html><body><article><p>{DRAFT}</p></article></body></html>".encode()),
        ("book.xlsx", _workbook()),
        ("../../etc/\x00odd\n“name”.txt", DRAFT.encode()),
    ],
)
def test_files_are_read_by_their_content(client: TestClient, name: str, content: bytes) -> None:
    answer = client.post("/api/check", files={"file": (name, content)})
    assert _verdicts(answer) == VERDICTS
    sent = {"content-type": "application/octet-stream"}
    assert _verdicts(client.post("/api/check", content=content, headers=sent)) == VERDICTS


def test_a_file_of_several_articles_and_one_that_is_none(client: TestClient) -> None:
    rows = [{"id": "a", "text": DRAFT}, {"id": "b"}, {"id": "c", "text": "No quotation in it."}]
    lines = "\n".join(map(json.dumps, rows)).encode()
    found = client.post("/api/check", files={"file": ("rows.jsonl", lines)}).json()
    assert [len(one["found"]) for one in found["drafts"]] == [5, 0]
    assert len(found["unread"]) == 1
    assert "rows.jsonl#2" in found["unread"][0]


def test_the_day_of_the_draft_counts(client: TestClient) -> None:
    text = "“The toll stays at two crowns,” the Harbour Council said on Thursday."
    for day, verdict in (("2021-03-04", "verbatim"), ("2021-05-20", "another day or outlet")):
        answer = client.post("/api/check", data={"text": text, "day": day})
        assert _verdicts(answer) == [verdict]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"data": {"text": " "}}, "there is no draft"),
        ({"files": {"file": ("empty.txt", b"")}}, "empty.txt: empty"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.7")}}, "a.pdf: a PDF file"),
        ({"data": {"text": "x"}, "files": {"file": ("a.txt", b"y")}}, "a text and a file"),
        ({"data": {"text": "words", "day": "Monday"}}, "'Monday' is no day"),
        ({"data": {"text": "a b " * 30_000}}, "give at most 100,000 letters"),
    ],
)
def test_what_is_no_draft_comes_back_into_the_form(
    client: TestClient, sent: dict[str, Any], sentence: str
) -> None:
    answer = client.post("/check", **sent)
    assert answer.status_code == 422
    assert sentence in html.unescape(answer.text)
    text = sent.get("data", {}).get("text", "")
    assert f'">\n{text}</textarea>' in answer.text
    assert sentence in client.post("/api/check", **sent).json()["error"]


def test_a_hostile_draft_is_only_shown(client: TestClient) -> None:
    text = "</textarea><script>alert(1)</script> “<img src=x onerror=alert(1)> of this,” he said."
    answer = client.post("/check", data={"text": text})
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "<img" not in answer.text


def test_nothing_of_a_draft_is_kept(
    newsroom: Path, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    def stored() -> list[tuple[str, bytes]]:
        return [(path.name, path.read_bytes()) for path in sorted(newsroom.parent.iterdir())]

    before = stored()
    with caplog.at_level(logging.DEBUG):
        assert client.post("/check", data={"text": DRAFT}).status_code == 200
    assert stored() == before
    assert "tunnel" not in caplog.text


def test_those_who_would_wait_long_are_told(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def busy(store: Store, draft: object) -> list[Checked]:
        if len(seen) < 5:
            monkeypatch.setattr(drafts, "_ONE", drafts.Lock())
            seen.append(client.post("/check", data={"text": DRAFT}).status_code)
        return []

    monkeypatch.setattr(Store, "check", busy)
    answer = client.post("/check", data={"text": DRAFT})
    assert answer.status_code == 200
    assert seen == [503, 200]
    assert client.post("/check", data={"text": DRAFT}).status_code == 200


def test_the_model_is_loaded_once_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(drafts, "is_ready", lambda: bool(started))
    monkeypatch.setattr(drafts.Thread, "start", lambda thread: started.append(thread.name))
    drafts.get_ready()
    drafts.get_ready()
    assert started == ["quotes-model"]

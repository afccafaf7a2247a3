"""The guard: who is answered, which requests are refused, and the headers of every answer."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import Form
from fastapi.testclient import TestClient

from quotes.records import Record
from quotes.serve.guard import csrf_of
from quotes.serve.settings import Limits, Settings
from quotes.serve.views import Views
from quotes.store import Store

from .conftest import HERE, asking
from .finished import finished

TOKEN = "a-token-of-ours"


@pytest.mark.parametrize(
    "address", ["/", "/nowhere", "/quotes?since=x", "/static/style.css", "/api/"]
)
def test_every_answer_has_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] in ("no-cache", "no-store")
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("LOCALHOST:99", 200),
        ("[::1]:8000", 200),
        ("evil.example:8000", 421),
        ("127.0.0.1.evil.example", 421),
        ("10.0.0.7:8000", 421),
        ("[", 421),
        ("127.0.0.1:99999999", 200),
        ("", 421),
    ],
)
def test_another_name_is_not_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/quotes", headers={"host": host}).status_code == status


def test_in_a_network_addresses_are_answered_and_names_are_not(newsroom: Path) -> None:
    client = asking(newsroom, host="0.0.0.0", token=TOKEN)
    sent = {"authorization": f"Bearer {TOKEN}"}
    found = [
        client.get("/quotes", headers={"host": host, **sent}).status_code
        for host in ("10.0.0.7:8000", "localhost", "evil.example")
    ]
    assert found == [200, 200, 421]


def test_without_the_token_nothing_is_shown(newsroom: Path) -> None:
    client = asking(newsroom, token=TOKEN)
    for given in ({}, {"token": "another"}, {"token": ""}):
        answer = client.get("/quotes", params=given)
        assert answer.status_code == 403
        assert "Moreau" not in answer.text
    assert client.get("/api/quotes", headers={"authorization": "Bearer no"}).status_code == 403


def test_the_token_of_the_address_becomes_a_cookie(newsroom: Path) -> None:
    client = asking(newsroom, token=TOKEN)
    entered = client.get("/quotes", params={"words": "toll", "token": TOKEN})
    assert (entered.status_code, entered.headers["location"]) == (303, "/quotes?words=toll")
    elsewhere = client.get(f"{HERE}//evil.example/", params={"token": TOKEN})
    assert elsewhere.headers["location"] == "/evil.example/"
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/quotes").status_code == 200


def test_a_token_in_the_header_is_enough(newsroom: Path) -> None:
    client = asking(newsroom, token=TOKEN)
    answer = client.get("/api/quotes", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.json()["total"] == 8


def test_too_long_a_query_is_refused(newsroom: Path) -> None:
    client = asking(newsroom, limits=Limits(query=100))
    answer = client.get("/quotes", params={"words": "x" * 100})
    assert answer.status_code == 414
    assert "at most 100 characters" in answer.text


class _Said(Record):
    words: str


def _with_forms(place: Path, **settings: object) -> TestClient:
    """A client of an app with two forms more: one that asks, one that may write."""
    views = Views()

    @views.page("/echo", then=lambda said: f"/said-{said.words}", method="POST")
    def echo(store: Store, words: Annotated[str, Form()]) -> _Said:
        return _Said(words=words)

    @views.page("/drop", then=lambda said: "/dropped", method="POST", edits=True)
    def drop(store: Store, id: Annotated[str, Form()]) -> _Said:
        return _Said(words=store.fix(id, drop=True, by="test").what)

    client = asking(place, **settings)
    client.app.include_router(views.router)  # type: ignore[attr-defined]
    return client


def test_what_is_sent_is_limited(newsroom: Path) -> None:
    client = _with_forms(newsroom, limits=Limits(body=50))
    assert client.post("/echo", data={"words": "short"}).headers["location"] == "/said-short"
    assert client.post("/echo", data={"words": "long" * 20}).status_code == 413
    assert _in_parts(client, b"words=", *[b"x" * 10] * 4) == 303
    assert _in_parts(client, b"words=", *[b"x" * 10] * 10) == 413


def _in_parts(client: TestClient, *parts: bytes) -> int:
    """The status that answers a form which comes in these parts; its length is not told before."""
    host = (b"host", b"127.0.0.1"), (b"content-type", b"application/x-www-form-urlencoded")
    scope = {"type": "http", "method": "POST", "path": "/echo", "query_string": b""}
    waiting = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    waiting.append({"type": "http.request", "body": b"", "more_body": False})
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        if not waiting:
            await asyncio.Event().wait()  # the browser stays
        return waiting.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    finished(client.app({**scope, "headers": [*host]}, receive, send))  # type: ignore[arg-type]
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "null", "sec-fetch-site": "same-origin"}, 303),
        ({"origin": "http://127.0.0.1:8000"}, 303),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "http://["}, 403),
    ],
)
def test_a_form_of_another_page_is_refused(
    newsroom: Path, headers: dict[str, str], status: int
) -> None:
    answer = _with_forms(newsroom).post("/echo", data={"words": "x"}, headers=headers)
    assert answer.status_code == status


def test_only_what_was_started_to_edit_edits(own_newsroom: Path) -> None:
    (quote,) = Store(own_newsroom, read_only=True).quotes(speaker="Berg", kind="direct")
    settings = Settings(place="", edit=True, token=TOKEN)
    sent = {"id": quote.id, "csrf": csrf_of(settings)}
    shown = {"authorization": f"Bearer {TOKEN}"}

    reading = _with_forms(own_newsroom, token=TOKEN)
    assert reading.post("/drop", data=sent, headers=shown).status_code == 403

    editing = _with_forms(own_newsroom, edit=True, token=TOKEN)
    assert editing.post("/drop", data=sent).status_code == 403
    editing.get("/", params={"token": TOKEN})
    for csrf in ("", "0" * 64, TOKEN):
        assert editing.post("/drop", data={**sent, "csrf": csrf}).status_code == 403
    assert not Store(own_newsroom, read_only=True).fixes()
    assert editing.post("/drop", data=sent).headers["location"] == "/dropped"
    assert [fix.what for fix in Store(own_newsroom, read_only=True).fixes()] == ["dropped"]

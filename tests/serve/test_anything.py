"""Whatever is asked for: a page, or a sentence that says why not; never more than the limits."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, urlsplit

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.serve.asked import MOST_ROWS
from quotes.serve.settings import Limits

from .conftest import HERE, asking, editing
from .newsroom import HOSTILE

FILES = ("/quotes.csv", "/quotes.jsonl", "/quotes.atom", "/plot/months.svg", "/static/style.css")
HEADERS = (
    *("accept", "accept-encoding", "authorization", "connection", "content-length", "content-type"),
    *("cookie", "forwarded", "host", "if-modified-since", "if-none-match", "origin", "range", "te"),
    *("referer", "sec-fetch-site", "transfer-encoding", "upgrade", "user-agent"),
    *("x-forwarded-host", "x-http-method-override"),
)
HEAVIEST = 300_000  # bytes of an answer

nasty = st.sampled_from(
    [
        *("0", "-1", "1", "9" * 30, "1e308", "nan", "-inf", "True", "null", "[]", "{}", "%", "*"),
        *("\0", "\ud800", "\u202e", "\r\nX: y", "..", "../../etc/passwd", "' OR 1=1 --", '"'),
        *("a AND", "NEAR(", "(" * 300, "a*" * 200, "\u0130", "\ufb01", "Q42", "person:Ada Moreau"),
        *("2021-03-01", "0001-01-01", "9999-12-31", "2021-02-30", "Moreau", "bridge", HOSTILE),
        *("direct", "all", "speech", "date", "confidence", "speaker", "publisher", "month"),
        *("{{7*7}}", "%s%n", "<b>", "x" * 3_900, "id", "dark", "light-narrow"),
    ]
)
values = st.one_of(
    nasty.map(lambda words: quote_from_bytes(words.encode("utf8", "surrogatepass"))),
    st.text(max_size=40).map(lambda words: quote_from_bytes(words.encode("utf8"))),
    st.binary(max_size=30).map(quote_from_bytes),
    st.sampled_from(["", "%", "%%", "%zz", "%C0%80", "%FF%FE", "+", "&", "=", "&&=&", "#"]),
)


@pytest.fixture(scope="module")
def shared(newsroom: Path) -> Iterator[TestClient]:
    """One app for all examples; nobody follows what it says."""
    with editing(newsroom) as client:
        yield client


@pytest.fixture(scope="module")
def clients(newsroom: Path) -> list[TestClient]:
    """Of an app without and of one with a token."""
    return [asking(newsroom), asking(newsroom, token="of-ours")]


def _described(client: TestClient) -> tuple[list[str], list[str]]:
    """The paths that can be read, and the names of all parameters."""
    paths = client.get("/api/openapi.json").json()["paths"]
    read = [path for path, methods in paths.items() if "get" in methods]
    pages = [path.removeprefix("/api") for path in read]
    ways = [way for methods in paths.values() for way in methods.values()]
    names = {one["name"] for way in ways for one in way.get("parameters", ())}
    return [*read, *pages, *FILES], sorted(names)


def _check(answer: Any) -> None:
    """It is a page or a file, or says why it is none."""
    assert answer.status_code < 500, answer.text
    assert len(answer.content) < HEAVIEST
    assert "Traceback (most" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    if answer.status_code < 400:
        return
    if answer.headers["content-type"] == "application/json":
        sentence = answer.json()["error"]
    elif answer.headers["content-type"].startswith("text/plain"):
        sentence = answer.text  # of a file
    else:
        (written, *_) = re.findall('class="note">(.*?)</p>', answer.text, re.DOTALL)
        sentence = unescape(written)
    assert len(sentence.split()) > 2
    assert "unexpected" not in sentence


@settings(max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_question_has_an_answer(shared: TestClient, data: st.DataObject) -> None:
    paths, names = _described(shared)
    known = st.tuples(st.sampled_from(names), values)
    pairs = data.draw(st.lists(st.one_of(known, known, st.tuples(values, values)), max_size=4))
    path = data.draw(st.sampled_from(paths))
    while "{" in path:
        path = re.sub(r"\{\w+\}", lambda _: data.draw(values), path, count=1)
    query = "&".join(f"{name}={value}" for name, value in pairs)
    _check(shared.get(f"{path}?{query}".replace("#", "%23")))


@settings(max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(path=values, tail=values)
def test_any_path_has_an_answer(shared: TestClient, path: str, tail: str) -> None:
    for start in ("/", "/api/", "/static/", "/plot/", "//"):
        address = f"{start}{path}/{tail}".replace("#", "%23").replace("?", "%3F")
        _check(shared.get(f"{HERE}{address}"))


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(HEADERS),
    value=st.one_of(st.binary(max_size=60), nasty.map(lambda w: w.encode("utf8", "replace"))),
    place=st.integers(0, 1),
)
def test_any_header_has_an_answer(
    clients: list[TestClient], name: str, value: bytes, place: int
) -> None:
    for address in ("/api/quotes?limit=1", "/quotes?limit=1", "/static/style.css"):
        _check(clients[place].get(address, headers={name.encode(): value}))


def test_no_list_is_longer_than_the_limit(shared: TestClient) -> None:
    for path in ("/api/quotes", "/api/speakers", "/api/articles"):
        for limit in (MOST_ROWS + 1, 10**9, 10**40, -1, 0):
            assert shared.get(path, params={"limit": limit}).status_code == 422
    query = "x" * (Limits().query - len("words="))
    assert shared.get(f"/api/quotes?words={query}").status_code == 200
    assert shared.get(f"/api/quotes?words={query}x").status_code == 414


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /quotes?words=\xff\xfe HTTP/1.1",
        b"GET /quotes?words=\x00 HTTP/1.1",
        b"GET " + b"/" + b"a" * 70_000 + b" HTTP/1.1",
        b"GET quotes HTTP/1.1",
        b"GET http://evil.invalid/ HTTP/1.1",
        b"BREW /quotes HTTP/1.1",
        b"GET /quotes HTTP/9.9",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ],
)
def test_bytes_that_are_no_request_are_refused(server: str, request_line: bytes) -> None:
    place = urlsplit(server)
    with socket.create_connection((place.hostname, place.port), timeout=20) as connection:
        connection.sendall(request_line + b"\r\nHost: evil.invalid\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    assert answer.startswith(b"HTTP/1.1 4")
    assert b"Traceback" not in answer

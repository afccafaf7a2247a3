"""Errors are pages with a sentence, or JSON with one, and the next request is answered."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from quotes.store import Store

from ..store.test_released import RELEASED
from .conftest import asking


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/nowhere", 404, "there is no such page"),
        ("/quotes?speaker=Zorro", 404, "no speaker 'Zorro' is stored"),
        ("/quotes?publisher=Courir", 404, "close to it: The Courier"),
        ("/quotes?article=none", 404, "no article 'none' is stored"),
        ("/quotes?after=zz", 404, "no quote 'zz' is stored"),
        ("/quotes?since=2020-13-40", 422, "'2020-13-40' is no day"),
        ("/quotes?since=2021-02-01&until=2021-01-01", 422, "swap them"),
        ("/quotes?kind=loud", 422, "kind must be 'direct', 'mixed' or 'indirect'"),
        ("/quotes?limit=0", 422, "limit must be greater than or equal to 1"),
        ("/quotes?limit=100000", 422, "limit must be less than or equal to 200"),
        ("/quotes?min_confidence=nan", 422, "min_confidence must be"),
        ("/quotes?speeker=Lee", 422, "'speeker' is no parameter here"),
        ("/quotes?words=(", 422, "("),
        ("/quotes?words=a&in=nowhere", 422, "in must be"),
        ("/quotes?sort=relevance", 422, "sort 'relevance'"),
        ("/quotes?speaker=%ED%A0%80", 422, "give some letters of the name"),
        ("/quotes?words=%00", 422, ""),
    ],
)
def test_what_cannot_be_answered_is_said(
    client: TestClient, address: str, status: int, sentence: str
) -> None:
    page, answer = client.get(address), client.get(f"/api{address}")
    assert (page.status_code, answer.status_code) == (status, status)
    assert sentence in answer.json()["error"]
    assert "Traceback" not in page.text
    assert "<h1>" in page.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_read_only(client: TestClient, method: str) -> None:
    assert client.request(method, "/quotes").status_code == 405


def test_the_page_recovers_when_the_database_comes_back(own_newsroom: Path) -> None:
    client = asking(own_newsroom)
    aside = own_newsroom.with_name("aside.db")
    own_newsroom.rename(aside)
    gone = client.get("/quotes")
    assert gone.status_code == 503
    assert "quotes add" in gone.text
    assert not own_newsroom.exists()
    aside.rename(own_newsroom)
    assert client.get("/quotes").status_code == 200


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    Store(tmp_path / "empty.db").close()
    client = asking(tmp_path / "empty.db")
    assert "quotes add PATH" in client.get("/").text
    assert client.get("/api/quotes").json()["hits"] == []


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_what_is_no_database_is_said(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "news.db"
    place.write_bytes(content)
    answer = asking(place).get("/api/quotes")
    assert answer.status_code == 503
    assert "news.db" in answer.json()["error"]


def test_readers_do_not_wait_for_a_writer(own_newsroom: Path) -> None:
    writer = sqlite3.connect(own_newsroom)
    writer.execute("BEGIN IMMEDIATE")
    assert asking(own_newsroom).get("/quotes").status_code == 200
    writer.close()


def test_what_takes_too_long_is_stopped(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.db.sqlite_connection.STEPS", 1)
    monkeypatch.setattr("quotes.store.db.sqlite_connection.thread_time", iter(range(9**9)).__next__)
    answer = asking(newsroom).get("/api/quotes")
    assert answer.status_code == 422
    assert "ask for less" in answer.json()["error"]


def test_an_unforeseen_error_is_a_sentence(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of a library")

    monkeypatch.setattr("quotes.store.Store.facets", broken)
    monkeypatch.delenv("QUOTES_DEBUG", raising=False)
    answer = asking(newsroom).get("/quotes")
    assert answer.status_code == 500
    assert "unexpected ZeroDivisionError" in answer.text


def test_a_locked_database_is_said(own_newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.serve.opening.Store", partial(Store, timeout=0.01))
    with closing(sqlite3.connect(own_newsroom, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        answer = asking(own_newsroom).get("/api/quotes")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        assert answer.json()["error"].startswith("another process is writing to ")
        other.execute("ROLLBACK")
    assert asking(own_newsroom).get("/quotes").status_code == 200


def test_a_database_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    place.write_bytes(gzip.decompress(sorted(RELEASED.glob("*.db.gz"))[0].read_bytes()))
    assert asking(place).get("/api/quotes").json()["total"] > 0

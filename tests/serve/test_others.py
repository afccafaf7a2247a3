"""Where others can reach the server, nothing tells them of the folders of the machine."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from quotes.store import Store

from ..store.build import make_article, make_quote
from .conftest import asking
from .newsroom import make_newsroom
from .visits import visits

FOLDER = "of-the-editor"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store in a folder of that name, with an article that was read from a file there."""
    (tmp_path / FOLDER).mkdir()
    place = make_newsroom(tmp_path / FOLDER / "news.db")
    article = make_article().model_copy(update={"place": f"{tmp_path}/{FOLDER}/notes.txt"})
    with Store(place) as store:
        store.add(article, [make_quote(article)])
    return place


def _others(place: Path) -> TestClient:
    """A client of a server that others can reach, with the token."""
    client = asking(place, host="0.0.0.0", token="of-ours", edit=True)
    client.headers["authorization"] = "Bearer of-ours"
    return client


def _addresses(client: TestClient, place: Path) -> list[str]:
    assert isinstance(client.app, FastAPI)
    pages = [one for some in visits(place, client.app).values() for one in some]
    files = [f"/quotes.{kind}?act=all&factuality=all" for kind in ("csv", "jsonl", "atom")]
    return [*pages, *(f"/api{page}" for page in pages), *files]


def test_files_are_told_on_this_machine_only(place: Path) -> None:
    assert "notes.txt" in asking(place).get("/quotes.csv?act=all&factuality=all").text
    client = _others(place)
    for address in _addresses(client, place):
        answer = client.get(address)
        assert answer.status_code in (200, 307, 404), address
        assert FOLDER not in answer.text, address
    assert "notes.txt" not in client.get("/quotes.csv?act=all&factuality=all").text


def test_what_is_wrong_is_told_whoever_runs_it(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = _others(place)
    addresses = _addresses(client, place)
    place.unlink()
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 503
        assert FOLDER not in answer.text, address
        assert "try again, or tell whoever runs this server" in answer.text
    assert f"{FOLDER}/news.db" in caplog.text
    assert f"{FOLDER}/news.db" in asking(place).get("/api/").json()["error"]


def test_what_takes_too_long_can_be_asked_otherwise(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.store.db.sqlite_connection.STEPS", 1)
    monkeypatch.setattr("quotes.store.db.sqlite_connection.thread_time", iter(range(9**9)).__next__)
    answer = _others(place).get("/api/quotes")
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("this takes too long: ask for less")


def test_what_nobody_foresaw_is_not_shown(
    place: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise OSError(5, "Input/output error", str(place))

    monkeypatch.setattr(Store, "facets", broken)
    monkeypatch.delenv("QUOTES_DEBUG", raising=False)
    with caplog.at_level(logging.ERROR):
        answer = _others(place).get("/quotes")
    assert answer.status_code == 500
    assert FOLDER not in answer.text
    assert FOLDER in caplog.text

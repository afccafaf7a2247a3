"""Answers are kept, and are right after any process has written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi import Request, Response

from quotes.serve import kept
from quotes.serve.kept import Kept
from quotes.store import Store

from .conftest import asking, editing
from .newsroom import make_newsroom

ADDRESS = "/quotes?words=bridge"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by an entry each time that a list is made."""
    made: list[str] = []
    real = Store.facets

    def facets(store: Store, *given: Any, **asked: Any) -> Any:
        made.append("list")
        return real(store, *given, **asked)

    monkeypatch.setattr(Store, "facets", facets)
    return made


def test_what_was_asked_before_is_not_made_again(newsroom: Path, counted: list[str]) -> None:
    client = asking(newsroom)
    first, second = client.get(ADDRESS), client.get(ADDRESS)
    assert counted == ["list"]
    assert second.content == first.content
    assert dict(second.headers) == dict(first.headers)
    assert client.get(f"/api{ADDRESS}").json()["total"] == 3
    assert client.get(f"{ADDRESS}&limit=1").content != first.content
    assert len(counted) == 3


def test_a_browser_that_has_it_gets_nothing(newsroom: Path, counted: list[str]) -> None:
    client = asking(newsroom)
    tag = client.get(ADDRESS).headers["etag"]
    for shown in (tag, f'"another", W/{tag}'):
        answer = asking(newsroom).get(ADDRESS, headers={"if-none-match": shown})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert counted == ["list"]
    assert asking(newsroom).get(ADDRESS, headers={"if-none-match": '"else"'}).status_code == 200


def _deleted(path: Path) -> None:
    words = ["delete", "--article", "toll.html", "--yes", "--db", str(path)]
    subprocess.run([sys.executable, "-m", "quotes", *words], check=True, capture_output=True)


def _written_by_another_program(path: Path) -> None:
    delete = "DELETE FROM quotes WHERE article IN (SELECT key FROM articles WHERE id='toll.html')"
    code = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute({delete!r}); c.commit()"
    subprocess.run([sys.executable, "-c", code], check=True)


def _put_in_its_place(path: Path) -> None:
    other = make_newsroom(path.with_name("other.db"))
    _deleted(other)
    with closing(sqlite3.connect(path)) as now, closing(sqlite3.connect(other)) as then:
        (number,) = now.execute("PRAGMA user_version").fetchone()
        then.execute(f"PRAGMA user_version = {number:d}")
        then.commit()
    other.replace(path)


@pytest.mark.parametrize("write", [_deleted, _written_by_another_program, _put_in_its_place])
def test_an_answer_is_right_after_any_process_has_written(
    own_newsroom: Path, write: Callable[[Path], None]
) -> None:
    clients = (asking(own_newsroom), editing(own_newsroom))
    before = [client.get("/quotes?speaker=Moreau") for client in clients]
    assert all("Toll stays" in answer.text for answer in before)
    write(own_newsroom)
    for client, was in zip(clients, before, strict=True):
        tag = {"if-none-match": was.headers["etag"]}
        answer = client.get("/quotes?speaker=Moreau", headers=tag)
        assert answer.status_code == 200
        assert "Toll stays" not in answer.text
        assert "Bridge opens" in answer.text


def test_what_is_made_of_more_than_the_store_is_made_anew(newsroom: Path) -> None:
    client = asking(newsroom)
    assert "etag" not in client.get("/check").headers
    assert "etag" not in client.get("/quotes?speaker=Zorro").headers
    feed = client.get("/quotes.atom").text
    assert client.get("/quotes.atom", headers={"host": "localhost:8000"}).text != feed


def test_who_may_correct_gets_other_pages(newsroom: Path) -> None:
    tags = {make(newsroom).get("/").headers["etag"] for make in (asking, editing)}
    assert len(tags) == 2


def test_there_is_room_for_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "ROOM", 1_000)
    monkeypatch.setattr(kept, "LARGEST", 400)
    request = Request({"type": "http", "headers": []})
    answers = Kept()
    for number in range(20):
        answers.keep(f'"{number}"', Response(bytes(300)))
        answers.find(request, '"17"')
    answers.keep('"large"', Response(bytes(401)))
    held = [tag for tag in (*range(20), "large") if answers.find(request, f'"{tag}"')]
    assert held == [17, 18, 19]

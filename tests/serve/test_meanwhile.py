"""Changes of the database while its pages are read: each page goes on, or says why not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from quotes.serve.app import make_app
from quotes.serve.settings import Settings
from quotes.store import Store

from .conftest import asking, editing
from .newsroom import make_newsroom
from .visits import visits

SEEDS = Path(__file__).parents[2] / "seeds"


def _statuses(client: TestClient, addresses: dict[str, list[str]]) -> dict[str, int]:
    """Each address's; a page with an error that nobody foresaw fails."""
    found = {}
    for address in [one for some in addresses.values() for one in some]:
        answer = client.get(address)
        assert answer.status_code < 500 or answer.status_code == 503, answer.text
        found[address] = answer.status_code
    return found


@pytest.fixture
def addresses(newsroom: Path) -> dict[str, list[str]]:
    """Of each kind of page one and more."""
    return visits(newsroom, make_app(Settings(place=str(newsroom), edit=True)))


def test_pages_are_read_while_another_process_adds(
    own_newsroom: Path, addresses: dict[str, list[str]]
) -> None:
    client = editing(own_newsroom)
    before, seen = _statuses(client, addresses), [8]
    command = [sys.executable, "-m", "quotes", "add", str(SEEDS), "--db", str(own_newsroom)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as adding:
        while adding.poll() is None:
            seen.append(client.get("/api/quotes").json()["total"])
            assert _statuses(client, addresses) == before
        assert adding.stderr
        assert adding.returncode == 0, adding.stderr.read()
    seen.append(client.get("/api/quotes").json()["total"])
    with Store(own_newsroom, read_only=True) as store:
        assert seen == sorted(seen)
        assert seen[-1] == store.count() > 8


def test_of_an_empty_store_each_page_is_shown_or_says_what_is_missing(
    tmp_path: Path, addresses: dict[str, list[str]]
) -> None:
    Store(tmp_path / "empty.db").close()
    found = _statuses(editing(tmp_path / "empty.db"), addresses)
    lists = {"/", "/quotes?act=all&factuality=all", "/speakers?act=all&factuality=all"}
    lists |= {"/articles", "/compare", "/audit", "/check", "/doubts", "/fixes"} & set(found)
    assert {one for one, status in found.items() if status == 200} >= lists
    assert set(found.values()) <= {200, 404}


def test_each_page_recovers_when_the_database_was_gone(
    own_newsroom: Path, addresses: dict[str, list[str]]
) -> None:
    client = editing(own_newsroom)
    before = _statuses(client, addresses)
    for path in own_newsroom.parent.glob(f"{own_newsroom.name}*"):
        path.unlink()
    assert set(_statuses(client, addresses).values()) == {503}
    assert not own_newsroom.exists()
    make_newsroom(own_newsroom)
    assert _statuses(client, addresses) == before


def test_another_database_in_its_place_is_shown(own_newsroom: Path, tmp_path: Path) -> None:
    client = asking(own_newsroom)
    assert client.get("/api/quotes").json()["total"] == 8
    Store(tmp_path / "other.db").close()
    (tmp_path / "other.db").replace(own_newsroom)
    assert client.get("/api/quotes").json()["total"] == 0

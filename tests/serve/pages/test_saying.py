"""The page of a saying: where it stands, and in which wordings."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from quotes.records import Article, Quote, Speaker
from quotes.store import Store

from ..conftest import asking
from ..newsroom import quote_in

ROE, DOE = Speaker(name="Ann Roe"), Speaker(name="Ben Doe")
WHOLE = "The old mill will be torn down in spring, whatever its owners and their friends may say"
CUT = "The old mill will be torn down in spring"
OTHER = "The old mill here will be torn down in spring, whatever its owners and friends may say"


def _article(n: int, publisher: str, title: str, words: str, who: Speaker) -> tuple[Article, Quote]:
    text = f"{title}\n\n“{words},” {who.name} said on Monday.\n"
    day = dt.date(2022, 5, n)
    article = Article(id=f"{n}.txt", title=title, date=day, publisher=publisher, text=text)
    return article, quote_in(article, f"“{words},”", speaker=who)


def _put(store: Store, found: tuple[Article, Quote]) -> None:
    store.add(found[0], [found[1]])


@pytest.fixture
def mill(tmp_path: Path) -> TestClient:
    """Asks over one saying in three wordings, and the words of somebody else."""
    with Store(tmp_path / "mill.db") as store:
        _put(store, _article(3, "Echo", "Mill to go", WHOLE, ROE))
        _put(store, _article(1, "Herald", "<b>Mill</b> doomed", CUT, ROE))
        _put(store, _article(5, "Echo", "Mill <i>again</i>", OTHER, ROE))
        _put(store, _article(7, "Tribune", "Doe on mill", WHOLE, DOE))
    return asking(tmp_path / "mill.db")


def _saying(client: TestClient, publisher: str) -> str:
    hits = client.get("/api/quotes", params={"publisher": publisher}).json()["hits"]
    return f"/saying/{hits[-1]['quote']['id']}"


def test_where_a_saying_stands_the_earliest_first(mill: TestClient) -> None:
    address = _saying(mill, "Herald")
    found = mill.get(f"/api{address}").json()
    assert [one["quote"]["publisher"] for one in found["places"]] == ["Herald", "Echo", "Echo"]
    assert [one["wording"] for one in found["places"]] == [2, 1, 3]
    page = mill.get(address).text
    assert "first seen <time datetime=" in page
    for one in found["places"]:
        quote = one["quote"]
        place = f"/article?id={quote['article_id']}&amp;quote={quote['id']}#q-{quote['id']}"
        assert f'href="{place}"' in page


def test_a_place_without_a_day_comes_last(mill: TestClient, tmp_path: Path) -> None:
    article, quote = _article(9, "Argus", "Mill", CUT, ROE)
    undated = article.model_copy(update={"id": "0.txt", "date": None})
    with Store(tmp_path / "mill.db") as store:
        _put(store, (undated, quote_in(undated, quote.text, speaker=ROE)))
    found = mill.get(f"/api{_saying(mill, 'Herald')}").json()
    assert [one["quote"]["publisher"] for one in found["places"]][-1] == "Argus"


def test_wordings_differ_by_words_that_are_told(mill: TestClient) -> None:
    page = mill.get(_saying(mill, "Herald")).text
    dropped = re.findall(r'<del><span class="unseen">\[left out: </span>(.*?)<span', page)
    put_in = re.findall(r'<ins><span class="unseen">\[put in: </span>(.*?)<span', page)
    assert [words.strip() for words in dropped] == [
        "whatever its owners and their friends may say,”",
        "their",
    ]
    assert [words.strip() for words in put_in] == ["here"]
    assert "cut after" in page


def test_who_else_is_given_the_words(mill: TestClient) -> None:
    page = mill.get(_saying(mill, "Echo")).text
    assert "Said by somebody else, too" in page
    assert "Ben Doe</a>: <a href=" in page
    assert "Tribune" in page


def test_a_headline_is_told_from_the_body(tmp_path: Path) -> None:
    title = "“The old mill will be torn down in spring” – Roe"
    article, _ = _article(2, "Echo", title, WHOLE, ROE)
    other, spoken = _article(4, "Herald", "Mill", CUT, ROE)
    headline = quote_in(article, f"“{CUT}”", speaker=ROE)
    with Store(tmp_path / "top.db") as store:
        store.add(article, [headline])
        store.add(other, [spoken])
    page = asking(tmp_path / "top.db").get(f"/saying/{spoken.id}").text
    assert "1 in a headline" in page
    assert "headline, quoted" in page
    assert "body, quoted" in page


def test_a_quote_alone(client: TestClient) -> None:
    page = client.get(_saying(client, "Gazette")).text
    assert "A saying, found once" in page
    assert "<script" not in page


@pytest.mark.parametrize("id", ["none", "00", "a/b", "%00", "é"])
def test_there_is_no_such_saying(client: TestClient, id: str) -> None:
    assert client.get(f"/saying/{id}").status_code == 404
    assert client.get(f"/quote/{id}").status_code == 404

"""A speaker's page; of a name that means several, whom to choose from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from quotes.records import Article, Speaker
from quotes.store import Store

from ..conftest import asking
from ..newsroom import quote_in

PREMIER = Speaker(name="Nikol Pashinyan", id="nikol-pashinyan", wikidata="Q7035479")


def test_a_speaker_at_a_glance(client: TestClient) -> None:
    found = client.get("/api/speaker", params={"name": "moreau"}).json()
    assert found["speaker"]["name"] == "Ada Moreau"
    assert [one["value"] for one in found["roles"]] == ["Mayor", "the mayor"]
    assert [one["name"] for one in found["company"]["others"]] == ["Harbour Council", "Nils Berg"]
    assert len(found["latest"]) == found["speaker"]["count"] == 3
    page = client.get("/speaker", params={"name": "moreau"}).text
    assert "<h1>Ada Moreau</h1>" in page
    assert "/plot/months.svg?speaker=moreau&amp;act=speech&amp;factuality=factual" in page
    assert '<th scope="row">Mar 2021</th><td class="number">2</td>' in page
    assert 'href="/speaker?name=organization%3AHarbour+Council"' in page
    assert page.count("/article?id=toll.html&amp;quote=") == 2  # the last, and among the latest


def test_thoughts_and_denials_are_left_out_in_words(client: TestClient) -> None:
    page = client.get("/speaker", params={"name": "Nils Berg"}).text
    assert "1 thought" in page
    more = {"name": "Nils Berg", "act": "all", "factuality": "all"}
    assert "act=all&amp;factuality=all" in page
    assert client.get("/api/speaker", params=more).json()["speaker"]["count"] == 3


def test_offices_with_their_days_and_wikidata(tmp_path: Path) -> None:
    text = "“We will sign tomorrow,” Pashinyan said."
    article = Article(id="a", text=text, date=dt.date(2020, 11, 9))
    quote = quote_in(article, "“We will sign tomorrow,”", speaker=PREMIER)
    with Store(tmp_path / "a.db") as store:
        store.add(article, [quote])
    page = asking(tmp_path / "a.db").get("/speaker?name=pashinyan").text
    assert 'href="https://www.wikidata.org/wiki/Q7035479" rel="noreferrer noopener"' in page
    assert "Prime Minister" in page
    assert '<time datetime="2018-05-08">8 May 2018</time>' in page


def test_a_word_leads_to_a_search(tmp_path: Path) -> None:
    lee, ray = Speaker(name="Ann Lee"), Speaker(name="Bo Ray")
    with Store(tmp_path / "a.db") as store:
        for n in range(8):
            for who, words in ((lee, f"the tunnel is {n} miles"), (ray, f"a garden has {n} trees")):
                article = Article(id=f"{who.name}{n}", text=f"“{words},” {who.name} said.")
                quote = quote_in(article, f"“{words},”", speaker=who)
                store.add(article, [quote])
    client = asking(tmp_path / "a.db")
    assert (
        'href="/quotes?words=tunnel&amp;speaker=Ann+Lee"'
        in client.get("/speaker?name=Ann+Lee").text
    )
    assert client.get("/api/quotes?words=tunnel&speaker=Ann+Lee").json()["total"] == 8


@pytest.fixture
def lees(tmp_path: Path) -> TestClient:
    """Asks over quotes of two persons of one surname."""
    with Store(tmp_path / "lees.db") as store:
        for name in ("Ann Lee", "Bo <b>Lee</b>"):
            article = Article(id=name, text=f"“Yes, I do,” {name} said.")
            quote = quote_in(article, "“Yes, I do,”", speaker=Speaker(name=name))
            store.add(article, [quote])
    return asking(tmp_path / "lees.db")


def test_a_name_that_means_several_gives_a_choice(lees: TestClient) -> None:
    answer = lees.get("/speaker?name=lee")
    assert answer.status_code == 200
    assert "Whom does “lee” mean?" in answer.text
    assert 'href="/speaker?name=person%3AAnn+Lee"' in answer.text
    assert "Bo &lt;b&gt;Lee&lt;/b&gt;" in answer.text
    chosen = lees.get("/api/speaker", params={"name": "person:Bo <b>Lee</b>"}).json()
    assert chosen["speaker"]["name"] == "Bo <b>Lee</b>"
    assert len(lees.get("/api/speaker?name=lee").json()["choices"]) == 2


def test_a_name_that_is_not_stored_gives_those_near_it(client: TestClient) -> None:
    answer = client.get("/speaker?name=Morreaux")
    assert answer.status_code == 404
    assert "no speaker &#39;Morreaux&#39; is stored" in answer.text
    assert '<a href="/speaker?name=Ada+Moreau">Ada Moreau</a>' in answer.text
    found = client.get("/api/speaker?name=Morreaux").json()
    assert found["what"] == "speaker"
    assert found["near"][0] == "Ada Moreau"


@pytest.mark.parametrize("name", ["", "%20", "...", "x" * 1001])
def test_what_is_no_name(client: TestClient, name: str) -> None:
    assert client.get(f"/speaker?name={name}").status_code == 422

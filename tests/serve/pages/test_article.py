"""An article's page: its text, its quotes in their places, and how it was stored."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.records import Article, Quote, Speaker, join_pieces, quote_id
from quotes.store import Store

from ..conftest import asking
from ..newsroom import EVIL, HOSTILE, newsroom_articles

HEAVY = 300_000
"""Bytes that a page may have."""


class _Text(HTMLParser):
    """The text of the element with the id "text", without lists: notes are in these."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._depth = self._lists = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div" and (self._depth or ("id", "text") in attrs):
            self._depth += 1
        self._lists += tag == "ul"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "div" and self._depth > 0
        self._lists -= tag == "ul"

    def handle_data(self, data: str) -> None:
        if self._depth and not self._lists:
            self.words += data


def _text_of(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    return parser.words


def _quote(article: Article, *pieces: tuple[int, int], **facts: object) -> Quote:
    values = {"kind": "direct", "act": "speech", "confidence": 0.8, **facts}
    return Quote.model_validate(
        {
            "id": quote_id(article.id, pieces, str(values["kind"])),
            "article_id": article.id,
            "text": join_pieces(article.text, pieces),
            "content": pieces,
            **article.model_dump(include={"title", "date", "url", "publisher"}),
            **values,
        }
    )


def _page(place: Path, article: Article, quotes: list[Quote], **query: object) -> str:
    with Store(place) as store:
        store.add(article, quotes)
    answer = asking(place).get("/article", params={"id": article.id, **query})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("article", [article for article, _ in newsroom_articles()])
def test_the_text_stands_there_as_it_was_published(client: TestClient, article: Article) -> None:
    page = client.get("/article", params={"id": article.id}).text
    assert _text_of(page) == article.text


_letters = st.characters(codec="utf-8", exclude_characters="\r\0")
_texts = st.text(st.one_of(st.sampled_from(" \n“”&<>\"'"), _letters), min_size=1, max_size=80)
_places = st.lists(st.tuples(st.integers(0, 79), st.integers(1, 30)), max_size=6)


@given(_texts.filter(str.strip), _places)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_with_any_marks_is_whole(
    tmp_path_factory: pytest.TempPathFactory, text: str, places: list[tuple[int, int]]
) -> None:
    article = Article(id="any", text=text)
    spans = {(start, min(start + length, len(text))) for start, length in places}
    found = [_quote(article, span) for span in sorted(spans) if text[slice(*span)].strip()]
    unlike = list({one.text: one for one in found}.values())
    place = tmp_path_factory.mktemp("any") / "news.db"
    page = _page(place, article, unlike)
    assert _text_of(page) == text
    for quote in unlike:
        assert page.count(f'id="q-{quote.id}"') == page.count(f'id="n-{quote.id}"') == 1


def test_each_quote_is_marked_and_told_beside_it(tmp_path: Path) -> None:
    text = "“One,” Ann Lee said, “and two.”\n\n“Three,” she said, says Reuters."
    article = Article(id="a", text=text, title="Counting", url="https://x.example/a")
    lee = Speaker(name="Ann Lee", id="ann-lee")
    first = _quote(
        article,
        (0, 6),
        (21, 31),
        speaker=lee,
        role="a clerk",
        cue=((15, 19),),
        source=((7, 14),),
        cue_text="said",
        source_text="Ann Lee",
    )
    second = _quote(article, (33, 41), speaker=lee, via="Reuters", factuality="negated")
    page = _page(tmp_path / "a.db", article, [first, second])
    assert f'id="q-{first.id}" href="#n-{first.id}" data-n="1"' in page
    assert page.count(f'href="#n-{first.id}"') == 2  # it goes on after the gap
    assert '<span class="content">“One,”</span>' in page
    assert '<span class="source" title="source of 1">Ann Lee</span>' in page
    assert '<span class="cue" title="cue of 1">said</span>' in page
    notes = re.findall(r'<li id="n-.*?</li>', page, re.DOTALL)
    assert '<a class="name" href="/speaker?name=ann-lee">Ann Lee</a>' in notes[0]
    for words in ("a clerk", "quoted", "fairly sure, 80 %", "not checked", "cue: said"):
        assert words in notes[0]
    assert f'href="/saying/{first.id}"' in notes[0]
    assert 'href="/quotes?speaker=ann-lee"' in notes[0]
    assert 'href="https://x.example/a#:~:text=One%2C"' in notes[0]
    assert "via Reuters" in notes[1]
    assert "not said" in notes[1]


def test_who_speaks_how_much(client: TestClient) -> None:
    found = client.get("/api/article", params={"id": "bridge.html"}).json()
    shares = [(one["speaker"]["name"], one["quotes"], one["words"]) for one in found["shares"]]
    assert shares == [("Ada Moreau", 1, 14), ("Nils Berg", 2, 7)]
    assert found["quoted"] == 21
    assert found["words"] == 45
    page = client.get("/article", params={"id": "bridge.html"}).text
    assert "21 of 45 words" in page


def test_it_says_how_the_article_was_stored(newsroom: Path, client: TestClient) -> None:
    with Store(newsroom, read_only=True) as store:
        kept = store.article_page("bridge.html")
    page = client.get("/article", params={"id": "bridge.html"}).text
    for words in (kept.digest, kept.stored, f"quotes {kept.found_by.version}", "Jo Reed"):
        assert words in page


def test_a_quote_leads_to_its_place(newsroom: Path, client: TestClient) -> None:
    with Store(newsroom, read_only=True) as store:
        (quote,) = store.quotes(article="toll.html", speaker="council")
    answer = client.get(f"/quote/{quote.id}")
    place = f"/article?id=toll.html&quote={quote.id}#q-{quote.id}"
    assert answer.is_redirect
    assert answer.headers["location"] == place
    page = client.get(place).text
    assert f'<li id="n-{quote.id}" class="chosen">' in page
    assert '<span class="content chosen">“The toll stays' in page
    assert client.get(f"/api/quote/{quote.id[:10]}").json()["id"] == quote.id


def test_nothing_of_an_article_is_markup(client: TestClient) -> None:
    page = client.get("/article", params={"id": HOSTILE}).text
    assert _text_of(page).count(EVIL) == 2
    assert not re.search(r"<(script|img)|javascript:|\son\w+=(?!alert)", page)


@pytest.fixture
def long(tmp_path: Path) -> Callable[..., TestClient]:
    """Asks over an article of several parts, with quotes in all of them."""
    lines = [
        f"“Item {n} is done,” said Lee of the harbour, and went on to others." for n in range(1500)
    ]
    article = Article(id="long", text="\n\n".join(lines))
    starts = [article.text.index(line) for line in lines]
    found = [
        _quote(article, (start, start + line.index("said") - 1))
        for start, line in zip(starts, lines, strict=True)
    ]
    with Store(tmp_path / "long.db") as store:
        store.add(article, found)
    return lambda: asking(tmp_path / "long.db")


def test_a_long_article_is_shown_in_parts(long: Callable[..., TestClient]) -> None:
    client = long()
    whole, number = "", 1
    while True:
        answer = client.get("/article", params={"id": "long", "part": number})
        assert len(answer.content) < HEAVY
        whole += _text_of(answer.text)
        if "The last" not in answer.text and 'rel="next"' not in answer.text:
            break
        assert answer.text.count('rel="next"') == 2
        number += 1
    found = client.get("/api/article", params={"id": "long"}).json()
    assert number == found["parts"] > 3
    assert whole == found["article"]["text"]
    assert len(found["notes"]) == 80
    assert found["unmarked"] > 0
    assert f"{found['unmarked']} quotes of this part" in client.get("/article?id=long").text


def test_a_quote_is_found_in_its_part(long: Callable[..., TestClient]) -> None:
    client = long()
    found = client.get("/api/quotes", params={"words": '"item 1400 is"'}).json()["hits"]
    id = found[0]["quote"]["id"]
    page = client.get("/article", params={"id": "long", "quote": id}).text
    assert page.count(f'id="q-{id}"') == 1
    assert "Item 1400 is" in _text_of(page)


def test_a_quote_with_which_a_part_begins_is_found_there(long: Callable[..., TestClient]) -> None:
    client = long()
    second = client.get("/api/article", params={"id": "long", "part": 2}).json()
    quote = second["notes"][0]["quote"]
    assert quote["content"][0][0] == second["start"]
    found = client.get("/api/article", params={"id": "long", "quote": quote["id"]}).json()
    assert (found["part"], found["chosen"]) == (2, quote["id"])


def test_quotes_over_each_other_stay_within_the_weight(tmp_path: Path) -> None:
    article = Article(id="over", text="".join(f"w{n % 10}{chr(97 + n % 26)} " for n in range(2000)))
    found = [_quote(article, (4 * n, 4 * n + 3000)) for n in range(300)]
    assert len(_page(tmp_path / "over.db", article, found).encode()) < HEAVY


def test_an_article_without_its_text_shows_its_quotes(tmp_path: Path) -> None:
    article = Article(id="bare", text="")
    spoken = _quote(article.model_copy(update={"text": "“Yes,” he said."}), (0, 6))
    page = _page(tmp_path / "bare.db", article, [spoken])
    assert "is not stored" in page
    assert f'<li id="q-{spoken.id}">' in page
    assert "“Yes,”" in page


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("id=none", 404, "no article &#39;none&#39; is stored"),
        ("", 422, "this is needed: id"),
        ("id=bridge.html&part=2", 422, "this article has no part 2: the last one is 1"),
        ("id=bridge.html&part=0", 422, "part must be"),
        ("id=bridge.html&part=x", 422, "part must be"),
        ("id=bridge.html&quote=none", 404, "this article has no quote &#39;none&#39; now"),
    ],
)
def test_what_is_not_there(client: TestClient, query: str, status: int, words: str) -> None:
    answer = client.get(f"/article?{query}")
    assert answer.status_code == status
    assert words in answer.text

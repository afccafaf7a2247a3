"""Which stored article one is that is read once more: two stories never replace each other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.records import ONCE, Article, is_apart
from quotes.store import Store
from quotes.store.write.same_article import address_of

from .build import MONDAY, make_article, make_quote

ADDRESS = "https://paper.example/bridge"
LONG = (
    "The council of the town met for three hours before the bridge was opened to all traffic on "
    "Monday. Drivers had waited since early morning, and many of them left their cars to watch."
)
FIRST: dict[str, Any] = {"place": "/news/a/story.txt", "text": "The bridge is open."}


def add(store: Store, id: str = "story.txt", **changes: Any) -> tuple[str, str]:
    """(what became of it, its id) of an article that was read."""
    article = store.identify(make_article(id, **(FIRST | changes)))
    return store.add(article, [make_quote(article, 0, 3)]), article.id


SAME: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("the same again", {}, {}, "unchanged"),
    ("an edited file", {}, {"text": "The bridge is shut."}, "replaced"),
    ("a moved file", {}, {"place": "/old/story.txt"}, "unchanged"),
    ("a file of another name", {}, {"place": "/old/b.txt", "id": "b.txt"}, "unchanged"),
    ("a copy from a pipe", {}, {"place": ONCE, "id": "stdin-1"}, "unchanged"),
    (
        "its address in another form",
        {"url": ADDRESS},
        {"url": "http://www.Paper.example/bridge/#top", "place": "/b.html", "text": "It is shut."},
        "replaced",
    ),
    ("its address is known now", {}, {"url": ADDRESS}, "replaced"),
    ("its day is known now", {"date": None}, {"place": "/b.txt"}, "replaced"),
    ("its publisher is not known", {}, {"publisher": None, "place": "/b.txt"}, "replaced"),
]


@pytest.mark.parametrize(("why", "first", "then", "status"), SAME, ids=[row[0] for row in SAME])
def test_it_is_the_same_article(
    store: Store, why: str, first: dict[str, Any], then: dict[str, Any], status: str
) -> None:
    add(store, **first)
    assert add(store, **then) == (status, "story.txt")
    assert len(store.articles()) == 1


OTHER: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("another folder", {}, {"place": "/news/b/story.txt", "text": "The school is shut."}),
    ("another row", {"place": "/a.jsonl#1"}, {"place": "/a.jsonl#2", "text": "It is shut."}),
    ("from pipes", {"place": ONCE}, {"place": ONCE, "text": "The school is shut."}),
    (
        "two addresses in one place",
        {"url": ADDRESS},
        {"url": "https://paper.example/school", "text": "The school is shut."},
    ),
    (
        "two addresses of one text",
        {"url": ADDRESS},
        {"url": "https://post.example/bridge", "place": "/b.html", "id": "b.html"},
    ),
    (
        "the address of a whole site",
        {"url": "https://paper.example/"},
        {"url": "https://paper.example", "place": "/b.txt", "text": "The school is shut."},
    ),
    ("a notice of another day", {}, {"date": MONDAY + dt.timedelta(days=1), "place": "/b.txt"}),
    ("a text of another paper", {}, {"publisher": "The Post", "place": "/b.txt"}),
    (
        "nearly the same text in another folder",
        {"text": LONG},
        {"text": LONG + "It rained.", "place": "/news/b/story.txt"},
    ),
]


@pytest.mark.parametrize(("why", "first", "then"), OTHER, ids=[row[0] for row in OTHER])
def test_it_is_another_article(
    store: Store, why: str, first: dict[str, Any], then: dict[str, Any]
) -> None:
    """Both stay, also when they are read again in any order."""
    assert add(store, **first) == ("added", "story.txt")
    status, id = add(store, **then)
    assert status == "added"
    assert is_apart(id) == (then.get("id", "story.txt") == "story.txt")
    assert {found.id for found in store.articles()} == {"story.txt", id}
    assert add(store, **then) == ("unchanged", id)
    assert add(store, **first) == ("unchanged", "story.txt")
    assert store.article("story.txt").text == (FIRST | first)["text"]
    assert store.article(id).text == (FIRST | then)["text"]


def test_an_article_that_has_a_new_id_is_found_by_its_place(store: Store) -> None:
    add(store)
    _, id = add(store, place="/news/b/story.txt", text="The school is shut.")
    assert add(store, place="/news/b/story.txt", text="The school is open.") == ("replaced", id)
    assert store.article("story.txt").text == FIRST["text"]


def test_an_address_that_several_have_tells_none_of_them(store: Store) -> None:
    """A list's address stands in each of its rows."""
    for n in range(2):
        article = make_article(f"{n}", url=ADDRESS, text=f"The bridge {n} is open.")
        store.add(article, [])
    status, id = add(store, url=ADDRESS, place="/c.txt", text="The school is shut.")
    assert (status, id) == ("added", "story.txt")


def test_a_place_that_two_articles_had_tells_none_of_them(store: Store) -> None:
    add(store, url=ADDRESS)
    _, second = add(store, url="https://paper.example/school", text="The school is shut.")
    status, third = add(store, text="The church is shut.")
    assert status == "added"
    assert len({"story.txt", second, third}) == 3


def test_who_makes_an_article_chooses_its_id(store: Store) -> None:
    """Without a place an id is what the caller says it is."""
    add(store)
    made = make_article("story.txt", text="The school is shut.")
    assert store.identify(made) == made
    assert store.add(made, []) == "replaced"
    same_text = make_article("mine", text="The school is shut.")
    assert store.add(same_text, []) == "added"


@pytest.mark.parametrize(
    ("stored", "read", "status"),
    [
        (LONG, LONG + "It rained.", "replaced"),
        (LONG, "The school is shut.", "added"),
        ("", "The school is shut.", "replaced"),
    ],
)
def test_of_an_unknown_place_one_is_the_same_if_it_reads_so(
    store: Store, stored: str, read: str, status: str
) -> None:
    """Older databases know no places; an import knows no texts."""
    store.add(make_article("story.txt", text=stored), [])
    found, id = add(store, text=read)
    assert found == status
    assert is_apart(id) == (status == "added")
    assert add(store, text=read) == ("unchanged", id)


def test_what_another_process_stored_meanwhile_is_not_replaced(store: Store) -> None:
    """The id was free when it was asked for."""
    mine = store.identify(make_article("story.txt", **FIRST))
    other = make_article("story.txt", text="The school is shut.", place="/news/b/story.txt")
    store.add(other, [make_quote(other, 0, 4)])
    assert store.add(mine, [make_quote(mine, 0, 3)]) == "added"
    assert store.article("story.txt") == other
    (quote,) = [quote for quote in store.quotes() if quote.article_id != "story.txt"]
    assert store.get(quote.id)[1].text == mine.text


def test_what_was_replaced_is_seen(store: Store) -> None:
    add(store, text=LONG)
    add(store, text=LONG.replace("three hours", "four hours"), title="Opened", byline="Ann Roe")
    (told,) = [change for change in store.changes() if change.what == "replaced"]
    assert (told.article_id, told.quote_id, told.text) == ("story.txt", None, "Opened")
    assert told.fields["title"] == ("Bridge to open", "Opened")
    assert told.fields["byline"] == (None, "Ann Roe")
    before, after = told.fields["text"]
    assert ("three hours" in before, "four hours" in after) == (True, True)


def test_a_deleted_article_is_forgotten(store: Store) -> None:
    add(store, url=ADDRESS)
    store.remove(article="story.txt")
    assert add(store, "b.txt", url=ADDRESS) == ("added", "b.txt")


def test_of_many_with_one_text_few_are_looked_at(store: Store) -> None:
    """However many notices say the same, each stays, and is known when it is read again."""
    days = [MONDAY + dt.timedelta(days=n) for n in range(30)]
    notices = [{"date": day, "place": f"/{day}.txt", "id": f"{day}.txt"} for day in days]
    assert [add(store, **notice)[0] for notice in notices] == ["added"] * 30
    assert [add(store, **notice)[0] for notice in notices] == ["unchanged"] * 30


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.a.example/x/", "a.example/x"),
        ("http://A.example:80/x?utm_source=b&id=1#c", "a.example/x?id=1"),
        ("https://a.example:8080/X", "a.example:8080/X"),
        ("https://a.example/?p=1", "a.example?p=1"),
        ("https://a.example/", None),
        ("a.example/x", None),
        ("https://[half/x", None),
        ("https://a.example:99999999/x", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, address: str | None) -> None:
    assert address_of(url) == address


def test_the_place_comes_back_with_the_article(store: Store) -> None:
    article = make_article("story.txt", **FIRST)
    store.add(article, [])
    assert store.article("story.txt") == article
    assert isinstance(store.article("story.txt"), Article)

"""Two people who are given the same words."""

from __future__ import annotations

import datetime as dt

import pytest

from quotes.records import Quote, Speaker
from quotes.store import Store

from .build import MONDAY, make_article, make_quote

LONG = "“Nobody in the valley was asked before the mill let warm water into the river at night,”"


def put(store: Store, id: str, words: str, name: str, day: dt.date = MONDAY, **changes: str) -> str:
    """Store an article in which somebody is given the words; returns the quote's id."""
    article = make_article(id, text=f"{words} {name} said in {id}.", date=day)
    speaker = Speaker(name=name, type=changes.get("type", "person"))  # type: ignore[arg-type]
    quote = make_quote(article, 0, len(words), text=words, speaker=speaker)
    store.add(article, [quote])
    return quote.id


def ids(quotes: list[Quote]) -> list[str]:
    return [quote.id for quote in quotes]


def test_the_same_words_of_two_people(store: Store) -> None:
    one = put(store, "a.txt", LONG, "Ann Roe")
    other = put(store, "b.txt", LONG.replace(",”", ".”").upper(), "Bo Kim", dt.date(2021, 5, 1))
    put(store, "c.txt", LONG.replace("warm", "cold"), "Cy Lund")
    assert sorted(ids(store.quotes(conflicts=True))) == sorted([one, other])
    assert ids(store.quotes(conflicts=True, since=dt.date(2021, 4, 1))) == [other]
    assert ids(store.quotes(conflicts=True, speaker="Ann Roe")) == [one]
    assert [(q.id, q.speaker and q.speaker.name) for q in store.saying(one).conflicts] == [
        (other, "Bo Kim")
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (LONG, ["Ann Roe", "Ann Roe"]),
        ("“We will see what happens.”", ["Ann Roe", "Bo Kim"]),
        (LONG, ["Ann Roe"]),
    ],
)
def test_no_conflict(store: Store, words: str, names: list[str]) -> None:
    found = [put(store, f"{place}.txt", words, name) for place, name in enumerate(names)]
    assert store.quotes(conflicts=True) == []
    assert store.saying(found[0]).conflicts == ()


def test_who_is_merged_or_cannot_be_told_is_no_other(store: Store) -> None:
    one = put(store, "a.txt", LONG, "Ann Roe")
    put(store, "b.txt", LONG, "Anna Roe-Lee", dt.date(2021, 5, 1))
    put(store, "c.txt", LONG, "farmers", dt.date(2021, 9, 1), type="group")
    assert len(store.quotes(conflicts=True)) == 2
    store.merge("Ann Roe", "Anna Roe-Lee")
    assert store.quotes(conflicts=True) == []
    assert store.saying(one).conflicts == ()

"""Two people who are given the same words."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Quote, Speaker
from quotes.store import Store

from .build import MONDAY, go_back, make_article, make_quote

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


def true_conflicts(store: Store) -> list[str]:
    """The ids of the quotes whose words somebody else is given, by comparing all with all."""
    every = store.quotes(act="all", factuality="all")
    told = [(one.id, one.text.lower().strip("“”,. "), one.speaker) for one in every]
    return sorted(
        id for id, words, who in told if any(words == w and who != other for _, w, other in told)
    )


@pytest.mark.parametrize("seed", range(3))
def test_they_are_known_whatever_was_done(store: Store, seed: int) -> None:
    random = Random(seed)
    texts = [LONG.replace("mill", word) for word in ("mill", "MILL", "dam", "brewery")]
    for _ in range(25):
        stored = store.quotes(act="all", factuality="all")
        match random.randrange(5):
            case 0 | 1 | 2:
                who = random.choice(["Ann Roe", "Bo Kim", "Cy Lund"])
                put(store, f"{random.randrange(9)}.txt", random.choice(texts), who)
            case 3 if stored:
                store.remove(article=random.choice(stored).article_id)
            case 4 if stored:
                with suppress(UsageError):  # it is so already
                    store.fix(
                        random.choice(stored).id, speaker=random.choice(["Dee Moe", "Eva Poe"])
                    )
        found = store.quotes(conflicts=True, act="all", factuality="all")
        assert sorted(ids(found)) == true_conflicts(store)


def test_those_that_an_older_version_stored(store: Store, place: Any) -> None:
    found = [put(store, f"{name}.txt", LONG, name) for name in ("Ann Roe", "Bo Kim", "Cy Lund")]
    go_back(place, "0012")
    with Store(place) as opened:
        assert sorted(ids(opened.quotes(conflicts=True))) == sorted(found)


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

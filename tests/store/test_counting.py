"""How many quotes there are of what."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Speaker
from quotes.store import Store
from quotes.store.counting import CHOICES

from .build import OFFICE, make_article, make_quote

FEBRUARY, MARCH, NEXT = dt.date(2021, 2, 28), dt.date(2021, 3, 1), dt.date(2022, 3, 1)
BELINSKY = {"role": "president", "affiliation": "Ruritania"}


@pytest.fixture
def filled(store: Store) -> Store:
    """Three days, and an article without one."""

    def add(id: str, date: dt.date | None, publisher: str | None, *facts: dict[str, Any]) -> None:
        article = make_article(id, date=date, publisher=publisher)
        found = [make_quote(article, 0, n, **some) for n, some in enumerate(facts, start=1)]
        store.add(article, found)

    one, other = Speaker(name="Anatol Belinsky"), Speaker(name="Anatol Belinskyy")
    add("a", FEBRUARY, "The Courier", {"speaker": one, **BELINSKY}, {"kind": "mixed"})
    add("b", MARCH, "The Courier", {"speaker": other, **BELINSKY}, {"act": "thought"})
    add("c", NEXT, "The Herald", {"speaker": OFFICE, "via": "Interfax", "office": "Mayor, Rio"})
    add("d", None, None, {"speaker": None, "role": None}, {"said_on": MARCH, "speaker": one})
    add("e", None, None, {"factuality": "negated"})
    for article, by in (("a", "bob"), ("c", "ann"), ("d", "ann")):
        store.confirm(store.list(article=article)[0].id, by=by)
    return store


STATS: list[tuple[str, dict[str, Any], str]] = [
    ("day", {}, "2021-02-28 2, 2021-03-01 2, 2022-03-01 1"),
    ("month", {}, "2021-02 2, 2021-03 2, 2022-03 1"),
    ("year", {}, "2021 4, 2022 1"),
    ("month", {"limit": 2}, "2021-03 2, 2022-03 1"),
    ("month", {"act": "all"}, "2021-02 2, 2021-03 3, 2022-03 1"),
    ("month", {"since": MARCH, "until": MARCH}, "2021-03 2"),
    ("speaker", {}, "Anatol Belinsky 3, Chloé Dupont 1, Mayor's Office 1"),
    ("speaker", {"limit": 1}, "Anatol Belinsky 3"),
    ("publisher", {}, "The Courier 3, The Herald 1"),
    ("publisher", {"speaker": "belinsky"}, "The Courier 2"),
    ("role", {}, "Mayor 3, president 2"),
    ("affiliation", {}, "Ruritania 2"),
    ("office", {}, "Mayor, Rio 1"),
    ("via", {}, "Interfax 1"),
    ("kind", {}, "direct 5, mixed 1"),
    ("act", {"act": "all"}, "speech 6, thought 1"),
    ("factuality", {"factuality": "all"}, "factual 6, negated 1"),
    ("article", {}, "a 2, d 2, b 1, c 1"),
    ("article", {"kind": "mixed"}, "a 1"),
    ("checked_by", {}, "ann 2, bob 1"),
    ("publisher", {"checked": True}, "The Courier 1, The Herald 1"),
    ("publisher", {"checked": False}, "The Courier 2"),
]


@pytest.mark.parametrize(("by", "asked", "expected"), STATS)
def test_counts(filled: Store, by: str, asked: dict[str, Any], expected: str) -> None:
    found = filled.stats(by, **asked)
    assert ", ".join(f"{count.value} {count.count}" for count in found) == expected


def test_all_of_them_are_counted(filled: Store) -> None:
    assert {by for by, _, _ in STATS} == set(CHOICES)


def test_first_and_last_days(filled: Store) -> None:
    (courier, _) = filled.stats("publisher")
    assert (courier.first, courier.last) == (FEBRUARY, MARCH)
    (dated, undated) = filled.stats("article", speaker="belinsky", limit=3)[::2]
    assert (dated.first, dated.last) == (FEBRUARY, FEBRUARY)
    assert (undated.value, undated.first, undated.last) == ("d", MARCH, MARCH)
    (speaker,) = filled.stats("speaker", speaker="belinsky")
    assert (speaker.first, speaker.last) == (FEBRUARY, MARCH)


def test_days_long_ago_are_written_in_full(store: Store) -> None:
    article = make_article(date=dt.date(7, 8, 9))
    store.add(article, [make_quote(article)])
    values = [store.stats(by)[0].value for by in ("day", "month", "year")]
    assert values == ["0007-08-09", "0007-08", "0007"]


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("mood", {}, "nothing is counted by 'mood': take one of speaker, day"),
    ("name", {}, "nothing is counted by 'name'"),
    ("day", {"limit": 0}, "give 1 or more"),
    ("speaker", {"limit": -1}, "give 1 or more"),
    ("day", {"speaker": "Xqzw"}, "no speaker 'Xqzw'"),
]


@pytest.mark.parametrize(("by", "asked", "message"), WRONG)
def test_what_makes_no_sense(filled: Store, by: str, asked: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        filled.stats(by, **asked)


def test_an_empty_store(store: Store) -> None:
    assert all(store.stats(by) == [] for by in CHOICES)

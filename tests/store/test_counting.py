"""How many quotes there are of what."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import suppress
from itertools import permutations
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Speaker
from quotes.store import Store
from quotes.store.query.counting import CHOICES
from quotes.store.query.crossing import columns_of

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
        store.confirm(store.quotes(article=article)[0].id, by=by)
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
    ("publisher", {"limit": 1, "since": MARCH}, "The Courier 1"),
    ("speaker", {"publisher": "courier"}, "Anatol Belinskyy 2, Chloé Dupont 1"),
    ("speaker", {"publisher": "courier", "until": FEBRUARY}, "Anatol Belinsky 1, Chloé Dupont 1"),
    ("speaker", {"role": "president"}, "Anatol Belinskyy 2"),
    ("month", {"publisher": "courier", "kind": "mixed"}, "2021-02 1"),
    ("month", {"via": "interfax"}, "2022-03 1"),
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


CROSSED: list[tuple[str, str, dict[str, Any], list[tuple[str, str, int]]]] = [
    (
        "speaker",
        "publisher",
        {},
        [
            ("Anatol Belinsky", "The Courier", 2),
            ("Chloé Dupont", "The Courier", 1),
            ("Mayor's Office", "The Herald", 1),
        ],
    ),
    (
        "month",
        "speaker",
        {"speaker": "belinsky"},
        [("2021-02", "Anatol Belinsky", 1), ("2021-03", "Anatol Belinsky", 2)],
    ),
    ("publisher", "year", {"limit": 1}, [("The Courier", "2021", 3)]),
    ("publisher", "year", {"across": 1}, [("The Herald", "2022", 1)]),
    ("year", "publisher", {"limit": 1}, [("2022", "The Herald", 1)]),
    ("speaker", "kind", {"across": 1, "limit": 1}, [("Anatol Belinsky", "direct", 3)]),
    (
        "role",
        "publisher",
        {"across": 1},
        [("president", "The Courier", 2), ("Mayor", "The Courier", 1)][::-1],
    ),
    ("kind", "act", {"act": "all", "kind": "mixed"}, [("mixed", "speech", 1)]),
    ("speaker", "publisher", {"since": NEXT}, [("Mayor's Office", "The Herald", 1)]),
    ("speaker", "month", {"publisher": "herald"}, [("Mayor's Office", "2022-03", 1)]),
]


@pytest.mark.parametrize(("by", "other", "asked", "expected"), CROSSED)
def test_two_things_at_once(
    filled: Store,
    by: str,
    other: str,
    asked: dict[str, Any],
    expected: list[tuple[str, str, int]],
) -> None:
    found = [(cell.value, cell.other, cell.count) for cell in filled.cross(by, other, **asked)]
    assert found == expected


def test_cells_and_lines_fit(filled: Store) -> None:
    """All pairs: what a row has in all is what is counted by it alone."""
    for by, other in permutations(CHOICES, 2):
        for asked in ({"act": "all"}, {"since": MARCH, "min_confidence": 0.1}):
            cells = filled.cross(by, other, **asked)
            whole = {one.value: one.count for one in filled.stats(by, **asked)}
            found: Counter[str] = Counter()
            for cell in cells:
                found[cell.value] += cell.count
            assert all(many <= whole[value] for value, many in found.items())
            back = filled.cross(other, by, **asked)
            assert {(one.value, one.other): one.count for one in cells} == {
                (one.other, one.value): one.count for one in back
            }


def test_columns_in_their_order(filled: Store) -> None:
    assert columns_of(filled.cross("speaker", "month"), "month") == [
        "2021-02",
        "2021-03",
        "2022-03",
    ]
    cells = filled.cross("kind", "publisher")
    assert columns_of(cells, "publisher") == ["The Courier", "The Herald"]


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
    with pytest.raises(UsageError, match=message):
        filled.cross(by, "kind", **asked)


def test_one_thing_twice(filled: Store) -> None:
    with pytest.raises(UsageError, match="'month' twice"):
        filled.cross("month", "month")


@pytest.mark.parametrize("limit", range(1, 6))
def test_the_first_of_many_who_are_one(store: Store, limit: int) -> None:
    """There are as many as asked for, though each of the first is several rows."""
    article = make_article(text="word " * 100)
    names = [("Ann Roe", 9), ("Anne Roe", 8), ("Bo Kim", 6), ("B. Kim", 5), ("Cy Law", 7)]
    names += [("Di Mann", 6), ("Ed Nunn", 6)]
    every = [name for name, many in names for _ in range(many)]
    store.add(
        article,
        [make_quote(article, 0, n, speaker=Speaker(name=name)) for n, name in enumerate(every, 1)],
    )
    with suppress(UsageError):  # they may be one already
        store.merge("Ann Roe", "Anne Roe")
    whole = store.stats("speaker")
    assert (whole[0].count, len(whole) < len(names)) == (17, True)
    assert store.stats("speaker", limit=limit) == whole[:limit]


def test_an_empty_store(store: Store) -> None:
    assert all(store.stats(by) == [] for by in CHOICES)

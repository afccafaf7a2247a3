"""Kept counts are those of the quotes, whatever was done; and they are what is read."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Article, Quote, Run, Speaker
from quotes.store import Store
from quotes.store.query import tallies

from .build import MONDAY, make_article, make_quote
from .conftest import counted_work, is_sound

PEOPLE = [
    None,
    Speaker(name="Ann Roe"),
    Speaker(name="Anatol Belinsky"),
    Speaker(name="Anatol Belinskyy"),
    Speaker(name="Harbour Office", type="organization"),
    Speaker(name="officials", type="group"),
]
OUTLETS = [None, "The Courier", "Łódź Herald", "The Herald"]
DAYS = [None, MONDAY, MONDAY + dt.timedelta(days=40), dt.date(7, 8, 9)]


LATE = MONDAY + dt.timedelta(days=30)
ASKED: list[dict[str, Any]] = [
    {},
    {"act": "all", "factuality": "all"},
    {"kind": "mixed"},
    {"since": MONDAY},
    {"until": MONDAY},
    {"since": dt.date(7, 8, 9), "until": MONDAY, "factuality": "all"},
    {"since": MONDAY, "until": MONDAY + dt.timedelta(days=1)},
    {"since": MONDAY, "publisher": "Courier"},
    {"until": LATE, "publisher": "Courier", "kind": "direct"},
    {"since": dt.date(7, 8, 10), "until": LATE, "speaker": "Belinsky"},
    {"until": LATE, "speaker": "Ann Roe", "act": "all"},
    {"until": LATE, "speaker": "Ann Roe", "publisher": "Courier"},
    {"min_confidence": 0.5, "since": MONDAY},
    {"min_confidence": 0.5, "publisher": "Herald"},
    {"role": "president"},
    {"checked": False},
    {"checked": True, "until": LATE},
]


def draw(random: Random, id: str, **facts: Any) -> tuple[Article, list[Quote]]:
    """An article with some quotes of anybody."""
    date, publisher = random.choice(DAYS), random.choice(OUTLETS)
    article = make_article(id, date=date, publisher=publisher, **facts)
    changes = [
        {
            "speaker": random.choice(PEOPLE),
            "said_on": random.choice(DAYS),
            "kind": random.choice(["direct", "mixed", "indirect"]),
            "act": random.choice(["speech", "speech", "thought"]),
            "factuality": random.choice(["factual", "factual", "negated", "hypothetical"]),
            "role": random.choice([None, "president"]),
            "confidence": random.choice([0.25, 0.499, 0.5, 0.501, 1.0]),
        }
        for _ in range(random.randrange(5))
    ]
    return article, [make_quote(article, 0, n, **some) for n, some in enumerate(changes, start=1)]


def do_something(store: Store, random: Random) -> None:
    """One of all that changes which quotes there are, or who is who."""
    id = f"article-{random.randrange(4)}"
    stored = [article.id for article in store.articles()]
    names = [one.name for one in store.speakers(act="all", factuality="all")]
    match random.randrange(8):
        case 0 | 1:
            store.add(*draw(random, id))
        case 2:  # found anew by another run
            store.add(*draw(random, id), run=Run(version=str(random.random())))
        case 3 if stored:
            store.remove(article=random.choice(stored))
        case 4:  # an import: articles without a text
            new = [f"import-{random.random()}" for _ in range(2)]
            store.load(draw(random, id, text="") for id in new)
            list(store.settle())
        case 5 if {"Anatol Belinsky", "Anatol Belinskyy"} <= {*names}:
            store.merge("Anatol Belinsky", "Anatol Belinskyy")
        case 6 if "Ann Roe" in names:
            store.remove(before=MONDAY + dt.timedelta(days=1))
        case 7:
            judge(store, random)


def judge(store: Store, random: Random) -> None:
    """Somebody says something of a quote, or takes it back."""
    quotes = store.quotes(act="all", factuality="all")
    said = store.fixes()
    deeds: list[Callable[[], object]] = [lambda: store.undo(said[0].id)] if said else []
    if quotes:
        id, kind = random.choice(quotes).id, random.choice(["direct", "indirect"])
        deeds += [
            lambda: store.fix(id, drop=True),
            lambda: store.fix(id, speaker="Ann Roe", act="thought"),
            lambda: store.fix(id, kind=kind, said_on=MONDAY),
            lambda: store.confirm(id),
        ]
    with suppress(UsageError):  # it is so already
        random.choice(deeds or [list])()


def counted(store: Store, **asked: Any) -> dict[str, Counter[Any]]:
    """Counts as `stats` gives them, from the quotes themselves."""
    merged = {"Anatol Belinskyy": "Anatol Belinsky"}
    found: dict[str, Counter[Any]] = {name: Counter() for name in ("publisher", "month", "kind")}
    for quote in store.stream(**asked):
        day = quote.date or quote.said_on
        facts = {
            "publisher": quote.publisher,
            "month": day and f"{day.year:04}-{day.month:02}",
            "kind": quote.kind,
            "speaker": quote.speaker and merged.get(quote.speaker.name, quote.speaker.name),
        }
        for name, many in found.items():
            many.update([facts[name]] if facts[name] else [])
    return found


@pytest.mark.parametrize("seed", range(4))
def test_they_are_those_of_the_quotes_whatever_was_done(store: Store, seed: int) -> None:
    random = Random(seed)
    for _ in range(15):
        try:
            do_something(store, random)
        except Exception as error:
            assert "one speaker already" in str(error)
        with store._database.asking() as reader:
            assert tallies.problem(reader) is None
    for asked in ASKED:
        if not missing(store, asked):
            for by, many in counted(store, **asked).items():
                assert {one.value: one.count for one in store.stats(by, **asked)} == dict(many)
            assert store.count(**asked) == len(store.quotes(**asked))
            people = store.speakers(**asked)
            for most in (1, 2, 3):
                assert store.speakers(limit=most, **asked) == people[:most]


def missing(store: Store, asked: dict[str, Any]) -> bool:
    """Whether nobody is called as is asked for, or no outlet."""
    try:
        store.count(**asked)
    except UsageError:
        return True
    return False


def run_sql(store: Store, statement: str) -> None:
    with store._database.writing() as connection:
        connection.run(statement)


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE tally_speaker_day SET many = many + 1",
        "DELETE FROM tally_publisher_day",
        "INSERT INTO tally_speaker_publisher VALUES (0, 0, 0, 0, 0, 7)",
    ],
)
def test_the_doctor_sees_that_they_are_not_and_counts_anew(store: Store, wrong: str) -> None:
    article = make_article()
    store.add(article, [make_quote(article)])
    assert is_sound(store)
    run_sql(store, wrong)
    (finding,) = [found for found in store.examine() if found.what == "kept counts"]
    assert (finding.state, finding.found) == ("error", "1 kept count not those of the quotes") or (
        "2 kept counts" in finding.found
    )
    assert finding.remedy == "quotes doctor --mend"
    store.mend()
    assert is_sound(store)
    assert [one.count for one in store.stats("publisher")] == [1]


def test_a_damaged_article_goes_with_its_counts(store: Store) -> None:
    for id in ("a", "b"):
        article = make_article(id)
        store.add(article, [make_quote(article)])
    run_sql(store, "UPDATE quotes SET kind = 9 WHERE article = 1")
    store.remove(article="a")
    assert is_sound(store)
    assert [one.count for one in store.stats("kind")] == [1]


def work(path: Path, quotes: int, by: str) -> int:
    """Steps that SQLite takes to count by it."""
    with Store(path) as store:
        for n in range(quotes // 50):
            article = make_article(f"{n:04}", text="word " * 200, date=MONDAY)
            some = [make_quote(article, 0, end) for end in range(1, 51)]
            store.load([(article, some)])
    with counted_work() as counts, Store(path) as store, store._database.asking() as connection:
        from quotes.store.query.counting import statistics
        from quotes.store.query.filters import Filters

        counts.clear()
        assert statistics(connection, by, Filters(), 10)[0].count == quotes
        return counts["steps"]


@pytest.mark.parametrize("by", ["speaker", "publisher", "month", "kind"])
def test_counting_does_not_grow_with_the_quotes(tmp_path: Path, by: str) -> None:
    """Of one speaker, one outlet and one day."""
    few, many = work(tmp_path / "few.db", 50, by), work(tmp_path / "many.db", 2_000, by)
    assert many <= few + 2

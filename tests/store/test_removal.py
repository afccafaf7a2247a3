"""Articles that are taken out, with all that is known by them alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Speaker
from quotes.store import Store
from quotes.store.query.tallies import TALLIES
from quotes.store.schema.tables import tables

from .build import MONDAY, make_article, make_quote, make_quotes
from .conftest import is_sound
from .sql import run_sql
from .test_sayings import CUT, END, STORY, WHOLE, counts, stories

OF_ARTICLES = (
    *("articles", "quotes", "speakers", "speaker_words", "speaker_keys", "article_history"),
    *("article_keys", "article_places", *(tally.name for tally in TALLIES)),
    *("same_words", "sayings", "saying_keys", "stories", "story_keys", "inputs", "quotes_fts"),
)
"""Tables in which nothing is left of articles that are gone."""


def rows(place: Any, *names: str) -> dict[str, int]:
    """How many rows each table has."""
    return {
        name: run_sql(place, f"SELECT count(*) FROM {name}")[0][0] for name in names or OF_ARTICLES
    }


def fill(store: Store, name: str, day: dt.date | None, *texts: str, who: str) -> None:
    """An article with these quotes of one speaker."""
    article = make_article(name, date=day, text=f"{name} {STORY}")
    speaker = Speaker(name=who)
    said = [
        make_quote(article, 0, n, text=text, speaker=speaker) for n, text in enumerate(texts, 1)
    ]
    store.add(article, said)


@pytest.fixture
def filled(store: Store) -> Store:
    """Articles of four days and one of none, which share speakers, sayings and a story."""
    for n in range(4):
        day = MONDAY + dt.timedelta(days=n)
        fill(store, f"{n}", day, [WHOLE, CUT][n % 2], f"only {n}", who=["Ann Roe", "A. Roe"][n % 2])
    fill(store, "undated", None, CUT, who="Ann Roe")
    store.remember_input("file", "digest", 5)
    return store


SOME = {"1", "2", "3", "undated"}

REMOVALS: list[tuple[dict[str, Any], tuple[int, int], set[str]]] = [
    ({"article": "1"}, (1, 2), {"0", "2", "3", "undated"}),
    ({"article": "undated"}, (1, 1), {"0", "1", "2", "3"}),
    ({"before": MONDAY}, (0, 0), {"0", "1", "2", "3", "undated"}),
    ({"before": MONDAY + dt.timedelta(days=1)}, (1, 2), {"1", "2", "3", "undated"}),
    ({"before": MONDAY + dt.timedelta(days=3)}, (3, 6), {"3", "undated"}),
    ({"before": dt.date.max}, (4, 8), {"undated"}),
    ({"before": dt.date.max, "article": "undated"}, (0, 0), {"0", "1", "2", "3", "undated"}),
    ({"before": MONDAY + dt.timedelta(days=1), "publisher": "courier"}, (1, 2), SOME),
    ({"since": MONDAY, "until": MONDAY}, (1, 2), SOME),
    (
        {"speaker": "person:A. Roe", "since": MONDAY + dt.timedelta(days=1)},
        (2, 4),
        {"0", "2", "undated"},
    ),
    ({"factuality": "negated"}, (0, 0), {"0", *SOME}),
]


@pytest.mark.parametrize(("which", "size", "left"), REMOVALS)
def test_what_goes_and_what_stays(
    filled: Store, which: dict[str, Any], size: tuple[int, int], left: set[str]
) -> None:
    before = {quote.id: quote for quote in filled.quotes()}
    found = filled.find_removal(**which)
    assert (found.articles, found.quotes) == size
    assert filled.count() == len(before)
    assert filled.remove(**which) == found
    assert {article.id for article in filled.articles()} == left
    assert {q.id: q for q in filled.quotes()} == {
        id: quote for id, quote in before.items() if quote.article_id in left
    }
    assert {hit.quote.article_id for hit in filled.search("only", limit=None)} <= left
    assert filled.find_removal(before=dt.date.min) == filled.remove(before=dt.date.min)
    assert bool(filled.known_inputs()) == (size == (0, 0))
    assert is_sound(filled)


def test_it_leaves_what_would_be_there_without_it(filled: Store, place: Any, tmp_path: Any) -> None:
    """Every table has as many rows as where the articles never were."""
    filled.remove(before=MONDAY + dt.timedelta(days=2))
    with Store(tmp_path / "other.db") as other:
        for n in (2, 3):
            day = MONDAY + dt.timedelta(days=n)
            who = ["Ann Roe", "A. Roe"][n % 2]
            fill(other, f"{n}", day, [WHOLE, CUT][n % 2], f"only {n}", who=who)
        fill(other, "undated", None, CUT, who="Ann Roe")
        assert filled.speakers() == other.speakers()
        assert counts(filled) == counts(other)
        assert stories(filled) == stories(other)
    assert rows(place) == rows(tmp_path / "other.db")


def test_nothing_is_left_of_the_last(filled: Store, place: Any) -> None:
    changed = make_article("undated", text="Anew.")
    filled.add(changed, make_quotes(changed, 2))
    assert rows(place, "article_history") == {"article_history": 1}
    filled.remove(before=dt.date.max)
    assert rows(place) == dict.fromkeys(OF_ARTICLES, 0)
    assert not (filled.speakers() or filled.quotes() or filled.articles())
    assert filled.waiting() == 0
    assert is_sound(filled)


def test_all_tables_are_looked_at() -> None:
    others = {"runs", "labels", "merges", "waiting", "changes"}
    others |= {"verdicts", "calibrations"}  # they outlive the articles
    assert set(tables()) == {*OF_ARTICLES, *others} - {"quotes_fts"}


def test_sayings_whose_longest_went_are_found_anew(store: Store) -> None:
    """Two cuts of one whole that have nothing in common."""
    fill(store, "whole", MONDAY, f"{CUT[:-1]}, and {END[1:]}", who="Ann Roe")
    fill(store, "cut", MONDAY, CUT, who="Ann Roe")
    fill(store, "other cut", MONDAY, CUT, who="Ann Roe")
    fill(store, "end", MONDAY, END, who="Ann Roe")
    assert counts(store) == [4]
    store.remove(article="whole")
    assert counts(store) == [1, 2]
    store.remove(article="other cut")
    assert counts(store) == [1, 1]


def test_the_first_version_of_a_story_goes(store: Store) -> None:
    for n in range(3):
        fill(store, str(n), MONDAY + dt.timedelta(days=n), "word", who="Ann Roe")
    assert stories(store) == {"0": (3, None), "1": (3, "0"), "2": (3, "0")}
    store.remove(article="0")
    assert stories(store) == {"1": (2, None), "2": (2, "1")}
    store.remove(article="1")
    assert stories(store) == {"2": (1, None)}


def test_who_was_merged_stays_so(store: Store) -> None:
    fill(store, "a", MONDAY, "one", who="Ann Roe")
    fill(store, "b", MONDAY, "two", who="Anuschka Poe")
    made = store.merge("Ann Roe", "Anuschka Poe")
    store.remove(article="a")
    assert store.merges() == [made]
    fill(store, "a", MONDAY, "one", who="Ann Roe")
    assert [speaker.count for speaker in store.speakers()] == [2]


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "all would go: name an article, a publisher or days"),
    ({"act": "all", "factuality": "all"}, "all would go"),
    ({"publisher": "Xqzw"}, "no publisher 'Xqzw' is stored"),
    ({"article": "Undated"}, "no article 'Undated' is stored; close to it: undated"),
]


@pytest.mark.parametrize(("which", "message"), WRONG)
def test_what_makes_no_sense(filled: Store, which: dict[str, Any], message: str) -> None:
    for ask in (filled.find_removal, filled.remove):
        with pytest.raises(UsageError, match=message):
            ask(**which)
    assert filled.count() == 9

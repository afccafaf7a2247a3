"""By what a list can be narrowed: each choice leaves as many quotes as it says."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.store import ArticleSummary, SpeakerSummary, Store
from quotes.store.query import facets

from .build import MONDAY, make_article, make_quote
from .test_tallies import draw

MONTH = {"since": dt.date(2021, 3, 1), "until": dt.date(2021, 3, 31)}
ASKED: list[dict[str, Any]] = [
    {},
    {"act": "all", "factuality": "all"},
    {"speaker": "Ann Roe"},
    {"speaker": "Belinsky", "publisher": "The Courier"},
    {"publisher": "Herald", **MONTH},
    {"kind": "mixed", "factuality": "negated"},
    {"speaker": "Belinsky", "kind": "direct", **MONTH},
    {"checked": True},
    {"checked": False, "speaker": "Ann Roe"},
    {"min_confidence": 0.5},
    {"role": "president"},
    {"article": "news-3"},
    {"on": MONDAY},
    {"conflicts": True},
]
OWN = {"month": ("since", "until")}


def fill(store: Store, seed: int, articles: int = 25) -> None:
    """Quotes of anybody, some of them checked."""
    random = Random(seed)
    for n in range(articles):
        store.add(*draw(random, f"news-{n}"))
    for quote in random.sample(store.quotes(act="all", factuality="all"), 6):
        store.confirm(quote.id)


def check(store: Store, words: str | None, asked: dict[str, Any]) -> None:
    """Each count is what `count` says when the choice is made."""
    found = store.facets(words, limit=50, **asked)
    assert [facet.name for facet in found.facets] == list(facets.FACETS)
    assert found.counted == found.total == store.count(words, **asked)
    for facet in found.facets:
        assert facet.counted == facet.of
        own = OWN.get(facet.name, (facet.name,))
        others = {name: value for name, value in asked.items() if name not in own}
        for choice in facet.choices:
            assert choice.count == store.count(words, **{**others, **choice.filters})
        counts = [choice.count for choice in facet.choices]
        assert counts == sorted(counts, reverse=True)
        everything = {"act": "all", "factuality": "all"}
        free = {name: everything.get(name) for name in own}
        all_of_it = store.count(words, **{**others, **free})
        assert facet.of == all_of_it
        if facet.name not in ("speaker", "publisher", "month"):  # of which some are not known
            assert sum(counts) == all_of_it


@pytest.mark.parametrize("seed", range(2))
def test_counts_are_those_of_the_filters_that_they_name(store: Store, seed: int) -> None:
    fill(store, seed)
    for asked in ASKED:
        check(store, None, asked)
        check(store, "bridge OR the", asked)


def test_the_most_frequent_first_and_no_more_than_asked_for(store: Store) -> None:
    fill(store, 3)
    (speakers, *_) = store.facets(limit=2).facets
    assert [choice.value for choice in speakers.choices] == [
        one.value for one in store.stats("speaker", limit=2)
    ]
    months = store.facets(limit=1).facets[2]
    assert len(months.choices) == 1
    with pytest.raises(UsageError, match="give 1 or more"):
        store.facets(limit=0)


def test_of_very_many_the_last_are_counted_and_it_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "COUNTED", 3)
    for n, publisher in enumerate(["Old Post", "New Post", "New Post"]):
        article = make_article(f"{n}", publisher=publisher)
        store.add(article, [make_quote(article, 0, end) for end in (25, 26)])
    found = store.facets("bridge")
    assert (found.counted, found.total) == (3, None)
    outlets = found.facets[1]
    assert [(one.value, one.count) for one in outlets.choices] == [("New Post", 3)]
    whole = store.facets()
    assert (whole.counted, whole.total) == (6, 6)
    known = store.facets(speaker="dupont", publisher="post").facets[2]
    assert (known.counted, known.of) == (3, 6)


def test_a_speaker_is_found_by_the_filter_that_is_named(store: Store) -> None:
    article = make_article()
    store.add(article, [make_quote(article)])
    (speakers, *_) = store.facets().facets
    assert speakers.choices[0].filters == {"speaker": "Chloé Dupont"}
    with pytest.raises(UsageError, match="no speaker"):
        store.facets(speaker="Xqzw")


def called(one: SpeakerSummary) -> str:
    """An address that names a speaker and nobody else."""
    return one.id or f"{one.type}:{one.name}"


@pytest.mark.parametrize("part", [None, "bel", "o"])
def test_pages_of_speakers_together_are_all_of_them(store: Store, part: str | None) -> None:
    fill(store, 5)
    some: list[dict[str, Any]] = [{}, {"publisher": "Courier"}, {"speaker": "Belinsky"}]
    for asked in some:
        whole = store.speakers(part, **asked)
        every = store.speakers(**asked)
        assert whole == [one for one in every if part is None or part in one.name.lower()]
        found: list[SpeakerSummary] = []
        while page := store.speakers(
            part, limit=2, after=called(found[-1]) if found else None, **asked
        ):
            found += page
            assert len(found) < 50
        assert found == whole


def test_pages_of_articles_with_words_in_their_titles(store: Store) -> None:
    for n, title in enumerate(["100% sure", "100 sure", None, "A_b", "Bridge", "BRIDGE again"]):
        store.add(make_article(f"{n}", title=title, date=MONDAY if n % 2 else None), [])
    assert [one.id for one in store.articles("0% s")] == ["0"]
    assert [one.id for one in store.articles("a_B")] == ["3"]
    assert {one.id for one in store.articles("bridge")} == {"4", "5"}
    whole = store.articles()
    found: list[ArticleSummary] = []
    while page := store.articles(limit=2, after=found[-1].id if found else None):
        found += page
    assert found == whole
    assert len(whole) == 6


def test_no_more_are_counted_than_wanted(store: Store) -> None:
    fill(store, 6)
    assert store.count("bridge", where="articles", most=3) == 3
    assert store.count(role="president", most=2) == 2
    assert store.count(most=2) == store.count()  # kept
    whole = store.count("bridge", where="articles")
    assert store.count("bridge", where="articles", most=10_000) == whole > 3

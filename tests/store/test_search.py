"""Full-text search."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.records import Act, Factuality, Quote, Speaker
from quotes.store import Store
from quotes.store.search import fts5, tsvector

from .build import make_article, make_quote

ACTS: tuple[Act, ...] = get_args(Act)
FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)

TEXTS = {
    "agreed": "We agreed on a ceasefire in the café",
    "phrase": "The fire will cease when they leave",
    "long": "one two three four five six seven eight nine ten " * 6
    + "ceasefires, then "
    + "end " * 40,
    "title": "Nothing to see here",
    "thought": "A ceasefire would be nice",
}


@pytest.fixture
def quotes(store: Store) -> dict[str, Quote]:
    """The texts, said by one speaker in one article."""
    article = make_article(title="Überraschung in Town")
    who = Speaker(name="Ségolène Ray")
    found = {
        name: make_quote(article, 0, n, text=text, speaker=who, role="deputy")
        for n, (name, text) in enumerate(TEXTS.items(), start=1)
    }
    found["thought"] = found["thought"].model_copy(update={"act": "thought"})
    store.add(article, list(found.values()))
    return found


QUERIES = [
    ("ceasefire", "agreed"),
    ("CEASEFIRE", "agreed"),
    ("cafe", "agreed"),
    ("café", "agreed"),
    ("cease", "phrase"),
    ("cease*", "agreed long phrase"),
    ("fire cease", "phrase"),
    ('"fire cease"', ""),
    ('"will cease"', "phrase"),
    ("“will cease”", "phrase"),
    ('"will cease', "phrase"),
    ("will-cease", "phrase"),
    ("segolene ceasefire", "agreed"),
    ("uberraschung nothing", "title"),
    ("deputy nothing", "title"),
    ("ceasefire NOT agreed", ""),
    ("text:ceasefire", ""),
    ("peace", ""),
]


@pytest.mark.parametrize(("words", "expected"), QUERIES)
def test_words(store: Store, quotes: dict[str, Quote], words: str, expected: str) -> None:
    found = {hit.quote.id for hit in store.search(words, where="all")}
    assert found == {quotes[name].id for name in expected.split()}


def test_the_best_come_first(store: Store) -> None:
    article = make_article()
    long = make_quote(article, 0, 1, text="peace " + "and many other words " * 20)
    short = make_quote(article, 0, 2, text="peace, peace")
    named = make_quote(article, 0, 3, text="other words", role="peace envoy")
    store.add(article, [named, long, short])
    found = [hit.quote.id for hit in store.search("peace", where="all")]
    assert found == [short.id, long.id, named.id]
    assert [hit.quote.id for hit in store.search("peace")] == [short.id, long.id]
    assert [hit.quote.id for hit in store.search("peace", limit=1)] == [short.id]


def test_all_of_many_hits(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.db.asking.VALUES", 4)
    article = make_article()
    store.add(article, [make_quote(article, 0, n, text=f"peace {n}") for n in range(1, 31)])
    hits = store.search("peace", limit=None)
    assert {hit.marked() for hit in hits} == {f"[peace] {n}" for n in range(1, 31)}
    assert len(store.search("peace")) == 20


def test_filters_hold_in_search(store: Store, quotes: dict[str, Quote]) -> None:
    assert {hit.quote.id for hit in store.search("ceasefire", act="all")} == {
        quotes["agreed"].id,
        quotes["thought"].id,
    }
    assert store.search("ceasefire", act="thought", speaker="ray", role="DEPUTY", kind="direct")
    assert not store.search("ceasefire", kind="mixed")
    assert not store.search("ceasefire", min_confidence=0.95)


@pytest.mark.parametrize("few", [0, 1, 100])
def test_what_a_quote_is_holds_for_few_and_for_many(
    store: Store, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """It is told by marks in the index of SQLite where many are found, else by their own table."""
    monkeypatch.setattr("quotes.store.search.fts5.UNMARKED", few)
    article = make_article()
    every = [
        make_quote(article, 0, n, text=f"peace {act} {factuality}").model_copy(
            update={"act": act, "factuality": factuality}
        )
        for n, (act, factuality) in enumerate(product(ACTS, FACTUALITIES), start=1)
    ]
    store.add(article, every)
    for act, factuality in product((*ACTS, "all"), (*FACTUALITIES, "all")):
        found = store.search("peace", act=act, factuality=factuality)
        assert {hit.quote.id for hit in found} == {
            quote.id
            for quote in every
            if act in (quote.act, "all") and factuality in (quote.factuality, "all")
        }
        assert store.count("peace", act=act, factuality=factuality) == len(found)


def test_the_snippet_marks_the_words_found(store: Store, quotes: dict[str, Quote]) -> None:
    (hit,) = store.search("ceasefire cafe")
    assert hit.snippet == TEXTS["agreed"]
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["ceasefire", "café"]
    assert hit.marked() == "We agreed on a [ceasefire] in the [café]"
    (hit,) = store.search("ceasefires")
    assert "«ceasefires», then" in hit.marked("«", "»")
    assert hit.snippet[0] == hit.snippet[-1] == "…"
    assert len(hit.snippet) < 200


def test_the_snippet_shows_where_else_the_words_are(store: Store, quotes: dict[str, Quote]) -> None:
    assert store.search("segolene") == []
    hits = store.search("segolene", where="all")
    assert {(hit.marked(), hit.of) for hit in hits} == {("[Ségolène] Ray", "speaker")}
    hits = store.search("town", where="articles")
    assert {(hit.marked(), hit.of) for hit in hits} == {("Überraschung in [Town]", "title")}


def test_more_than_are_compared_for_the_best(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are counted, and all are there in an order of days."""
    monkeypatch.setattr("quotes.store.search.fts5._RANKED", fts5._RANKED.replace("50000", "5"))
    monkeypatch.setattr(
        "quotes.store.search.tsvector._RANKED", tsvector._RANKED.replace("50000", "5")
    )
    article = make_article()
    every = [make_quote(article, 0, n, text=f"peace {n}") for n in range(1, 11)]
    store.add(article, every)
    assert store.count("peace") == 10
    assert [hit.quote for hit in store.search("peace", sort="oldest")] == every
    assert {hit.quote.id for hit in store.search("peace")} == {one.id for one in every[5:]}


HOSTILE = [
    'a"',
    '"',
    '""',
    "a AND",
    "NEAR(a b",
    "a*b",
    "*",
    "^a",
    "{a}:b",
    "a;b",
    "--",
    "(",
    "a\0b",
]


@pytest.mark.parametrize("words", [*HOSTILE, "' OR 1=1", "-a", "a +b", "\udcff a", "٣", "ab\u0301"])
def test_no_input_is_a_syntax_error(store: Store, quotes: dict[str, Quote], words: str) -> None:
    try:
        store.search(words)
    except UsageError as error:
        assert "give at least one word" in str(error)


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(st.text() | st.text('ab"*()^:-{} ', max_size=12))
@example("\U0001f600*")
def test_no_text_at_all_is_a_syntax_error(
    store: Store, quotes: dict[str, Quote], words: str
) -> None:
    try:
        store.search(words)
    except UsageError as error:
        assert "give at least one word" in str(error)


@pytest.mark.parametrize("words", ["", "  ", '""', "?!", "***"])
def test_nothing_to_search_for(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="give at least one word"):
        store.search(words)

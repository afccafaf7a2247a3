"""Articles and quotes that go in come out, once, and whole."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from quotes.errors import StoreError, UsageError
from quotes.records import Article, Quote, Run, Speaker
from quotes.store import Store
from quotes.store.write.making import QUOTE_COLUMNS, quote_row

from .build import OFFICE, articles_with_quotes, make_article, make_quote, make_quotes
from .conftest import is_sound


@settings(max_examples=60)
@given(articles_with_quotes())
def test_whatever_was_added_is_read_back(pair: tuple[Article, list[Quote]]) -> None:
    """Quotes and article come back equal, also where they replace others."""
    article, quotes = pair
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        with Store(path) as store:
            store.add(article, quotes[::-1], run=Run(version="before"))
            store.add(article, quotes)
            assert store.quotes(article=article.id, act="all") == quotes
            assert all(store.get(quote.id) == (quote, article) for quote in quotes)
            assert is_sound(store)


def test_the_same_article_again_changes_nothing(store: Store) -> None:
    article = make_article()
    assert store.status(article) == "new"
    assert store.add(article, [make_quote(article)]) == "added"
    before = store.quotes()
    assert store.status(article) == "unchanged"
    assert store.add(article, []) == "unchanged"
    assert store.quotes() == before


@pytest.mark.parametrize(
    "change",
    [{"text": "Another text, long enough."}, {"title": None}, {"date": None}, {"byline": "A. Poe"}],
)
def test_a_changed_article_replaces_its_quotes(store: Store, change: dict[str, object]) -> None:
    article = make_article()
    store.add(article, make_quotes(article, 3))
    changed = article.model_copy(update=change)
    quotes = [make_quote(changed, 2, 5, speaker=OFFICE)]
    assert store.status(changed) == "changed"
    assert store.add(changed, quotes) == "replaced"
    assert store.quotes() == quotes
    assert store.get(quotes[0].id)[1] == changed
    assert [speaker.name for speaker in store.speakers()] == [OFFICE.name]
    assert is_sound(store)


def test_another_model_replaces_too(store: Store) -> None:
    article = make_article()
    store.add(article, [], run=Run(version="1", model="1"))
    assert store.status(article, run=Run(version="1", model="1")) == "unchanged"
    assert store.status(article, run=Run(version="1", model="2")) == "older"
    assert store.add(article, [make_quote(article)], run=Run(version="1", model="2")) == "replaced"
    assert len(store.quotes()) == 1


def test_other_articles_stay(store: Store) -> None:
    one, two = make_article("one"), make_article("two")
    store.add(one, [make_quote(one)])
    store.add(two, [make_quote(two)])
    store.add(one.model_copy(update={"text": "Nothing was said."}), [])
    assert store.quotes() == [make_quote(two)]


def test_quotes_of_one_article_keep_their_order(store: Store) -> None:
    article = make_article()
    quotes = make_quotes(article, 12)[::-1]
    store.add(article, quotes)
    assert store.quotes() == quotes


@pytest.mark.parametrize("change", [{"article_id": "other"}, {"title": "Other"}, {"date": None}])
def test_quotes_of_another_article_are_refused(store: Store, change: dict[str, object]) -> None:
    article = make_article()
    with pytest.raises(UsageError, match=r"bridge\.txt"):
        store.add(article, [make_quote(article).model_copy(update=change)])
    assert store.status(article) == "new"


def test_two_quotes_with_one_id_are_refused(store: Store) -> None:
    article = make_article()
    with pytest.raises(UsageError, match="share the id"):
        store.add(article, [make_quote(article), make_quote(article, kind="mixed")])


def test_nothing_of_an_article_stays_where_a_quote_cannot_be_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last of three quotes breaks a rule of the database: all three and the article go."""

    def row_of(quote: Quote, **keys: Any) -> tuple[Any, ...]:
        row = dict(zip(QUOTE_COLUMNS, quote_row(quote, **keys), strict=True))
        return tuple((row | ({"confidence": 2.0} if quote.kind == "mixed" else {})).values())

    monkeypatch.setattr("quotes.store.write.writing.quote_row", row_of)
    article = make_article()
    store.add(article, make_quotes(article, 2))
    changed = article.model_copy(update={"text": "Changed text, long enough."})
    broken = make_quote(changed, 0, 9, kind="mixed")
    with pytest.raises(StoreError, match=r"the database .* answers: "):
        store.add(changed, [*make_quotes(changed, 2), broken])
    assert store.status(article) == "unchanged"
    assert store.quotes() == make_quotes(article, 2)
    assert is_sound(store)


def test_the_same_name_may_be_several_speakers(store: Store) -> None:
    article = make_article()
    who = [
        Speaker(name="Jordan"),
        Speaker(name="Jordan", type="organization"),
        Speaker(name="Jordan", id="michael-jordan"),
        None,
        Speaker(name="Jordan"),
    ]
    quotes = [make_quote(article, 0, end, speaker=s) for end, s in enumerate(who, start=1)]
    store.add(article, quotes)
    assert [quote.speaker for quote in store.quotes()] == who
    assert len(store.speakers()) == 3


def test_an_article_without_quotes_is_remembered(store: Store) -> None:
    article = make_article(date=dt.date(1, 1, 1))
    store.add(article, [])
    assert store.status(article) == "unchanged"
    assert [(found.id, found.count) for found in store.articles()] == [(article.id, 0)]


def test_an_id_in_wikidata_is_kept_and_learnt_later(store: Store) -> None:
    """Where a row has none, and where somebody is stored under two names."""
    first, second = make_article("a.txt"), make_article("b.txt", text="The bridge. " * 20)
    who = Speaker(name="Chloé Dupont", id="dupont")
    store.add(first, [make_quote(first, speaker=who)])
    assert [speaker.wikidata for speaker in store.speakers()] == [None]
    known = who.model_copy(update={"wikidata": "Q7"})
    store.add(second, [make_quote(second, speaker=known), make_quote(second, 1, 9, speaker=who)])
    assert {quote.speaker for quote in store.quotes()} == {known}
    assert [speaker.wikidata for speaker in store.speakers()] == ["Q7"]
    assert store.speaker("Dupont").wikidata == "Q7"
    assert is_sound(store)

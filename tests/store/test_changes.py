"""Articles that are read anew: what became of their quotes is written down."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.records import Article, Quote, Run
from quotes.store import Store

from .build import MAYOR, OFFICE, make_article, make_quote, make_quotes
from .sql import run_sql

FIRST, SECOND = Run(version="1", model="small"), Run(version="2", model="large")


def told(store: Store, **asked: Any) -> list[tuple[str, str, str]]:
    """The changes, each with the id of its quote and who said so, the last first."""
    return [(change.what, change.quote_id, change.by) for change in store.changes(**asked)]


def test_a_first_time_is_no_change(store: Store) -> None:
    article = make_article()
    store.add(article, make_quotes(article, 3))
    store.add(article, make_quotes(article, 3))
    store.load([(make_article("other"), make_quotes(make_article("other"), 3))])
    assert store.changes() == []


def test_new_gone_and_changed(store: Store) -> None:
    article = make_article()
    one, two, three = make_quotes(article, 3)
    store.add(article, [one, two], run=FIRST)
    anew = two.model_copy(update={"role": None, "confidence": 0.5, "speaker": OFFICE})
    assert store.add(article, [anew, three], run=SECOND) == "replaced"
    assert told(store) == [("new", three.id, "2"), ("changed", two.id, "2"), ("gone", one.id, "2")]
    new, changed, gone = store.changes()
    assert (new.text, changed.text, gone.text) == (three.text, two.text, one.text)
    assert new.fields == gone.fields == {}
    assert changed.fields == {
        "speaker": (MAYOR.model_dump(), OFFICE.model_dump()),
        "role": ("Mayor", None),
        "confidence": (0.9, 0.5),
    }
    assert {change.article_id for change in store.changes()} == {article.id}
    assert dt.datetime.fromisoformat(new.at).tzinfo is not None


CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"said_on": dt.date(2021, 3, 2)}, {"said_on": (None, "2021-03-02")}),
    ({"act": "thought"}, {"act": ("speech", "thought")}),
    ({"factuality": "negated"}, {"factuality": ("factual", "negated")}),
    ({"cue": ((27, 31),)}, {"cue": ([], [[27, 31]])}),
    (
        {"via": "Interfax", "office": "Mayor"},
        {"office": (None, "Mayor"), "via": (None, "Interfax")},
    ),
    ({}, {}),
]


@pytest.mark.parametrize(("change", "fields"), CHANGES)
def test_fields(store: Store, change: dict[str, Any], fields: dict[str, Any]) -> None:
    article = make_article()
    store.add(article, [make_quote(article)], run=FIRST)
    store.add(article, [make_quote(article, **change)], run=SECOND)
    assert [found.fields for found in store.changes()] == ([fields] if fields else [])


def test_what_is_the_articles_is_no_change_of_its_quotes(store: Store) -> None:
    article = make_article()
    store.add(article, [make_quote(article)])
    other = make_article(title="Other", url="https://a.example", publisher=None, date=None)
    assert store.add(other, [make_quote(other)]) == "replaced"
    (told,) = store.changes()
    assert (told.what, told.quote_id, told.article_id) == ("replaced", None, article.id)
    assert told.fields == {
        "title": (article.title, "Other"),
        "date": ("2021-03-01", None),
        "url": (None, "https://a.example"),
        "publisher": ("The Courier", None),
    }


def test_of_one_article_and_so_many(store: Store) -> None:
    for name in ("a", "b"):
        article = make_article(name)
        store.add(article, make_quotes(article, 2), run=FIRST)
        store.add(article, [], run=SECOND)
    assert {change.article_id for change in store.changes()} == {"a", "b"}
    assert {change.article_id for change in store.changes(article="a")} == {"a"}
    assert len(store.changes(article="a")) == 2
    assert len(store.changes(limit=3)) == 3
    assert store.changes(limit=3) == store.changes()[:3]
    with pytest.raises(UsageError, match="no article 'c'"):
        store.changes(article="c")
    with pytest.raises(UsageError, match="give 1 or more"):
        store.changes(limit=0)


def test_a_quote_may_go_and_come_back(store: Store) -> None:
    article = make_article()
    quote = make_quote(article)
    for n, found in enumerate([[quote], [], [quote]]):
        store.add(article, found, run=Run(version=str(n)))
    assert told(store) == [("new", quote.id, "2"), ("gone", quote.id, "1")]


STATUSES: list[tuple[dict[str, Any], Run | None, str]] = [
    ({}, FIRST, "unchanged"),
    ({}, SECOND, "older"),
    ({}, Run(version="1", model="small", settings="other"), "older"),
    ({}, None, "unchanged"),
    ({"title": "Other"}, FIRST, "changed"),
    ({"title": "Other"}, None, "changed"),
    ({"date": None}, SECOND, "changed"),
    ({"text": "Other."}, FIRST, "changed"),
    ({"found_in": {"title": "meta"}}, FIRST, "unchanged"),
    ({"id": "another"}, FIRST, "new"),
]


@pytest.mark.parametrize(("change", "run", "expected"), STATUSES)
def test_how_an_article_stands(
    store: Store, change: dict[str, Any], run: Run | None, expected: str
) -> None:
    store.add(make_article(), [], run=FIRST)
    article = make_article().model_copy(update=change)
    assert store.status(article, run=run) == expected
    assert store.statuses([article, make_article("x")], run=run) == {
        article.id: expected,
        "x": "new",
    }


def versions(path: Path) -> list[tuple[int, str | None]]:
    """The earlier versions of articles: number and text, where it changed."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT version, text FROM article_history ORDER BY version")
    found = rows.fetchall()
    connection.close()
    return found


def test_the_history_keeps_what_was(path: Path) -> None:
    def add(run: Run = FIRST, **changes: Any) -> tuple[Article, list[Quote]]:
        article = make_article(**changes)
        store.add(article, [make_quote(article)], run=run)
        return article, [make_quote(article)]

    first = make_article().text
    with Store(path) as store:
        add()
        add(text="The second text of it, long enough.")
        add(text="The second text of it, long enough.", title="Other")
        add(text="The second text of it, long enough.", title="Other", run=SECOND)
        article, quotes = add(text="The third text of it, long enough.")
        assert store.article(article.id) == article
        assert store.quotes() == quotes
    assert versions(path) == [
        (1, first),
        (2, None),
        (3, "The second text of it, long enough."),
    ]


def test_a_later_version_lets_its_file_be_read_again(store: Store) -> None:
    """One of the files that need not be read may hold the version before; found anew by another
    run, the article is what it was."""
    article = make_article()
    store.add(article, [make_quote(article)], run=FIRST)
    store.remember_input("bridge.txt", "digest", 1)
    store.add(article, [make_quote(article)], run=SECOND)
    assert store.known_inputs() == {"digest": 1}
    later = make_article(title="Bridge opened")
    store.add(later, [make_quote(later)], run=SECOND)
    assert store.known_inputs() == {}


def test_a_file_is_remembered_as_it_was_last(store: Store) -> None:
    for digest, articles in (("first", 1), ("second", 1), ("second", 3)):
        store.remember_input("bridge.txt", digest, articles)
        assert store.known_inputs() == {digest: articles}


def test_whoever_is_quoted_no_more_is_forgotten(store: Store, place: Any) -> None:
    article = make_article()
    mayor, office = (
        quote.model_copy(update={"speaker": who})
        for quote, who in zip(make_quotes(article, 2), (MAYOR, OFFICE), strict=True)
    )
    store.add(article, [mayor, office])
    store.add(make_article(title="Bridge opened"), [])
    store.add(article, [office.model_copy(update={"title": article.title})])
    assert run_sql(place, "SELECT name FROM speakers") == [(OFFICE.name,)]


def test_other_settings_are_another_run(store: Store) -> None:
    article = make_article()
    settings = [Run(version="1", model="small", settings=words) for words in ("", "act=all")]
    store.add(article, [make_quote(article)], run=settings[0])
    assert [store.count_older(run=run) for run in settings] == [0, 1]
    assert [list(store.older(run=run)) for run in settings] == [[], [article]]


def test_what_became_of_an_article_goes_with_it(store: Store) -> None:
    for name in ("stays.txt", "goes.txt"):
        article = make_article(name)
        store.add(article, [make_quote(article)], run=FIRST)
        store.add(article, [], run=SECOND)
    store.remove(article="goes.txt")
    assert {change.article_id for change in store.changes()} == {"stays.txt"}

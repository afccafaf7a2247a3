"""Many articles at once: what is found out later is what adding one by one finds out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import QuotesError, UsageError
from quotes.records import Article, Quote, Run, Saying, is_apart
from quotes.store import Store
from quotes.store.sayings.settling import STEP
from quotes.store.search.fts5 import MANY

from .build import make_article, make_quote, make_quotes
from .conftest import is_sound
from .million import RARE_WORD, make_articles
from .test_sayings import CUT, MIDDLE, WHOLE

Pairs = list[tuple[Article, list[Quote]]]
COUNT = 60
"""More articles than three steps take."""


@pytest.fixture(scope="module")
def invented() -> Pairs:
    """Invented articles of the first kind."""
    return list(make_articles(700))[:COUNT]


@pytest.fixture
def told() -> Pairs:
    """Few speakers in spellings of their own, sayings whole and cut, versions of one story."""
    found: Pairs = []
    names = ["Anatol Belinsky", "Anatol Belinskyy", "Ann Roe", "Anna Roe", "Neil Marsh"]
    for n in range(COUNT):
        words = " ".join(f"w{n % 7}{k * 31 % 97}" for k in range(120))
        article = make_article(f"{n:02}", text=f"{words} {'more ' * (n % 3)}")
        said = (WHOLE, CUT, MIDDLE, f"nothing of number {n} is known to us, she told the court")
        speaker = make_quote(article).speaker
        assert speaker is not None
        who = speaker.model_copy(update={"name": names[n % len(names)]})
        facts: dict[str, Any] = {"role": "president", "affiliation": "Ruritania", "speaker": who}
        found.append((article, [make_quote(article, 0, 9, text=said[n % 4], **facts)]))
    return found


def seen(store: Store) -> list[Any]:
    """All that is found out of articles together."""
    sayings = [
        (saying.model_dump(exclude={"id"}) if isinstance(saying, Saying) else None)
        for saying in store.quotes(unique=True, act="all", factuality="all")
    ]
    return [
        sayings,
        sorted(map(str, store.merges())),
        sorted(map(str, store.merges(suggested=True))),
        store.articles(),
        sorted(map(str, store.speakers())),
        store.quotes(act="all", factuality="all"),
    ]


def add_all(store: Store, work: Iterable[tuple[Article, list[Quote]]]) -> Store:
    for article, found in work:
        store.add(article, found)
    return store


def test_many_are_put_into_the_index_at_once(store: Store) -> None:
    """All of them or, where one is at fault, none; and what comes later one by one."""
    first = list(make_articles(MANY))
    rare = {quote.id for _, found in first for quote in found if RARE_WORD in quote.text}
    assert store.load(first).quotes == MANY
    hits = store.search(RARE_WORD, act="all", factuality="all")
    assert {hit.quote.id for hit in hits} == rare != set()
    assert is_sound(store)
    article = make_article()
    store.add(article, [make_quote(article)])
    pairs = list(make_articles(2 * MANY, seed=7))
    pairs[-1][1][0] = pairs[-1][1][0].model_copy(update={"id": pairs[0][1][0].id})
    with pytest.raises(QuotesError):
        store.load(pairs)
    assert (store.count(act="all", factuality="all"), is_sound(store)) == (MANY + 1, True)
    other = make_article("other.txt")
    store.add(other, [make_quote(other)])
    assert len(store.search("bridge")) == 2


def test_what_waits_may_go(store: Store) -> None:
    """The numbers of articles that have gone are given out again."""
    one, two, three = (make_article(f"{n}.txt") for n in range(3))
    store.load([(article, [make_quote(article)]) for article in (one, two)])
    store.remove(article=two.id)
    assert store.waiting() == 1
    store.load([(three, [make_quote(three)])])
    store.remove(article=one.id)
    store.remove(article=three.id)
    assert store.waiting() == 0
    store.load([(two, [make_quote(two)])])
    assert (store.waiting(), sum(store.settle()), store.waiting()) == (1, 1, 0)


@pytest.mark.parametrize("name", ["told", "invented"])
def test_loaded_and_settled_is_as_added_one_by_one(
    request: pytest.FixtureRequest, store: Store, tmp_path: Path, name: str
) -> None:
    work: Pairs = request.getfixturevalue(name)
    done = store.load(work)
    assert (done.added, done.unchanged) == (len(work), 0)
    assert done.quotes == sum(len(found) for _, found in work)
    list(store.settle())
    with Store(tmp_path / "one-by-one.db") as other:
        for mine, theirs in zip(seen(store), seen(add_all(other, work)), strict=True):
            assert mine == theirs
    assert is_sound(store)


def test_loading_again_adds_nothing(path: Path, told: Pairs) -> None:
    with Store(path) as store:
        store.load(told)
        list(store.settle())
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with Store(path) as store:
        done = store.load(told)
        assert (done.added, done.unchanged, done.quotes) == (0, COUNT, 0)
        assert store.waiting() == 0
        assert list(store.settle()) == []
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_changed_articles_stay_as_they_are(store: Store, told: Pairs) -> None:
    store.load(told)
    changed = told[0][0].model_copy(update={"title": "Other"})
    assert store.load([(changed, [])]).unchanged == 1
    assert store.article(changed.id) == told[0][0]
    assert store.load([(told[1][0], [])], run=Run(version="other")).unchanged == 1
    assert len(store.quotes()) == COUNT


def test_settling_is_broken_off_and_taken_up(place: str | Path, told: Pairs) -> None:
    with Store(place) as store:
        assert store.waiting() == 0
        store.load(told)
        assert store.waiting() == COUNT
        assert next(iter(store.settle())) == STEP
        assert store.waiting() == COUNT - STEP
        broken_off = store.quotes()
    with Store(place) as store:
        assert store.quotes() == broken_off
        store.add(make_article("meanwhile"), make_quotes(make_article("meanwhile"), 2))
        assert store.waiting() == COUNT - STEP
        assert list(store.settle()) == [STEP] * (COUNT // STEP - 1)
        assert store.waiting() == 0
        store.remove(article="meanwhile")
        mine = seen(store)
    assert mine[0] and mine[1]


def test_settling_at_any_step_ends_in_the_same(path: Path, tmp_path: Path, told: Pairs) -> None:
    """Loaded in three parts, each settled a little, in between."""
    with Store(path) as store, Store(tmp_path / "whole.db") as other:
        for start in range(0, COUNT, COUNT // 3):
            store.load(told[start : start + COUNT // 3])
            for _ in zip(range(1), store.settle(), strict=False):
                pass
        list(store.settle())
        other.load(told)
        list(other.settle())
        assert seen(store) == seen(other)


def test_what_waits_may_go_or_change(store: Store, told: Pairs) -> None:
    store.load(told)
    for article, _ in told[: STEP + 1]:
        store.remove(article=article.id)
    assert store.waiting() == COUNT - STEP - 1
    last = told[-1][0].model_copy(update={"title": "Anew"})
    store.add(last, [make_quote(last, 0, 9, text=WHOLE)])
    assert sum(store.settle()) == COUNT - STEP - 1
    assert store.waiting() == 0
    assert is_sound(store)


def test_loaded_quotes_are_found_at_once(store: Store, told: Pairs) -> None:
    store.load(told)
    assert store.count("snow") == len([1 for _, (quote,) in told if "snow" in quote.text])
    assert store.count() == store.count(unique=True) == COUNT
    assert [finding.state for finding in store.examine() if finding.what == "sayings"] == ["note"]


def test_an_article_twice_in_one_load_is_stored_once(store: Store) -> None:
    article = make_article()
    done = store.load([(article, make_quotes(article, 2)), (article, make_quotes(article, 3))])
    assert (done.added, done.unchanged, done.quotes) == (1, 1, 2)
    assert store.count() == 2


def test_batches(store: Store, told: Pairs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.write.loading.QUOTES", 7)
    monkeypatch.setattr("quotes.store.write.loading.ARTICLES", 5)
    assert store.load(iter(told)).added == COUNT
    assert store.waiting() == COUNT
    assert sum(store.settle()) == COUNT


def test_quotes_of_another_article_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match=r"bridge\.txt"):
        store.load([(make_article("other"), [make_quote(make_article())])])
    assert (store.waiting(), store.articles()) == (0, [])


def test_a_load_is_one_transaction(
    store: Store, told: Pairs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles that were written long before the one at fault go with it."""
    first = make_article("first.txt")
    store.add(first, [make_quote(first)])

    def work() -> Iterable[tuple[Article, list[Quote]]]:
        yield from told[:20]
        raise ZeroDivisionError

    monkeypatch.setattr("quotes.store.write.loading.ARTICLES", 5)
    with pytest.raises(ZeroDivisionError):
        store.load(work())
    assert [article.id for article in store.articles()] == ["first.txt"]
    assert store.waiting() == 0
    assert is_sound(store)


@pytest.mark.parametrize("nth", [0, 30], ids=["stored before", "of the same load"])
def test_the_id_of_another_articles_quote(
    store: Store, told: Pairs, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.store.write.loading.ARTICLES", 5)
    store.load(told[:1])
    taken, owner = told[nth][1][0], told[nth][0]
    last, (quote,) = told[-1]
    work = [*told[:-1], (last, [quote.model_copy(update={"id": taken.id})])]
    with pytest.raises(UsageError) as error:
        store.load(work)
    assert str(error.value) == f"quote {taken.id} of {last.id} has the id of a quote of {owner.id}"
    assert store.count() == 1


def test_of_one_id_and_two_addresses_both_are_there(store: Store) -> None:
    """An import never leaves out what merely has the id of another article."""
    one, other = (make_article(url=f"https://{name}.example/bridge") for name in ("a", "b"))
    store.load([(one, [make_quote(one)])])
    for added in (1, 0):
        done = store.load([(other, [make_quote(other)])])
        assert (done.added, done.unchanged) == (added, 1 - added)
    ids = sorted(found.id for found in store.articles())
    assert (ids[0], is_apart(ids[1])) == (one.id, True)
    assert sorted(quote.article_id for quote in store.quotes()) == ids

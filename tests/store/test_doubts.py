"""The most doubtful quotes, found among the least sure ones."""

from __future__ import annotations

import random

import pytest

from quotes.errors import NotStoredError
from quotes.records import Quote, Speaker
from quotes.store import Store
from quotes.store.query import doubts

from .build import big_article, make_quote


def _filled(store: Store, *, seed: int) -> None:
    """Quotes of any confidence, in pieces and not, by known people and by strangers."""
    chance = random.Random(seed)
    for number in range(12):
        article = big_article(f"{number}.txt", publisher=f"Outlet {number % 3}")
        quotes: list[Quote] = []
        for at in range(10):
            content = ((at * 40, at * 40 + 5), (at * 40 + 9, at * 40 + 20))[: chance.choice([1, 2])]
            name = chance.choice(["Ann Roe", "Ben Lee", f"Passer {number}-{at}"])
            words = " … ".join(article.text[start:end] for start, end in content)
            quotes.append(
                make_quote(article, at * 40, at * 40 + 5).model_copy(
                    update={
                        "content": content,
                        "text": words,
                        "speaker": Speaker(name=name),
                        "confidence": round(chance.uniform(0.3, 1), 3),
                    }
                )
            )
        store.add(article, quotes)


@pytest.mark.parametrize("seed", range(4))
def test_the_first_are_those_of_the_whole_list(
    store: Store, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    _filled(store, seed=seed)
    monkeypatch.setattr(doubts, "FIRST", 3)
    monkeypatch.setattr(doubts, "MORE", 2)
    every = store.doubts()
    assert len(every) == 120
    for limit in (1, 2, 7, 40, 119, 120, 500):
        assert store.doubts(limit=limit) == every[:limit]
    some = store.doubts(publisher="Outlet 1")
    assert store.doubts(publisher="Outlet 1", limit=5) == some[:5]


def test_few_of_the_least_sure_are_looked_at(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(store, seed=1)
    monkeypatch.setattr(doubts, "FIRST", 40)
    asked: list[str] = []
    ask = doubts.ask
    monkeypatch.setattr(doubts, "ask", lambda *given: asked.append(given[1]) or ask(*given))
    assert len(store.doubts(limit=1)) == 1
    assert len(asked) == 1
    assert "LIMIT 40" in asked[0]


def test_fixes_of_one_quote_and_page_by_page(store: Store) -> None:
    _filled(store, seed=2)
    quotes = store.quotes(limit=5)
    for quote in quotes[:4]:
        store.confirm(quote.id, by="Jo")
    store.fix(quotes[4].id, drop=True, by="Jo")
    every = store.fixes()
    assert len(every) == 5
    for at in range(5):
        assert store.fixes(after=every[at].id, limit=2) == every[at + 1 : at + 3]
    (dropped,) = store.fixes(quote=quotes[4].id)
    assert (dropped.what, dropped.quote_id) == ("dropped", quotes[4].id)
    assert store.fixes(quote="f" * 16) == []
    with pytest.raises(NotStoredError, match="nothing was said by the id 'none'"):
        store.fixes(after="none")

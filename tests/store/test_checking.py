"""Articles and quotes that a store refuses, in one line, before anything is written."""

from __future__ import annotations

from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.store import Store

from .build import MAYOR, make_article, make_quote

LENGTH = len(make_article().text)

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"content": ()}, "has no content"),
    ({"content": ((0, LENGTH + 1),)}, "has a content that ends beyond the text"),
    ({"cue": ((-2, 3),)}, "has a cue that begins before the text"),
    ({"source": ((7, 7),)}, "has a source with an empty span"),
    ({"content": ((8, 9), (0, 7))}, "has a content whose spans overlap or are not in the order"),
    ({"content": ((0, 7), (6, 9))}, "has a content whose spans overlap or are not in the order"),
    ({"confidence": -0.1}, "has a confidence of -0.1: it goes from 0 to 1"),
    ({"confidence": float("inf")}, "has a confidence of inf"),
    ({"act": "sung"}, "has a act that is none of: speech, thought"),
    ({"via": "a\ud800"}, "has a via with half a character"),
    ({"speaker": MAYOR.model_copy(update={"name": "\udc00"})}, "has a name with half a character"),
]


@pytest.mark.parametrize(("change", "message"), REFUSED)
def test_quotes_that_are_refused(store: Store, change: dict[str, Any], message: str) -> None:
    article = make_article()
    quote = make_quote(article).model_copy(update=change)
    for put in (store.add, lambda *pair: store.load([pair])):
        with pytest.raises(UsageError) as error:
            put(article, [quote])
        assert str(error.value).startswith(f"quote '{quote.id}' of bridge.txt {message}")
    assert store.articles() == []


def test_spans_that_touch_and_reach_the_end(store: Store) -> None:
    article = make_article()
    quote = make_quote(article, content=((0, 7), (7, LENGTH)), cue=((3, 4),), source=())
    store.add(article, [quote])
    assert store.quotes() == [quote]


def test_an_article_with_half_a_character(store: Store) -> None:
    article = make_article(byline="a\udead")
    with pytest.raises(UsageError, match="has a byline with half a character"):
        store.add(article, [])


def test_without_a_text_offsets_may_be_any(store: Store) -> None:
    article = make_article(text="")
    quote = make_quote(article, content=((0, 2**31 - 1),), text="far")
    store.add(article, [quote])
    assert store.quotes() == [quote]

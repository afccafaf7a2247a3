"""The evidence of a quote can be verified, with this library and without."""

from __future__ import annotations

import hashlib
import json

import pytest

from quotes.errors import UsageError
from quotes.records import Run
from quotes.store import Store

from .build import make_article, make_quote

RUN = Run(version="9.9", model="abc123", settings="any-language")
PLACE = "/news/week.warc.gz#https://paper.example/bridge"


def test_it_says_what_was_read_where_and_by_whom(store: Store) -> None:
    article = make_article(place=PLACE, byline="Jo Frei", url="https://paper.example/bridge")
    quote = make_quote(article)
    store.add(article, [quote], run=RUN)
    found = json.loads(store.evidence(quote.id[:9]).model_dump_json())
    assert found["quote"] == json.loads(quote.model_dump_json())
    assert (found["place"], found["byline"], found["url"]) == (PLACE, "Jo Frei", article.url)
    assert found["found_by"] == {"version": "9.9", "model": "abc123", "settings": "any-language"}
    assert (found["version"], found["stored"][-1]) == (1, "Z")
    # as a stranger verifies it, who has the text
    assert hashlib.sha256(article.text.encode()).hexdigest() == found["text_sha256"]
    assert len(article.text) == found["characters"]
    spans = found["quote"]["content"]
    assert " … ".join(article.text[start:end] for start, end in spans) == found["quote"]["text"]


def test_what_does_not_fit(store: Store) -> None:
    article = make_article()
    quote = make_quote(article)
    store.add(article, [quote])
    evidence = store.evidence(quote.id)
    assert evidence.problem(store.article(article.id)) is None
    assert evidence.problem(make_article(text=article.text + " ")) == "the text is another one"
    assert "publisher differ" in str(evidence.problem(make_article(publisher="Other")))
    forged = evidence.model_copy(update={"quote": quote.model_copy(update={"text": "The bridge"})})
    assert forged.problem(article) == "the words at the quote's offsets are others"


def test_of_no_quote(store: Store) -> None:
    with pytest.raises(UsageError, match="no quote 'abc' is stored"):
        store.evidence("abc")

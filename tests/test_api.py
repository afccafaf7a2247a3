"""The library's functions, over a pipeline that needs no model."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import quotes
from quotes import api
from quotes.errors import UsageError
from quotes.extraction import doc_quotes
from quotes.pipeline.attribution import Attribution, set_attributions, write_attributions
from quotes.records import Article, quote_id
from quotes.store import Store

TEXT = '"We agree," she said.'


def _first_words(doc: Doc) -> Doc:
    if len(doc):
        set_attributions(doc, [Attribution("0", [doc[0 : min(5, len(doc))]])])
        write_attributions(doc)
    return doc


@pytest.fixture
def nlp(monkeypatch: pytest.MonkeyPatch) -> Language:
    """Finds one quote in every text: its first five tokens."""
    if not Language.has_factory("first_words"):
        Language.component("first_words", func=_first_words)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("first_words")
    monkeypatch.setattr(api, "load", lambda: pipeline)
    return pipeline


def test_extract_of_a_text(nlp: Language) -> None:
    (quote,) = quotes.extract(TEXT)
    assert (quote.text, quote.article_id) == ('"We agree,"', "text")
    ((start, end),) = quote.content
    assert TEXT[start:end] == quote.text


def test_what_is_said_of_the_text_goes_into_the_quotes(nlp: Language) -> None:
    (quote,) = quotes.extract(
        TEXT, id="a", title="T", date="2020-11-21", url="https://example.org", publisher="P"
    )
    assert (quote.article_id, quote.title, quote.date) == ("a", "T", dt.date(2020, 11, 21))
    assert (quote.url, quote.publisher) == ("https://example.org", "P")


def test_extract_of_an_article(nlp: Language) -> None:
    article = Article(id="b", text=TEXT, title="T")
    (quote,) = quotes.extract(article)
    assert (quote.article_id, quote.title) == ("b", "T")


def test_an_id_may_hold_anything(nlp: Language) -> None:
    (quote,) = quotes.extract(Article(id="a\0\ud800\n", text=TEXT))
    assert quote.article_id == "a\0\ud800\n"


def test_an_empty_text_has_no_quotes(nlp: Language) -> None:
    assert quotes.extract("") == []


@pytest.mark.parametrize(
    ("text", "date", "message"),
    [
        (b"bytes", None, "a text is a str or an Article, not bytes"),
        (None, None, "not NoneType"),
        (TEXT, "yesterday", r"^date: .*; got 'yesterday'$"),
        ("\ud800", None, "half a surrogate pair"),
    ],
)
def test_what_makes_no_article_is_one_line(
    nlp: Language, text: str, date: str | None, message: str
) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        quotes.extract(text, date=date)
    assert "\n" not in str(caught.value)


def test_extract_many_takes_one_article_at_a_time(nlp: Language) -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for number in range(3):
            taken.append(number)
            yield Article(id=str(number), text=TEXT)

    found = quotes.extract_many(articles())
    article, (quote,) = next(found)
    assert (taken, article.id, quote.article_id) == ([0], "0", "0")
    assert [article.id for article, _ in found] == ["1", "2"]


def test_memory_does_not_grow_with_the_number_of_articles(nlp: Language) -> None:
    articles = (Article(id=str(number), text=TEXT * 50) for number in range(300))
    found = quotes.extract_many(articles)
    for _ in range(50):
        next(found)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for _ in found:
        pass
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 300_000


def test_quotes_of_the_same_words_have_ids_of_their_own(tmp_path: Path) -> None:
    article = Article(id="bridge", text="The bridge is open, Ann said. This was denied by Tom.")
    doc = spacy.blank("en")(article.text)
    said, denied = doc[5:6], doc[12:13]
    both = [Attribution("0", [doc[0:4]], source=[said]), Attribution("1", [doc[0:4]], [denied])]
    set_attributions(doc, both)
    found = doc_quotes(doc, article)
    assert [quote.text for quote in found] == ["The bridge is open"] * 2
    assert found[0].id == quote_id("bridge", found[0].content, found[0].kind)
    with Store(tmp_path / "quotes.db") as store:
        store.add(article, found)
        assert len(store.quotes()) == 2

"""An article with all its quotes, and who speaks in it how much."""

from __future__ import annotations

import pytest

from quotes.errors import NotStoredError
from quotes.records import Article, Quote, Run, Speaker, digest_of, join_pieces, quote_id
from quotes.store import Store
from quotes.store.query.shares import shares_of

LEE, RAY = Speaker(name="Ann Lee"), Speaker(name="Bo Ray")
TEXT = "“We don't know,” Ann Lee said. Bo Ray said that she'd told him “nothing new”. He left."


def _quote(words: str, speaker: Speaker | None, **facts: object) -> Quote:
    start = TEXT.index(words)
    content = ((start, start + len(words)),)
    values = {"kind": "direct", "act": "speech", "confidence": 0.8, **facts}
    return Quote.model_validate(
        {
            "id": quote_id("a", content, str(values["kind"])),
            "article_id": "a",
            "text": join_pieces(TEXT, content),
            "content": content,
            "speaker": speaker,
            **values,
        }
    )


DONT_KNOW = _quote("“We don't know,”", LEE)
TOLD = _quote("that she'd told him “nothing new”", RAY, kind="mixed")
NOTHING = _quote("“nothing new”", LEE)
THOUGHT = _quote("He left", RAY, kind="indirect", act="thought")


def test_all_quotes_come_in_the_order_of_the_text(store: Store) -> None:
    article = Article(id="a", text=TEXT)
    store.add(article, [THOUGHT, NOTHING, TOLD, DONT_KNOW], run=Run(version="9"))
    page = store.article_page("a")
    assert [one.id for one in page.quotes] == [q.id for q in (DONT_KNOW, TOLD, NOTHING, THOUGHT)]
    assert {one.occurrences for one in page.quotes} == {1}
    assert page.article == article
    assert page.summary.count == 4
    assert page.digest == digest_of(article)
    assert page.version == 1
    assert page.found_by.version == "9"


def test_an_article_that_is_not_stored(store: Store) -> None:
    with pytest.raises(NotStoredError, match="no article 'b' is stored"):
        store.article_page("b")


def test_words_count_once_for_each_who_says_them() -> None:
    again = _quote("nothing", LEE)
    words, quoted, shares = shares_of(TEXT, [DONT_KNOW, TOLD, NOTHING, again, THOUGHT])
    assert (words, quoted) == (17, 9)
    assert [(one.speaker, one.quotes, one.words) for one in shares] == [(RAY, 1, 6), (LEE, 3, 5)]
    assert shares[0].share == pytest.approx(6 / 17)


def test_what_nobody_is_known_to_say_comes_last() -> None:
    denied = _quote("He left", RAY, factuality="negated")
    shares = shares_of(TEXT, [TOLD.model_copy(update={"speaker": None}), DONT_KNOW, denied])[2]
    assert [one.speaker for one in shares] == [LEE, None]
    assert shares_of("", [])[0] == 0

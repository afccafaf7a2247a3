"""Records to rows, as they are written: `quotes.store.query.rows` reads them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from quotes.records import ARTICLE_FACTS, Article, Quote, digest_of
from quotes.store.query.rows import LABELS, SPANS
from quotes.store.schema.values import CHOICES, as_json, number_of_day, pack_spans, stored_id
from quotes.store.search.tokens import fold_odd

QUOTE_COLUMNS = (
    *("key", "id", "article", "day", "speaker_id", "said_on", "confidence", "text"),
    *("folded", "folded_names", "folded_title"),
    *CHOICES,
    *SPANS,
    *LABELS,
)
_ARTICLE = ("id", "title", "byline", "url", "publisher", "text")
"""Fields of an Article that are columns of `articles` as they are."""

ARTICLE_COLUMNS = (
    *("key", "id", "title", "date", "byline", "url", "publisher"),
    *("digest", "run", "version", "stored", "found_in", "text"),
)
_PLACES = {name: {word: n for n, word in enumerate(words)} for name, words in CHOICES.items()}

_fold_shared = lru_cache(maxsize=4096)(fold_odd)
"""`fold_odd` of what many quotes share."""


def quote_row(
    quote: Quote,
    *,
    key: int,
    article: int,
    speaker: int | None,
    labels: dict[str | None, int | None],
    dialect: str,
) -> tuple[Any, ...]:
    """The row of `quotes`, as the database has it: the values of QUOTE_COLUMNS.

    `labels`: the keys of their words, and None for None. (A load makes a million of them: what
    columns' types do one by one takes twice as long.)
    """
    facts = vars(quote)
    name = quote.speaker.name if quote.speaker else None
    return (
        key,
        stored_id(quote.id, dialect),
        article,
        number_of_day(quote.date),
        speaker,
        number_of_day(quote.said_on),
        quote.confidence,
        quote.text,
        fold_odd(quote.text),
        _fold_shared(name, quote.role),
        _fold_shared(quote.title),
        *[places[facts[field]] for field, places in _PLACES.items()],
        *[pack_spans(facts[field]) for field in SPANS],
        *[labels[facts[field]] for field in LABELS],
    )


def article_row(article: Article, labels: dict[str, int], **known: Any) -> dict[str, Any]:
    """The row of `articles`, by ARTICLE_COLUMNS; `known`: key, run, version, stored."""
    values = {name: getattr(article, name) for name in _ARTICLE}
    values |= {"date": number_of_day(article.date), "digest": digest_of(article)}
    return values | {"found_in": labels[places_of(article)], **known}


def places_of(article: Article) -> str:
    """The label that says where the article's title, date and the like were found."""
    return as_json(article.found_in)


def facts_of(article: Article) -> dict[str, Any]:
    """The facts of an article besides its text, as JSON has them."""
    return article.model_dump(mode="json", include={*ARTICLE_FACTS, "found_in"})

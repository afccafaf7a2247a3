"""Records to rows, as they are written: `quotes.store.rows` reads them."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from quotes.records import ARTICLE_FACTS, Article, Quote, digest_of
from quotes.store.index.tokens import fold_odd
from quotes.store.rows import LABELS, SPANS
from quotes.store.values import CHOICES, number_of_day, pack_spans, stored_id

QUOTE_COLUMNS = (
    *("key", "id", "article", "day", "speaker_id", "said_on", "confidence", "text"),
    *("folded", "folded_names", "folded_title"),
    *CHOICES,
    *SPANS,
    *LABELS,
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
    """The row of `articles`; `known`: key, run, version, stored."""
    values = article.model_dump(exclude={"found_in", "place"})
    return values | {"digest": digest_of(article), "found_in": labels[places_of(article)], **known}


def places_of(article: Article) -> str:
    """The label that says where the article's title, date and the like were found."""
    return json.dumps(article.found_in, sort_keys=True, ensure_ascii=False)


def facts_of(article: Article) -> dict[str, Any]:
    """What is known of an article besides its text, as JSON has it."""
    return article.model_dump(mode="json", include={*ARTICLE_FACTS, "found_in"})

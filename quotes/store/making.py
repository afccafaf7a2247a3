"""Records to rows, as they are written: `quotes.store.rows` reads them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from quotes.records import Article, Quote
from quotes.store.index.tokens import fold_odd
from quotes.store.rows import LABELS, OWN
from quotes.store.schema import quotes

_FACTS = ("title", "date", "byline", "url", "publisher")


def quote_row(
    quote: Quote, *, key: int, article: int, speaker: int | None, labels: dict[str, int]
) -> tuple[Any, ...]:
    """The row of `quotes`, its values in the order of the columns."""
    name = quote.speaker.name if quote.speaker else None
    row: dict[str, Any] = {field: getattr(quote, field) for field in OWN}
    for field in LABELS:
        value = getattr(quote, field)
        row[field] = None if value is None else labels[value]
    row |= {"key": key, "article": article, "speaker_id": speaker}
    row |= {"day": quote.date}
    row["folded"] = fold_odd(quote.text, name, quote.role, quote.title)
    return tuple([row[column] for column in _COLUMNS])


_COLUMNS = tuple(column.name for column in quotes.columns)


def article_row(article: Article, labels: dict[str, int], **known: Any) -> dict[str, Any]:
    """The row of `articles`; `known`: key, run, version, stored."""
    places = {"found_in": labels[places_of(article)]}
    return article.model_dump() | {"digest": digest_of(article), **places, **known}


def places_of(article: Article) -> str:
    """The label that says where the article's title, date and the like were found."""
    return json.dumps(article.found_in, sort_keys=True, ensure_ascii=False)


def facts_of(article: Article) -> dict[str, Any]:
    """What is known of an article besides its text, as JSON has it."""
    return article.model_dump(mode="json", include={*_FACTS, "found_in"})


def digest_of(article: Article) -> str:
    """Differs where the article's text, title, date, byline, address or publisher differ."""
    facts = [getattr(article, name) for name in _FACTS]
    known = [fact.isoformat() if isinstance(fact, dt.date) else fact for fact in facts]
    return hashlib.sha256(json.dumps([article.text, *known]).encode()).hexdigest()[:32]

"""Records to rows and back."""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Row, Select, func, select

from quotes.records import Article, Quote, Speaker
from quotes.store.schema import articles, quotes, speakers

_OWN = (
    "id",
    "article_id",
    "kind",
    "act",
    "factuality",
    "text",
    "content",
    "cue",
    "source",
    "cue_text",
    "source_text",
    "role",
    "affiliation",
    "office",
    "via",
    "said_on",
    "confidence",
)
"""Fields of a Quote that are columns of `quotes`."""

FROM_ARTICLE = ("title", "date", "url", "publisher")
"""Fields of a Quote that are its article's."""

DAY = func.coalesce(articles.c.date, quotes.c.said_on)
"""The day by which quotes are chosen: the article's date, else the one on which it was said."""

_SPEAKER = (
    speakers.c.name.label("speaker_name"),
    speakers.c.registry_id.label("speaker_registry_id"),
    speakers.c.type.label("speaker_type"),
)


def select_quotes() -> Select[Any]:
    """All quotes, with what `quote_of` needs."""
    own = [quotes.c[name] for name in _OWN]
    of_article = [articles.c[name] for name in FROM_ARTICLE]
    tables = quotes.join(articles).outerjoin(speakers)
    return select(*own, *of_article, *_SPEAKER).select_from(tables)


def quote_of(row: Row[Any]) -> Quote:
    """The Quote of a row of `select_quotes`."""
    values = row._mapping
    name = values["speaker_name"]
    speaker = None if name is None else _speaker_of(row)
    return Quote(**{field: values[field] for field in _OWN + FROM_ARTICLE}, speaker=speaker)


def quote_row(quote: Quote, *, position: int, speaker_id: int | None) -> dict[str, Any]:
    """The row of `quotes` for the quote at this position in its article."""
    row: dict[str, Any] = {field: getattr(quote, field) for field in _OWN}
    return row | {"position": position, "speaker_id": speaker_id}


def article_row(article: Article, digest: str) -> dict[str, Any]:
    """The row of `articles`."""
    return article.model_dump() | {"digest": digest}


def article_of(row: Row[Any]) -> Article:
    """The Article of a whole row of `articles`."""
    return Article(**{name: row._mapping[name] for name in Article.model_fields})


def digest_of(article: Article, extra: str) -> str:
    """Differs where the article's text or anything known of it differs, or `extra` does."""
    return hashlib.sha256(f"{extra}\n{article.model_dump_json()}".encode()).hexdigest()


def _speaker_of(row: Row[Any]) -> Speaker:
    values = row._mapping
    return Speaker(
        name=values["speaker_name"], id=values["speaker_registry_id"], type=values["speaker_type"]
    )

"""Records to rows and back."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from sqlalchemy import Row, Select, select

from quotes.records import Article, Quote
from quotes.store.index.tokens import fold_odd
from quotes.store.schema import articles, labels, quotes, speakers
from quotes.store.types import either

_OWN = (
    *("id", "kind", "act", "factuality", "text", "content", "cue", "source"),
    *("said_on", "confidence"),
)
"""Fields of a Quote that are columns of `quotes`."""

LABELS = ("role", "affiliation", "office", "via", "cue_text", "source_text")
"""Fields of a Quote that many share: columns of `quotes` that name rows of `labels`."""

FROM_ARTICLE = ("title", "date", "url", "publisher")
"""Fields of a Quote that are its article's."""

_ARTICLE = tuple(name for name in Article.model_fields if name != "found_in")

_FACTS = ("title", "date", "byline", "url", "publisher")

_LABELS = {name: labels.alias(f"{name}_label") for name in LABELS}

DAY = either(quotes.c.day, quotes.c.said_on)
"""The day of a quote: the article's, else the one on which it was said."""

_SPEAKER = (
    speakers.c.name.label("speaker_name"),
    speakers.c.registry_id.label("speaker_registry_id"),
    speakers.c.type.label("speaker_type"),
)

TABLES = quotes.join(articles).outerjoin(speakers)
for _name, _table in _LABELS.items():
    TABLES = TABLES.outerjoin(_table, _table.c.key == quotes.c[_name])

_FIELDS = tuple(name for name in Quote.model_fields if name != "speaker")
"""Fields of a Quote with a column of their own in `select_quotes`, the first ones there."""


def label_of(name: str) -> Any:
    """The column with the words of a label of quotes, in a selection from TABLES."""
    return _LABELS[name].c.value


def select_quotes() -> Select[Any]:
    """All quotes, with what `quote_of` needs, and their keys."""
    columns = {name: quotes.c[name] for name in _OWN}
    columns |= {name: articles.c[name] for name in FROM_ARTICLE}
    columns |= {name: label_of(name) for name in LABELS}
    columns["article_id"] = articles.c.id
    own = [columns[name].label(name) for name in _FIELDS]
    return select(*own, *_SPEAKER, quotes.c.key).select_from(TABLES)


def quote_of(row: Row[Any]) -> Quote:
    """The Quote of a row of `select_quotes`."""
    return Quote(**quote_values(row))


def quote_values(row: Row[Any]) -> dict[str, Any]:
    """The fields of the Quote of such a row."""
    values = dict(zip(_FIELDS, row, strict=False))
    name, id, type = row[len(_FIELDS) : len(_FIELDS) + len(_SPEAKER)]
    values["speaker"] = None if name is None else {"name": name, "id": id, "type": type}
    return values


def quote_row(
    quote: Quote, *, key: int, article: int, speaker: int | None, labels: dict[str, int]
) -> tuple[Any, ...]:
    """The row of `quotes`, its values in the order of the columns."""
    name = quote.speaker.name if quote.speaker else None
    row: dict[str, Any] = {field: getattr(quote, field) for field in _OWN}
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


def select_articles() -> Select[Any]:
    """All articles, with what `article_of` needs, and their keys, versions and times."""
    own = [articles.c[name] for name in (*_ARTICLE, "key", "version", "stored")]
    return select(*own, labels.c.value.label("found_in")).join(
        labels, labels.c.key == articles.c.found_in
    )


def article_of(row: Row[Any]) -> Article:
    """The Article of a row of `select_articles`."""
    values = {name: row._mapping[name] for name in _ARTICLE}
    return Article(**values, found_in=json.loads(row.found_in))


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

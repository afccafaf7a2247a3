"""Rows to records, as they are read: `quotes.store.making` makes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from quotes.records import Article, Quote
from quotes.store.asking import Row
from quotes.store.values import CHOICES, day_of, id_of, unpack_spans

SPANS = ("content", "cue", "source")
"""Fields of a Quote that are spans."""

_OWN = (*("id", "text", "said_on", "confidence"), *CHOICES, *SPANS)
"""Fields of a Quote that are columns of `quotes`."""

LABELS = ("role", "affiliation", "office", "via", "cue_text", "source_text")
"""Fields of a Quote that many share: columns of `quotes` that name rows of `labels`."""

FROM_ARTICLE = ("title", "date", "url", "publisher")
"""Fields of a Quote that are its article's."""

_COLUMNS = {name: f"quotes.{name}" for name in _OWN}
_COLUMNS |= {name: f"articles.{name}" for name in FROM_ARTICLE}
_COLUMNS |= {name: f"{name}_label.value" for name in LABELS}
_COLUMNS |= {"article_id": "articles.id"}
_SPEAKER = {"speaker_name": "name", "speaker_registry_id": "registry_id", "speaker_type": "type"}
_COLUMNS |= {name: f"speakers.{column}" for name, column in _SPEAKER.items()}

TABLES = """
quotes JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
"""
TABLES += "".join(
    f"LEFT JOIN labels AS {name}_label ON {name}_label.key = quotes.{name} " for name in LABELS
)
"""What has the columns of `column_of`."""

_FIELDS = tuple(name for name in Quote.model_fields if name != "speaker")
"""Fields of a Quote with a column of their own in SELECT_QUOTES, the first ones there."""

SELECT_QUOTES = (
    f"SELECT {', '.join(f'{_COLUMNS[name]} AS {name}' for name in (*_FIELDS, *_SPEAKER))}, "
    f"quotes.key AS key, quotes.speaker_id AS speaker_id FROM {TABLES}"
)
"""All quotes, with what `quote_of` needs, their keys and their speakers' rows."""

_READ: dict[str, Callable[[Any], Any]] = {"id": id_of, "date": day_of, "said_on": day_of}
_READ |= {name: words.__getitem__ for name, words in CHOICES.items()}
_READ |= dict.fromkeys(SPANS, unpack_spans)
_MEANT = tuple((place, _READ[name]) for place, name in enumerate(_FIELDS) if name in _READ)
"""Columns that hold something in place of what they mean."""

_ARTICLE = tuple(name for name in Article.model_fields if name not in ("found_in", "place"))

SELECT_ARTICLES = (
    f"SELECT {', '.join(f'articles.{name} AS {name}' for name in (*_ARTICLE, 'key', 'version'))}, "
    "articles.stored AS stored, labels.value AS found_in, article_places.place AS place "
    "FROM articles JOIN labels ON labels.key = articles.found_in "
    "LEFT JOIN article_places ON article_places.article = articles.key"
)
"""All articles, with what `article_of` needs, and their keys, versions and times."""


def column_of(field: str) -> str:
    """The column of a Quote's field, in a selection from TABLES."""
    return _COLUMNS[field]


def quote_of(row: Row) -> Quote:
    """The Quote of a row of SELECT_QUOTES."""
    return Quote(**quote_values(row))


def quote_values(row: Row) -> dict[str, Any]:
    """The fields of the Quote of such a row."""
    stored = list(row)
    for place, meaning in _MEANT:
        stored[place] = meaning(stored[place])
    values = dict(zip(_FIELDS, stored, strict=False))
    name, id, type = stored[len(_FIELDS) : len(_FIELDS) + len(_SPEAKER)]
    values["speaker"] = None if name is None else {"name": name, "id": id, "type": type}
    return values


def article_of(row: Row) -> Article:
    """The Article of a row of SELECT_ARTICLES."""
    values = dict(zip(_ARTICLE, row, strict=False))
    values["date"] = day_of(values["date"])
    return Article(**values, found_in=json.loads(row.found_in), place=row.place)

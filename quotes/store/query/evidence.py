"""Evidence for stored quotes, and how their articles were stored."""

from __future__ import annotations

from quotes.records import Run
from quotes.store.db.asking import Reader, Row, ask
from quotes.store.query.reading import get_quote
from quotes.store.records.evidence import Evidence, text_digest

_ARTICLE = """
SELECT articles.key AS key, articles.digest AS digest, articles.stored AS stored,
       articles.version AS version,
       runs.version AS by_version, runs.model AS model, runs.settings AS settings
FROM articles JOIN runs ON runs.key = articles.run WHERE articles.id = :id
"""


def evidence_of(reader: Reader, quote_id: str) -> Evidence:
    """Of the quote of this id, or of the only id that begins so. Raises UsageError for none and for
    several."""
    quote, article = get_quote(reader, quote_id)
    row = storing_of(reader, article.id)
    known = {"title", "date", "byline", "url", "publisher", "found_in", "place"}
    return Evidence(
        quote=quote,
        **article.model_dump(include=known),
        digest=row.digest,
        text_sha256=text_digest(article.text),
        characters=len(article.text),
        stored=row.stored,
        version=row.version,
        found_by=run_of(row),
    )


def storing_of(reader: Reader, article_id: str) -> Row:
    """How an article was stored: its key, digest, time and version, and what `run_of` takes."""
    (row,) = ask(reader, _ARTICLE, {"id": article_id})
    return row


def run_of(row: Row) -> Run:
    """The Run that found the quotes of an article, of a row with its columns."""
    return Run(version=row.by_version, model=row.model, settings=row.settings)

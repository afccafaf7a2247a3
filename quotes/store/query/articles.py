"""Which articles are stored, and of which others they are versions."""

from __future__ import annotations

import re
from typing import Any

from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each, parts_of, where
from quotes.store.db.errors import readable
from quotes.store.query.filters import Filters, check_article, check_limit
from quotes.store.query.many import few_of
from quotes.store.records import ArticleSummary
from quotes.store.schema.values import day_of, earliest_first

_LISTED = """
SELECT articles.key AS key, articles.id AS id, articles.title AS title, articles.date AS date,
       articles.publisher AS publisher, ({counted}) AS many
FROM articles {conditions}
ORDER BY articles.date DESC, articles.id
"""

_DATE = "SELECT articles.date FROM articles WHERE articles.id = :after"
_BEYOND = (
    "articles.date <= :after_date",
    "(articles.date < :after_date OR articles.id > :after)",
)
"""The first tells an index where to begin."""

_TITLED = "lower(articles.title) LIKE lower(:title) ESCAPE '~'"

_ESCAPED = re.compile("[~%_]")

_VERSIONS = f"""
SELECT mine.article AS article, articles.id AS id
FROM stories AS mine
JOIN stories ON stories.story = mine.story
JOIN articles ON articles.key = stories.article
WHERE mine.article IN {{keys}}
ORDER BY {earliest_first("articles.date")}, articles.id
"""


def list_articles(
    reader: Reader,
    filters: Filters,
    title: str | None = None,
    *,
    after: str | None = None,
    limit: int | None = None,
) -> list[ArticleSummary]:
    """Articles, newest first, each with the number of its quotes that are asked for; those with
    these words in their titles; those after one of them."""
    chosen = filters.chosen(reader)
    values = dict(chosen.values)
    few = few_of(reader, chosen) if filters.by_quotes else ()
    conditions = chosen.of_articles(by_quotes=filters.by_quotes, few=few)
    if after is not None:
        values["after"] = check_article(reader, after)
        (values["after_date"],) = ask_each(reader, _DATE, values)
        conditions += _BEYOND
    if title is not None:
        conditions.append(_TITLED)
        escaped = _ESCAPED.sub(r"~\g<0>", title)
        values["title"] = f"%{escaped}%"
    theirs = where(["quotes.article = articles.key", *chosen.of_each_article])
    asked = _LISTED.format(
        counted=f"SELECT count(*) FROM quotes {theirs}", conditions=where(conditions)
    )
    if check_limit(limit) is not None:
        asked += f" LIMIT {limit:d}"
    rows = ask(reader, asked, values)
    versions = _versions(reader, [row.key for row in rows])
    return [_summary(row, versions.get(row.key, [])) for row in rows]


def _summary(row: Row, same: list[str]) -> ArticleSummary:
    with readable(row.id):
        return ArticleSummary(
            id=row.id,
            title=row.title,
            date=day_of(row.date),
            publisher=row.publisher,
            count=row.many,
            **_story_of(row.id, same),
        )


def _versions(reader: Reader, keys: list[int]) -> dict[int, list[str]]:
    """For each article that is not alone the ids of all versions of its story, the first first."""
    found: dict[int, list[str]] = {}
    for part in parts_of(keys):
        for row in ask(reader, _VERSIONS.format(keys=among_numbers(part))):
            found.setdefault(row.article, []).append(row.id)
    return found


def _story_of(article_id: str, same: list[str]) -> dict[str, Any]:
    first = same[0] if same else article_id
    return {"versions": max(len(same), 1), "version_of": first if first != article_id else None}

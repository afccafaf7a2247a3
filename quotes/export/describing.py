"""`metadata.json` beside an export for Datasette: what its tables and columns hold."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from quotes.outputs import beside, check_output, writing

NAME = "metadata.json"
"""Datasette reads it, if it is told to: `datasette quotes.db --metadata metadata.json`."""

MOST = 1_000_000
"""Bytes that such a file may have."""

_HEAD: dict[str, Any] = {
    "title": "Quotes in the news",
    "description": (
        "Who said what in news articles, found by a program: it errs, and each quote says how sure "
        "it is. The article has the last word."
    ),
    "license": "The words are those of the speakers and publishers: ask them before you publish",
    "source": "made by quotes export --format datasette",
}

_QUOTES = {
    "id": "16 digits that stay the same as long as article, words and kind do",
    "date": "day on which the article was published, YYYY-MM-DD; empty: not known",
    "speaker": "fullest name over all articles; empty: not known who",
    "speaker_in_article": "name that this article has",
    "role": "what the article calls the speaker",
    "affiliation": "country or body to which the role belongs",
    "office": "office on that day, by the registry of speakers",
    "via": "who passed it on",
    "cue": 'words that tell that it was said, such as "said"',
    "text": 'words that were said; " … " where words between are left out',
    "kind": "in quotation marks whole (direct), in part (mixed), or not (indirect)",
    "act": "speech or thought",
    "factuality": "said (factual), not said (negated), or perhaps (hypothetical)",
    "said_on": "day on which it was said, where the text tells it, YYYY-MM-DD",
    "confidence": "probability from 0 to 1 that it is a quote and has the right speaker",
    "checked_by": "who said that it is right, or put it right",
    "checked_at": "when that was, UTC",
    "title": "headline of the article",
    "outlet": "who published the article",
    "url": "where the article was published",
    "article": "id of the article",
    "source": "words that name the speaker at this place",
    "speaker_id": "the registry's id, or type and name",
    "wikidata": "id in Wikidata",
    "occurrences": "quotes that say the same, this one included",
    "first_article": "id of the article that had it first",
    "first_outlet": "outlet of the article that had it first",
    "first_date": "day on which that was published",
    "content_at": "places of the words in the article's text, in characters from 0: start-end",
    "cue_at": "places of the cue in the article's text",
    "source_at": "places of the source in the article's text",
}

_TABLES: dict[str, Any] = {
    "quotes": {
        "description": "One row for each time that a speaker said something.",
        "columns": _QUOTES,
        "facets": ["speaker", "outlet", "kind", "factuality"],
        "sort_desc": "date",
        "label_column": "text",
        "fts_table": "quotes_fts",
        "fts_pk": "rowid",
    },
    "articles": {
        "description": "The articles of these quotes, with their texts.",
        "columns": {
            "id": "id in the store: a file, or an address",
            "date": "day on which it was published, YYYY-MM-DD",
            "quotes": "rows of quotes from it",
            "text": "its text, unchanged",
        },
        "facets": ["outlet"],
        "sort_desc": "date",
        "label_column": "title",
    },
    "speakers": {
        "description": "Who said these quotes; spellings of one person are one row.",
        "columns": {
            "id": "the registry's id, or type and name",
            "name": "fullest name over all articles",
            "type": "person, organization, group, document or unnamed",
            "wikidata": "id in Wikidata",
            "quotes": "rows of quotes by them",
            "first": "day of the earliest article that quotes them",
            "last": "day of the latest",
        },
        "facets": ["type"],
        "sort_desc": "quotes",
        "label_column": "name",
    },
}


def check_description(database: Path) -> Path:
    """Where the description of an export goes, links followed; raises UsageError where something
    else is there, or may not be written."""
    return check_output(database.with_name(NAME), is_ours=_is_ours)


def describe(database: Path) -> None:
    """Write beside an export what its tables hold; what is said there of others stays."""
    target = check_description(database)
    known = _read(target) or _HEAD
    tables = {name: _described(database, name) for name in _TABLES}
    databases = {**known.get("databases", {}), database.stem: {"tables": tables}}
    words = json.dumps({**known, "databases": databases}, indent=2)
    with beside(target) as draft, writing(target):
        draft.write_text(f"{words}\n", encoding="utf-8")


def _described(database: Path, table: str) -> dict[str, Any]:
    """The description of a table, of the columns that this export has."""
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as made:
        there = [row[1] for row in made.execute(f"PRAGMA table_info ({table})")]
    told = _TABLES[table]
    columns = {name: told["columns"][name] for name in there if name in told["columns"]}
    return {**told, "columns": columns}


def _is_ours(path: Path) -> bool:
    return _read(path) is not None


def _read(path: Path) -> dict[str, Any] | None:
    """The description that an earlier export has written; None for anything else."""
    if not path.exists() or path.stat().st_size > MOST:
        return None
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None
    ours = isinstance(found, dict) and found.get("source") == _HEAD["source"]
    return found if ours and isinstance(found.get("databases"), dict) else None

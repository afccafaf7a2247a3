"""A flat SQLite database with readable names, for Datasette and whoever asks in SQL."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, BinaryIO

from quotes.export.as_csv import cell
from quotes.export.how import How
from quotes.export.sheet import OFFSETS, sheet_columns, sheet_row
from quotes.outputs import begins
from quotes.records import Article, Quote

if TYPE_CHECKING:
    from quotes.store.records import Beside

APPLICATION, LAYOUT = 0x71756F74, 0x64617461
"""The marks in the head of a file that tell what made it: `application_id` and `user_version`. A
store draws both anew whenever it is written to."""

is_ours = begins(
    rb"SQLite format 3\0.{44}" + LAYOUT.to_bytes(4) + rb".{4}" + APPLICATION.to_bytes(4)
)
"""True for a file that is there and may be an earlier export."""

_NAMED = {
    "article_id": "article",
    "cue_text": "cue",
    "source_text": "source",
    "publisher": "outlet",
    "first_publisher": "first_outlet",
    "speaker_wikidata": "wikidata",
    **{name: f"{name}_at" for name in OFFSETS},
}
"""Columns of the table that are called otherwise than in a sheet for people."""

_ELSEWHERE = frozenset({"speaker_type", "byline", "file"})
"""Columns of such a sheet that are in another table, or that only whoever stored it needs."""

_TYPES = {
    "id": "TEXT PRIMARY KEY NOT NULL",
    "article": "TEXT NOT NULL REFERENCES articles (id)",
    "speaker_id": "TEXT REFERENCES speakers (id)",
    "confidence": "REAL NOT NULL",
    "occurrences": "INTEGER NOT NULL",
}

_TABLES = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {LAYOUT};
CREATE TABLE articles (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT,
    title TEXT,
    outlet TEXT,
    byline TEXT,
    url TEXT,
    quotes INTEGER,
    text TEXT NOT NULL
);
CREATE TABLE speakers (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    wikidata TEXT,
    quotes INTEGER,
    first TEXT,
    last TEXT
);
"""

INDEXED = (
    *("date", "speaker", "speaker_id", "role", "outlet", "article", "kind", "act"),
    *("factuality", "confidence", "checked_by"),
)
"""Columns of the quotes with an index."""

_COUNTED = """
BEGIN;
CREATE INDEX articles_date ON articles (date);
CREATE INDEX articles_outlet ON articles (outlet);
UPDATE articles SET quotes = (SELECT count(*) FROM quotes WHERE article = articles.id);
UPDATE speakers SET (quotes, first, last) =
    (SELECT count(*), min(date), max(date) FROM quotes WHERE speaker_id = speakers.id);
CREATE INDEX speakers_quotes ON speakers (quotes);
CREATE INDEX speakers_name ON speakers (name);
CREATE VIRTUAL TABLE quotes_fts USING fts5
    (text, content="quotes", tokenize="unicode61 remove_diacritics 2");
INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');
INSERT INTO quotes_fts (quotes_fts) VALUES ('optimize');
COMMIT;
"""


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write a SQLite database of the quotes, their speakers and their articles; return the number
    of quotes. The stream must be an empty file, to which SQLite writes by its name."""
    article = how.articles("datasette")
    columns = sheet_columns(how.model, offsets=how.offsets)
    columns = tuple(name for name in columns if name not in _ELSEWHERE)
    count, last = 0, None
    with closing(sqlite3.connect(stream.name, isolation_level=None)) as made:
        made.executescript(_TABLES)
        made.execute(_table_of_quotes(columns))
        made.execute("BEGIN")
        for quote, beside in how.beside(quotes):
            row = sheet_row(quote, beside)
            row["speaker_id"] = _speaker_id(row, beside)
            if quote.article_id != last:
                _add_article(made, quote.article_id, article)
            if row["speaker"]:
                _insert(made, "OR IGNORE INTO speakers", _speaker(row))
            _insert(made, "INTO quotes", [row[name] for name in columns])
            count, last = count + 1, quote.article_id
        made.execute("COMMIT")
        for name in INDEXED:
            made.execute(f"CREATE INDEX quotes_{name} ON quotes ({name})")
        made.executescript(_COUNTED)
    return count


def _table_of_quotes(columns: Iterable[str]) -> str:
    named = [_NAMED.get(name, name) for name in columns]
    typed = ", ".join(f"{name} {_TYPES.get(name, 'TEXT')}" for name in named)
    return f"CREATE TABLE quotes ({typed})"


def _add_article(made: sqlite3.Connection, id: str, article: Callable[[str], Article]) -> None:
    """The article's row, where it is not there yet; its quotes are counted when all are there."""
    if made.execute("SELECT 1 FROM articles WHERE id = ?", [_plain(id)]).fetchone():
        return
    one = article(id)
    facts = (one.id, one.date, one.title, one.publisher, one.byline, one.url, None, one.text)
    _insert(made, "INTO articles", facts)


def _speaker_id(row: Mapping[str, Any], beside: Beside | None) -> str | None:
    """The key that all quotes of a speaker share; without a store, those of one name and type."""
    if beside or not row["speaker"]:
        return beside.speaker_id if beside else None
    return row["speaker_id"] or f"{row['speaker_type']}:{row['speaker']}"


def _speaker(row: Mapping[str, Any]) -> tuple[Any, ...]:
    names = ("speaker_id", "speaker", "speaker_type", "speaker_wikidata")
    return (*(row[name] for name in names), None, None, None)


def _insert(made: sqlite3.Connection, what: str, values: Sequence[Any]) -> None:
    places = ", ".join("?" * len(values))
    made.execute(f"INSERT {what} VALUES ({places})", [_plain(value) for value in values])


def _plain(value: Any) -> Any:
    """A value as SQLite takes it: days and spans as in a CSV, words without half characters."""
    if isinstance(value, dt.date | tuple):
        return cell(value)
    return value.encode("utf8", "replace").decode() if isinstance(value, str) else value

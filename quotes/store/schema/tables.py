"""The tables, for SQLite and PostgreSQL alike: `schema.sql` has them in SQLite's words.

A new database is made from them; an older one is brought to them by `migrations/`, and a test keeps
the two alike.

    inputs    article_keys      runs
              article_places     │
    article_history >── articles ──< quotes >── speakers ──< speaker_keys, speaker_words
                                        │  └──> labels          merges
                                    quotes_fts  (full-text index, see `quotes.store.search`)

Keys are numbers that the writer gives out itself, in the order of adding: a quote's key is its
place among those of the same day. A quote's words in the full-text index must not change while the
quote is there: words of `speakers` and `labels` are never updated, and the quotes of an article are
deleted before its title changes.

`sayings` says which quotes are one saying, `stories` which articles are versions of one story:
those that share a number; a quote or an article that is alone is in neither. `saying_keys` and
`story_keys` are what they are looked up by. `waiting` holds the articles, by the first and last key
of a row, whose speakers, sayings and story are still to be found: those of a bulk load.

`merges` says which speakers are one person, or may be, or are not, and why. It names them by what
outlives their rows (`quotes.store.speakers.pairs.stable_key`), as a row of `speakers` goes with its
last quote. `speaker_keys` are what persons are looked up by who may be one, `speaker_words` the
words of their names.

`runs` says which version, model and settings found the quotes of an article, `changes` what became
of quotes when their article was read anew, `article_history` what the article was before. `inputs`
remembers files that need not be read again. `article_keys` and `article_places` say by what an
article is known again that is read once more (`quotes.store.write.same_article`). The tables
`tally_…` hold how many quotes there are of what (`quotes.store.query.tallies`), `same_words` which
may have the words that somebody else is given (`quotes.store.query.conflicts`).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quotes.store.db.asking import Dialect

SCHEMA = Path(__file__).with_name("schema.sql")

_FOR_POSTGRESQL = {
    "TEXT": 'TEXT COLLATE "C"',  # ordered as SQLite does, by code points, whatever its locale
    "BLOB": "BYTEA",
    " WITHOUT ROWID": "",
}
_TABLE = re.compile(r"CREATE TABLE (\w+)")


def tables() -> list[str]:
    """The names of all tables, each after those that it names. The full-text index is not one."""
    return _TABLE.findall(SCHEMA.read_text("utf8"))


def statements_of(file: Path, dialect: Dialect) -> Iterator[str]:
    """The statements of a file of SQL, as a database of this kind has them.

    What is written is what SQLite reads; PostgreSQL has other names for a few types.
    """
    statement = ""
    for line in file.read_text("utf8").splitlines(keepends=True):
        statement += line
        if line.endswith(";\n") and sqlite3.complete_statement(statement):
            yield statement if dialect == "sqlite" else _for_postgresql(statement)
            statement = ""


def _for_postgresql(statement: str) -> str:
    for word, other in _FOR_POSTGRESQL.items():
        statement = re.sub(rf"{word}\b", other, statement)
    return statement

"""Keys instead of names in all tables, words that many quotes share once, days as numbers, spans as
words; runs, changes, the history of articles, files that are known; the words of speakers' names.

Nothing is lost. What was found by an older version says so: `quotes add --refresh` finds it anew.
Which quotes are one saying stays; what sayings and stories are looked up by is made anew, article
by article, by the next `quotes add`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from typing import Any

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

OLDER = "before 0.4"
"""The version that found the quotes of older databases."""

NEW = {
    "runs": """key INTEGER NOT NULL, version TEXT NOT NULL, model TEXT NOT NULL,
        settings TEXT NOT NULL, since TEXT NOT NULL, PRIMARY KEY (key)""",
    "inputs": """name TEXT NOT NULL, digest TEXT NOT NULL, articles INTEGER NOT NULL,
        PRIMARY KEY (name)""",
    "labels": "key INTEGER NOT NULL, value TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (key)",
    "waiting": "first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (first)",
    "articles": """key INTEGER NOT NULL, id TEXT NOT NULL, title TEXT, date INTEGER NOT NULL,
        byline TEXT, url TEXT, publisher TEXT, digest TEXT NOT NULL, run INTEGER NOT NULL,
        version INTEGER NOT NULL, stored TEXT NOT NULL, found_in INTEGER NOT NULL,
        text TEXT NOT NULL, PRIMARY KEY (key), FOREIGN KEY (run) REFERENCES runs (key),
        FOREIGN KEY (found_in) REFERENCES labels (key)""",
    "article_history": """article INTEGER NOT NULL, version INTEGER NOT NULL, stored TEXT NOT NULL,
        facts TEXT NOT NULL, text TEXT, PRIMARY KEY (article, version),
        FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE""",
    "changes": """key INTEGER NOT NULL, at TEXT NOT NULL, article_id TEXT NOT NULL,
        quote_id TEXT NOT NULL, what TEXT NOT NULL, run INTEGER NOT NULL, text TEXT NOT NULL,
        fields TEXT NOT NULL, PRIMARY KEY (key), FOREIGN KEY (run) REFERENCES runs (key)""",
    "quotes": """key INTEGER NOT NULL, id TEXT NOT NULL, article INTEGER NOT NULL,
        day INTEGER NOT NULL, kind SMALLINT NOT NULL, act SMALLINT NOT NULL,
        factuality SMALLINT NOT NULL, speaker_id INTEGER, role INTEGER, affiliation INTEGER,
        office INTEGER, via INTEGER, said_on INTEGER NOT NULL, confidence FLOAT NOT NULL,
        content BLOB NOT NULL, cue BLOB NOT NULL, source BLOB NOT NULL, cue_text INTEGER,
        source_text INTEGER, text TEXT NOT NULL, folded TEXT,
        PRIMARY KEY (key), FOREIGN KEY (article) REFERENCES articles (key),
        FOREIGN KEY (speaker_id) REFERENCES speakers (id),
        FOREIGN KEY (role) REFERENCES labels (key),
        FOREIGN KEY (affiliation) REFERENCES labels (key),
        FOREIGN KEY (office) REFERENCES labels (key), FOREIGN KEY (via) REFERENCES labels (key),
        FOREIGN KEY (cue_text) REFERENCES labels (key),
        FOREIGN KEY (source_text) REFERENCES labels (key),
        CONSTRAINT quotes_confidence CHECK (confidence >= 0 AND confidence <= 1)""",
    "speaker_words": """word TEXT NOT NULL, speaker_id INTEGER NOT NULL,
        PRIMARY KEY (word, speaker_id),
        FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE""",
    "speaker_keys": """key TEXT NOT NULL, speaker_id INTEGER NOT NULL,
        PRIMARY KEY (key, speaker_id),
        FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE""",
    "saying_keys": """key INTEGER NOT NULL, quote INTEGER NOT NULL, PRIMARY KEY (key, quote)""",
    "story_keys": """key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)""",
    "stories": """article INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (article),
        FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE""",
}
"""The tables that are made; `speakers`, `merges` and `sayings` stay as they are."""

WITHOUT_ROWID = ("speaker_words", "speaker_keys", "saying_keys", "story_keys")

INDEXES = (
    "UNIQUE INDEX runs_same ON runs (version, model, settings)",
    "UNIQUE INDEX labels_value ON labels (value)",
    "INDEX speakers_folded ON speakers (folded)",
    "INDEX articles_date ON articles (date DESC)",
    "UNIQUE INDEX articles_id ON articles (id)",
    "INDEX articles_run ON articles (run)",
    "INDEX changes_article ON changes (article_id)",
    "INDEX quotes_article ON quotes (article)",
    "UNIQUE INDEX quotes_id ON quotes (id)",
    "INDEX quotes_speaker ON quotes (speaker_id, day DESC)",
    "INDEX speaker_words_speaker ON speaker_words (speaker_id)",
    "INDEX speaker_keys_speaker ON speaker_keys (speaker_id)",
    "INDEX stories_story ON stories (story)",
)

OLD_INDEX = (
    "TRIGGER quotes_inserted",
    "TRIGGER quotes_deleted",
    "TABLE quotes_fts",
    "VIEW quote_words",
)

LABELS = ("role", "affiliation", "office", "via", "cue_text", "source_text")

FILL = (
    "INSERT INTO runs SELECT 1, :older, '', '', :now WHERE EXISTS (SELECT 1 FROM articles)",
    """INSERT INTO labels (value, folded) SELECT value, as_folded(value) FROM (
    SELECT role AS value FROM quotes UNION SELECT affiliation FROM quotes
    UNION SELECT office FROM quotes UNION SELECT via FROM quotes
    UNION SELECT cue_text FROM quotes UNION SELECT source_text FROM quotes
    UNION SELECT as_places(found_in) FROM articles) WHERE value IS NOT NULL""",
    """INSERT INTO new_articles
    SELECT articles.rowid, id, title, as_day(date), byline, url, publisher,
           as_digest(text, title, date, byline, url, publisher), 1, 1, :now, labels.key, text
    FROM articles JOIN labels ON labels.value = as_places(found_in)""",
    f"""INSERT INTO new_quotes
    SELECT quotes.key, as_id(quotes.id), old.rowid, as_day(old.date),
           CASE quotes.kind WHEN 'indirect' THEN 0 WHEN 'mixed' THEN 1 ELSE 2 END,
           quotes.act = 'thought',
           CASE quotes.factuality WHEN 'factual' THEN 0 WHEN 'negated' THEN 1 ELSE 2 END,
           quotes.speaker_id, {", ".join(f"{name}_label.key" for name in LABELS[:-2])},
           as_day(quotes.said_on), quotes.confidence, as_spans(content), as_spans(cue),
           as_spans(source), cue_text_label.key, source_text_label.key, quotes.text,
           as_odd(quotes.text, speakers.name, quotes.role, old.title)
    FROM quotes JOIN articles AS old ON old.id = quotes.article_id
    LEFT JOIN speakers ON speakers.id = quotes.speaker_id
    {" ".join(f"LEFT JOIN labels {n}_label ON {n}_label.value = quotes.{n}" for n in LABELS)}
    ORDER BY quotes.key""",
    "INSERT INTO new_speaker_keys SELECT key, speaker_id FROM speaker_keys",
    "INSERT INTO new_stories SELECT rowid_of.rowid, stories.story FROM stories "
    "JOIN articles AS rowid_of ON rowid_of.id = stories.article",
    "INSERT INTO waiting SELECT min(key), max(key) FROM new_articles HAVING count(*) > 0",
)


def upgrade() -> None:
    """Make new tables beside the old ones, fill them, and let them take their places."""
    connection = op.get_bind()
    raw: Any = connection.connection.driver_connection
    _teach(raw)
    for thing in OLD_INDEX:
        op.execute(f"DROP {thing.split()[0]} IF EXISTS {thing.split()[1]}")
    names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    for name, columns in NEW.items():
        own = f"new_{name}" if name in names else name
        end = " WITHOUT ROWID" if name in WITHOUT_ROWID else ""
        op.execute(f"CREATE TABLE {own} ({columns}){end}")
    op.execute("CREATE UNIQUE INDEX labels_value ON labels (value)")
    known = {"older": OLDER, "now": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    for statement in FILL:
        raw.execute(statement, known)
    _write_words(raw)
    for name in names & NEW.keys():
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE new_{name} RENAME TO {name}")
    for index in INDEXES:
        if "labels_value" not in index:
            op.execute(f"CREATE {index}")


def _teach(raw: Any) -> None:
    """Give SQL the functions that make the new values of the old ones."""
    from quotes.store.index.tokens import fold_odd
    from quotes.store.names import fold

    raw.create_function("as_day", 1, _as_day, deterministic=True)
    raw.create_function("as_spans", 1, _as_spans, deterministic=True)
    raw.create_function("as_places", 1, _as_places, deterministic=True)
    raw.create_function("as_id", 1, _as_id, deterministic=True)
    raw.create_function("as_digest", 6, _as_digest, deterministic=True)
    raw.create_function("as_folded", 1, fold, deterministic=True)
    raw.create_function("as_odd", 4, fold_odd, deterministic=True)


def _as_day(day: str | None) -> int:
    return int(day.replace("-", "")) if day else 0


def _as_id(id: str) -> str | bytes:
    return bytes.fromhex(id) if re.fullmatch("[0-9a-f]{16}", id) else id


def _as_places(found_in: str) -> str:
    return json.dumps(json.loads(found_in), sort_keys=True, ensure_ascii=False)


def _as_spans(spans: str) -> bytes:
    from quotes.store.values import pack_spans

    return pack_spans(tuple((start, end) for start, end in json.loads(spans)))


def _as_digest(*facts: str | None) -> str:
    return hashlib.sha256(json.dumps(list(facts)).encode()).hexdigest()[:32]


def _write_words(raw: Any) -> None:
    rows = raw.execute("SELECT id, folded FROM speakers")
    words = ((word, id) for id, folded in rows for word in sorted(set(folded.split())))
    raw.executemany("INSERT INTO speaker_words VALUES (?, ?)", words)

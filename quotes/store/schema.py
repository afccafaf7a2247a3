"""The tables, as SQLAlchemy sees them, for SQLite and PostgreSQL alike.

A new database is made from them; an older one is brought to them by the migrations, and a test
keeps the two alike.

    inputs    article_keys      runs
              article_places     │
    article_history >── articles ──< quotes >── speakers ──< speaker_keys, speaker_words
                                        │  └──> labels          merges
                                    quotes_fts  (full-text index, see `quotes.store.index`)

Keys are numbers that the writer gives out itself, in the order of adding: a quote's key is its
place among those of the same day. A quote's words in the full-text index must not change while the
quote is there: rows of `speakers` and `labels` are never updated, and the quotes of an article are
deleted before its title changes.

`sayings` says which quotes are one saying, `stories` which articles are versions of one story:
those that share a number; a quote or an article that is alone is in neither. `saying_keys` and
`story_keys` are what they are looked up by. `waiting` holds the articles, by the first and last key
of a row, whose speakers, sayings and story are still to be found: those of a bulk load.

`merges` says which speakers are one person, or may be, or are not, and why. It names them by what
outlives their rows (`quotes.store.pairs.stable_key`), as a row of `speakers` goes with its last
quote. `speaker_keys` are what persons are looked up by who may be one, `speaker_words` the words of
their names.

`runs` says which version, model and settings found the quotes of an article, `changes` what became
of quotes when their article was read anew, `article_history` what the article was before. `inputs`
remembers files that need not be read again. `article_keys` and `article_places` say by what an
article is known again that is read once more (`quotes.store.same_article`).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    text,
)

from quotes.store.types import Choice, Day, Hex, Json, Spans, Words
from quotes.store.values import CHOICES

UNKNOWN = "registry_id IS NULL"
"""Of speakers: those whom the registry does not know."""

metadata = MetaData()


def _key(name: str = "key") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _of(table: str, name: str, column: str = "key", *, primary: bool = False) -> Column[int]:
    """A column that names a row which takes this one with it when it goes."""
    known = ForeignKey(f"{table}.{column}", ondelete="CASCADE")
    return Column(name, Integer, known, primary_key=primary, autoincrement=False)


def _label(name: str) -> Column[int]:
    return Column(name, Integer, ForeignKey("labels.key"))


runs = Table(
    "runs",
    metadata,
    _key(),
    Column("version", Words, nullable=False),
    Column("model", Words, nullable=False),
    Column("settings", Words, nullable=False),
    Column("since", Words, nullable=False),
    Index("runs_same", "version", "model", "settings", unique=True),
)

inputs = Table(
    "inputs",
    metadata,
    Column("name", Words, primary_key=True),
    Column("digest", Words, nullable=False),
    Column("articles", Integer, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    _key(),
    Column("id", Words, nullable=False),
    Column("title", Words),
    Column("date", Day, nullable=False),
    Column("byline", Words),
    Column("url", Words),
    Column("publisher", Words),
    Column("digest", Words, nullable=False),
    Column("run", Integer, ForeignKey("runs.key"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("stored", Words, nullable=False),
    Column("found_in", Integer, ForeignKey("labels.key"), nullable=False),
    Column("text", Words, nullable=False),  # late: what is before it is read without it
    Index("articles_id", "id", unique=True),
    Index("articles_date", text("date DESC")),
    Index("articles_run", "run"),
)

article_history = Table(
    "article_history",
    metadata,
    _of("articles", "article", primary=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("stored", Words, nullable=False),
    Column("facts", Json, nullable=False),
    Column("text", Words),
)

article_keys = Table(
    "article_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

article_places = Table(
    "article_places",
    metadata,
    _of("articles", "article", primary=True),
    Column("place", Words, nullable=False),
)

labels = Table(
    "labels",
    metadata,
    _key(),
    Column("value", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Index("labels_value", "value", unique=True),
)

speakers = Table(
    "speakers",
    metadata,
    _key("id"),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("registry_id", Words),
    Index("speakers_known", "registry_id", "name", "type", unique=True),
    Index(
        "speakers_unknown",
        "name",
        "type",
        unique=True,
        sqlite_where=text(UNKNOWN),  # PostgreSQL: see `quotes.store.postgres`
    ),
    Index("speakers_folded", "folded"),
)

quotes = Table(
    "quotes",
    metadata,
    _key(),
    Column("id", Hex, nullable=False),
    Column("article", Integer, ForeignKey("articles.key"), nullable=False),
    Column("day", Day, nullable=False),
    *(Column(name, Choice(*words), nullable=False) for name, words in CHOICES.items()),
    Column("speaker_id", Integer, ForeignKey("speakers.id")),
    _label("role"),
    _label("affiliation"),
    _label("office"),
    _label("via"),
    Column("said_on", Day, nullable=False),
    Column("confidence", Float(53), nullable=False),
    Column("content", Spans, nullable=False),
    Column("cue", Spans, nullable=False),
    Column("source", Spans, nullable=False),
    _label("cue_text"),
    _label("source_text"),
    Column("text", Words, nullable=False),
    Column("folded", Words),
    CheckConstraint("confidence >= 0 AND confidence <= 1", name="quotes_confidence"),
    Index("quotes_id", "id", unique=True),
    Index("quotes_article", "article"),
    Index("quotes_speaker", "speaker_id", text("day DESC")),
)

changes = Table(
    "changes",
    metadata,
    _key(),
    Column("at", Words, nullable=False),
    Column("article_id", Words, nullable=False),
    Column("quote_id", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("run", Integer, ForeignKey("runs.key"), nullable=False),
    Column("text", Words, nullable=False),
    Column("fields", Json, nullable=False),
    Index("changes_article", "article_id"),
)

speaker_words = Table(
    "speaker_words",
    metadata,
    Column("word", Words, primary_key=True),
    _of("speakers", "speaker_id", "id", primary=True),
    Index("speaker_words_speaker", "speaker_id"),
    sqlite_with_rowid=False,
)

speaker_keys = Table(
    "speaker_keys",
    metadata,
    Column("key", Words, primary_key=True),
    _of("speakers", "speaker_id", "id", primary=True),
    Index("speaker_keys_speaker", "speaker_id"),
    sqlite_with_rowid=False,
)

merges = Table(
    "merges",
    metadata,
    Column("one", Words, primary_key=True),
    Column("other", Words, primary_key=True),
    Column("state", Words, nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("why", Words, nullable=False),
    Index("merges_other", "other"),
)

saying_keys = Table(
    "saying_keys",
    metadata,
    _key(),
    Column("quote", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

sayings = Table(
    "sayings",
    metadata,
    _of("quotes", "quote", primary=True),
    Column("saying", Integer, nullable=False),
    Index("sayings_saying", "saying"),
)

story_keys = Table(
    "story_keys",
    metadata,
    _key(),
    Column("article", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    metadata,
    _of("articles", "article", primary=True),
    Column("story", Integer, nullable=False),
    Index("stories_story", "story"),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("id", Words, primary_key=True),
    Column("article_id", Words, nullable=False),
    Column("quote", Integer, ForeignKey("quotes.key", ondelete="SET NULL")),
    Column("quote_id", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("fits", Integer, nullable=False),
    Column("checked_by", Words, nullable=False),
    Column("checked_at", Words, nullable=False),
    Column("verdict", Words, nullable=False),
    Index("verdicts_article", "article_id"),
    Index("verdicts_quote", "quote", unique=True),
)

calibrations = Table(
    "calibrations",
    metadata,
    _key(),
    Column("slope", Float(53), nullable=False),
    Column("shift", Float(53), nullable=False),
    Column("verdicts", Integer, nullable=False),
    Column("at", Words, nullable=False),
)

waiting = Table(
    "waiting",
    metadata,
    _key("first"),
    Column("last", Integer, nullable=False),
)

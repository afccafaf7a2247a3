"""The tables, as SQLAlchemy sees them. The migrations make them; a test keeps the two alike.

    articles ──< quotes >── speakers ──< speaker_keys     merges
                   │
               quote_words (view: all words of a quote that can be searched)
                   │
               quotes_fts  (full-text index over the view, kept in step by triggers on quotes)

The index holds no text of its own, so that what a quote's index entry was made of must not
change while the quote is there: a row of `speakers` is never updated, and the quotes of an
article are deleted before its title changes.

`sayings` says which quotes are one saying, `stories` which articles are versions of one story:
those that share a number; a quote or an article that is alone is in neither. `saying_keys` and
`story_keys` are what they are looked up by.

`merges` says which speakers are one person, or may be, or are not, and why. It names them by what
outlives their rows (`quotes.store.people.stable_key`), as a row of `speakers` goes with its last
quote. `speaker_keys` are what persons are looked up by who may be one.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""All revisions of the schema, oldest first. Known here so that opening needs no Alembic."""

HEAD = REVISIONS[-1]

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("date", Date),
    Column("byline", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("digest", Text, nullable=False),
    Column("text", Text, nullable=False),  # late: what is before it is read without it
    Column("found_in", JSON, nullable=False, server_default="{}"),
    Index("articles_date", "date"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("registry_id", Text),
    Index("speakers_known", "registry_id", "name", "type", unique=True),
    Index(
        "speakers_unknown", "name", "type", unique=True, sqlite_where=text("registry_id IS NULL")
    ),
)

quotes = Table(
    "quotes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("content", JSON, nullable=False),
    Column("cue", JSON, nullable=False),
    Column("source", JSON, nullable=False),
    Column("cue_text", Text),
    Column("source_text", Text),
    Column("speaker_id", Integer, ForeignKey("speakers.id")),
    Column("role", Text),
    Column("via", Text),
    Column("said_on", Date),
    Column("confidence", Float, nullable=False),
    Column("factuality", Text, nullable=False, server_default="factual"),
    Column("affiliation", Text),
    Column("office", Text),
    Index("quotes_id", "id", unique=True),
    Index("quotes_article", "article_id", "position", unique=True),
    Index("quotes_speaker", "speaker_id"),
)

speaker_keys = Table(
    "speaker_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("speaker_id", Integer, ForeignKey("speakers.id", ondelete="CASCADE"), primary_key=True),
    Index("speaker_keys_speaker", "speaker_id"),
)

merges = Table(
    "merges",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Index("merges_other", "other"),
)

saying_keys = Table(
    "saying_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("quote", Integer, ForeignKey("quotes.key", ondelete="CASCADE"), primary_key=True),
    Index("saying_keys_quote", "quote"),
    sqlite_with_rowid=False,
)

sayings = Table(
    "sayings",
    metadata,
    Column("quote", Integer, ForeignKey("quotes.key", ondelete="CASCADE"), primary_key=True),
    Column("saying", Integer, nullable=False),
    Index("sayings_saying", "saying"),
)

story_keys = Table(
    "story_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Index("story_keys_article", "article"),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("story", Integer, nullable=False),
    Index("stories_story", "story"),
)

"""Articles, speakers, quotes, and the full-text index over them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

VIEW = """
CREATE VIEW quote_words AS
SELECT quotes.key AS key, quotes.text AS text, speakers.name AS speaker,
       quotes.role AS role, articles.title AS title
FROM quotes
JOIN articles ON articles.id = quotes.article_id
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
"""

INDEX = """
CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, speaker, role, title,
    content='quote_words', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
)
"""

ON_INSERT = """
CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text, speaker, role, title)
    SELECT key, text, speaker, role, title FROM quote_words WHERE key = new.key;
END
"""

ON_DELETE = """
CREATE TRIGGER quotes_deleted BEFORE DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker, role, title)
    SELECT 'delete', key, text, speaker, role, title FROM quote_words WHERE key = old.key;
END
"""


def upgrade() -> None:
    """Make everything."""
    make_articles()
    make_speakers()
    make_quotes()
    for statement in (VIEW, INDEX, ON_INSERT, ON_DELETE):
        op.execute(statement)


def make_articles() -> None:
    """Whole articles; `digest` tells whether a later one is the same."""
    op.create_table(
        "articles",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text),
        sa.Column("date", sa.Date),
        sa.Column("byline", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("articles_date", "articles", ["date"])


def make_speakers() -> None:
    """Each (name, type, registry id) once; SQLite's unique indexes let NULL in twice, hence two."""
    op.create_table(
        "speakers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("registry_id", sa.Text),
    )
    op.create_index("speakers_known", "speakers", ["registry_id", "name", "type"], unique=True)
    op.create_index(
        "speakers_unknown",
        "speakers",
        ["name", "type"],
        unique=True,
        sqlite_where=sa.text("registry_id IS NULL"),
    )


def make_quotes() -> None:
    """Quotes; spans are JSON lists of [start, end]."""
    op.create_table(
        "quotes",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("article_id", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("cue", sa.JSON, nullable=False),
        sa.Column("source", sa.JSON, nullable=False),
        sa.Column("cue_text", sa.Text),
        sa.Column("source_text", sa.Text),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id")),
        sa.Column("role", sa.Text),
        sa.Column("via", sa.Text),
        sa.Column("said_on", sa.Date),
        sa.Column("confidence", sa.Float, nullable=False),
    )
    op.create_index("quotes_id", "quotes", ["id"], unique=True)
    op.create_index("quotes_article", "quotes", ["article_id", "position"], unique=True)
    op.create_index("quotes_speaker", "quotes", ["speaker_id"])

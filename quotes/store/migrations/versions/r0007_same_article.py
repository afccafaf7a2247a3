"""By what an article is known again that is read once more: its address, its text, its place; and
digests of half the length, which make room for it.

Of articles that are there the place is not known. Their texts are read once, some at a time.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from quotes.records import Article
from quotes.store.same_article import article_keys_of

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TOGETHER = 500
"""Articles whose texts are in memory at once."""


def upgrade() -> None:
    """Make both tables, and fill the one of keys."""
    op.create_table(
        "article_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "article_places",
        sa.Column(
            "article",
            sa.Integer,
            sa.ForeignKey("articles.key", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("place", _words(), nullable=False),
    )
    op.execute("UPDATE articles SET digest = substr(digest, 1, 16)")
    connection = op.get_bind()
    last = 0
    while rows := connection.execute(_SOME, {"last": last, "most": TOGETHER}).all():
        found = [
            {"key": key, "article": row.key}
            for row in rows
            for key in article_keys_of(Article(id="", text=row.text, url=row.url))
        ]
        if found:
            connection.execute(_PUT, found)
        last = rows[-1].key


_SOME = sa.text("SELECT key, url, text FROM articles WHERE key > :last ORDER BY key LIMIT :most")
_PUT = sa.text("INSERT INTO article_keys (key, article) VALUES (:key, :article)")


def _words() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

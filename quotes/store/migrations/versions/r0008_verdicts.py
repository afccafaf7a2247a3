"""Verdicts of people on quotes, and how confidences are to be read after that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "verdicts",
        sa.Column("id", _words(), primary_key=True),
        sa.Column("article_id", _words(), nullable=False),
        sa.Column("quote", sa.Integer, sa.ForeignKey("quotes.key", ondelete="SET NULL")),
        sa.Column("quote_id", _words(), nullable=False),
        sa.Column("what", _words(), nullable=False),
        sa.Column("fits", sa.Integer, nullable=False),
        sa.Column("checked_by", _words(), nullable=False),
        sa.Column("checked_at", _words(), nullable=False),
        sa.Column("verdict", _words(), nullable=False),
    )
    op.create_index("verdicts_article", "verdicts", ["article_id"])
    op.create_index("verdicts_quote", "verdicts", ["quote"], unique=True)
    op.create_table(
        "calibrations",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("slope", sa.Float(53), nullable=False),
        sa.Column("shift", sa.Float(53), nullable=False),
        sa.Column("verdicts", sa.Integer, nullable=False),
        sa.Column("at", _words(), nullable=False),
    )


def _words() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

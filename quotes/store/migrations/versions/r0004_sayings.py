"""Which quotes are one saying, and which articles are versions of one story. Older ones stay alone
until their articles are added again; they are found anew then: their digests fit no longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and forget which articles are unchanged."""
    make_groups("sayings", "saying", "quote", sa.Integer, "quotes.key")
    make_groups("stories", "story", "article", sa.Text, "articles.id")
    op.execute("UPDATE articles SET digest = ''")


def make_groups(
    table: str, group: str, member: str, type: type[sa.Integer | sa.Text], of: str
) -> None:
    """A table of members by group, and one of the keys by which members are found."""
    op.create_table(
        table,
        sa.Column(member, type, sa.ForeignKey(of, ondelete="CASCADE"), primary_key=True),
        sa.Column(group, sa.Integer, nullable=False),
    )
    op.create_index(f"{table}_{group}", table, [group])
    op.create_table(
        f"{group}_keys",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column(member, type, sa.ForeignKey(of, ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index(f"{group}_keys_{member}", f"{group}_keys", [member])

"""What a role belongs to, the office that the registry knows, and which speakers are one person.
Older quotes have neither, and older speakers stay apart, until their articles are added again; they
are found anew then: their digests fit no longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables, and forget which articles are unchanged."""
    for name in ("affiliation", "office"):
        op.add_column("quotes", sa.Column(name, sa.Text))
    make_keys()
    make_merges()
    op.execute("UPDATE articles SET digest = ''")


def make_keys() -> None:
    """Keys by which speakers who may be one person are found."""
    speaker = sa.ForeignKey("speakers.id", ondelete="CASCADE")
    op.create_table(
        "speaker_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("speaker_id", sa.Integer, speaker, primary_key=True),
    )
    op.create_index("speaker_keys_speaker", "speaker_keys", ["speaker_id"])


def make_merges() -> None:
    """Pairs of speakers; `state` is merged, suggested or split."""
    op.create_table(
        "merges",
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("by_hand", sa.Boolean, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("merges_other", "merges", ["other"])

"""Whether a quote was said, not said, or perhaps to be said. Older quotes count as said until their
articles are added again, and are found anew then: their digests fit no longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, and forget which articles are unchanged."""
    op.add_column(
        "quotes",
        sa.Column("factuality", sa.Text, nullable=False, server_default="factual"),
    )
    op.execute("UPDATE articles SET digest = ''")

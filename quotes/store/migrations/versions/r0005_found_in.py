"""Where an article's title, date and the like were found. Older articles don't say until they are
added again, and are read anew then: their digests fit no longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, and forget which articles are unchanged."""
    op.add_column("articles", sa.Column("found_in", sa.JSON, nullable=False, server_default="{}"))
    op.execute("UPDATE articles SET digest = ''")

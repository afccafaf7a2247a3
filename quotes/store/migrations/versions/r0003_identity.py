"""What a role belongs to, and the office that the registry knows. Older quotes have neither until
their articles are added again, and are found anew then: their digests fit no longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, and forget which articles are unchanged."""
    for name in ("affiliation", "office"):
        op.add_column("quotes", sa.Column(name, sa.Text))
    op.execute("UPDATE articles SET digest = ''")

"""The id of a speaker in Wikidata. Of those who are there it is known when they are found anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("speakers", sa.Column("wikidata", words))

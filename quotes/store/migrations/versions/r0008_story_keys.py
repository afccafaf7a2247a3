"""The keys by which versions of a story are found, made anew: they came from another library, whose
random numbers were not the same in each of its versions.

Which articles are one story stays. Articles that still wait get their keys when it is their turn.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from quotes.sayings import version_keys

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TOGETHER = 500
"""Articles whose texts are in memory at once."""

_BYTES = {
    "sqlite": "CAST(articles.text AS BLOB)",
    "postgresql": "convert_to(articles.text, 'UTF8')",
}

_SOME = """
SELECT articles.key AS key, {text} AS text FROM articles
WHERE articles.key > :last AND NOT EXISTS (
    SELECT 1 FROM waiting WHERE articles.key BETWEEN waiting.first AND waiting.last
)
ORDER BY articles.key LIMIT :most
"""
_PUT = sa.text("INSERT INTO story_keys (key, article) VALUES (:key, :article)")


def upgrade() -> None:
    """Drop all keys, and read each text once; one that is damaged is looked up by nothing."""
    connection = op.get_bind()
    op.execute("DELETE FROM story_keys")
    some = sa.text(_SOME.format(text=_BYTES[connection.dialect.name]))
    last = 0
    while rows := connection.execute(some, {"last": last, "most": TOGETHER}).all():
        found = [{"key": key, "article": row.key} for row in rows for key in _keys(bytes(row.text))]
        if found:
            connection.execute(_PUT, found)
        last = rows[-1].key


def _keys(text: bytes) -> list[int]:
    try:
        return list(dict.fromkeys(version_keys(text.decode("utf8"))))
    except UnicodeDecodeError:
        return []

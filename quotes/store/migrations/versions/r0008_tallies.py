"""Counts that are kept, and words in plain letters apart: those that were said, those of names, and
those of headlines, so that a search may look in one of them."""

from __future__ import annotations

from alembic import op
from anyascii import anyascii

from quotes.store.index.tokens import fold_odd

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

DAY = "CASE WHEN quotes.day > 0 THEN quotes.day ELSE quotes.said_on END"
SORTS = "kind, act, factuality"
SPEAKER, PUBLISHER = "coalesce(quotes.speaker_id, 0)", "coalesce(labels.key, 0)"
DAYS = f"({DAY}) / 100, ({DAY}) % 100"

TALLIES = {
    "tally_speaker": ("speaker_id", SPEAKER),
    "tally_publisher_day": ("publisher, month, day", f"{PUBLISHER}, {DAYS}"),
    "tally_speaker_day": ("speaker_id, month, day", f"{SPEAKER}, {DAYS}"),
    "tally_speaker_publisher": ("speaker_id, publisher", f"{SPEAKER}, {PUBLISHER}"),
}
"""The columns of each besides SORTS, and what they hold."""

NEW_PUBLISHERS = """
SELECT DISTINCT articles.publisher FROM articles
LEFT JOIN labels ON labels.value = articles.publisher
WHERE articles.publisher IS NOT NULL AND labels.key IS NULL ORDER BY articles.publisher
"""

FOLDED = """
SELECT quotes.key, quotes.text, speakers.name, labels.value, articles.title FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN labels ON labels.key = quotes.role
WHERE quotes.folded IS NOT NULL ORDER BY quotes.key
"""


def upgrade() -> None:
    """Make the tables, count, and divide what was folded together."""
    connection = op.get_bind()
    is_sqlite = connection.dialect.name == "sqlite"
    words = "TEXT" if is_sqlite else 'TEXT COLLATE "C"'
    for name in ("folded_names", "folded_title"):
        op.execute(f"ALTER TABLE quotes ADD COLUMN {name} {words}")
    op.execute("CREATE INDEX articles_publisher ON articles (publisher, date DESC)")
    put = (
        "UPDATE quotes SET folded = ?, folded_names = ?, folded_title = ? WHERE key = ?",
        "INSERT INTO labels (key, value, folded) VALUES (?, ?, ?)",
    )
    divide, label = put if is_sqlite else (statement.replace("?", "%s") for statement in put)
    for key, text, name, role, title in connection.exec_driver_sql(FOLDED).all():
        folded = fold_odd(text), fold_odd(name, role), fold_odd(title)
        connection.exec_driver_sql(divide, (*folded, key))
    last = connection.exec_driver_sql("SELECT coalesce(max(key), 0) FROM labels").scalar_one()
    new = connection.exec_driver_sql(NEW_PUBLISHERS).scalars().all()
    for key, publisher in enumerate(new, start=last + 1):
        connection.exec_driver_sql(label, (key, publisher, _folded(publisher)))
    for name, (columns, values) in TALLIES.items():
        _make(name, f"{columns}, {SORTS}", values, end=" WITHOUT ROWID" if is_sqlite else "")


def _make(name: str, columns: str, values: str, *, end: str) -> None:
    every = [*columns.split(", "), "many"]
    made = ", ".join(f"{column} INTEGER NOT NULL" for column in every)
    op.execute(f"CREATE TABLE {name} ({made}, PRIMARY KEY ({columns})){end}")
    sorts = ", ".join(f"quotes.{sort}" for sort in SORTS.split(", "))
    places = ", ".join(str(place) for place in range(1, len(every)))
    op.execute(
        f"INSERT INTO {name} SELECT {values}, {sorts}, count(*) FROM quotes "
        "JOIN articles ON articles.key = quotes.article "
        f"LEFT JOIN labels ON labels.value = articles.publisher GROUP BY {places}"
    )


def _folded(words: str) -> str:
    """In plain lower-case letters, one space between two words."""
    plain = anyascii(words).casefold().replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())

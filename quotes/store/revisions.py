"""The revisions of the schema: known here so that opening a database needs neither SQLAlchemy nor
Alembic."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""All of them, oldest first."""

HEAD = REVISIONS[-1]

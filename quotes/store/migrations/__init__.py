"""The history of the schema, run by Alembic when a database of an older version is opened."""

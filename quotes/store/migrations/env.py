"""What Alembic runs: the migrations, inside the transaction that the store has begun."""

from __future__ import annotations

from alembic import context

from quotes.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()

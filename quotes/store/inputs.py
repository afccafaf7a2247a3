"""Which files need not be read again: those whose bytes and way of reading are as they were."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from quotes.store.bulk import upsert
from quotes.store.schema import inputs


def known_inputs(connection: Connection) -> dict[str, int]:
    """How many articles each file holds, by its digest: wherever it lies now."""
    rows = connection.execute(select(inputs.c.digest, inputs.c.articles))
    return {row.digest: row.articles for row in rows}


def remember_input(connection: Connection, name: str, digest: str, articles: int) -> None:
    """Write it down where it is not known or has changed."""
    values = {"digest": digest, "articles": articles}
    row = upsert(connection, inputs).values(name=name, **values)
    changed = or_(*(inputs.c[column] != value for column, value in values.items()))
    connection.execute(
        row.on_conflict_do_update(index_elements=["name"], set_=values, where=changed)
    )

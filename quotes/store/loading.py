"""Many articles at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotes.records import Run
from quotes.store.database import Database
from quotes.store.records import Loaded
from quotes.store.settling import put_off
from quotes.store.writing import Work, check_quotes, put, statuses_of

QUOTES = 20_000
"""Quotes in one transaction, about."""
ARTICLES = 2_000
"""Articles in one transaction, at most."""


def load(database: Database, work: Iterable[Work], run: Run) -> Loaded:
    """See `quotes.store.Store.load`."""
    total = Loaded()
    for batch in _batches(work):
        done = _load(database, batch, run)
        sums = {name: getattr(total, name) + getattr(done, name) for name in Loaded.model_fields}
        total = Loaded(**sums)
    return total


def _load(database: Database, batch: Sequence[Work], run: Run) -> Loaded:
    for article, found in batch:
        check_quotes(article, found)
    with database.writing() as connection:
        statuses = statuses_of(connection, [article for article, _ in batch], None)
        new = [(article, found) for article, found in batch if statuses[article.id] == "new"]
        if new:
            put_off(connection, put(connection, new, run))
    count = sum(len(found) for _, found in new)
    return Loaded(added=len(new), unchanged=len(batch) - len(new), quotes=count)


def _batches(work: Iterable[Work]) -> Iterator[list[Work]]:
    batch: dict[str, Work] = {}
    size = 0
    for article, found in work:
        if article.id in batch or size + len(found) > QUOTES or len(batch) == ARTICLES:
            yield list(batch.values())
            batch, size = {}, 0
        batch[article.id] = (article, found)
        size += len(found)
    if batch:
        yield list(batch.values())

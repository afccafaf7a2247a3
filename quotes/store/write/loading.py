"""Many articles at once, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotes.records import Run
from quotes.store.db.connection import Connection
from quotes.store.db.database import Database
from quotes.store.db.errors import breaks_a_rule
from quotes.store.records import Loaded
from quotes.store.sayings.settling import put_off
from quotes.store.write.checking import check_ids, check_quotes
from quotes.store.write.judging import let_wait, take_verdicts
from quotes.store.write.same_article import apart_from_stored
from quotes.store.write.verdicts import Work
from quotes.store.write.writing import put, statuses_of
from quotes.verdicts.records import Verdict

QUOTES = 20_000
"""Quotes that are written at once, about."""
ARTICLES = 2_000
"""Articles that are written at once, at most."""


def load(
    database: Database, work: Iterable[Work], run: Run, verdicts: Sequence[Verdict] = ()
) -> Loaded:
    """See `quotes.store.Store.load`."""
    added = unchanged = quotes = 0
    with database.writing() as connection:
        taken = take_verdicts(connection, verdicts) if verdicts else 0
        for some in _batches(work):
            batch = apart_from_stored(connection, some)
            statuses = statuses_of(connection, [article for article, _ in batch], None)
            new = [(article, found) for article, found in batch if statuses[article.id] == "new"]
            if new:
                put_off(connection, _put(connection, new, run))
            added += len(new)
            unchanged += len(batch) - len(new)
            quotes += sum(len(found) for _, found in new)
        let_wait(connection, verdicts)
    return Loaded(added=added, unchanged=unchanged, quotes=quotes, verdicts=taken)


def _put(connection: Connection, new: Sequence[Work], run: Run) -> list[int]:
    """Store them. Whose ids are not free is looked up where it fails: it takes as long as a tenth
    of storing them."""
    try:
        with connection.attempt():
            return put(connection, new, run)
    except Exception as error:
        if breaks_a_rule(error):
            check_ids(connection, new)
        raise


def _batches(work: Iterable[Work]) -> Iterator[list[Work]]:
    batch: dict[str, Work] = {}
    size = 0
    for article, found in work:
        check_quotes(article, found)
        if article.id in batch or size + len(found) > QUOTES or len(batch) == ARTICLES:
            yield list(batch.values())
            batch, size = {}, 0
        batch[article.id] = (article, found)
        size += len(found)
    if batch:
        yield list(batch.values())

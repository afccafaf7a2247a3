"""Which stored publishers a name means."""

from __future__ import annotations

from quotes.errors import NotStoredError
from quotes.store.db.asking import Reader, Row, ask
from quotes.store.speakers.names import fold_wanted, not_found

_PUBLISHERS = """
SELECT labels.key AS key, labels.value AS name, labels.folded AS folded
FROM (SELECT DISTINCT articles.publisher AS name FROM articles) AS every
JOIN labels ON labels.value = every.name
ORDER BY labels.value
"""


def find_publishers(reader: Reader, name: str) -> list[Row]:
    """Rows (key of `labels`, name) of the publishers that are called so, whatever the case and the
    diacritics; where none is, of all with these words in their names.

    Raises UsageError, with the closest names, for none.
    """
    wanted = fold_wanted(name)
    every = ask(reader, _PUBLISHERS)
    found = [row for row in every if row.folded == wanted]
    found = found or [row for row in every if wanted in row.folded]
    if not found:
        raise NotStoredError(not_found("publisher", name, (row.name for row in every)))
    return found

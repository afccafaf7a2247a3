"""One quote for each saying: which is shown, how often it occurs, and where it was seen first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from quotes.records import Saying
from quotes.store.db.asking import Reader, Row, among_numbers, ask, parts_of
from quotes.store.db.errors import readable
from quotes.store.query.chosen import DAY, Chosen
from quotes.store.query.rows import fitted, quote_values, read_as, select_quotes
from quotes.store.schema.values import day_of, earliest_first

FIRST_SEEN = f"{earliest_first('articles.date')}, articles.id, quotes.key"
"""The quotes of a saying in the order in which they were published."""

Members = Callable[[Reader, Sequence[int]], Iterable[Row]]
"""Rows (key, saying, length, day) of those of some sayings that may be shown."""

_MEMBERS = f"""
SELECT quotes.key AS key, sayings.saying AS saying, length(quotes.text) AS length, {DAY} AS day
FROM sayings JOIN quotes ON quotes.key = sayings.quote
"""

_SEEN = f"""
SELECT mine.quote AS quote, seen.id AS id, seen.publisher AS publisher, seen.date AS date,
       seen.occurrences AS occurrences
FROM sayings AS mine
JOIN (
    SELECT sayings.saying AS saying, articles.id AS id, articles.publisher AS publisher,
           articles.date AS date, count(*) OVER (PARTITION BY sayings.saying) AS occurrences,
           row_number() OVER (PARTITION BY sayings.saying ORDER BY {FIRST_SEEN}) AS place
    FROM sayings
    JOIN quotes ON quotes.key = sayings.quote
    JOIN articles ON articles.key = quotes.article
    WHERE sayings.saying IN (SELECT mine.saying FROM sayings AS mine WHERE mine.quote IN {{keys}})
) AS seen ON seen.saying = mine.saying
WHERE seen.place = 1 AND mine.quote IN {{keys}}
"""


def choose_sayings(
    reader: Reader, pages: Iterable[Sequence[int]], members: Members
) -> Iterator[list[int]]:
    """The keys of the quotes that are shown for the sayings, for each page of keys a list.

    Each stands where the first of its saying stands. It is the longest, of the earliest day.
    """
    seen: set[int] = set()
    for page in pages:
        of = _sayings_of(reader, page)
        new = list(dict.fromkeys(of[key] for key in page if key in of and of[key] not in seen))
        seen.update(new)
        shown = _best(reader, new, members)
        yield [
            shown.pop(of[key]) if key in of else key
            for key in page
            if key not in of or of[key] in shown
        ]


def members_where(chosen: Chosen | None = None) -> Members:
    """All, or those that are chosen."""
    conditions = " AND ".join(["", *chosen.conditions]) if chosen else ""
    values = chosen.values if chosen else {}

    def members(reader: Reader, some: Sequence[int]) -> Iterable[Row]:
        of = f"WHERE sayings.saying IN {among_numbers(some)}"
        return ask(reader, f"{_MEMBERS} {of}{conditions}", values)

    return members


def load_sayings(reader: Reader, keys: Sequence[int]) -> list[Saying]:
    """The sayings for which the quotes with these keys stand, in their order."""
    found: dict[int, Saying] = {}
    how = fitted(reader)
    for part in parts_of(keys):
        some = among_numbers(part)
        seen = {row.quote: row for row in ask(reader, _SEEN.format(keys=some))}
        for row in select_quotes(reader, part):
            with readable(row.article_id):
                found[row.key] = read_as(_saying_of(row, seen.get(row.key)), how)
    return [found[key] for key in keys]


def _sayings_of(reader: Reader, keys: Sequence[int]) -> dict[int, int]:
    """The saying of each quote that is not alone."""
    found: dict[int, int] = {}
    asked = "SELECT sayings.quote AS quote, sayings.saying AS saying FROM sayings"
    for part in parts_of(keys):
        rows = ask(reader, f"{asked} WHERE sayings.quote IN {among_numbers(part)}")
        found |= {row.quote: row.saying for row in rows}
    return found


def _best(reader: Reader, some: Sequence[int], members: Members) -> dict[int, int]:
    """For each saying the quote that is shown."""
    best: dict[int, Any] = {}
    for part in parts_of(some):
        for key, saying, length, day in members(reader, part):
            rank = (-length, not day, day, key)
            best[saying] = min(best.get(saying, rank), rank)
    return {saying: rank[-1] for saying, rank in best.items()}


def _saying_of(row: Row, seen: Row | None) -> Saying:
    """`seen`: how many quotes there are, and the first article; of a quote that is not alone."""
    fields = quote_values(row)
    if seen is None:
        first = (1, fields["article_id"], fields["publisher"], fields["date"])
    else:
        first = (seen.occurrences, seen.id, seen.publisher, day_of(seen.date))
    occurrences, article, publisher, date = first
    return Saying(
        **fields,
        occurrences=occurrences,
        first_article=article,
        first_publisher=publisher,
        first_date=date,
    )

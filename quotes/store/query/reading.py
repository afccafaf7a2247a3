"""Questions to the database, besides full-text search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from quotes.errors import NotStoredError, UsageError
from quotes.records import Article, Quote, Saying
from quotes.store.db.asking import Reader, ask, where
from quotes.store.db.errors import DamagedError, is_no_text
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.listing import PAGE, Sort, load_quotes, pages
from quotes.store.query.many import count_chosen, few_of
from quotes.store.query.rows import SELECT_ARTICLES, article_of
from quotes.store.schema.values import id_of, ids_that_begin, stored_id

_CANDIDATES = 4
"""So many ids are shown where the beginning of one fits several."""

_NAMED = "SELECT quotes.key AS key, quotes.id AS id FROM quotes"

_BETWEEN = f"""
{_NAMED} WHERE quotes.id >= :first AND quotes.id <= :last ORDER BY quotes.id LIMIT {_CANDIDATES}
"""


_SAID_TWICE = """
SELECT count(*) AS members, count(DISTINCT sayings.saying) AS sayings
FROM sayings {joined} quotes
"""
"""Only what is said more than once is a row of `sayings`. Which of the two tables is gone through
first SQLite is told by CROSS JOIN, and else finds out."""


def list_quotes(
    reader: Reader,
    filters: Filters,
    *,
    sort: Sort = "date",
    after: str | None = None,
    limit: int | None = None,
    unique: bool = False,
) -> Iterator[Quote]:
    """Quotes in an order; those after the one with this id. Unique: one of each saying.

    They are read page by page, as they are asked for.
    """
    check_limit(limit)
    chosen = filters.chosen(reader)
    start = None if after is None else key_of(reader, after)
    if not unique:
        size = min(limit or PAGE, PAGE)
        every = pages(reader, chosen, sort, start, size)
        found = chain.from_iterable(load_quotes(reader, page) for page in every)
        return islice(found, limit)
    from quotes.store.query.unique import choose_sayings, members_where

    members = members_where(chosen)
    keys = choose_sayings(reader, pages(reader, chosen, sort, None, PAGE), members)
    return _sayings(reader, islice(_beyond(chain.from_iterable(keys), start), limit))


def count_quotes(
    reader: Reader, filters: Filters, *, unique: bool = False, most: int | None = None
) -> int:
    """How many quotes there are, or sayings; of quotes no more than `most` are counted where no
    kept counts tell."""
    chosen = filters.chosen(reader)
    if not unique:
        return count_chosen(reader, chosen, most)
    few = few_of(reader, chosen)
    asked = _SAID_TWICE.format(joined="," if few else "CROSS JOIN")
    conditions = where(["quotes.key = sayings.quote", *chosen.begun_with(few)])
    ((members, sayings),) = ask(reader, f"{asked} {conditions}", chosen.values)
    return count_chosen(reader, chosen) - int(members) + int(sayings)


def get_quote(reader: Reader, quote_id: str) -> tuple[Quote, Article]:
    """The quote of this id, or of the only id that begins so, and its article."""
    (quote,) = load_quotes(reader, [key_of(reader, quote_id)])
    return quote, get_article(reader, quote.article_id)


def get_article(reader: Reader, article_id: str) -> Article:
    """The article of this id; UsageError where there is none."""
    try:
        found = ask(reader, f"{SELECT_ARTICLES} WHERE articles.id = :id", {"id": article_id})
    except Exception as error:
        if is_no_text(error):
            raise DamagedError(article_id) from error
        raise
    if not found:
        raise NotStoredError(f"no article '{article_id}' is stored: see 'quotes articles'")
    return article_of(found[0])


def key_of(reader: Reader, start: str) -> int:
    """The key of the quote of this id, or of the only id that begins so.

    Raises UsageError for none and for several.
    """
    start = start.strip()
    if not start:
        raise UsageError("no id given: name a quote by the beginning of its id")
    dialect = reader.dialect
    exact = ask(reader, f"{_NAMED} WHERE quotes.id = :id", {"id": stored_id(start, dialect)})
    if exact:
        return int(exact[0].key)
    rows = [
        row
        for first, last in ids_that_begin(start, dialect)
        for row in ask(reader, _BETWEEN, {"first": first, "last": last})
    ]
    ids = sorted({id_of(row.id) for row in rows})
    if not rows:
        raise NotStoredError(f"no quote '{start}' is stored: take an id from 'quotes list'")
    if len(ids) > 1:
        some = ", ".join(ids[:_CANDIDATES])
        raise UsageError(f"'{start}' begins several ids ({some}): give more of it")
    return int(rows[0].key)


def _sayings(reader: Reader, keys: Iterator[int]) -> Iterator[Saying]:
    from quotes.store.query.unique import load_sayings

    while some := list(islice(keys, PAGE)):
        yield from load_sayings(reader, some)


def _beyond(keys: Iterator[int], start: int | None) -> Iterator[int]:
    """The keys after `start`: which quote stands for a saying depends on all before it."""
    if start is not None:
        for key in keys:
            if key == start:
                break
    return keys

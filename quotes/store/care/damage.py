"""Which stored articles are not as any version of quotes writes them, or have changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from quotes.reading.inputs import is_utf8
from quotes.records import digest_of
from quotes.store.db.asking import Reader, Row, among, among_numbers, ask, parts_of
from quotes.store.db.errors import DamagedError
from quotes.store.query.rows import SELECT_ARTICLES, SELECT_QUOTES, article_of, quote_of
from quotes.store.schema.values import id_of
from quotes.store.write.checking import words_fault
from quotes.store.write.verdicts import damaged_verdicts

BATCH = 50
"""Articles that are read at once, with their texts and quotes."""


class Looked(NamedTuple):
    """An article that was looked at: its id, and what is wrong with it, None where nothing is."""

    article: str
    fault: str | None


def look_through(reader: Reader) -> Iterator[Looked]:
    """Look at all articles with their quotes, some at a time.

    The reader must let text be read that is no UTF-8 (`Database.asking` with `any_bytes`).
    """
    last = 0
    while rows := ask(
        reader,
        f"{SELECT_ARTICLES} WHERE articles.key > :last ORDER BY articles.key LIMIT {BATCH}",
        {"last": last},
    ):
        damaged = damaged_verdicts(reader, [row.id for row in rows if _is_name(row.id)])
        for looked in _looked_at(reader, rows):
            yield Looked(looked.article, looked.fault or damaged.get(looked.article))
        last = rows[-1].key


def damaged_among(reader: Reader, ids: Collection[str]) -> set[str]:
    """Those of the articles with these ids that are damaged."""
    found: set[str] = set()
    for part in parts_of(sorted(ids)):
        some, values = among("id", part)
        rows = ask(reader, f"{SELECT_ARTICLES} WHERE articles.id IN {some}", values)
        found |= {looked.article for looked in _looked_at(reader, rows) if looked.fault}
    return found


def look_at(reader: Reader, row: Row) -> Looked:
    """Look at the article of a row of SELECT_ARTICLES, and at its quotes."""
    (looked,) = _looked_at(reader, [row])
    return looked


def _fault_of_article(row: Row) -> str | None:
    """It cannot be read, or its digest (of text, title, date, byline, address and publisher) is
    another one. Older versions left some empty."""
    try:
        article = article_of(row)
    except DamagedError as error:
        return error.why
    if fault := words_fault(article):
        return fault
    same = not row.digest or row.digest == digest_of(article)
    return None if same else "its text or its facts have changed since they were stored"


def _looked_at(reader: Reader, rows: list[Row]) -> Iterator[Looked]:
    keys = among_numbers(row.key for row in rows)
    found = defaultdict(list)
    for row in ask(reader, f"{SELECT_QUOTES} WHERE quotes.article IN {keys} ORDER BY quotes.key"):
        found[row.article].append(row)
    for row in rows:
        yield Looked(str(row.id), _fault_of_article(row) or _fault_of_quotes(found[row.key]))


def _fault_of_quotes(rows: list[Row]) -> str | None:
    for row in rows:
        try:
            quote = quote_of(row)
            fault = words_fault(quote) or (words_fault(quote.speaker) if quote.speaker else None)
        except DamagedError as error:
            fault = error.why
        if fault:
            id = id_of(row.id) if isinstance(row.id, str | bytes) else row.id
            return f"quote {id}: {fault}"
    return None


def _is_name(value: object) -> bool:
    return isinstance(value, str) and is_utf8(value)

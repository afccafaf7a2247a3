"""The earliest quotes with a phrase, and so who said it first."""

from __future__ import annotations

from typing import Literal, cast, get_args

from quotes.errors import UsageError
from quotes.store.db.asking import Reader, ask
from quotes.store.query.chosen import DAY
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.listing import load_quotes
from quotes.store.records import Hit
from quotes.store.search.searching import found_of, hits_of
from quotes.store.speakers.people import Persons

By = Literal["publisher", "speaker"]

_EARLIEST = f"""
SELECT quotes.key AS key, quotes.speaker_id AS speaker, articles.publisher AS publisher
FROM ({{found}}) AS found
JOIN quotes ON quotes.key = found.key
JOIN articles ON articles.key = quotes.article
WHERE {DAY} > 0
ORDER BY {DAY}, articles.key, quotes.key
"""


def first_quotes(
    reader: Reader, phrase: str, filters: Filters, *, by: By | None, limit: int | None
) -> list[Hit]:
    """The earliest quotes with a phrase that have a day: of their articles, else the one on which
    they were said. `by`: the earliest of each that is known."""
    check_limit(limit)
    check_by(by)
    words = as_phrase(phrase)
    found = found_of(reader, words, filters.chosen(reader), "quotes")
    asked = _EARLIEST.format(found=found.sql) + (f"LIMIT {limit:d}" if limit and not by else "")
    rows = ask(reader, asked, found.values)
    keys = [row.key for row in rows]
    if by:
        persons = Persons(reader)
        firsts: dict[object, int] = {}
        for row in rows:
            whose = row.publisher if by == "publisher" else row.speaker
            if whose is not None:
                whose = persons.person_of(whose) if by == "speaker" else whose
                firsts.setdefault(whose, row.key)
        keys = list(firsts.values())[:limit]
    return hits_of(load_quotes(reader, keys), words)


def check_by(by: str | None) -> By | None:
    """The word itself, or None; UsageError for any other."""
    if by not in (None, *get_args(By)):
        raise UsageError(f"nobody is first by '{by}': take {' or '.join(get_args(By))}")
    return cast("By | None", by)


def as_phrase(words: str) -> str:
    """A search for words that stand together, the last of them perhaps the beginning of a word
    ("red lin*"); what has quotation marks stays as it is."""
    if '"' in words:
        return words
    star = "*" if words.rstrip().endswith("*") else ""
    return f'"{words.rstrip(" *")}"{star}'

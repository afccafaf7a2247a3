"""Full-text search: what the user types, in FTS5's language, and the hits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, func, literal_column, select, table

from quotes.errors import UsageError
from quotes.records import Quote
from quotes.store.filters import NEWEST_FIRST, Filters, check_limit
from quotes.store.records import Hit
from quotes.store.rows import quote_of, select_quotes
from quotes.store.schema import quotes
from quotes.store.unique import choose_sayings, load_sayings

INDEX = table("quotes_fts", column("rowid"))
WEIGHTS = (10.0, 5.0, 2.0, 1.0)
"""What a word found in the text, speaker, role and title counts."""

SNIPPET_WORDS = 24
BATCH = 500
"""Hits whose snippets are made at once: a statement has room for so many values only."""
OPEN, CLOSE, ANY_COLUMN, TEXT_COLUMN = "\x02", "\x03", -1, 0

_WORDS = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')
_MARKED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def search_quotes(
    connection: Connection, words: str, filters: Filters, limit: int | None, *, unique: bool
) -> list[Hit]:
    """The quotes in which all the words are found, best first. Unique: one of each saying."""
    matches = literal_column("quotes_fts").op("MATCH")(fts_query(words))
    rank = func.bm25(literal_column("quotes_fts"), *WEIGHTS)
    chosen = (
        _with_index().where(matches, *filters.conditions(connection)).order_by(rank, *NEWEST_FIRST)
    )
    found = _found(connection, chosen, check_limit(limit), unique=unique)
    snippets = _snippets(connection, matches, list(found))
    return [_hit(quote, snippets[key]) for key, quote in found.items()]


def _found(
    connection: Connection, chosen: Select[Any], limit: int | None, *, unique: bool
) -> Mapping[int, Quote]:
    if unique:
        keys = choose_sayings(connection, chosen, limit)
        return dict(zip(keys, load_sayings(connection, keys), strict=True))
    return {row.key: quote_of(row) for row in connection.execute(chosen.limit(limit))}


def fts_query(words: str) -> str:
    """FTS5's form of what the user typed; no input is an error in it.

    Every word must be found; "words in double quotes" as a phrase; a word with a star at its
    end, like cease*, stands for all that begin so. Raises UsageError where there is no word.
    """
    plain = words.encode("utf-8", "replace").decode().replace("\0", " ")
    terms = list(_terms(re.sub("[“”„«»]", '"', plain)))
    if not terms:
        raise UsageError(f"nothing to search for in {words!a}: give at least one word")
    return " ".join(terms)


def _terms(words: str) -> Iterator[str]:
    for match in _WORDS.finditer(words):
        phrase, word = match.groups()
        term = word if phrase is None else phrase
        if any(map(_is_indexed, term)):
            yield f'"{term}"' + ("*" if phrase is None and term.endswith("*") else "")


def _is_indexed(character: str) -> bool:
    """Whether FTS5's unicode61 takes the character for a part of a word."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


def _with_index() -> Select[Any]:
    return select_quotes().add_columns(quotes.c.key).join(INDEX, INDEX.c.rowid == quotes.c.key)


def _snippets(connection: Connection, matches: Any, found: Sequence[int]) -> dict[int, str]:
    """The snippet of each hit: made for the hits shown only, as each costs a look at the text."""
    in_text, anywhere = (
        func.snippet(literal_column("quotes_fts"), where, OPEN, CLOSE, "…", SNIPPET_WORDS)
        for where in (TEXT_COLUMN, ANY_COLUMN)
    )
    chosen = select(INDEX.c.rowid, in_text, anywhere).where(matches)
    snippets = {}
    for start in range(0, len(found), BATCH):
        keys = found[start : start + BATCH]
        for key, text, other in connection.execute(chosen.where(INDEX.c.rowid.in_(keys))):
            snippets[key] = text if OPEN in text else other
    return snippets


def _hit(quote: Quote, snippet: str) -> Hit:
    plain, marks = "", []
    for number, piece in enumerate(_MARKED.split(snippet)):
        if number % 2:
            marks.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return Hit(quote=quote, snippet=plain, marks=tuple(marks))

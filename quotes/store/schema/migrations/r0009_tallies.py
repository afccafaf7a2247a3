"""What of 0009 SQL has not: plain letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

TOGETHER = 500
"""Quotes whose words are in memory at once."""

_WORD = re.compile(r"[a-z0-9]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_PUBLISHERS = """
SELECT DISTINCT articles.publisher FROM articles
LEFT JOIN labels ON labels.value = articles.publisher
WHERE articles.publisher IS NOT NULL AND labels.key IS NULL ORDER BY articles.publisher
"""

_FOLDED = """
SELECT quotes.key, quotes.text, speakers.name, labels.value, articles.title FROM quotes
JOIN articles ON articles.key = quotes.article
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN labels ON labels.key = quotes.role
WHERE quotes.folded IS NOT NULL AND quotes.key > :last ORDER BY quotes.key LIMIT :most
"""

_DIVIDE = """
UPDATE quotes SET folded = :text, folded_names = :names, folded_title = :title WHERE key = :key
"""


def upgrade(connection: Any, statements: Sequence[str]) -> None:
    """Let publishers be labels, make the tables and count, and divide what was folded together;
    `connection`: a `quotes.store` Connection."""
    (last,) = connection.run("SELECT coalesce(max(key), 0) FROM labels").fetchone()
    new = [row[0] for row in connection.run(_PUBLISHERS).fetchall()]
    rows = [(key, name, _folded(name)) for key, name in enumerate(new, start=last + 1)]
    connection.insert("labels", ("key", "value", "folded"), rows)
    for statement in statements:
        connection.run(statement)
    last = 0
    while found := connection.run(_FOLDED, {"last": last, "most": TOGETHER}).fetchall():
        connection.run_each(_DIVIDE, [_divided(*row) for row in found])
        last = found[-1][0]


def _divided(
    key: int, text: str, name: str | None, role: str | None, title: str | None
) -> dict[str, Any]:
    return {"key": key, "text": _odd(text), "names": _odd(name, role), "title": _odd(title)}


def _folded(text: str) -> str:
    """The words of a name in plain lower-case letters."""
    from anyascii import anyascii

    return " ".join(_WORD.findall(anyascii(text).casefold().replace("'", "")))


def _odd(*fields: str | None) -> str | None:
    """Those of the fields in plain letters that have letters which are no others with a mark."""
    from anyascii import anyascii

    odd = [field for field in fields if field and _has_odd(field)]
    return " \n ".join(anyascii(field) for field in odd) or None


def _has_odd(text: str) -> bool:
    parts = unicodedata.normalize("NFD", "".join(_FOREIGN.findall(text)).lower())
    bare = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    plain = unicodedata.normalize("NFC", bare)
    return any(letter.isalpha() and not letter.isascii() for letter in plain)

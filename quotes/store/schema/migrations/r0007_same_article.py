"""The keys of 0007: by what articles that are there are known again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

TOGETHER = 500
"""Articles whose texts are in memory at once."""

_SOME = "SELECT key, url, text FROM articles WHERE key > :last ORDER BY key LIMIT :most"


def upgrade(connection: Any, statements: Sequence[str]) -> None:
    """Make the tables, and fill the one of keys; `connection`: a `quotes.store` Connection."""
    for statement in statements:
        connection.run(statement)
    last = 0
    while rows := connection.run(_SOME, {"last": last, "most": TOGETHER}).fetchall():
        keys = [(key, row.key) for row in rows for key in _keys_of(row.url, row.text)]
        connection.insert("article_keys", ("key", "article"), keys)
        last = rows[-1].key


def _keys_of(url: str | None, text: str) -> Iterator[int]:
    if address := _address(url):
        yield _key("address", address)
    if text:
        yield _key("text", text)


def _address(url: str | None) -> str | None:
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith("utm_")]
    path = parts.path.rstrip("/")
    if not host or not (path or asked):
        return None
    return f"{host}{port}{path}{'?' if asked else ''}{urlencode(asked)}"


def _key(kind: str, words: str) -> int:
    known = f"{kind}\n{words}".encode("utf8", "surrogatepass")
    return int.from_bytes(blake2b(known, digest_size=8).digest(), "big", signed=True)

"""The functions of 0006 that SQL has not: they make the new values of the old ones."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

_WORD = re.compile(r"[a-z0-9]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def upgrade(connection: Any, statements: Sequence[str]) -> None:
    """Teach SQLite the functions and run the statements; `connection`: a `quotes.store` one."""
    for function, count in (
        *((_id, 1), (_spans, 1), (_places, 1), (_folded, 1), (_words, 1)),
        *((_digest, 6), (_odd, 4)),
    ):
        name = f"as{function.__name__}"
        connection.driver.create_function(name, count, function, deterministic=True)
    for statement in statements:
        connection.run(statement)


def _id(id: str) -> str | bytes:
    """An id of 16 hexadecimal digits is kept as its 8 bytes."""
    return bytes.fromhex(id) if re.fullmatch("[0-9a-f]{16}", id) else id


def _places(found_in: str) -> str:
    return json.dumps(json.loads(found_in), sort_keys=True, ensure_ascii=False)


def _digest(*facts: str | None) -> str:
    return hashlib.sha256(json.dumps(list(facts)).encode()).hexdigest()[:32]


def _spans(spans: str) -> bytes:
    """Each start as its distance from the end before it, each length, as zigzag varints."""
    packed = bytearray()
    place = 0
    for start, end in json.loads(spans):
        for signed in (start - place, end - start):
            rest = signed << 1 if signed >= 0 else (-signed << 1) - 1
            while rest > 0x7F:
                packed.append(rest & 0x7F | 0x80)
                rest >>= 7
            packed.append(rest)
        place = end
    return bytes(packed)


def _folded(text: str) -> str:
    """The words of a name in plain lower-case letters."""
    from anyascii import anyascii

    return " ".join(_WORD.findall(anyascii(text).casefold().replace("'", "")))


def _words(folded: str) -> str:
    return json.dumps(folded.split())


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

"""Words as the index has them: lower case, no diacritics; and what stands for odd letters.

These are the rules of FTS5's tokenizer "unicode61 remove_diacritics 2", so that PostgreSQL finds
the same and that the words found can be marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f\ue000-\uf8ff])+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PRIVATE = range(0xE000, 0xF900)


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand: (start, end) each."""
    return (match.span() for match in _TOKEN.finditer(text) if _has_letter(match[0]))


def tokens_of(text: str) -> list[str]:
    """The words, made comparable.

    >>> tokens_of("Ségolène’s cease-fire, 1999")
    ['segolene', 's', 'cease', 'fire', '1999']
    """
    return [plain(text[start:end]) for start, end in spans_of(text)]


def plain(word: str) -> str:
    """A word in lower case, without diacritics."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    bare = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return unicodedata.normalize("NFC", bare)


def fold_odd(*fields: str | None) -> str | None:
    """Those of the fields in plain letters that have letters like Ł or Ø in them, which are letters
    of their own and no others with a mark; None where there are none."""
    odd = [field for field in fields if field and not field.isascii() and has_odd(field)]
    if not odd:
        return None
    from anyascii import anyascii

    return " \n ".join(anyascii(field) for field in odd)


def has_odd(text: str) -> bool:
    """True if a letter is left that is not of the English alphabet when all marks are gone."""
    return _are_odd("".join(_FOREIGN.findall(text)))


@lru_cache(maxsize=1024)
def _are_odd(foreign: str) -> bool:
    """`has_odd` for a text's signs that are not ASCII: in most texts a few quotation marks."""
    return any(letter.isalpha() and not letter.isascii() for letter in plain(foreign))


def _has_letter(token: str) -> bool:
    """True if it is more than marks that stand alone."""
    return any(sign.isalnum() or ord(sign) in _PRIVATE for sign in token)

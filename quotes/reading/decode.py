"""Bytes to text. The text keeps every character, so that offsets into it are the file's own.

Newlines stay as they are, and a byte-order mark in UTF-8 stays as U+FEFF: this is what
`open(path, encoding="utf8", newline="")` gives too.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from quotes.errors import InputError

LEGACY = ("cp1252", "mac_roman")
TYPOGRAPHY = frozenset("“”‘’‚„«»‹›–—…•·£€¥¢§©®™°¼½¾×\u00a0\u00ad")
BINARY_STARTS = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a Word, EPUB or ZIP file",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
}
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SAMPLE = 8192
_BROKEN_UTF8 = re.compile(rb"[\xc3\xe2][\x80-\xbf]")
_WORD = re.compile(r"[^\W\d_]+")


def decode(data: bytes) -> str:
    """The text of an article's bytes: UTF-8, marked UTF-16 or UTF-32, or a legacy Western encoding.

    Raises InputError, without the input's name, for binary data and for an encoding that cannot
    be told with certainty.
    """
    marked = _decode_marked(data)
    if marked is not None:
        return marked
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        legacy = _decode_legacy(data)
        if legacy is None:
            raise InputError(
                f"not valid UTF-8 at byte {error.start} and no other encoding is certain; "
                "convert it to UTF-8 (iconv -f ENCODING -t UTF-8)"
            ) from error
        return legacy


def _decode_marked(data: bytes) -> str | None:
    """Text that starts with the byte-order mark of UTF-32 or UTF-16; the mark is taken off."""
    if data.startswith(_UTF32_MARKS):
        encoding = "utf-32"
    elif data.startswith(_UTF16_MARKS):
        encoding = "utf-16"
    else:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse_binary(data: bytes) -> None:
    for start, what in BINARY_STARTS.items():
        if data.startswith(start):
            raise InputError(f"{what}, not plain text; save it as a text file first")
    if b"\x00" in data[:_SAMPLE]:
        raise InputError("a binary file, not plain text; give the article as a text file")


def _decode_legacy(data: bytes) -> str | None:
    """The reading in one of the legacy encodings, if exactly one makes sense for English text."""
    if _BROKEN_UTF8.search(data):  # damaged UTF-8, which any one-byte encoding would garble
        return None
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(LEGACY))
    readings = {data.decode(match.encoding) for match in matches}
    plausible = [reading for reading in readings if _is_plausible(reading)]
    return plausible[0] if len(plausible) == 1 else None


def _is_plausible(text: str) -> bool:
    """True if all that is not ASCII is typography, or letters whose case fits their word."""
    if any(_is_odd(char) for char in set(text)):
        return False
    words = (match.group() for match in _WORD.finditer(text))
    return all(word.isascii() or _has_regular_case(word) for word in words)


def _is_odd(char: str) -> bool:
    if char.isascii() or char in TYPOGRAPHY:
        return char < " " and char not in "\t\n\r\f"
    return unicodedata.category(char) not in ("Lu", "Ll")


def _has_regular_case(word: str) -> bool:
    return word.islower() or word.istitle() or (word.isupper() and len(word) > 1)

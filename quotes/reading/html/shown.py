"""A page's text as a browser shows it: without the characters that show nothing, with entities that
were written twice read, and with the quotation marks of `<q>`."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from unicodedata import normalize

from ftfy.fixes import fix_c1_controls

_NOTHING = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"  # where a word may be cut, marks of direction, tags
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, which lxml refuses to hold
    "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]"  # a font's own pictures
    "|(?<=[\\s\x21-\u024f\u2000-\u206f])[\u200c\u200d]|^[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f])"
)
"""Joiners count only in scripts other than the Latin one, and in pictures of people."""

_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")
_WRITTEN_OVER = 3
"""Times that an entity may have been written as one again: `&amp;amp;quot;`."""

_LITERAL = frozenset(("script", "style", "textarea", "code", "samp", "template"))
"""Elements whose text is not language."""

_MARKS = (("“", "”"), ("‘", "’"))
_ANY_MARK = re.compile(r"\s*[\"“”„«»‘’'‹›]")


def as_shown(words: str) -> str:
    """Words of a page as a browser shows them, with letters and their accents composed."""
    if words.isascii() and "&" not in words and "\x7f" not in words:
        return words
    for _ in range(_WRITTEN_OVER):
        if not _ENTITY.search(words):
            break
        words = _ENTITY.sub(lambda entity: unescape(entity.group()), words)
    return normalize("NFC", _NOTHING.sub("", fix_c1_controls(words)))


def show(tree: Any) -> None:
    """Change the texts of a tree of lxml's to what a browser shows of them."""
    for element in tree.iter():
        if element.text and element.tag not in _LITERAL:
            element.text = as_shown(element.text)
        if element.tail:
            element.tail = as_shown(element.tail)
    for element in reversed(list(tree.iter("q"))):
        _mark(element)


def _mark(element: Any) -> None:
    """Make a `<q>` a plain element with its words in quotation marks; with no more marks where the
    page has its own. Those within others are to come first, while the others still count as such.
    """
    first = next((words for words in element.itertext() if words.strip()), "")
    if first and not _ANY_MARK.match(first) and not _ANY_MARK.fullmatch(_before(element)[-1:]):
        opening, closing = _MARKS[sum(1 for _ in element.iterancestors("q")) % 2]
        element.text = opening + (element.text or "").lstrip()
        if len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() + closing
        else:
            element.text = element.text.rstrip() + closing
    element.tag = "span"


def _before(element: Any) -> str:
    """The text that stands directly before an element."""
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or ""
    return element.getparent().text or ""

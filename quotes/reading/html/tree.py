"""A page's bytes as a tree: the encoding it declares, and bounds on what is taken apart."""

from __future__ import annotations

import codecs
import re
from typing import Any

import lxml.html

from quotes.errors import InputError
from quotes.reading.decode import decode

MOST_ELEMENTS = 100_000
"""A long live blog has some ten thousand."""

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
"""What browsers read as Windows-1252."""


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The page's text by its byte-order mark, valid UTF-8, what it declares, or what it looks like.

    UTF-8 that is valid and not plain ASCII is no other encoding, whatever a page declares.
    """
    if data.startswith(_MARKS[1:]):
        return decode(data)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096])
    for name in (charset, declared and declared.group(1).decode("ascii")):
        encoding = _known(name)
        if encoding == "utf-8":  # a few broken bytes in a page are no reason to lose it
            text = data.decode("utf-8", "replace")
            if text.count("\ufffd") <= 3 + len(text) // 10_000:
                return text
        elif encoding:
            return data.decode(encoding, "replace")
    return decode(data)


def _known(name: str | None) -> str | None:
    if not name:
        return None
    if name.lower() in _LATIN:
        return "cp1252"
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    return found.name if found._is_text_encoding else None


def parse(markup: str) -> Any:
    """The page as a tree of lxml's; raises InputError for what is none or too large."""
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    markup = _DECLARATION.sub("", markup.replace("\x00", ""), count=1)
    try:
        tree = lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError("a web page that cannot be taken apart; save it again") from error
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise InputError(f"a page of more than {MOST_ELEMENTS:,} elements; save the article alone")
    return tree

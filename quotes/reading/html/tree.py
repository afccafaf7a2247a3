"""A page's bytes as a tree: the encoding it declares, and bounds on what is taken apart."""

from __future__ import annotations

import codecs
import re
from typing import Any

import lxml.html

from quotes.errors import InputError
from quotes.reading.decode import decode
from quotes.reading.html.shown import show

MOST_ELEMENTS = 100_000
"""A long live blog has some ten thousand."""

MOST_ATTRIBUTES = 1_000
"""Of one element: libxml2 compares each with all before it."""

ALL_ATTRIBUTES = 500_000
"""Of a page: each takes more than a hundred bytes of memory."""

_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']+|\"[^\"]*\"|'[^']*')*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONTROLS = re.compile(
    r"[\x01-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    r"|x0*(?:[1-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?",
    re.IGNORECASE,
)
"""Characters that lxml reads and then refuses to write, also where they are spelled out."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
"""Names of encodings that browsers read as Windows-1252."""

_SAFE = re.compile(
    r"utf-8(?:-sig)?|iso8859-\d+|cp(?:125\d|866|874|932|949|950)|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_jp|tis-620"
)
"""Names of the encodings that browsers know, but for UTF-16, which a page cannot declare in itself:
Python has encodings that fail or that garble any page, and some that take hours."""


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
    except (LookupError, ValueError):
        return None
    return found.name if _SAFE.fullmatch(found.name) else None


def _refuse_attributes(markup: str) -> None:
    """Raises InputError for too many of them; a short tag, and a short page, cannot have them."""
    shortest = 2 * MOST_ATTRIBUTES if len(markup) < 2 * ALL_ATTRIBUTES else 0
    total = 0
    for tag in _TAG.finditer(markup):
        if tag.end() - tag.start() >= shortest:
            count = len(_QUOTED.sub("", tag.group()).split()) - 1
            total += count
            if count >= MOST_ATTRIBUTES:
                raise InputError("a web page that cannot be taken apart; save it again")
            if total > ALL_ATTRIBUTES:
                most = f"{ALL_ATTRIBUTES:,}"
                raise InputError(f"a page of more than {most} attributes; save the article alone")


def parse(markup: str) -> Any:
    """The page as a tree of lxml's, its texts as a browser shows them; raises InputError for what
    is none or too large."""
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    markup = _DECLARATION.sub("", _CONTROLS.sub(" ", markup.replace("\x00", "")), count=1)
    _refuse_attributes(markup)
    try:
        tree = lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError("a web page that cannot be taken apart; save it again") from error
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise InputError(f"a page of more than {MOST_ELEMENTS:,} elements; save the article alone")
    show(tree)
    return tree

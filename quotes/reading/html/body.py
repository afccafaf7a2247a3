"""The story's text: what trafilatura takes for it, with recall favoured and comments out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from quotes.reading.html.clutter import drop_clutter

_BLOCK_TAGS = """address article aside blockquote body br caption center dd details dialog div dl
    dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p
    pre section table tbody td tfoot th thead tr ul"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "math", "object"))
_SHORT = 25
"""Letters: a shorter block may stand within another one by chance."""

_FITS = 0.9
_FEWEST = 200
"""Characters: a story that is shorter may be one that was not found in the page."""

_MANY = 10_000
"""Elements of a page that is larger than any but a live blog."""


def body_text(tree: Any, given: str | None) -> str:
    """The story's paragraphs, with blank lines between; "" where there is none.

    `given` is the text that the page's metadata hold; it is taken where the page shows much less.
    What trafilatura finds by default is enough for most pages; where it is little, recall counts.
    """
    drop_clutter(tree)
    blocks = plain_text(tree)
    found = _in_order(blocks, _extracted(tree))
    if len(found) < _FEWEST:
        found = max(found, _in_order(blocks, _extracted(tree, favor_recall=True)), key=len)
    if given and len(found) < len(given) / 2:
        found = _blank_lines(given)
    if len(found) < _FEWEST:
        found = max(found, blocks, key=len)
    return found


def _extracted(tree: Any, *, favor_recall: bool = False) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        many = sum(1 for _ in tree.iter()) > _MANY  # its second opinion compares all with all
        text = trafilatura.extract(
            tree, fast=many, favor_recall=favor_recall, include_comments=False
        )
    except Exception:  # it promises nothing of hostile pages; what the page shows is still there
        return ""
    return _blank_lines(text or "")


def _in_order(blocks: str, found: str) -> str:
    """The page's blocks that trafilatura has found, in their own order, which it loses in old
    markup; what it found itself where the two don't fit each other."""
    lines = {_squeezed(line) for line in found.split("\n\n")}
    whole = "\n".join(lines)
    kept = [
        block
        for block in blocks.split("\n\n")
        if (bare := _squeezed(block)) in lines or (len(bare) >= _SHORT and bare in whole)
    ]
    text = "\n\n".join(kept)
    return text if len(text) > _FITS * len(found) else found


def _squeezed(words: str) -> str:
    return "".join(words.split()).strip("-|•*")


def _blank_lines(text: str) -> str:
    return "\n\n".join(line for part in text.splitlines() if (line := part.strip()))


def plain_text(tree: Any) -> str:
    """All visible text, block by block, with blank lines between."""
    blocks: list[str] = []
    words: list[str] = []
    for piece in _pieces(tree):
        if piece is None:
            blocks.append(" ".join("".join(words).split()))
            words = []
        else:
            words.append(piece)
    blocks.append(" ".join("".join(words).split()))
    return "\n\n".join(filter(None, blocks))


def _pieces(tree: Any) -> Iterator[str | None]:
    """The texts in the order of the page, None at each border of a block; without recursion."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, leaving = stack.pop()
        named = isinstance(element.tag, str)
        if leaving:
            if element.tag in _BLOCKS:
                yield None
            yield element.tail or ""
            continue
        stack.append((element, True))
        if named and element.tag not in _UNSEEN:
            if element.tag in _BLOCKS:
                yield None
            yield element.text or ""
            stack.extend((child, False) for child in reversed(element))

"""The story's text: what trafilatura takes for it, with recall favoured and comments out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

_BLOCK_TAGS = """address article aside blockquote body br caption center dd details dialog div dl
    dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p
    pre section table tbody td tfoot th thead tr ul"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "math", "object"))
_CLUTTER_TAGS = frozenset(["nav", "footer", "aside", "form"])
_CLUTTER = re.compile(
    r"comment|related|sidebar|most-?read|trending|recommend|newsletter|footer|share|promo|teaser"
    r"|breadcrumb|cookie|menu",
    re.IGNORECASE,
)
_FEWEST = 200
"""Characters: a story that is shorter may be one that was not found in the page."""


def body_text(tree: Any, given: str | None) -> str:
    """The story's paragraphs, with blank lines between; "" where there is none.

    `given` is the text that the page's metadata hold; it is taken where the page shows much less.
    What trafilatura finds by default is enough for most pages; where it is little, recall counts.
    """
    for element in list(tree.iter(*_CLUTTER_TAGS)):
        if element.getparent() is not None:
            element.drop_tree()
    found = _extracted(tree)
    if len(found) < _FEWEST:
        found = max(found, _extracted(tree, favor_recall=True), key=len)
    if given and len(found) < len(given) / 2:
        found = _blank_lines(given)
    if len(found) < _FEWEST:
        found = max(found, plain_text(tree), key=len)
    return found


def _extracted(tree: Any, *, favor_recall: bool = False) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(tree, favor_recall=favor_recall, include_comments=False)
    except Exception:  # it promises nothing of hostile pages; what the page shows is still there
        return ""
    return _blank_lines(text or "")


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


def in_clutter(element: Any) -> bool:
    """Whether an element stands in a part of the page that is not the story."""
    for around in (element, *element.iterancestors()):
        if around.tag in ("body", "html"):
            return False
        about = f"{around.get('class') or ''} {around.get('id') or ''}"
        if around.tag in _CLUTTER_TAGS or _CLUTTER.search(about):
            return True
    return False

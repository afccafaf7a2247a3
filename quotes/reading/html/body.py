"""The story's text: what trafilatura takes for it, with recall favoured and comments out."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unicodedata import normalize

from quotes.reading.headlines import LONGEST
from quotes.reading.html.clutter import drop_clutter
from quotes.reading.html.shown import as_shown
from quotes.reading.metadata import is_metadata

_BLOCK_TAGS = """address article aside blockquote body caption center dd details dialog div dl
    dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p
    pre section table tbody td tfoot th thead tr ul"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "math", "object"))
_RUN = 4
"""Words in a row, which no other part of the page has by chance."""

_MOST_RUNS = 0.5
"""A block with a larger share of its runs in the story is of the story."""

_LONGEST_STORY = 200_000
"""Letters of the longest story in which short blocks are looked for one by one."""

_GAP = 4
"""Blocks from one of the story to the next, where those between them may be of it, too."""

_NEWLINE = "\n"
_SPACES = re.compile(r"\s+")
_FULL = 30
"""Characters: a shorter line that ends in no mark may be a byline or a heading."""

_OPEN = re.compile(r"[,;–—][\"'”’»)]*\Z")
_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]*\Z")
_BEGINS = re.compile(r"[^\w\"'“‘„«($€£]|[\w.)]{1,3}[.)] |[^.,:]{1,40}:(?: |\Z)")

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
        found = _blank_lines(as_shown(given))
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
    markup; what it found itself where the two don't fit each other.

    It composes, drops and adds characters, so that only letters and digits are compared; and it
    cuts a block in several or drops a part of it, so that most of its words are enough.
    """
    parts = blocks.split("\n\n")
    lines = {_fold(line) for line in found.split("\n\n")} - {""}
    runs = set(_runs(found))
    are_kept = [_fold(part) in lines or _are_most(part, runs) for part in parts]
    whole = _fold(found)
    for begin, end in pairwise([i for i, is_kept in enumerate(are_kept) if is_kept]):
        if 1 < end - begin <= _GAP and len(whole) <= _LONGEST_STORY:
            for i in range(begin + 1, end):  # short ones, which it has put to their neighbours
                are_kept[i] = bool(bare := _fold(parts[i])) and bare in whole
    text = "\n\n".join(part for part, is_kept in zip(parts, are_kept, strict=True) if is_kept)
    return text if len(text) > _FITS * len(found) else found


def _are_most(block: str, runs: set[int]) -> bool:
    """True if most runs of words of a block are among those given."""
    own = list(_runs(block))
    return sum(run in runs for run in own) > _MOST_RUNS * len(own)


def _runs(text: str) -> Iterator[int]:
    """Each word with those that follow it, as one number each; none of a short text."""
    words = [word for part in text.split() if (word := _fold(part))]
    for i in range(len(words) - _RUN + 1):
        yield hash(tuple(words[i : i + _RUN]))


def _fold(words: str) -> str:
    """Letters and digits alone, without accents and case."""
    return "".join(filter(str.isalnum, normalize("NFKD", words))).casefold()


def _blank_lines(text: str) -> str:
    return "\n\n".join(line for part in text.splitlines() if (line := part.strip()))


def plain_text(tree: Any) -> str:
    """All visible text, block by block, with blank lines between. A `<br>` ends a line of a block
    where a sentence does not go on, two of them end a block."""
    blocks: list[str] = []
    words: list[str] = []
    for piece in _pieces(tree):
        if piece is None:
            blocks.extend(_broken("".join(words)))
            words = []
        else:
            words.append(piece)
    blocks.extend(_broken("".join(words)))
    return "\n\n".join(blocks)


def _broken(text: str) -> Iterator[str]:
    """The blocks of a text in which `<br>` is a newline."""
    block: list[str] = []
    before = ""
    for line in (" ".join(line.split()) for line in text.split(_NEWLINE)):
        if line:
            if before:
                block.append(" " if _goes_on(before, line) else _NEWLINE)
            block.append(line)
        elif block:
            yield "".join(block)
            block = []
        before = line
    if block:
        yield "".join(block)


def _goes_on(before: str, line: str) -> bool:
    """True if a sentence goes on from one line to the next, which is no date line, byline, item of
    a list or new speaker's."""
    if len(line) <= LONGEST and is_metadata(line):
        return False
    end = before[-_FULL:]
    if _OPEN.search(end) or line[0].islower():
        return True
    return len(before) > _FULL and not _ENDED.search(end) and not _BEGINS.match(line)


def _pieces(tree: Any) -> Iterator[str | None]:
    """The texts in the order of the page with single spaces, a newline for each `<br>`, None at
    each border of a block; without recursion."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, leaving = stack.pop()
        named = isinstance(element.tag, str)
        if leaving:
            if element.tag in _BLOCKS:
                yield None
            yield _SPACES.sub(" ", element.tail or "")
            continue
        stack.append((element, True))
        if named and element.tag not in _UNSEEN:
            if element.tag in _BLOCKS:
                yield None
            elif element.tag == "br":
                yield _NEWLINE
            yield _SPACES.sub(" ", element.text or "")
            stack.extend((child, False) for child in reversed(element))

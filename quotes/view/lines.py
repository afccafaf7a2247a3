"""Line ends that are none of the author's: words they divide, lines that a width broke."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotes.view.edits import Edit

WIDEST = 100
"""Characters: a line that was broken at a width is no longer; longer lines are paragraphs."""

_DIVIDED = re.compile(r"(?<=[^\W\d_]{2})[-‐][ \t]{0,9}\r?\n[ \t]{0,99}(?=[^\W\d_])")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 40
_COMPOUND = re.compile(r"(?<![^\W_])[^\W\d_]{2,40}-[^\W\d_]{1,40}")
_END = re.compile(r"\r?\n")
_ITEM = re.compile(r"(?:[-*•#>|]|\d{1,3}[.)])\s|[-_=*]{3,}")
_FEWEST = 4
_MOST_FIT = 0.4
_OUTLIERS = 20


def hyphen_edits(text: str) -> Iterator[Edit]:
    """Words divided at a line's end put together, "nego-" and "tiations"; the hyphen stays where
    the text has the word with one elsewhere ("cease-fire")."""
    divided = list(_DIVIDED.finditer(text))
    compounds = set(_COMPOUND.findall(text)) if divided else set()
    for match in divided:
        start, end = match.span()
        if not (text[start - 1].islower() and text[end].islower()):
            continue
        first = _letters_before(text, start)
        second = _WORD_AFTER.match(text, end, end + _LONGEST_WORD)
        kept = bool(second and f"{first}-{second.group()}" in compounds)
        yield Edit(start + kept, end, "")


def _letters_before(text: str, end: int) -> str:
    start = end
    while start > max(0, end - _LONGEST_WORD) and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def wrap_edits(text: str) -> Iterator[Edit]:
    """A space for each line end that a column's width made.

    A line was broken by the width where the next line's first word would not have fitted any more.
    That holds for most lines of a text that was wrapped, and for few of another.
    """
    lines = _lines(text)
    width = _width([end - start for start, end in lines])
    if width is None:
        return
    joined, broken = [], 0
    for (start, end), (after, stop) in pairwise(lines):
        if start == end or after == stop:
            continue  # an empty line parts paragraphs
        broken += 1
        word = text[after:stop].split(" ", 1)[0]
        full = end - start + 1 + len(word) > width
        if full and not _ITEM.match(text, after, stop) and not _ITEM.match(text, start, end):
            joined.append(Edit(end, after, " "))
    if len(joined) >= _FEWEST and len(joined) >= _MOST_FIT * broken:
        yield from joined


def _lines(text: str) -> list[tuple[int, int]]:
    """Where each line begins and ends without the spaces around it."""
    lines, start = [], 0
    for stop in [*(match.start() for match in _END.finditer(text)), len(text)]:
        line = text[start:stop]
        first = start + len(line) - len(line.lstrip())
        lines.append((min(first, stop), max(first, start + len(line.rstrip()))))
        start = stop
    return lines


def _width(sizes: list[int]) -> int | None:
    """The width at which lines were broken; None where lines are as long as paragraphs are."""
    full = sorted(size for size in sizes if size)
    if len(full) <= _FEWEST:
        return None
    width = full[-1 - len(full) // _OUTLIERS]  # an address or a table may stick out
    return width if 30 <= width <= WIDEST else None

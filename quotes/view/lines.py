"""Line ends that are none of the author's: words they divide, lines that a width broke."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quotes.view.edits import Edit

WIDEST = 100
"""Characters: a line that was broken at a width is no longer; longer lines are paragraphs."""

_DIVIDED = re.compile(r"(?<=[^\W\d_]{2})[-‐][ \t]{0,9}\r?\n[ \t]{0,99}(?=[^\W\d_])")
_KEPT = """al anti co cross eight ex five four half high left long low mid multi nine non one post
    pre pro right self semi seven short six so ten three two ultra under vice well"""
_KEEPING = frozenset(_KEPT.split())
"""First parts of words that are mostly written with a hyphen."""

_WORD_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 40
_COMPOUND = re.compile(r"(?<![^\W_])[^\W\d_]{2,40}-[^\W\d_]{1,40}")
_END = re.compile(r"\r?\n")
_ITEM = re.compile(r"(?:[-*•#>|]|\d{1,3}[.)])\s|[-_=*]{3,}")
_TURN = re.compile(r"[A-Z][\w.’' -]{1,30}: ")
_COLUMNS = re.compile(r"\S {3,}\S")
_LOWER = 0.4
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
        word = second.group() if second else ""
        kept = (
            f"{first}-{word}" in compounds
            or first.lower() in _KEEPING
            or word in ("and", "or", "to", "in", "of")
            or text[start - len(first) - 1 : start - len(first)] == "-"
        )
        yield Edit(start + kept, end, "")


def _letters_before(text: str, end: int) -> str:
    start = end
    while start > max(0, end - _LONGEST_WORD) and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def wrap_edits(text: str) -> Iterator[Edit]:
    """A space for each line end that a column's width made.

    A line was broken by the width where the next line's first word would not have fitted any more.
    That holds for most lines of a text that was wrapped, and for few of another; and the lines that
    go on do so in lower case mostly, where verse, lists and turns of a talk begin anew.
    """
    lines = _lines(text)
    width = _width([line.size for line in lines])
    if width is None:
        return
    broken = [pair for pair in pairwise(lines) if pair[0].words and pair[1].words]
    joined = [(one, other) for one, other in broken if _goes_on(text, one, other, width)]
    lower = sum(text[other.start].islower() for _, other in joined)
    few = len(joined) < max(_FEWEST, _MOST_FIT * len(broken))
    if few or lower < _LOWER * len(joined):
        return
    yield from (Edit(one.end, other.start, " ") for one, other in joined)


class _Line(NamedTuple):
    """Where a line's words begin and end, and how far they are set in."""

    start: int
    end: int
    indent: int

    @property
    def words(self) -> bool:
        return self.start < self.end

    @property
    def size(self) -> int:
        return self.indent + self.end - self.start if self.words else 0


_BLANK = _Line(0, 0, 0)


def _goes_on(text: str, one: _Line, other: _Line, width: int) -> bool:
    """True if the width broke a line: not where an item, a label or an indent begins the next."""
    if other.indent > one.indent + 1 or _COLUMNS.search(text, one.start, one.end):
        return False
    if _TURN.match(text, other.start, other.end):
        return False
    if any(_ITEM.match(text, line.start, line.end) for line in (one, other)):
        return False
    word = text[other.start : other.end].split(" ", 1)[0]
    return one.size + 1 + len(word) > width


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for stop in [*(match.start() for match in _END.finditer(text)), len(text)]:
        line = text[start:stop]
        if line.isspace() or not line:
            lines.append(_BLANK)
        else:
            first = start + len(line) - len(line.lstrip())
            indent = len(line.lstrip("\r\n")) - len(line.strip("\r\n").lstrip())
            lines.append(_Line(first, start + len(line.rstrip()), indent))
        start = stop
    return lines


def _width(sizes: list[int]) -> int | None:
    """The width at which lines were broken; None where lines are as long as paragraphs are."""
    full = sorted(size for size in sizes if size)
    if len(full) <= _FEWEST:
        return None
    width = full[-1 - len(full) // _OUTLIERS]  # an address or a table may stick out
    return width if 30 <= width <= WIDEST else None

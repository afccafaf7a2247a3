"""Units of comparison: spans as sets of words, and the kind that quotation marks give a content.

A word is a run of letters, digits and underscores, known by its number in the text. So marks,
commas and white space at the edges of a span make no difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotes.records import Kind, Offsets

WORD = re.compile(r"\w+")
LEADING = frozenset({"that", "to"})
"""First words that may belong to a content or not."""

MARK = re.compile(r"""["“”„«»]|''|``""")
OPENING = re.compile(r"""\W{0,2}(?:["“„«]|``|'')""")
CLOSING = re.compile(r"""(?:["”»]|'')\W{0,3}\Z""")
BEFORE, AFTER = 2, 3  # characters around a content in which its marks may stand


class Words:
    """The words of one text, in order."""

    def __init__(self, text: str) -> None:
        places = [word.span() for word in WORD.finditer(text)]
        self.text = text
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]

    def covered(self, spans: Sequence[Offsets]) -> frozenset[int]:
        """The numbers of all words of which a span has at least one character."""
        found: list[int] = []
        after = 0
        for start, end in sorted(spans):  # they may overlap
            first, end = max(after, bisect_right(self.ends, start)), bisect_left(self.starts, end)
            found += range(first, end)
            after = max(after, end)
        return frozenset(found)

    def content(self, spans: Sequence[Offsets]) -> frozenset[int]:
        """The words of a content, without a leading "that" or "to" where more follows."""
        words = self.covered(spans)
        if len(words) < 2:
            return words
        first = min(words)
        word = self.text[self.starts[first] : self.ends[first]]
        return words - {first} if word.lower() in LEADING else words


def kind_of(text: str, content: Sequence[Offsets]) -> Kind:
    """Direct, mixed or indirect, by the quotation marks in the content and right around it."""
    words = " ".join(text[start:end] for start, end in content).strip()
    marks = len(MARK.findall(words))
    if not marks:
        return "direct" if _stands_in_marks(text, content) else "indirect"
    opened = OPENING.match(words)
    return "direct" if opened and (marks == 1 or CLOSING.search(words)) else "mixed"


def _stands_in_marks(text: str, content: Sequence[Offsets]) -> bool:
    start = min(start for start, _ in content)
    end = max(end for _, end in content)
    before, after = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
    return bool(MARK.search(before) and MARK.search(after))

"""Direct, mixed or indirect, from the quotation marks in and around a content."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quotes.records import Kind

Range = tuple[int, int]


def kind_of(contents: Iterable[Range], marks: Sequence[Range]) -> Kind:
    """Whole in marks: direct; partly: mixed. Token numbers; `marks` from `outermost`."""
    inside, touched = True, False
    for start, end in contents:
        first = bisect_right(marks, start, key=lambda mark: mark[1])
        left, right = marks[first] if first < len(marks) else (end, end)
        inside = inside and left <= start and end <= right
        touched = touched or left < end
    if inside:
        return "direct"
    return "mixed" if touched else "indirect"

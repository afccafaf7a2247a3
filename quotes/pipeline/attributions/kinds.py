"""Direct, mixed or indirect, from the quotation marks in and around a content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

Kind = Literal["direct", "mixed", "indirect"]
Range = tuple[int, int]


def kind_of(contents: Sequence[Range], marks: Sequence[Range]) -> Kind:
    """`contents` and `marks` in the same units (tokens). Whole in marks: direct; partly: mixed."""
    inside = [any(a <= start and end <= b for a, b in marks) for start, end in contents]
    if all(inside):
        return "direct"
    touched = any(a < end and start < b for a, b in marks for start, end in contents)
    return "mixed" if touched else "indirect"

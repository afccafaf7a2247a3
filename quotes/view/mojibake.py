"""Text that was decoded in the wrong way ("donâ€™t"): read as it was meant, by ftfy's reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.view.edits import Edit

_RUN = re.compile(r"[^\x00-\x7f]{2,400}")
_LEAD = re.compile("[ÂÃÄÅâãðÐÑ\u00c2-\u00f4]")
"""Characters that the first byte of UTF-8 becomes in Windows-1252 and its kin."""


def mojibake_edits(text: str) -> Iterator[Edit]:
    """One edit for each character that a run of garbled ones stands for."""
    if text.isascii() or not _LEAD.search(text):
        return
    for match in _RUN.finditer(text):
        if _LEAD.search(match.group()):
            yield from _run_edits(match.group(), match.start())


def _run_edits(run: str, base: int) -> Iterator[Edit]:
    from ftfy import fix_encoding

    fixed = fix_encoding(run)
    if fixed == run:
        return
    sizes = [len(char.encode()) for char in fixed]
    if sum(sizes) != len(run):  # garbled twice, or in part: only the whole is known
        yield Edit(base, base + len(run), fixed)
        return
    for char, size in zip(fixed, sizes, strict=True):
        yield Edit(base, base + size, char)
        base += size

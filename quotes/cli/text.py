"""Words from articles made safe to print on a terminal."""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # a whole escape sequence, of which the rest would be left
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def clean(words: str) -> str:
    """One line: white space is single spaces; terminal and direction controls are taken out."""
    return " ".join(clean_lines(words).split())


def clean_lines(text: str) -> str:
    """The same with tabs and newlines kept."""
    return _CONTROLS.sub("", text)

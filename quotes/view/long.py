"""Runs without end: marks, blanks and letters of which no language has so many in a row.

A tokenizer takes time with the square of a word's length, and so do searches for what ends a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.view.edits import Edit

MOST_MARKS = 250
"""Of a longer run of marks, with no letter, digit or blank in it, so many are read."""

MOST_BLANKS = 1000
"""A longer run of blanks and line ends is read as one blank, one line end, or two."""

LONGEST_WORD = 1000
"""A longer word is read as several of this length."""

# Each looks behind, so that a run is read from its start and not from each of its characters; the
# last + keeps no way back, which would take a hundred bytes a character.
_MARKS = rf"(?<![^\w\s])(?<!_)(?:[^\w\s]|_){{{MOST_MARKS + 1},}}+"
_BLANKS = rf"(?<!\s)\s{{{MOST_BLANKS + 1},}}"
_RUN = re.compile(f"(?P<marks>{_MARKS})|(?P<blanks>{_BLANKS})")
_WORD = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}")


def run_edits(text: str) -> Iterator[Edit]:
    """Runs of marks and of blanks made short; the last mark that is read stands for the rest."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if match["marks"]:
            last = start + MOST_MARKS - 1
            yield Edit(last, end, text[last])
        else:
            yield Edit(start, end, "\n" * min(2, match[0].count("\n")) or " ")


def word_edits(text: str) -> Iterator[Edit]:
    """A space in words without end, again and again."""
    for match in _WORD.finditer(text):
        for place in range(match.start() + LONGEST_WORD, match.end(), LONGEST_WORD):
            yield Edit(place, place, " ")

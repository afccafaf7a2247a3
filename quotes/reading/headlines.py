"""The title of a plain or Markdown text: its first heading, or a short first line that is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes.reading.furniture import is_headline

LONGEST = 160  # characters; a longer line is a paragraph, and the body has begun
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s+-\s+")
"""The signs that set the parts of a line off from each other."""

_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_SENTENCE_END = re.compile(r"[.:;,][\"'”’»)\]]*$")
_STOPS = (".", '."', ".”", ".’", ".'", ".)")
_NO_TITLE = re.compile(r"^(?:[<>|(\[*+-]|!\[|https?://|\d+[.)] |[\"“„«].*[\"”»]$)")


@dataclass(frozen=True)
class Line:
    """A line that is not empty; `block` numbers the groups of lines between empty ones."""

    words: str
    block: int


def plain(words: str) -> str:
    """The words of a line without Markdown's links and emphasis, and with single spaces."""
    words = _LINK.sub(r"\1", words)
    words = _EMPHASIS.sub(r"\2", words)
    return " ".join(words.split())


def find_heading(lines: Sequence[Line]) -> str | None:
    """The first Markdown heading of the highest level among the lines."""
    headings: list[tuple[int, str]] = []
    for i, line in enumerate(lines):
        match = _HEADING.match(line.words)
        if match and is_headline(plain(match.group(2))):
            headings.append((len(match.group(1)), plain(match.group(2))))
        elif i and _UNDERLINE.match(line.words) and lines[i - 1].block == line.block:
            level = 1 if "=" in line.words else 2
            if is_headline(above := plain(lines[i - 1].words)):
                headings.append((level, above))
    return min(headings, key=lambda heading: heading[0])[1] if headings else None


def find_headline(lines: Sequence[Line], is_metadata: Callable[[str], bool]) -> str | None:
    """A short line above the body that reads as a title: no final full stop, and set apart.

    Set apart is a line that stands alone between empty lines, or above longer lines. Lines for
    which `is_metadata` (dates, bylines, addresses) and those of the site's are neither titles nor
    body.
    """
    told = [not is_headline(plain(line.words)) or is_metadata(line.words) for line in lines]
    head = [line for line, aside in zip(_above_body(lines, told), told, strict=False) if not aside]
    for line in head:
        block = [pair for pair in zip(lines, told, strict=True) if pair[0].block == line.block]
        below = [other.words for other, aside in block if not aside]
        longer = all(len(words) > len(line.words) for words in below[1:])
        if below[0] == line.words and longer and _reads_as_title(line.words):
            return plain(line.words)
    if head and _reads_as_title(head[0].words) and _next_is_longer(head[0], lines):
        return plain(head[0].words)
    return None


def _above_body(lines: Sequence[Line], told: Sequence[bool]) -> list[Line]:
    """The lines before the first that is long or is a paragraph of its own with a full stop, and
    not `told` to be no body.

    The last line is never among them: a title has something below it.
    """
    blocks = Counter(line.block for line in lines)
    for i, line in enumerate(lines):
        sentence = line.words.endswith(_STOPS) and blocks[line.block] == 1
        body = len(line.words) > LONGEST or (sentence and len(line.words.split()) > 3)
        if body and not told[i]:
            return list(lines[:i])
    return list(lines[:-1])


def _next_is_longer(line: Line, lines: Sequence[Line]) -> bool:
    place = list(lines).index(line)
    return len(lines[place + 1].words) > len(line.words)


def _reads_as_title(words: str) -> bool:
    shown = plain(words)
    return (
        len(shown) > 3
        and not _SENTENCE_END.search(shown)
        and not _NO_TITLE.match(words)
        and shown[0] not in "'’"
        and not shown[0].islower()
    )

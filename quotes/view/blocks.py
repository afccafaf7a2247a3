"""Block quotes in Markdown: lines after ">" that are read as a quotation in marks.

Only where it is told whose words they are: a signature is their last line, or comes right after
("— Ann Lee, nurse"), or the line before leads up to them ("Lee wrote:"). Others stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotes.view.edits import Edit

OPENING = frozenset('“"«»„‘')
"""Marks with which a block begins that needs no others."""

_BLOCK = re.compile(r"(?:^ {0,3}>[^\n]*(?:\n|\Z))++", re.MULTILINE)
_LINE = re.compile(r"[^\S\n]*>[>\s]*?(?=[^\s>]|\n|\Z)(?P<words>[^\n]*)\n?")
_DASH = r"(?:--|[-–—―~])[ \t]*"
_NAME = r"(?=[^\n]*[A-Z])[^\W\d_](?:[^\n:;?!]{0,118}[^\s:;?!])?"
_SIGNATURE = re.compile(rf"{_DASH}{_NAME}\s*")
_WITHIN = re.compile(rf"(?<=[.?!…”\"])[ \t]+(?P<dash>{_DASH}){_NAME}\s*$")
_AFTER = re.compile(rf"\n?[ \t]*(?P<dash>{_DASH}){_NAME}[ \t]*(?:\n|\Z)")
_LIST = re.compile(r"[-–—*•]\s")
_SAYS = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|wr(?:ites?|ote|iting)|written|t(?:old|ells?|elling)|add(?:s|ed|ing)"
    r"|reads?|stat(?:es?|ed|ing|ement)|(?:post|tweet|explain|answer|recall|warn|announc|respond)"
    r"(?:s|es|ed)|repl(?:y|ies|ied)|not(?:es|ed)|declar(?:es|ed)|comment(?:s|ed)?|letter|words"
    r"|message|puts? it)\b[^.?!]*:\s*$",
    re.IGNORECASE,
)
_NEAR = 300
"""Characters before a block, and of the end of it, that are looked at."""


def leads_up(before: str) -> bool:
    """True if the words before a quotation that has no marks say that it is one: "Lee wrote:"."""
    return _SAYS.search(before[-_NEAR:]) is not None


def is_signature(line: str) -> bool:
    """True if a line is a dash and what may be a name: "— Ann Lee, nurse"."""
    return _SIGNATURE.fullmatch(line) is not None


def signature_within(line: str) -> int | None:
    """Where the dash of a signature stands that ends a line of quoted words; None where none."""
    match = _WITHIN.search(line, max(0, len(line) - _NEAR))
    return match.start("dash") if match else None


class _Line(NamedTuple):
    """Where a line begins, and the words in it after the sign of the block."""

    begin: int
    start: int
    end: int


def block_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of each block stand, from the first to the last, a signature not counted."""
    for block in _BLOCK.finditer(text):
        lines = _lines(text, block)
        if lines:
            _own_signature(text, lines)
        if lines:
            yield lines[0].start, lines[-1].end


def block_edits(text: str) -> Iterator[Edit]:
    """The signs of block quotes taken out, and quotation marks set, at each paragraph anew; what
    stands between a block and its signature is one line's end. Linear in the text's length."""
    for block in _BLOCK.finditer(text):
        lines = _lines(text, block)
        if lines:
            before = text[max(0, block.start() - _NEAR) : block.start()]
            yield from _edits(text, lines, block.end(), leads_up(before))


def _lines(text: str, block: re.Match[str]) -> list[_Line]:
    """The lines of a block, without empty ones at its end."""
    lines = [
        _Line(match.start(), match.start("words"), match.end("words"))
        for match in _LINE.finditer(text, block.start(), block.end())
    ]
    while lines and lines[-1].start == lines[-1].end:
        lines.pop()
    return lines


def _edits(text: str, lines: list[_Line], after: int, told: bool) -> Iterator[Edit]:
    """The edits of one block. `after`: where the text goes on; `told`: whether it is led up to."""
    sign = _own_signature(text, lines)
    if sign is None and (match := _AFTER.match(text, after)):
        sign = match.start("dash")
    if not lines or (sign is None and not told):
        return
    marked = text[lines[0].start] in OPENING
    fresh = True
    for line in lines:
        yield Edit(line.begin, line.start, "")
        if fresh and not marked and line.start < line.end:
            yield Edit(line.start, line.start, "“")
        fresh = line.start == line.end
    end = lines[-1].end
    if not marked:
        yield Edit(end, end, "”")
    if sign is not None:
        yield Edit(end, sign, "\n")


def _own_signature(text: str, lines: list[_Line]) -> int | None:
    """Where the dash stands of the signature that ends a block, which is taken out of the lines;
    else None. The points of a list are none."""
    begin, start, end = lines[-1]
    words = text[start:end]
    if is_signature(words) and not (len(lines) > 1 and _LIST.match(text, lines[-2].start)):
        lines.pop()
        while lines and lines[-1].start == lines[-1].end:
            lines.pop()
        return start
    within = signature_within(words)
    if within is None:
        return None
    stop = start + len(words[:within].rstrip())
    lines[-1] = _Line(begin, start, stop)
    return start + within

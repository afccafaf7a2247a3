"""Where one sentence runs into the next without a space: "… all the difference.The president"."""

from __future__ import annotations

import re

_JOINT = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[“\"‘]?[A-Z][a-z])"  # ends.The
    r"|(?<=[a-z]{2}[.!?][\"”’])(?=[A-Z][a-z])"  # ends.”The
    r"|(?<=[a-z][a-z][a-z])(?=(?:The|She|They|This|When|After|But)\s)"  # endsThe
)
_LONGEST = 300  # characters of an address
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|html?|php|co)\b", re.IGNORECASE)


def missing_spaces(text: str) -> list[int]:
    """The places, in ascending order, at which a space is missing between two sentences."""
    return [
        match.start() for match in _JOINT.finditer(text) if not _in_address(text, match.start())
    ]


def _in_address(text: str, place: int) -> bool:
    """Whether the place lies in a web address or the like."""
    before = text[max(0, place - _LONGEST) : place].split()
    after = text[place : place + _LONGEST].split(maxsplit=1)
    return bool(_ADDRESS.search(before[-1] + after[0]))

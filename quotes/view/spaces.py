"""Spaces that a writer left out between two sentences ("… all the difference.The president"), and
those that are there twice between two words."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from quotes.view.edits import Edit

_JOINT = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[“\"‘]?[A-Z][a-z])"  # ends.The
    r"|(?<=[a-z]{2}[.!?][\"”’])(?=[A-Z][a-z])"  # ends.”The
    r"|(?<=[a-z][a-z][a-z])(?=(?:The|She|They|This|When|After|But)\s)"  # endsThe
)
_LONGEST = 300  # characters of an address
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|html?|php|co)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s")
_TWO = re.compile(r"(?<=\S)  (?=\S)")


def space_edits(text: str) -> Iterator[Edit]:
    """One space for two between words; more of them divide columns."""
    for match in _TWO.finditer(text):
        yield Edit(match.start(), match.end(), " ")


def missing_spaces(text: str) -> list[int]:
    """The places, in ascending order, at which a space is missing between two sentences."""
    places = [match.start() for match in _JOINT.finditer(text)]
    addresses = [match.start() for match in _ADDRESS.finditer(text)] if places else []
    return [place for place in places if not _in_address(text, place, addresses)]


def _in_address(text: str, place: int, addresses: list[int]) -> bool:
    """True if the place lies in a web address or the like, `addresses` being signs of them."""
    number = bisect(addresses, place)
    nearest = addresses[max(0, number - 1) : number + 1]
    return any(
        abs(place - sign) < _LONGEST and not _SPACE.search(text, min(place, sign), max(place, sign))
        for sign in nearest
    )

"""Comparison of whom a draft gives words to, on which day and by which outlet, with a place. Each
answer is None where one of the two does not say."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.check.records import Place, Quotation
from quotes.identity import Known, find_match
from quotes.records import Speaker
from quotes.registry import fold
from quotes.sayings.decide import WEEK

_NAMELESS = ("group", "unnamed")


def is_theirs(speaker: Speaker | None, place: Place, names: Sequence[str]) -> bool | None:
    """True where the speaker is that of the place, who bears all of these names there.

    A body is also meant where the place's speaker has a role in it; whether a body speaks by a
    person cannot be told.
    """
    other = place.speaker
    if speaker is None or other is None or {speaker.type, other.type} & set(_NAMELESS):
        return None
    if speaker.id and other.id:
        return speaker.id == other.id
    if speaker.type == other.type == "person":
        return any(_are_one(speaker.name, name) for name in (other.name, *names))
    if speaker.type == "person":
        return None
    mine = fold(speaker.name)
    theirs = [fold(words or "") for words in (other.name, *names, place.role)]
    return any(mine in words or (words and words in mine) for words in theirs)


def fits_day(quotation: Quotation, place: Place) -> bool | None:
    """True where the day that the draft gives may be the one on which it was said at the place: its
    own, else one of the week before it was published."""
    if quotation.said_on is None:
        return None
    if place.said_on is not None:
        return quotation.said_on == place.said_on
    if place.date is None:
        return None
    return 0 <= (place.date - quotation.said_on).days <= WEEK


def fits_outlet(quotation: Quotation, place: Place) -> bool | None:
    """True where the outlet by way of which the draft has the words is one that the place names."""
    known = [fold(name) for name in (place.publisher, place.via) if name]
    if quotation.via is None or not known:
        return None
    mine = fold(quotation.via)
    return any(mine in name or name in mine for name in known)


def _are_one(one: str, other: str) -> bool:
    """True where two names may be one person's: also where one has all words of the other."""
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    if mine <= theirs or theirs <= mine:
        return True
    match = find_match(Known(name=one), Known(name=other))
    return match is not None and not match.typo

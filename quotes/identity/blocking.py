"""Which names are worth comparing: those that share a key (Christen 2006: blocking)."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.identity.names import LONG_SURNAME, Name, parse_name
from quotes.identity.transliteration import sounds


def keys_of(*spellings: str) -> frozenset[str]:
    """Keys such that two people whose names `match_names` accepts share one, and few others do.

    One for the surname, two for what a slip in it leaves alone, and two for other ways to order
    or join the words.
    """
    parsed = map(parse_name, spellings)
    return frozenset(key for name in parsed if name.surname for key in _keys(name))


def _keys(name: Name) -> Iterator[str]:
    yield from (f"surname {sound}" for sound in sounds(name.surname))
    if name.given:
        yield "whole " + "".join(name.words)
        yield "any " + " ".join(sorted(min(sounds(word)) for word in name.words))
        yield from _in_spite_of_a_slip(name)


def _in_spite_of_a_slip(name: Name) -> Iterator[str]:
    """A slip behind the first two letters leaves these alone, an earlier one the last two."""
    if len(name.surname) < LONG_SURNAME:
        return
    for sound in sounds(name.given[0]):
        yield f"given {sound} {name.surname[:2]}-"
        yield f"given {sound} {name.surname[0]}-{name.surname[-2:]}"

"""Which names are worth comparing: those that share a key (Christen 2006: blocking)."""

from __future__ import annotations

from quotes.identity.names import parse_name
from quotes.identity.transliteration import sounds


def keys_of(*spellings: str) -> frozenset[str]:
    """Keys such that two people whose names `match_names` accepts share one, and few others do.

    One for the surname; one for the first given name with the surname's first letter, which a
    slip in the rest of the surname leaves alone; and two for other ways to order or join words.
    """
    return frozenset(key for name in spellings for key in _keys(name))


def _keys(name: str) -> set[str]:
    parsed = parse_name(name)
    if not parsed.surname:
        return set()
    keys = {f"surname {sound}" for sound in sounds(parsed.surname)}
    if parsed.given:
        keys |= {
            f"given {sound} {parsed.surname[:1]}"
            for sound in sounds(parsed.given[0])
            if len(sound) > 1
        }
        keys.add("whole " + "".join(parsed.words))
        keys.add("any " + " ".join(sorted(min(sounds(word)) for word in parsed.words)))
    return keys

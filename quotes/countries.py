"""The words that name a country: its name, its people, its other names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quotes.places import load_places
from quotes.registry import fold

LONGEST = 4
"""Words of the longest name of a country that is looked for ("Democratic Republic of Congo")."""

_WORD = re.compile(r"[a-z]+(?:\.[a-z]\b\.?)*")
_POSSESSIVE = re.compile(r"['’]s?\b")


@lru_cache(maxsize=1)
def country_words() -> dict[str, str]:
    """From the folded words of a country, without dots, to its name ("armenian" → "Armenia")."""
    return {_key(word): country for word, country in load_places().names.items()}


@lru_cache(maxsize=20_000)
def countries_in(words: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The countries that a phrase names, and its other words, folded.

    >>> countries_in("Armenia’s prime minister")
    (frozenset({'Armenia'}), ('prime', 'minister'))
    """
    left = _words(words)
    found, rest = set[str](), list[str]()
    while left:
        country, length = next(_at_the_front(left), ("", 1))
        if country:
            found.add(country)
        else:
            rest.append(left[0])
        left = left[length:]
    return frozenset(found), tuple(rest)


def _at_the_front(words: list[str]) -> Iterator[tuple[str, int]]:
    known = country_words()
    for length in range(min(LONGEST, len(words)), 0, -1):
        country = known.get(" ".join(words[:length]))
        if country:
            yield country, length


def _words(phrase: str) -> list[str]:
    plain = _POSSESSIVE.sub("", fold(phrase))
    return [word.replace(".", "") for word in _WORD.findall(plain)]


def _key(phrase: str) -> str:
    return " ".join(_words(phrase))

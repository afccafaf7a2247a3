"""Numbers in running text, however they are written: "twelve thousand" is 12,000."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    "dozen": 12,
}
_LARGE = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def join_numbers(words: Iterable[str]) -> Iterator[str]:
    """The words with each number as digits; a lone "one", which is rarely a number, as it stands.

    >>> list(join_numbers("nine hundred million of one".split()))
    ['900000000', 'of', 'one']
    """
    every = list(words)
    done = 0
    for start, end, value in number_runs(every):
        yield from every[done:start]
        yield value
        done = end
    yield from every[done:]


def number_runs(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where numbers stand among the words, (start, end) each, and their values in digits.

    >>> list(number_runs("nine hundred million of one".split()))
    [(0, 3, '900000000')]
    """
    place = 0
    while place < len(words):
        first = end = place + _has_article(words, place)
        while end < len(words) and _is_number(words[end]):
            end += 1
        if end == first or words[first:end] == ["one"]:
            place += 1
            continue
        yield place, end, _value(words[first:end])
        place = end


def is_number(word: str) -> bool:
    """True if a word is a number in digits."""
    return _DIGITS.fullmatch(word) is not None


def _has_article(words: Sequence[str], place: int) -> bool:
    """ "a million" is a million; "a seven" is left as it is."""
    many = place + 1 < len(words) and (words[place + 1] in _LARGE or words[place + 1] == "dozen")
    return many and words[place] in ("a", "an")


def _is_number(word: str) -> bool:
    return word in _SMALL or word in _LARGE or is_number(word)


def _value(run: Sequence[str]) -> str:
    """Numbers that only stand in a row ("3 5") are added up: the same words give the same sum."""
    total = current = 0.0
    for word in run:
        if word == "hundred":
            current = (current or 1) * 100
        elif word in _LARGE:
            total, current = total + (current or 1) * _LARGE[word], 0.0
        else:
            current += _SMALL[word] if word in _SMALL else float(word)
    return f"{total + current:.10g}"

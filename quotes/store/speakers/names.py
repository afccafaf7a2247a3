"""Names, made comparable: without case, diacritics and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotes.errors import NotStoredError, UsageError

LONGEST = 1_000
"""Letters of a name that is looked for."""

CLOSE_ENOUGH = 60.0
"""Similarity, 0 to 100, from which on a name is worth suggesting."""


def fold(text: str | None) -> str:
    """The words of a name in plain lower-case letters, one space between two.

    >>> fold("Recep Tayyip ERDOĞAN"), fold("Ильхам Алиев"), fold("al-Assad’s")
    ('recep tayyip erdogan', 'ilkham aliev', 'al assads')
    """
    from anyascii import anyascii

    plain = anyascii(text or "").casefold().replace("'", "")
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def fold_wanted(text: str) -> str:
    """`fold` of what a user asks for; UsageError where there is no letter in it."""
    if len(text) > LONGEST:
        raise UsageError(f"a name of {len(text)} letters is none: give at most {LONGEST}")
    folded = fold(text)
    if not folded:
        raise UsageError(f"nothing to look for in {text!a}: give some letters of the name")
    return folded


def closest(name: str, names: Iterable[str], *, count: int = 3) -> list[str]:
    """The most similar of the names, best first; empty where none comes near."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        name,
        sorted(set(names)),
        scorer=fuzz.WRatio,
        processor=fold,
        limit=count,
        score_cutoff=CLOSE_ENOUGH,
    )
    return [choice for choice, _score, _index in found]


def not_stored(what: str, name: str, names: Iterable[str]) -> NotStoredError:
    """The error for a name of which no such thing is stored: `names` are all that are."""
    near = closest(name, names)
    more = f"; close to it: {', '.join(near)}" if near else ""
    return NotStoredError(f"no {what} '{name}' is stored{more}", what, tuple(near))

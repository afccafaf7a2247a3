"""When two names, or two roles, are the same."""

from __future__ import annotations

import re
import unicodedata

from quotes.evaluate.words import WORD

# fmt: off
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "hon", "president", "prime", "minister",
    "foreign", "defense", "defence", "secretary", "chairman", "spokesman", "spokeswoman",
    "spokesperson", "sen", "rep", "gov", "gen", "col", "lt", "maj", "the",
})
# fmt: on
"""Words that may stand before a name or not."""

SMALL_WORDS = frozenset({"the", "of", "for", "in", "s"})
APOSTROPHE = re.compile(r"['’](?:s\b|(?=\w))")
SAME_ROLE = 0.5  # share of the words of two roles that must be common to both


def same_name(given: str | None, wanted: str | list[str | None] | None) -> bool:
    """True if the name given is the one that is wanted, or one of those; nobody equals nobody.

    Case, accents, apostrophes, a possessive 's and titles make no difference.
    """
    accepted = wanted if isinstance(wanted, list) else [wanted]
    return _core(given) in [_core(name) for name in accepted]


def _core(name: str | None) -> list[str]:
    """The words of a name without its titles; a name of nothing but titles keeps them."""
    letters = unicodedata.normalize("NFKD", name or "")
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    words = WORD.findall(APOSTROPHE.sub("", bare.casefold()))
    return [word for word in words if word not in TITLES] or words


def same_role(given: str | None, wanted: str | list[str | None] | None) -> bool:
    """True if a role shares at least half of the words that carry meaning with the one wanted, or
    with one of those; several of them together are right, too."""
    ours = _meaning(given)
    every = [_meaning(role) for role in (wanted if isinstance(wanted, list) else [wanted])]
    together = ours <= set().union(*every) and any(one and one <= ours for one in every)
    return together or any(_alike(ours, one) for one in every or [set()])


def _alike(ours: set[str], theirs: set[str]) -> bool:
    if not (ours and theirs):
        return ours == theirs
    return len(ours & theirs) / len(ours | theirs) >= SAME_ROLE


def _meaning(role: str | None) -> set[str]:
    return set(WORD.findall((role or "").lower())) - SMALL_WORDS

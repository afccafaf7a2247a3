"""Words that tell of a man or of a woman: titles, pronouns, roles and given names."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.given_names import given_names
from quotes.registry.entries import Gender


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_TITLES = _words("mr mister sir lord herr monsieur")
FEMALE_TITLES = _words("mrs ms miss lady dame madam madame frau")
MALE_PRONOUNS = _words("he him his himself")
FEMALE_PRONOUNS = _words("she her hers herself")

FEMALE_ROLES = _words(
    "spokeswoman chairwoman congresswoman businesswoman actress wife ex-wife widow daughter "
    "sister mother mom aunt niece girlfriend queen princess woman girl grandmother granddaughter "
    "lady anchorwoman stepmother mother-in-law confidante"
)
MALE_ROLES = _words(
    "spokesman chairman congressman businessman husband ex-husband widower son brother father dad "
    "uncle nephew boyfriend king prince man boy grandfather grandson anchorman stepfather pope "
    "pontiff priest imam salesman newsman bishop archbishop cardinal patriarch ayatollah"
)

_BEHIND = frozenset(("of", "for", "to", "in", "at", "from", "with", "and", "who", "by", "on"))
"""Words behind which somebody else is named: "a friend of the king"."""


def of_given_name(word: str) -> Gender | None:
    """The gender of a given name in lower case without accents ("ann", "jean-pierre"), where it is
    nearly always of one."""
    given = given_names()
    return given.gender.get(word) or given.gender.get(word.split("-")[0])


def of_title(word: str) -> Gender | None:
    """The gender of a title before a name, in lower case: "mrs"."""
    return _which([word], MALE_TITLES, FEMALE_TITLES)


def of_role(words: Sequence[str]) -> Gender | None:
    """The gender that a role tells, in lower case; its words behind "of" and the like are others'.

    >>> of_role("spokeswoman for the king".split()), of_role("friend of the king".split())
    ('f', None)
    """
    end = next((place for place, word in enumerate(words) if word in _BEHIND), len(words))
    return _which(words[:end], MALE_ROLES, FEMALE_ROLES)


def _which(words: Sequence[str], male: frozenset[str], female: frozenset[str]) -> Gender | None:
    """The gender of the only one of the two lists that has some of the words."""
    is_male, is_female = not male.isdisjoint(words), not female.isdisjoint(words)
    if is_male == is_female:
        return None
    return "m" if is_male else "f"

"""Whom "the woman", "the 57-year-old" or "his wife" means: somebody by sex, age or marriage."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import pairwise

from quotes.genders import FEMALE_ROLES
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.shortnames import MOST_NAMESAKES
from quotes.pipeline.speakers.someone import Someone
from quotes.pipeline.speakers.words import AGE, word_set

ADULTS = word_set("man woman boy girl")
SPOUSES = word_set("wife husband ex-wife ex-husband spouse")


class Kin:
    """The ages and couples of one page's people, each looked up where it is asked for."""

    def __init__(self, page: Page, people: People) -> None:
        self.page, self.people = page, people

    def has(self, someone: Someone, word: str) -> bool:
        """True if the article speaks of such a relative of somebody's: "Ann Lee's younger son",
        "the son of Ann Lee"."""
        page = self.page
        return any(
            word in page.lower[m.end + 1 : m.end + 4] if page.possessive(m.end)
            else page.lower[max(0, m.start - 2) : m.start] == [word, "of"]
            for m in someone.mentions
        )  # fmt: skip

    @cached_property
    def _ages(self) -> dict[int, str]:
        """Of each mention that an age follows, "Ann Lee, 57,": its start, and the age."""
        after = ((m.start, self.page.text[m.end : m.end + 2]) for m in self.people.mentions)
        return {at: words[1] for at, words in after if words[:1] in ([","], ["("]) and words[1:]}

    @cached_property
    def _of_age(self) -> dict[str, dict[int, Someone]]:
        """Everyone by an age that stands after their name."""
        found: defaultdict[str, dict[int, Someone]] = defaultdict(dict)
        for at, age in self._ages.items():
            someone = self.people.owner[at]
            found[age][id(someone)] = someone
        return dict(found)

    @cached_property
    def _age_of(self) -> dict[int, str]:
        """The first age that stands after each one's name."""
        found: dict[int, str] = {}
        for at, age in self._ages.items():
            if age.isdigit():
                found.setdefault(id(self.people.owner[at]), age)
        return found

    @cached_property
    def _others(self) -> dict[int, list[Someone]]:
        """With whom each one is named as in "Oscar and Ingrid Moss", in text order."""
        found: defaultdict[int, list[Someone]] = defaultdict(list)
        for left, right in pairwise(self.people.mentions):
            joined = right.start == left.end + 1 and self.page.lower[left.end] == "and"
            one, other = self.people.owner[left.start], self.people.owner[right.start]
            if joined and len(right.name) > 1 and one is not other:
                for someone, beside in ((one, other), (other, one)):
                    known = found[id(someone)]
                    if beside not in known and len(known) < MOST_NAMESAKES:
                        known.append(beside)
        return dict(found)

    def aged(self, start: int, end: int) -> Someone | None:
        """The only one whose age, "Ann Lee, 57,", is that of "the 57-year-old" in the tokens."""
        stated = AGE.search(self.page.words(start, end).lower())
        found = self._of_age.get(stated[1], {}) if stated else {}
        return next(iter(found.values())) if len(found) == 1 else None

    def age_of(self, someone: Someone) -> str | None:
        """The age that stands after somebody's name, or None."""
        return self._age_of.get(id(someone))

    def married(self, someone: Someone, word: str) -> Someone | None:
        """The other of the couple "Oscar and Ingrid Moss" to which somebody belongs; a shared
        surname alone would do for a daughter too."""
        gender = "f" if word in FEMALE_ROLES else "m"
        others = self._others.get(id(someone), ())
        return next((other for other in others if other.gender in (None, gender)), None)

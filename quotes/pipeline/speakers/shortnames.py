"""Whom a bare surname or given name means: "Clinton", "Leyla", "Gómez" of Pedro Gómez Ruiz."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.names import Name, gender_of, one_edit_apart, surnames
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.someone import Someone
from quotes.pipeline.speakers.words import (
    COURTESY,
    FEMALE_PRONOUNS,
    FEMALE_ROLES,
    MALE_PRONOUNS,
    MALE_ROLES,
    SHORT_TITLES,
)
from quotes.registry import Gender, Registry, fold_words

TITLES = COURTESY | SHORT_TITLES | {"judge"}
LONG_SURNAME = 8  # letters; shorter ones that differ in one letter are often two people's
PRONOUN_NEAR = 15  # tokens after a name


@dataclass
class ShortNames:
    """Short names against the people whom the article names in full."""

    page: Page
    mentions: list[Mention]
    registry: Registry
    index: dict[str, list[Someone]] = field(default_factory=dict)
    middle: dict[str, set[str]] = field(default_factory=dict)
    long: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    genders: dict[Name, Gender | None] = field(default_factory=dict)

    def add(self, someone: Someone) -> None:
        """Somebody may be called by a surname, or by a given name."""
        for form in someone.forms:
            for word in form[1:-1]:
                self.middle.setdefault(word, set()).add(form[-1])
            if len(form[-1]) >= LONG_SURNAME:
                self.long.setdefault((form[-1][0], len(form[-1])), set()).add(form[-1])
        for word in {word for form in someone.forms for word in (*surnames(form), form[0])}:
            self.index.setdefault(word, []).append(someone)

    def whose(self, mention: Mention) -> Someone | None:
        """The only one of that name, else the one most named so; nobody where two are named so
        as often."""
        word = " ".join(mention.name)
        candidates = self.index.get(word) or self._by_other_words(word)
        gender = mention.gender
        if gender is None and len({form_gender(c) for c in candidates}) > 1:
            gender = self.told(mention.name)
        if gender is not None:
            genders = {id(c): self._known_gender(c) for c in candidates}
            alike = [c for c in candidates if genders[id(c)] == gender]
            candidates = alike or [c for c in candidates if genders[id(c)] is None]
        claims = sorted(
            ((self._claim(one, word), i) for i, one in enumerate(candidates)), reverse=True
        )
        if not claims or (len(claims) > 1 and claims[0][0] == claims[1][0]):
            return None
        return candidates[claims[0][1]]

    def _known_gender(self, someone: Someone) -> Gender | None:
        """By the given name, a title before a full name, or "his wife" before it."""
        known = form_gender(someone)
        for mention in self.mentions if known is None else ():
            if len(mention.name) > 1 and mention.name in someone.forms:
                known = known or mention.gender or self._kin_gender(mention)
        return known

    def _kin_gender(self, mention: Mention) -> Gender | None:
        """What "his wife, Judge Ann Moss" tells of her."""
        i = mention.start - 1
        while i > 0 and (self.page.text[i] == "," or self.page.lower[i] in TITLES):
            i -= 1
        word = self.page.lower[max(i, 0)]
        return "f" if word in FEMALE_ROLES else "m" if word in MALE_ROLES else None

    @cached_property
    def counts(self) -> Counter[Name]:
        """How often each name is written so."""
        return Counter(mention.name for mention in self.mentions)

    def _claim(self, someone: Someone, word: str) -> tuple[bool, int, bool]:
        """How strongly a bare word points to somebody: as a surname, named in full so often, not
        called by given name."""
        as_surname = any(word in surnames(form) for form in someone.forms)
        by_given = any(self.counts[(form[0],)] for form in someone.forms if len(form) > 1)
        full = sum(self.counts[form] for form in someone.forms if len(form) > 1)
        return as_surname, full, not by_given

    def _by_other_words(self, word: str) -> list[Someone]:
        """Those of another spelling of the surname, a misspelt one, or two surnames."""
        spelt = {
            s
            for person in self.registry.by_surname(word)
            for name in person.spellings
            for s in fold_words(name)[-1:]
        }
        spelt |= self._misspelt(word) or self.middle.get(word, set())
        return list({id(s): s for w in sorted(spelt) for s in self.index.get(w, [])}.values())

    def _misspelt(self, word: str) -> set[str]:
        """The one long surname of the article that is a letter away: "Wisnewski", "Wisniewski"."""
        sizes = range(max(LONG_SURNAME, len(word) - 1), len(word) + 2)
        alike = (self.long.get((word[0], size), ()) for size in sizes)
        near = {surname for found in alike for surname in found if one_edit_apart(word, surname)}
        return near if len(near) == 1 and len(word) >= LONG_SURNAME else set()

    def told(self, name: Name) -> Gender | None:
        """What the pronouns after the bare name tell: "Clinton said she …"; None where they are
        divided."""
        if name not in self.genders:
            self.genders[name] = self._told(name)
        return self.genders[name]

    def _told(self, name: Name) -> Gender | None:
        votes: Counter[Gender] = Counter()
        for mention, following in zip(self.mentions, [*self.mentions[1:], None], strict=True):
            if mention.name != name:
                continue
            stop = min(mention.end + PRONOUN_NEAR, len(self.page))
            stop = min(stop, following.start) if following else stop
            for i in range(mention.end, stop):
                word = self.page.lower[i]
                found: Gender | None = (
                    "f" if word in FEMALE_PRONOUNS else "m" if word in MALE_PRONOUNS else None
                )
                if found:
                    votes[found] += 1
                    break
        best = votes.most_common(2)
        return best[0][0] if best and best[0][1] >= 2 * sum(n for _, n in best[1:]) else None


def form_gender(someone: Someone) -> Gender | None:
    """The gender of somebody's given name, in whatever form."""
    return next((g for form in someone.forms if (g := gender_of(form))), None)

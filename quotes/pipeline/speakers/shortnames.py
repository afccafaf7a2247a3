"""Whom a bare surname or given name means: "Clinton", "Leyla", "Gómez" of Pedro Gómez Ruiz."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from quotes.genders import FEMALE_PRONOUNS, FEMALE_ROLES, MALE_PRONOUNS, MALE_ROLES
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.names import (
    Name,
    double_parts,
    gender_of,
    one_edit_apart,
    person_surnames,
    surnames,
)
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.someone import Someone
from quotes.pipeline.speakers.words import COURTESY, SHORT_TITLES
from quotes.registry import Gender, Registry

TITLES = COURTESY | SHORT_TITLES | {"judge"}
LONG_SURNAME = 8  # letters; shorter ones that differ in one letter are often two people's
LONGEST_SURNAME = 40  # letters
MOST_NAMESAKES = 100
"""How many people of one surname are weighed against each other, and how many surnames go with a
middle name. Articles have a handful; without a bound the time would grow with their square."""
PRONOUN_NEAR = 15  # tokens after a name


@dataclass
class ShortNames:
    """Short names against the people whom the article names in full."""

    page: Page
    mentions: list[Mention]
    registry: Registry
    index: dict[str, list[Someone]] = field(default_factory=dict)
    middle: dict[str, set[str]] = field(default_factory=dict)
    long: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[Name, Gender | None] = field(default_factory=dict)
    answers: dict[tuple[Name, Gender | None, int, str], list[Someone]] = field(
        default_factory=dict
    )

    def add(self, someone: Someone) -> None:
        """Somebody may be called by a surname, or by a given name."""
        for form in someone.forms:
            for word in form[1:-1]:
                after = self.middle.setdefault(word, set())
                if len(after) < MOST_NAMESAKES:
                    after.add(form[-1])
            if len(form[-1]) >= LONG_SURNAME:
                for clipped in _clipped(form[-1]):
                    self.long.setdefault(clipped, set()).add(form[-1])
        for word in {word for form in someone.forms for word in (*surnames(form), form[0])}:
            self.index.setdefault(word, []).append(someone)

    def whose(self, mention: Mention) -> Someone | None:
        """The only one of that name, else the one most named so; of two named so as often the one
        whose full name stands before, or nobody where both or neither's does."""
        word = " ".join(mention.name)
        candidates = self.index.get(word)
        if not candidates:
            return self._first(mention, self._best(mention, word, self._by_other_words(word)))
        written = self.page.words(mention.start, mention.end)
        alike = _written_so(candidates, written)
        spelling = written if len(alike) < len(candidates) else ""
        # those there are only grow in number
        key = mention.name, mention.gender, len(candidates), spelling
        if key not in self.answers:
            self.answers[key] = self._best(mention, word, alike)
        return self._first(mention, self.answers[key])

    def _first(self, mention: Mention, found: list[Someone]) -> Someone | None:
        """The only one, or the only one named in full before a mention."""
        if len(found) > 1:
            found = [one for one in found if self._named_from(one) < mention.start]
        return found[0] if len(found) == 1 else None

    def _named_from(self, someone: Someone) -> int:
        """The token at which somebody is first named in full."""
        full = (self.places[form][:1] for form in someone.forms if len(form) > 1)
        return min((self.mentions[i].start for found in full for i in found), default=-1)

    def _best(self, mention: Mention, word: str, candidates: list[Someone]) -> list[Someone]:
        """Those to whom a bare word points most strongly; none of too many."""
        gender = mention.gender
        if gender is None and len({form_gender(c) for c in candidates}) > 1:
            gender = self.told(mention.name)
        if gender is not None:
            genders = {id(c): self._known_gender(c) for c in candidates}
            alike = [c for c in candidates if genders[id(c)] == gender]
            candidates = alike or [c for c in candidates if genders[id(c)] is None]
        claims = [self._claim(one, word) for one in candidates]
        best = max(claims, default=None)
        found = [one for one, claim in zip(candidates, claims, strict=True) if claim == best]
        return found if len(found) <= MOST_NAMESAKES else []

    def _known_gender(self, someone: Someone) -> Gender | None:
        """By the given name, a title before a full name, or "his wife" before it."""
        known = form_gender(someone)
        if known is not None:
            return known
        named = sorted(i for form in someone.forms if len(form) > 1 for i in self.places[form])
        told = (self.mentions[i].gender or self._kin_gender(self.mentions[i]) for i in named)
        return next((gender for gender in told if gender), None)

    def _kin_gender(self, mention: Mention) -> Gender | None:
        """The gender that a relation before the name tells, "his wife, Judge Ann Moss"; else
        None."""
        i = mention.start - 1
        while i > 0 and (self.page.text[i] == "," or self.page.lower[i] in TITLES):
            i -= 1
        word = self.page.lower[max(i, 0)]
        return "f" if word in FEMALE_ROLES else "m" if word in MALE_ROLES else None

    @cached_property
    def counts(self) -> Counter[Name]:
        """How often each name is written so."""
        return Counter(mention.name for mention in self.mentions)

    @cached_property
    def places(self) -> defaultdict[Name, list[int]]:
        """The numbers of the mentions of each name."""
        places: defaultdict[Name, list[int]] = defaultdict(list)
        for number, mention in enumerate(self.mentions):
            places[mention.name].append(number)
        return places

    def _claim(self, someone: Someone, word: str) -> tuple[int, int, bool]:
        """How strongly a bare word points to somebody: as a surname, or half of one, named in full
        so often, not called by given name."""
        as_surname = max(
            2 * (word in surnames(form)) - (word in double_parts(form[-1]))
            for form in someone.forms
        )
        by_given = any(self.counts[(form[0],)] for form in someone.forms if len(form) > 1)
        full = sum(self.counts[form] for form in someone.forms if len(form) > 1)
        return as_surname, full, not by_given

    def _by_other_words(self, word: str) -> list[Someone]:
        """Those of another spelling of the surname, a misspelt one, or two surnames."""
        known = self.registry.by_surname(word)
        spelt = {surname for person in known for surname in person_surnames(person)}
        spelt |= self._misspelt(word) or self.middle.get(word, set())
        found = (self.index.get(w, [])[:MOST_NAMESAKES] for w in sorted(spelt))
        return list({id(someone): someone for near in found for someone in near}.values())

    def _misspelt(self, word: str) -> set[str]:
        """The one long surname of the article that is a letter away: "Wisnewski", "Wisniewski"."""
        if len(word) < LONG_SURNAME:
            return set()
        alike = {surname for part in _clipped(word) for surname in self.long.get(part, ())}
        near = {name for name in alike if name[0] == word[0] and one_edit_apart(word, name)}
        return near if len(near) == 1 else set()

    def told(self, name: Name) -> Gender | None:
        """The gender that the pronouns after the bare name tell, "Clinton said she …"; None where
        they are divided."""
        if name not in self.genders:
            self.genders[name] = self._told(name)
        return self.genders[name]

    def _told(self, name: Name) -> Gender | None:
        votes: Counter[Gender] = Counter()
        for number in self.places[name]:
            mention, following = self.mentions[number], self.mentions[number + 1 : number + 2]
            stop = min(mention.end + PRONOUN_NEAR, len(self.page))
            stop = min(stop, following[0].start) if following else stop
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


def _written_so(candidates: list[Someone], word: str) -> list[Someone]:
    """Those whose name has the word letter for letter, accents included, where not all have it and
    some do: Carrão is not Carrao where the article has both."""
    if len(candidates) == 1 or len(candidates) > MOST_NAMESAKES:
        return candidates
    alike = [one for one in candidates if any(word in form.split() for form in one.forms.values())]
    return alike or candidates


def _clipped(word: str) -> set[str]:
    """A word whole and without each of its letters: two that are one edit apart share one of
    these. Only the first letters of words that are none count."""
    word = word[:LONGEST_SURNAME]
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def form_gender(someone: Someone) -> Gender | None:
    """The gender of somebody's given name, in whatever form."""
    return next((g for form in someone.forms if (g := gender_of(form))), None)

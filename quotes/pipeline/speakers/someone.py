"""One person in one article: by what names, where, and as what."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from quotes.given_names import given_names
from quotes.pipeline.speakers.mentions import Mention
from quotes.pipeline.speakers.names import Name, same_given, tidy
from quotes.pipeline.speakers.rolephrases import Description
from quotes.records import Speaker
from quotes.registry import Gender, Person, fold_words


@dataclass(eq=False)
class Someone:
    """One person in one article. `forms`: full names met, with how they were written first."""

    forms: dict[Name, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    known: Person | None = None
    gender: Gender | None = None

    @cached_property
    def name(self) -> str:
        """The fullest name: as the article has it, in the registry's spelling where that fits.
        Asked for once the forms and who is known are settled."""
        best = max(self.forms, key=fullness)
        if self.known is not None and len(best) <= len(fold_words(self.known.name)):
            return self.known.name
        return tidy(self.forms[best])

    @property
    def record(self) -> Speaker:
        """The Speaker that a quote of theirs has."""
        known = self.known
        return Speaker(
            name=self.name,
            id=known.id if known else None,
            wikidata=known.wikidata if known else None,
        )

    @property
    def key(self) -> str:
        """The person's id inside the Doc."""
        return self.name


@dataclass(eq=False)
class Unnamed:
    """Somebody who has spoken and whom the article never names. `record`: as the speaker of a
    quote; None where they are "he" or "who" alone."""

    record: Speaker | None
    gender: Gender | None = None


def fullness(name: Name) -> tuple[bool, int, int]:
    """How full a name is: with a given name, words, words that are no initials."""
    return name[0] in given_names().gender, len(name), sum(len(word) > 1 for word in name)


def bears_name(someone: Someone, person: Person, *, any_given: bool = False) -> bool:
    """True if the fullest name of somebody is one of the registry's person, with the first given
    name or a short form of it; `any_given`: another given name does, too ("Javad Zarif")."""
    name = max(someone.forms, key=fullness)
    return len(name) > 1 and any(
        _spelt(name, fold_words(spelling), any_given) for spelling in person.spellings
    )


def _spelt(name: Name, spelling: Name, any_given: bool) -> bool:
    if name == spelling:
        return True
    givens = spelling[:-1] if any_given else spelling[:1]
    return name[-1] == spelling[-1] and any(same_given(name[0], word) for word in givens)

"""The entries of a speakers file: people with dated offices, and bodies.

The annotations are the form of the file, which `form.py` holds its tables against with pydantic.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

from anyascii import anyascii
from pydantic import AfterValidator, ConfigDict, Field, StrictBool

Gender = Literal["m", "f"]


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Latin letters without accents, in lower case: "Çavuşoğlu" → "cavusoglu"."""
    return (text if text.isascii() else anyascii(text)).casefold()


@lru_cache(maxsize=100_000)
def fold_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without dots, commas and apostrophes at their ends."""
    words = (word.strip(".,;:'\"()") for word in fold(name).split())
    return tuple(word for word in words if word)


def _with_words(text: str) -> str:
    if not fold_words(text):
        raise ValueError("without a word")
    return text


Words = Annotated[str, AfterValidator(_with_words)]
Day = Annotated[dt.date, Field(strict=True)]
Entity = Annotated[str, Field(pattern=r"^Q[1-9]\d*$")]
Address = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$")]


@dataclass(frozen=True)
class Office:
    """An office held from the day `start` to the day `end`, both inclusive.

    `start` None: not known; `end` None: held still, or, where there is `as_of`, not known: on that
    day it was held, later perhaps no more. `source`: a public page where it can be looked up, if
    another than the person's.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    title: Words
    of: Words
    start: Annotated[Day | None, Field(alias="from")] = None
    end: Annotated[Day | None, Field(alias="until")] = None
    source: Address | None = None
    as_of: Day | None = None

    @property
    def last(self) -> dt.date | None:
        """The last day on which it was held for certain; None: it is held still."""
        return self.end or self.as_of

    def covers(self, on: dt.date) -> bool:
        """True if it was held on that day for certain."""
        return self.start is not None and self.start <= on <= (self.last or dt.date.max)


@dataclass(frozen=True)
class Person:
    """Somebody whom the registry knows.

    `common`: the surname alone does not mean them; `needs_support`: nor does the whole name, unless
    the article says more of them; `source`: a public page where names, offices and days can be
    looked up; `wikidata`: the id of the person there.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: Words
    name: Words
    names: tuple[Words, ...] = ()
    gender: Gender | None = None
    offices: tuple[Office, ...] = ()
    common: StrictBool = False
    needs_support: StrictBool = False
    source: Address | None = None
    wikidata: Entity | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all other spellings."""
        return (self.name, *self.names)


@dataclass(frozen=True)
class Organization:
    """A body that speaks in the news; `of` is the country or body for which it speaks."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: Words
    name: Words
    names: tuple[Words, ...] = ()
    of: Words | None = None
    source: Address | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all other spellings."""
        return (self.name, *self.names)

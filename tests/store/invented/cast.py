"""The speakers in the articles of a batch, and what each article calls them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotes.records import Speaker

from .shares import Shares
from .world import REGISTERED, Invented

MOST = 16
"""So many speakers an article has, at most."""

MENTIONS = Shares.of([32, 36, 20, 12])
"""How often a source is called by role and name, by name, by a short name, by a pronoun."""

_PER_SPEAKER = 3  # quotes
_SKEW = 1.5  # the first speakers of an article say more than the last
_ROLE, _AFFILIATION, _OFFICE = 0.7, 0.47, 0.95  # how often it is known of those who have one


class Source(NamedTuple):
    """A speaker in one article: all that the article's quotes have of them.

    `mentions`: with the role, the whole name, a short one, and a pronoun.
    """

    speaker: Speaker
    role: str | None
    affiliation: str | None
    office: str | None
    mentions: tuple[str, str, str, str]


class Cast:
    """The speakers of a batch by their places in it: MOST for each article."""

    def __init__(self, rng: np.random.Generator, world: Invented, counts: NDArray[Any]) -> None:
        self._world = world
        self._numbers = world.speaker_shares.draw(rng, MOST * len(counts)).tolist()
        self._chances = rng.random((MOST * len(counts), 3)).tolist()
        self._met: dict[int, Source | None] = {}

    def __getitem__(self, place: int) -> Source | None:
        """The source at a place; None where nobody is named."""
        if place not in self._met:
            self._met[place] = self._source(self._numbers[place], *self._chances[place])
        return self._met[place]

    def _source(self, number: int, role: float, affiliation: float, office: float) -> Source | None:
        speaker = self._world.speaker(number)
        if speaker is None:
            return None
        called = self._world.role(number) if speaker.type == "person" and role < _ROLE else None
        belongs = speaker.type in ("person", "organization") and affiliation < _AFFILIATION
        return Source(
            speaker=speaker,
            role=called,
            affiliation=self._world.affiliation(number) if belongs else None,
            office=self._world.office(number) if number < REGISTERED and office < _OFFICE else None,
            mentions=_mentions(speaker, called, "she" if number % 2 else "he"),
        )


def draw_places(rng: np.random.Generator, counts: NDArray[Any]) -> list[int]:
    """For each quote the place of who says it, where an article has `counts` quotes."""
    sizes = np.minimum(1 + counts // _PER_SPEAKER, MOST)
    chance = rng.random(counts.sum()) ** _SKEW
    chosen = (chance * np.repeat(sizes, counts)).astype(int)
    places: list[int] = (np.repeat(MOST * np.arange(len(counts)), counts) + chosen).tolist()
    return places


def _mentions(speaker: Speaker, role: str | None, pronoun: str) -> tuple[str, str, str, str]:
    name = speaker.name
    if speaker.type == "person":
        return f"{role} {name}" if role else name, name, name.split()[-1], pronoun
    return name, name, name, "it" if speaker.type == "organization" else "they"

"""Which paragraphs of a text are no part of the story."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quotes.asides.features import KINDS
from quotes.asides.model import classifier

CERTAIN = 0.6
"""How probable it must be that a paragraph is none of the story's: a quote that is dropped in error
is worse than one that is kept. Chosen, with `LEARNT`, on PolNeAR's development articles and 200 of
its training articles, which have few asides: no quote of theirs is left out."""

STARTS = np.array([0.8, 0.2])
ENDS = np.array([0.2, 0.8])
MOVES = np.array([[0.95, 0.05], [0.3, 0.7]])
"""Asides stand together: how probable a text begins with the story or an aside, how probable each
follows on each, and how readily a text ends after each. `LEARNT` takes out what the classifier
has learnt of how frequent both are."""

LEARNT = np.array([0.65, 0.35])

_LINK = re.compile(r"(?<!!)\[([^\]\[]*)\]\([^()\s]*\)")
_LINKED, _LONGEST_LINK = 0.6, 400
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Aside:
    """The characters [start, end) of a text that are no part of the story; `kind` as in KINDS."""

    start: int
    end: int
    kind: str


def find_asides(text: str, title: str | None = None, *, told: Collection[int] = ()) -> list[Aside]:
    """The asides of a text, one for each paragraph, in its order.

    The title is none, and neither is a paragraph with one of the characters `told`.
    """
    matches = [match for match in _LINE.finditer(text) if not match.group().isspace()]
    if not matches:
        return []
    odds = np.array([classifier()(match.group()) for match in matches])
    places = sorted(told)
    for number, match in enumerate(matches):
        is_told = bisect_left(places, match.start()) < bisect_left(places, match.end())
        if is_told or (title and match.group().strip("#*_ ") == title):
            odds[number] = np.eye(len(KINDS))[0]
        elif _leads_elsewhere(match.group().strip()):
            odds[number] = np.eye(len(KINDS))[KINDS.index("link")]
    certain = _in_their_order(np.stack([odds[:, 0], 1 - odds[:, 0]], axis=1) / LEARNT) > CERTAIN
    return [
        Aside(match.start(), match.end(), KINDS[1 + int(row[1:].argmax())])
        for match, row, is_aside in zip(matches, odds, certain, strict=True)
        if is_aside
    ]


def _leads_elsewhere(line: str) -> bool:
    """A line of Markdown that is a link, but for a word or two: "Related: [Mayor Says No](…)".

    Headings and bylines may be links, too, and stay the story's.
    """
    links = _LINK.findall(line[:_LONGEST_LINK])
    if not links or line.startswith(("#", "By ", "by ")) or len(line) > _LONGEST_LINK:
        return False
    return sum(map(len, links)) > _LINKED * len(_LINK.sub(r"\1", line))


def _in_their_order(seen: NDArray[np.float64]) -> NDArray[np.float64]:
    """[paragraphs]: how probable each is an aside, given all of them, by the forward-backward
    algorithm (Rabiner, 1989). `seen`: [paragraphs, 2] how well it fits the story, and an aside."""
    seen = seen.clip(1e-4)
    before, after = np.empty_like(seen), np.ones_like(seen)
    after[-1] = ENDS
    belief = STARTS
    for number, fit in enumerate(seen):
        belief = belief * fit
        before[number] = belief / belief.sum()
        belief = before[number] @ MOVES
    for number in range(len(seen) - 1, 0, -1):
        back = MOVES @ (seen[number] * after[number])
        after[number - 1] = back / back.sum()
    both = before * after
    return np.asarray(both[:, 1] / both.sum(axis=1))

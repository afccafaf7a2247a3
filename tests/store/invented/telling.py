"""Quotes written into the text of an article, and where their parts stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from quotes.records import Act, Factuality, Kind, Offsets

from .shares import Shares

_PARAGRAPH = 3  # sentences
_PARTED, _LEAST_PARTED = 0.115, 4  # how often a quote is in two pieces, and of how many words
_LEADS = {"direct": 0.85, "mixed": 0.15, "indirect": 0.15}

_KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
_ACTS: tuple[Act, ...] = ("speech", "thought")
_FACTUALITIES: tuple[Factuality, ...] = ("factual", "negated", "hypothetical")
_FACTS = tuple(product(_KINDS, _ACTS, _FACTUALITIES))
_FACT_SHARES = Shares.of(np.outer(np.outer([20, 20, 60], [88, 12]), [92, 4, 4]).ravel())
_CUES = {
    ("speech", "factual"): "said|said|said|told reporters|has said|announced on Monday|said|says"
    "|warned|told a news conference|added|wrote on social media|argued|told the court|suggested",
    ("speech", "negated"): "did not say|denied|has never said|refused to say",
    ("speech", "hypothetical"): "may say|would say|is to announce|could argue",
    ("thought", "factual"): "believes|thinks|hopes|is convinced|expects|feared",
    ("thought", "negated"): "does not believe|never thought",
    ("thought", "hypothetical"): "may think|would hope",
}
_CUE_LISTS = {facts: tuple(cues.split("|")) for facts, cues in _CUES.items()}


class Told(NamedTuple):
    """The parts of a quote that stay when another article repeats it.

    `start` and `end`: its words among those of the batch, links and words in turn. `parted`: it
    stands in two pieces with the source between them; `leads`: it stands before the source, and
    else, where it is indirect, begins with "that". `who`: its place in the cast.
    """

    start: int
    end: int
    kind: Kind
    act: Act
    factuality: Factuality
    parted: bool
    leads: bool
    who: int

    def cue(self, chance: float) -> str:
        """One of the words that tell such a quote."""
        cues = _CUE_LISTS[self.act, self.factuality]
        return cues[int(chance * len(cues))]


def draw_told(
    rng: np.random.Generator, bounds: Sequence[tuple[int, int]], places: Sequence[int]
) -> list[Told]:
    """Quotes with these words, by those at these places."""
    facts = _FACT_SHARES.draw(rng, len(bounds)).tolist()
    chances = rng.random((len(bounds), 2)).tolist()
    told = []
    for (start, end), fact, (parts, leads), who in zip(bounds, facts, chances, places, strict=True):
        kind, act, factuality = _FACTS[fact]
        parted = parts < _PARTED and end - start >= 2 * _LEAST_PARTED
        first = parted or leads < _LEADS[kind]
        told.append(Told(start, end, kind, act, factuality, parted, first, who))
    return told


class Page:
    """The text of an article while it is written."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._sentences = 0

    @property
    def text(self) -> str:
        """The text that is written so far."""
        return "".join(self._parts)

    def add(self, words: str) -> Offsets:
        """Write words; return where they stand."""
        start = self._length
        self._length += len(words)
        self._parts.append(words)
        return start, self._length

    def begin_sentence(self) -> None:
        """Write what stands before a sentence."""
        if self._sentences:
            self.add(" " if self._sentences % _PARAGRAPH else "\n\n")
        self._sentences += 1


class Places(NamedTuple):
    """Where the parts of a quote stand in the text."""

    content: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    source: tuple[Offsets, ...]


def write_quote(
    page: Page, told: Told, units: Sequence[str], cue: str, mention: str | None
) -> Places:
    """Write a sentence that tells a quote; without a mention of the source it is passive."""
    words = _pieces(told, units)
    page.begin_sentence()
    first = page.add(words[0]) if told.leads else None
    if first:
        page.add(" " if told.kind == "direct" else ", ")
    source, cue_place = _write_source(page, cue, mention, begins=first is None)
    if not first:
        page.add(", " if told.kind == "direct" else " ")
        first = page.add(words[0])
    elif len(words) > 1:
        page.add(", ")
    last = page.add(words[1]) if len(words) > 1 else first
    page.add(".")
    return Places((first,) if first is last else (first, last), (cue_place,), source)


def write_sentence(page: Page, words: str) -> None:
    """Write a sentence that tells no quote."""
    page.begin_sentence()
    page.add(f"{capital(words)}.")


def capital(words: str) -> str:
    """The words, as they begin a sentence."""
    return words[:1].upper() + words[1:]


def _write_source(
    page: Page, cue: str, mention: str | None, *, begins: bool
) -> tuple[tuple[Offsets, ...], Offsets]:
    if mention is None:
        page.add("As it was " if begins else "as it was ")
        return (), page.add(cue)
    place = page.add(capital(mention) if begins else mention)
    page.add(" ")
    return (place,), page.add(cue)


def _pieces(told: Told, units: Sequence[str]) -> list[str]:
    """The content's words in one or two pieces, as they will stand in the text."""
    start, end = told.start, told.end
    if not told.parted:
        words = [_marked(told, units, start, end)]
    else:
        middle = start + (end - start) // 4 * 2
        rest = "".join(units[middle:end]).lstrip(" ,")
        words = [_marked(told, units, start, middle), rest]
    if told.leads:
        words[0] = capital(words[0])
    elif told.kind != "direct":
        words[0] = f"that {words[0]}"
    if told.kind == "direct":
        words = [f"“{capital(part) if part is words[0] else part}”" for part in words]
        if told.leads:
            words[0] = f"{words[0][:-1]},”"
    return words


def _marked(told: Told, units: Sequence[str], start: int, end: int) -> str:
    """The words of a piece; in a mixed quote some of them stand in quotation marks."""
    if told.kind != "mixed":
        return "".join(units[start:end])
    third = (end - start) // 6 * 2
    marked = start + third + 1, end - third
    before, inner, after = (
        "".join(part)
        for part in (units[start : marked[0]], units[marked[0] : marked[1]], units[marked[1] : end])
    )
    return f"{before}“{inner}”{after}"

"""How the words of a draft's quotation lie on the words of a place: what is shared in one order,
what is left out, and what was put in its stead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Literal

from quotes.check.words import Word, Words

SURE = 3
"""Words in a row that are the same wherever they stand; fewer are only near others."""

SIGN = "…"
"""Stands among the forms of a draft's words for something left out; no word is equal to it."""

LONGEST = 1_000
"""Words of a place among which a quotation is looked for at once."""

WINDOW = 10
"""Words beyond twice as many as the draft has, among which others are looked for."""

NAMES_LETTERS = 4
"""Letters from which on two spellings of a name are compared."""

Where = Literal["before", "within", "after"]
"""Where something is left out: before the words that are quoted, between them, or after them."""


@dataclass(frozen=True)
class Run:
    """Words of the draft [one, one_end) that are the same as the place's [other, other_end)."""

    one: int
    one_end: int
    other: int
    other_end: int

    def moved(self, one: int, other: int) -> Run:
        """So many words further on."""
        return Run(self.one + one, self.one_end + one, self.other + other, self.other_end + other)

    def mirrored(self, one: int, other: int) -> Run:
        """A run of words that were counted backwards from these places."""
        return Run(one - self.one_end, one - self.one, other - self.other_end, other - self.other)


@dataclass(frozen=True)
class Gap:
    """Words of the draft and of the place that are not shared, (start, end) each: between two runs,
    before the first or after the last. `told`: the draft says that something is left out there."""

    where: Where
    draft: tuple[int, int]
    place: tuple[int, int]
    told: bool

    @property
    def is_cut(self) -> bool:
        """True where words are left out and none put in their stead."""
        return self.draft[0] == self.draft[1]


@dataclass(frozen=True)
class Alignment:
    """The words of a draft's quotation on those of a place."""

    draft: Words
    place: Words
    runs: tuple[Run, ...]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """In their order; those with nothing in them are left out. What is left out at an end is of
        the same sentence of the place."""
        return tuple(self._gaps())

    @cached_property
    def likeness(self) -> float:
        """How much of the draft's words, by weight, is shared in their order, 0 to 1."""
        shared = sum(
            word.weight for run in self.runs for word in self.draft.words[run.one : run.one_end]
        )
        return shared / self.draft.weight if self.draft.weight else 0.0

    @cached_property
    def wording(self) -> float:
        """How much of the draft's words, by weight, has words of the same meaning around the runs,
        in any order: 0 to 1."""
        if not self.runs:
            return 0.0
        first, last = self.runs[0], self.runs[-1]
        start = max(0, first.other - first.one - SURE)
        end = last.other_end + len(self.draft) - last.one_end + SURE
        there = {word.root for word in self.place.words[start:end]}
        shared = sum(word.weight for word in self.draft.words if word.root in there)
        return shared / self.draft.weight if self.draft.weight else 0.0

    @property
    def shared(self) -> int:
        """How many words are shared in their order."""
        return sum(run.one_end - run.one for run in self.runs)

    def _gaps(self) -> Iterator[Gap]:
        draft, first, last = self.draft, self.runs[0], self.runs[-1]
        begin, end = self.place.sentence(first.other, last.other_end)
        told = any(word.gap for word in draft.words[: first.one + 1])
        stead = max(begin, first.other - first.one)
        yield from self._gap("before", (0, 0), (begin, stead), told=told)
        yield from self._gap("before", (0, first.one), (stead, first.other), told=told)
        for run, after in pairwise(self.runs):
            told = any(word.gap for word in draft.words[run.one_end : after.one + 1])
            between = (run.one_end, after.one), (run.other_end, after.other)
            yield from self._gap("within", *between, told=told)
        told = draft.gap_after or any(word.gap for word in draft.words[last.one_end :])
        stead = min(end, last.other_end + len(draft) - last.one_end)
        rest = (last.one_end, len(draft)), (last.other_end, stead)
        yield from self._gap("after", *rest, told=told)
        yield from self._gap("after", (len(draft), len(draft)), (stead, end), told=told)

    def _gap(
        self, where: Where, draft: tuple[int, int], place: tuple[int, int], *, told: bool
    ) -> Iterator[Gap]:
        silent = where == "within" and not told and self._is_broken(place)
        if draft[0] < draft[1] or place[0] < place[1] or silent:
            yield Gap(where, draft, place, told)

    def _is_broken(self, place: tuple[int, int]) -> bool:
        """True where the place itself does not say what stands between two words."""
        return any(word.gap for word in self.place.words[place[0] : place[1] + 1])


def align(draft: Words, place: Words) -> Alignment | None:
    """The draft's words on the place's, from the longest run that is the same outwards (Ratcliff
    and Obershelp 1988, by difflib); None where no word that carries meaning is shared.

    No run reaches over a place where the draft says that something is left out. A short run far
    from the others is no part of it, unless the draft says that something is left
    out there.
    """
    place = _window(draft, place)
    draft = _respelt(draft, place)
    one, other = _with_signs(draft), place.forms
    matcher = SequenceMatcher(None, other, one, autojunk=False)
    longest = matcher.find_longest_match()
    middle = Run(longest.b, longest.b + longest.size, longest.a, longest.a + longest.size)
    runs = [
        *(
            run.mirrored(middle.one, middle.other)
            for run in reversed(_outwards(one[: middle.one][::-1], other[: middle.other][::-1]))
        ),
        middle,
        *(
            run.moved(middle.one_end, middle.other_end)
            for run in _outwards(one[middle.one_end :], other[middle.other_end :])
        ),
    ]
    words = [run.moved(-one[: run.one].count(SIGN), 0) for run in runs]
    shared = (word for run in words for word in draft.words[run.one : run.one_end])
    if longest.size <= SURE and not any(word.weight == 1 for word in shared):
        return None
    return Alignment(draft, place, tuple(part for run in words for part in _unbroken(run, place)))


def _window(draft: Words, place: Words) -> Words:
    """The LONGEST words of a long place among which most of the draft's are."""
    if len(place) <= LONGEST:
        return place
    wanted = {word.form for word in draft.words if word.weight == 1} or set(draft.forms)
    hits = [0, *accumulate(form in wanted for form in place.forms)]
    starts = range(0, len(place) - LONGEST // 2, LONGEST // 2)
    best = max(starts, key=lambda start: hits[min(start + LONGEST, len(place))] - hits[start])
    words = place.words[best : best + LONGEST]
    return Words(place.text, words, gap_after=place.gap_after)


def _with_signs(draft: Words) -> list[str]:
    """The forms of the words, with a SIGN wherever something is said to be left out."""
    forms = [form for word in draft.words for form in ((SIGN,) if word.gap else ()) + (word.form,)]
    return [*forms, SIGN] if draft.gap_after else forms


def _outwards(one: Sequence[str], other: Sequence[str]) -> list[Run]:
    """The runs that belong to one that ends before both, the next one first."""
    window = len(other) if SIGN in one else WINDOW + 2 * len(one)
    matcher = SequenceMatcher(None, other[:window], one, autojunk=False)
    kept: list[Run] = []
    done, done_other = 0, 0
    for block in matcher.get_matching_blocks():
        skipped = block.a - done_other
        near = skipped <= block.b - done + 2 * block.size or block.size >= SURE
        if block.size and (near or SIGN in one[done : block.b]):
            kept.append(Run(block.b, block.b + block.size, block.a, block.a + block.size))
            done, done_other = kept[-1].one_end, kept[-1].other_end
    return kept


def _unbroken(run: Run, place: Words) -> Iterator[Run]:
    """The run in parts: the place says that between two of them something stood."""
    start = run.other
    for at in range(run.other + 1, run.other_end + 1):
        if at == run.other_end or place.words[at].gap:
            shift = run.one - run.other
            yield Run(start + shift, at + shift, start, at)
            start = at


def _respelt(draft: Words, place: Words) -> Words:
    """The draft's words, those that the place has in another spelling in the place's: "cease-fire"
    for "ceasefire", and names of other letters."""
    there = set(place.forms)
    strange = [word.form not in there for word in draft.words]
    if not any(strange):
        return draft
    pairs = {one + other: (one, other) for one, other in pairwise(place.forms)}
    words: list[Word] = []
    was_strange = False
    for word, is_strange in zip(draft.words, strange, strict=True):
        if words and words[-1].form + word.form in there and (is_strange or was_strange):
            before = words.pop()
            words.append(before._replace(form=before.form + word.form, end=word.end))
        elif is_strange and word.form in pairs:
            one, other = pairs[word.form]
            words += [word._replace(form=one), word._replace(form=other, gap=False, first=False)]
        elif is_strange and (name := _same_name(draft, word, place)):
            words.append(word._replace(form=name))
        else:
            words.append(word)
        was_strange = is_strange
    return Words(draft.text, words, gap_after=draft.gap_after)


def _same_name(draft: Words, word: Word, place: Words) -> str | None:
    """The form of a name of the place that is this one in other letters; else None."""
    from quotes.identity import is_same_word

    if len(word.form) < NAMES_LETTERS or not draft.text[word.start].isupper():
        return None
    names = (one for one in place.words if place.text[one.start].isupper())
    others = (one.form for one in names if len(one.form) >= NAMES_LETTERS)
    return next((form for form in dict.fromkeys(others) if is_same_word(word.form, form)), None)

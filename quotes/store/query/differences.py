"""How one wording of a saying differs from another, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from quotes.sayings.wording import LITTLE
from quotes.store.search.tokens import plain, spans_of

What = Literal["kept", "left out", "put in"]
Where = Literal["before", "within", "after"]


CLOSE = 2
"""Words between two runs that belong together, of both texts."""


class Part(NamedTuple):
    """Words in a row, as they stand in their text with the marks and spaces behind them."""

    what: What
    text: str


def differences(one: str, other: str) -> list[Part]:
    """The words of `other` beside those of `one`: what it keeps, leaves out and puts in.

    The texts of what is kept and put in are, one after the other, `other`. Case, diacritics and
    marks make no difference. As many words are kept as can be (the longest common subsequence), but
    for little ones that stand alone among others.
    """
    from rapidfuzz.distance import Indel

    mine, theirs = _Text(one), _Text(other)
    kept = _substantial(
        [
            (step.src_start, step.src_end, step.dest_start, step.dest_end)
            for step in Indel.opcodes(mine.forms, theirs.forms)
            if step.tag == "equal"
        ],
        mine,
        theirs,
    )
    return list(_joined(_parts(kept, mine, theirs)))


def cuts(parts: Sequence[Part]) -> list[Where]:
    """Where words are left out and none put in their stead: before what is kept, within, after."""
    found: list[Where] = []
    for place, part in enumerate(parts):
        around = [parts[at].what for at in (place - 1, place + 1) if 0 <= at < len(parts)]
        if part.what == "left out" and "put in" not in around and len(parts) > 1:
            found.append("before" if place == 0 else "after" if part is parts[-1] else "within")
    return list(dict.fromkeys(found))


class _Text:
    """A text in stretches, each from a word to the next one; the first has the marks before it."""

    def __init__(self, text: str) -> None:
        spans = list(spans_of(text)) or [(0, len(text))]
        self.text = text
        self.forms = [plain(text[start:end]) for start, end in spans]
        self._starts = [0, *(start for start, _ in spans[1:]), len(text)]

    def between(self, first: int, last: int) -> str:
        """The stretches from one to before another."""
        return self.text[self._starts[first] : self._starts[last]]

    def __len__(self) -> int:
        return len(self.forms)


_Run = tuple[int, int, int, int]


def _substantial(runs: Sequence[_Run], mine: _Text, theirs: _Text) -> list[_Run]:
    """Without runs of nothing but little words that neither begin nor end both texts, nor lie
    close to another run: these are shared by chance."""
    whole = (0, 0, 0, 0), (len(mine), len(mine), len(theirs), len(theirs))
    around = [whole[0], *runs, whole[1]]
    return [
        run
        for place, run in enumerate(runs)
        if not LITTLE.issuperset(mine.forms[run[0] : run[1]])
        or any(_are_close(*pair) for pair in pairwise(around[place : place + 3]))
    ]


def _are_close(one: _Run, other: _Run) -> bool:
    """True if at most CLOSE words of both texts together are between two runs."""
    return other[0] - one[1] + other[2] - one[3] <= CLOSE


def _parts(kept: Sequence[_Run], mine: _Text, theirs: _Text) -> Iterator[Part]:
    ends = [(0, 0, 0, 0), *kept, (len(mine), len(mine), len(theirs), len(theirs))]
    for before, run in pairwise(ends):
        yield Part("left out", mine.between(before[1], run[0]))
        yield Part("put in", theirs.between(before[3], run[2]))
        yield Part("kept", theirs.between(run[2], run[3]))


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Without empty ones, those of one kind in a row in one."""
    there = (part for part in parts if part.text)
    for what, row in groupby(there, key=lambda part: part.what):
        yield Part(what, "".join(part.text for part in row))

"""Decides of two quotations if they are one saying, and says why; reads and writes nothing.

A quotation goes from outlet to outlet whole, cut, with other marks, or translated anew. Two
speeches share whole phrases, too. So a cut must lie in the other in one run, and what is told in
other words must agree in whatever a translator does not change: numbers, names, negations, and
whether it is a question.
Copies are as in text reuse (Clough et al. 2002), likeness as in Dice (1945).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from quotes.records import Kind
from quotes.sayings.compare import Words, count, in_order, order, overlap
from quotes.sayings.words import Word, read_pieces, read_words

ENOUGH = 5.0
"""Words that carry meaning, from which on words alone tell; see `substance`."""
LITTLE_WEIGHT = 1 / 3
RARE = 10.0
"""Substance of a quotation that nobody says twice by chance."""

NEAR, WEEK = 3, 7
"""Days within which a saying is translated anew, and within which one is quoted."""

COMPACT = 0.7
"""Likeness of a cut and the part it is cut from: what was left out in between is short."""
RETOLD, REARRANGED = 0.72, 0.5
"""Likeness, and words in the same order, of two wordings of one saying."""
SAME_FRAME = 0.86
"""Order from which on one word in the place of another is another thing, not another wording."""
COPIED = 0.9

LONGEST = 4_000
"""Characters: of longer quotations the beginning is compared."""

_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„]+)(?:[”\"»“]|$)")


@dataclass(frozen=True)
class Said:
    """A quotation: its text, how it stands in quotation marks, who said it (None: unknown), when.

    `speaker` is any name that is equal for one person only; `day` that on which it was said or
    published.
    """

    text: str
    kind: Kind = "direct"
    speaker: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True)
class Decision:
    """One saying or two, and why."""

    verdict: Literal["same", "different"]
    why: str


def decide(one: Said, other: Said) -> Decision:
    """Decide if two quotations are one saying. It does not matter which is given first.

    Two known speakers never share one. Words without much substance must be identical, of one
    speaker and one day. A cut lies in the other in one run, but for pieces that are marked with
    "…". Other wordings count between words in quotation marks only, of one known speaker, within
    days; indirect speech is compared for copies only.
    """
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return Decision("different", "two speakers")
    short, long = sorted((one, other), key=lambda said: (len(evidence(said)), said.text))
    same_speaker = one.speaker is not None and one.speaker == other.speaker
    days = days_between(one.day, other.day)
    why = _same(short, long, same_speaker, days)
    return Decision("same", why) if why else Decision("different", "other words")


def days_between(one: dt.date | None, other: dt.date | None) -> int | None:
    """Days from one to the other, positive in either direction; None where one is unknown."""
    return abs((one - other).days) if one and other else None


def substance(words: Words) -> float:
    """How much a run of words says: words that carry meaning, and little ones a third."""
    full = count(words)
    return full + LITTLE_WEIGHT * (len(words) - full) if full > 1 else float(full)


def evidence(said: Said) -> tuple[Word, ...]:
    """The words that are compared: the speaker's own, of a mixed quotation those in marks."""
    return read_words(_quoted(said))


def _same(short: Said, long: Said, same_speaker: bool, days: int | None) -> str | None:
    if "indirect" in (short.kind, long.kind):
        near = days is None or days <= NEAR
        return "copied" if near and _is_copied(evidence(short), evidence(long)) else None
    weight = substance(evidence(short))
    if weight < ENOUGH:
        identical = _is_identical(evidence(short), evidence(long))
        return "the same words" if identical and same_speaker and days == 0 else None
    in_time = days is not None and days <= WEEK
    if (weight >= RARE or in_time or (same_speaker and days is None)) and _is_cut(short, long):
        return "cut"
    near = days is not None and days <= NEAR
    return "retold" if same_speaker and near and _is_retold(short, long) else None


def _quoted(said: Said) -> str:
    text = said.text[:LONGEST]
    if said.kind != "mixed":
        return text
    return " ... ".join(text[start:end] for start, end in quoted_spans(text)) or text


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks in the text of a mixed quotation."""
    return [match.span(1) for match in _QUOTED.finditer(text)]


def _is_identical(one: Words, other: Words) -> bool:
    mine, theirs = ([(word.root, word.asks) for word in words] for words in (one, other))
    return bool(mine) and mine == theirs


def _is_copied(one: Words, other: Words) -> bool:
    both = overlap(one, other)
    alike = both.likeness >= COPIED and order(one, other) >= COPIED and not both.exchanged
    return substance(one) >= ENOUGH and alike and both.contradiction() is None


def _is_cut(short: Said, long: Said) -> bool:
    """True if each piece of the short one lies in the long one."""
    whole = evidence(long)
    for piece in read_pieces(_quoted(short)):
        found = in_order(piece, whole)
        if found is None:
            return False
        if count(found.one_left) or found.likeness < COMPACT or found.contradiction():
            return False
    return True


def _is_retold(one: Said, other: Said) -> bool:
    mine, theirs = evidence(one), evidence(other)
    both = overlap(mine, theirs)
    if both.likeness < RETOLD or both.contradiction():
        return False
    return REARRANGED <= order(mine, theirs) <= (SAME_FRAME if both.exchanged else 1)

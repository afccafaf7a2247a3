"""Where the words of a span point to, and the cues that only the pointers find."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quotes.encoder.decode import Floats
from quotes.encoder.features import Ints
from quotes.encoder.labels import ROLE_LABELS
from quotes.encoder.links import Links
from quotes.encoder.session import Scores

Range = tuple[int, int]  # word numbers [start, end)

LONGEST_CUE = 5  # words; of those that have no label


@dataclass(frozen=True, slots=True)
class Pointers:
    """The mean pointer of a span's words: shares [w] over the words first … first + w, and none on
    the others in sight."""

    sight: Range
    first: int
    shares: Floats

    def on(self, cue: Range) -> float:
        """The share on a cue that is in sight."""
        start, end = (max(0, place - self.first) for place in cue)
        return float(self.shares[start:end].sum())

    def seen(self, cues: list[Range]) -> Iterator[tuple[int, float]]:
        """(number, share) of each cue in sight. `cues` are in text order."""
        for number in range(bisect_left(cues, (self.sight[0], 0)), len(cues)):
            if cues[number][1] > self.sight[1]:
                return
            yield number, self.on(cues[number])

    def same(self, other: Pointers) -> float:
        """The probability that both point to one word."""
        first = max(self.first, other.first)
        end = min(self.first + len(self.shares), other.first + len(other.shares))
        if end <= first:
            return 0.0
        mine = self.shares[first - self.first : end - self.first]
        return float(mine @ other.shares[first - other.first : end - other.first])


def pointers(links: list[Links], spans: list[Range]) -> list[Pointers]:
    """The mean pointer of each span, in the window that holds most of its words.

    The spans are in text order and do not overlap.
    """
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    found = [Pointers((0, 0), 0, np.zeros(0, dtype=np.float32)) for _ in spans]
    seen = [0] * len(spans)
    for part in links:
        window = part.window
        near = bisect_right(ends, window.core_start), bisect_left(starts, window.core_end)
        for i in range(*near):
            first = max(spans[i][0], window.core_start)
            last = min(spans[i][1], window.core_end)
            if last - first > seen[i]:
                found[i] = _pointers(part, first, last)
                seen[i] = last - first
    return found


def _pointers(links: Links, first: int, last: int) -> Pointers:
    """Of the words `first` to `last`. Without the words at both ends that have no share: a window
    has some 300 words, and a text of four million characters a hundred thousand spans."""
    shares = links.mean(first, last)
    some = np.flatnonzero(shares)
    start, end = (int(some[0]), int(some[-1]) + 1) if len(some) else (0, 0)
    window = links.window
    return Pointers((window.start, window.end), window.start + start, shares[start:end].copy())


def unlabelled_cues(
    scores: Scores, contents: list[Pointers], cues: list[Range], roles: Ints, *, least: float
) -> list[Range]:
    """Cues at words that have no label, but that a content points to more than to any cue.

    `roles` [n]: the label of each word, 0 for none; `least`: the share that it takes.
    """
    new: list[Range] = []
    known: set[int] = set()
    for pointer in contents:
        if not len(pointer.shares) or pointer.shares.max() < least:
            continue
        place = pointer.first + int(pointer.shares.argmax())
        rivals = [share for _, share in pointer.seen(cues)]
        unknown = not roles[place] and place not in known
        if unknown and pointer.shares.max() > max(rivals, default=0.0):
            new.append((place, _cue_end(scores, place, roles)))
            known.update(range(*new[-1]))
    return new


def _cue_end(scores: Scores, place: int, roles: Ints) -> int:
    """A cue goes on as long as its inside is the most probable of all labels but none."""
    inside = ROLE_LABELS.index("I-cue")
    end, last = place + 1, min(place + LONGEST_CUE, len(roles))
    while end < last and not roles[end] and 1 + scores.role[end, 1:].argmax() == inside:
        end += 1
    return end

"""Where the words of a span point to, and the cues that only the pointers find."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quotes.encoder.decode import Floats
from quotes.encoder.features import Ints
from quotes.encoder.labels import ROLE_LABELS
from quotes.encoder.session import Scores

Range = tuple[int, int]  # word numbers [start, end)

LONGEST_CUE = 5  # words; of those that have no label


@dataclass(frozen=True)
class Pointers:
    """The mean pointer of a span's words: shares [w] over the words first … first + w."""

    first: int
    shares: Floats

    @property
    def end(self) -> int:
        """The end of the words in sight."""
        return self.first + len(self.shares)

    def on(self, cue: Range) -> float:
        """The share on a cue, 0 where it is out of sight."""
        if cue[0] < self.first or cue[1] > self.end:
            return 0.0
        if cue[1] - cue[0] == 1:
            return float(self.shares[cue[0] - self.first])
        return float(self.shares[cue[0] - self.first : cue[1] - self.first].sum())

    def seen(self, cues: list[Range]) -> Iterator[tuple[int, float]]:
        """(number, share) of each cue in sight. `cues` are in text order."""
        end = self.end
        for number in range(bisect_left(cues, (self.first, 0)), len(cues)):
            if cues[number][1] > end:
                return
            yield number, self.on(cues[number])

    def same(self, other: Pointers) -> float:
        """The probability that both point to one word."""
        first, end = max(self.first, other.first), min(self.end, other.end)
        if end <= first:
            return 0.0
        mine = self.shares[first - self.first : end - self.first]
        return float(mine @ other.shares[first - other.first : end - other.first])


def pointers(scores: Scores, spans: list[Range]) -> list[Pointers]:
    """The mean pointer of each span, in the window that holds most of its words.

    The spans are in text order and do not overlap.
    """
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    found = [Pointers(0, np.zeros(0, dtype=np.float32)) for _ in spans]
    seen = [0] * len(spans)
    for links in scores.links:
        window = links.window
        near = bisect_right(ends, window.core_start), bisect_left(starts, window.core_end)
        for i in range(*near):
            first = max(spans[i][0], window.core_start)
            last = min(spans[i][1], window.core_end)
            if last - first > seen[i]:
                found[i], seen[i] = Pointers(window.start, links.mean(first, last)), last - first
    return found


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

"""Which cue does each content and each source belong to? The model's pointer tells.

Every word of an attribution points to the first word of its cue. A span belongs to the cue that
its words, on average, point to; where they agree on a word that was not labelled as a cue, it
becomes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from quotes.encoder.decode import Floats, log_softmax
from quotes.encoder.features import Ints
from quotes.encoder.session import Scores

Range = tuple[int, int]  # word numbers [start, end)


@dataclass
class Group:
    """One attribution in the making; a strength is the share of the pointers on its cue."""

    cue: Range | None
    source: Range | None = None
    contents: list[Range] = field(default_factory=list)
    strengths: list[float] = field(default_factory=list)
    source_strength: float = 0.0


@dataclass
class Pointers:
    """Where the words of a span point to: shares [w] over the words first … first + w."""

    first: int
    shares: Floats

    def on(self, cue: Range) -> float:
        """The share on a cue, 0 where it is out of sight."""
        start, end = cue[0] - self.first, cue[1] - self.first
        return float(self.shares[start:end].sum()) if start >= 0 else 0.0

    def best(self, cues: list[Range]) -> tuple[int, float]:
        """The cue with the largest share, and that share; (-1, 0) for no cues."""
        shares = [self.on(cue) for cue in cues]
        best = max(range(len(shares)), key=shares.__getitem__, default=-1)
        return best, shares[best] if shares else 0.0


def pointers(scores: Scores, spans: list[Range]) -> list[Pointers]:
    """The mean pointers of each span, in the window that holds most of its words."""
    found = [Pointers(0, np.zeros(0, dtype=np.float32)) for _ in spans]
    seen = [0] * len(spans)
    for window, logits in scores.links:
        shares: Floats | None = None
        for i, (start, end) in enumerate(spans):
            first, last = max(start, window.core_start), min(end, window.core_end)
            if last - first <= seen[i]:
                continue
            if shares is None:
                shares = np.exp(log_softmax(logits))
            rows = shares[first - window.core_start : last - window.core_start]
            found[i], seen[i] = Pointers(window.start, rows.mean(0)), last - first
    return found


def unlabelled_cues(
    scores: Scores, contents: list[Pointers], cues: list[Range], roles: Ints, *, least: float
) -> list[Range]:
    """Cues at words that have no label, but that a content points to more than to any cue.

    `roles` [n]: the label of each word, 0 for none.
    """
    new: list[Range] = []
    for pointer in contents:
        if not len(pointer.shares):
            continue
        place = pointer.first + int(pointer.shares.argmax())
        share = float(pointer.shares.max())
        known = [*cues, *new]
        if roles[place] or share < least or share <= pointer.best(known)[1]:
            continue
        if not any(start <= place < end for start, end in new):
            new.append((place, _cue_end(scores, place, roles)))
    return new


def _cue_end(scores: Scores, place: int, roles: Ints) -> int:
    """A cue goes on as long as its inside is the most probable of all labels but none."""
    from quotes.encoder.labels import ROLE_LABELS

    inside = ROLE_LABELS.index("I-cue")
    end = place + 1
    while end < len(roles) and not roles[end] and 1 + scores.role[end, 1:].argmax() == inside:
        end += 1
        if end - place >= 4:
            break
    return end


def link(
    scores: Scores,
    contents: list[Range],
    cues: list[Range],
    sources: list[Range],
    *,
    least: float,
    join: float,
) -> list[Group]:
    """Groups of spans, one per cue that has a content; then the contents that have no cue.

    Contents take cues in the order of their shares. One with less than `join` doesn't come to a
    cue that another has, and one with less than `least` to none.
    """
    groups = [Group(cue) for cue in cues]
    orphans: list[Group] = []
    wishes = [(pointer.best(cues), content) for content, pointer in _pointed(scores, contents)]
    for (best, share), content in sorted(wishes, key=lambda wish: -wish[0][1]):
        if share >= (join if best >= 0 and groups[best].contents else least):
            groups[best].contents.append(content)
            groups[best].strengths.append(share)
        else:
            orphans.append(Group(None, contents=[content], strengths=[share]))
    for source, pointer in _pointed(scores, sources):
        best, share = pointer.best(cues)
        if share >= least and share > groups[best].source_strength:
            groups[best].source, groups[best].source_strength = source, share
    return [g for g in groups if g.contents] + orphans


def _pointed(scores: Scores, spans: list[Range]) -> Iterator[tuple[Range, Pointers]]:
    return zip(spans, pointers(scores, spans), strict=True)

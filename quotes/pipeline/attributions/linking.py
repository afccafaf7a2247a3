"""Which cue does each content and each source belong to? The model's pointers tell.

Every word of an attribution points to the first word of its cue. A span belongs to the cue that
its words, on average, point to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from quotes.encoder.features import Ints
from quotes.encoder.session import Scores
from quotes.pipeline.attributions.pointers import Pointers, Range, pointers


@dataclass(frozen=True)
class Thresholds:
    """Shares of pointers; chosen on the dev articles.

    least   brings a content or a source to the cue that it points to most
    join    brings a content to a cue that has one already
    spare   brings a content whose best cue is taken to another one that has none
    shared  brings a source also to a cue that it does not point to most: it may serve several
    same    brings a source to a group without one: the probability that both point to one word
    """

    least: float = 0.1
    join: float = 0.7
    spare: float = 0.02
    shared: float = 0.2
    same: float = 0.1


@dataclass
class Group:
    """One attribution in the making.

    strengths  of each content, and of the source: the share of its pointers on the cue
    pointers   of each content
    rival      the group that has the cue which the content of a group without one points to
    """

    cue: Range | None
    source: Range | None = None
    contents: list[Range] = field(default_factory=list)
    strengths: list[float] = field(default_factory=list)
    source_strength: float = 0.0
    pointers: list[Pointers] = field(default_factory=list)
    rival: Group | None = None

    def drop_tail(self, marked: Ints) -> None:
        """Leave out what stands without marks after the cue of a whole quotation: in "“No,” said
        Lee, who had lost", Lee has not said that. `marked` [n]: the number of the quoted stretch
        around each word, or -1."""
        order = sorted(range(len(self.contents)), key=lambda i: self.contents[i])
        if self.cue is None or len(order) < 2:
            return
        start, end = self.contents[order[0]]
        if marked[start] < 0 or marked[start] != marked[end - 1] or end > self.cue[0]:
            return
        kept = [
            i
            for i in order
            if self.contents[i][0] < self.cue[0] or (marked[slice(*self.contents[i])] >= 0).any()
        ]
        self.keep(kept)

    def keep(self, kept: list[int]) -> None:
        """Leave out all contents but those of these numbers."""
        self.contents = [self.contents[i] for i in kept]
        self.strengths = [self.strengths[i] for i in kept]
        self.pointers = [self.pointers[i] for i in kept]

    def take(self, content: Range, pointer: Pointers, share: float) -> None:
        """Add a content."""
        self.contents.append(content)
        self.pointers.append(pointer)
        self.strengths.append(share)


def link(
    scores: Scores,
    contents: list[Range],
    cues: list[Range],
    sources: list[Range],
    sentences: Ints,
    paragraphs: Ints,
    thresholds: Thresholds,
) -> list[Group]:
    """Groups of spans, one per cue that has a content; then the contents that have no cue.

    `sentences` and `paragraphs` [n]: the number of the one that each word stands in.
    """
    groups = [Group(cue) for cue in cues]
    orphans = _give_contents(contents, pointers(scores.links, contents), groups, thresholds)
    found = [group for group in groups if group.contents] + orphans
    source_pointers = pointers(scores.links, sources)
    free = _give_sources(sources, source_pointers, groups, paragraphs, thresholds)
    _give_free_sources([(sources[j], source_pointers[j]) for j in free], found, thresholds)
    _share_sources(found, sentences)
    return found


def _give_contents(
    contents: list[Range], found: list[Pointers], groups: list[Group], thresholds: Thresholds
) -> list[Group]:
    """The most certain content first; returns a new group for each that comes to no cue."""
    cues = [group.cue for group in groups if group.cue]
    wishes = sorted(
        (
            (share, i, k)
            for i, pointer in enumerate(found)
            for k, share in pointer.seen(cues)
            if share >= thresholds.spare
        ),
        reverse=True,
    )
    favourite: dict[int, int] = {}
    placed: set[int] = set()
    for share, i, k in wishes:
        first = favourite.setdefault(i, k) == k
        taken = bool(groups[k].contents)
        needed = thresholds.join if taken else thresholds.least if first else thresholds.spare
        if i not in placed and share >= needed and (first or not taken):
            groups[k].take(contents[i], found[i], share)
            placed.add(i)
    orphans = []
    for i in sorted(set(range(len(contents))) - placed):
        orphan = Group(None, rival=groups[favourite[i]] if i in favourite else None)
        orphan.take(contents[i], found[i], 0.0)
        orphans.append(orphan)
    return orphans


def _give_sources(
    sources: list[Range],
    found: list[Pointers],
    groups: list[Group],
    paragraphs: Ints,
    thresholds: Thresholds,
) -> list[int]:
    """Each cue takes the source that points to it most, but none from a later paragraph; returns
    the numbers of the free ones."""
    cues = [group.cue for group in groups if group.cue]
    owner: dict[int, int] = {}
    for j, pointer in enumerate(found):
        seen = list(pointer.seen(cues))
        most = max((share for _, share in seen), default=0.0)
        for k, share in seen:
            late = paragraphs[sources[j][0]] > paragraphs[cues[k][0]]
            needed = thresholds.least if share == most else thresholds.shared
            if share >= needed and share > groups[k].source_strength and not late:
                groups[k].source, groups[k].source_strength = sources[j], share
                owner[k] = j
    owned = set(owner.values())
    return [j for j in range(len(sources)) if j not in owned]


def _give_free_sources(
    free: list[tuple[Range, Pointers]], groups: list[Group], thresholds: Thresholds
) -> None:
    """Groups without a source take a free one that points where their contents do."""
    wishes = []
    firsts, ends = [p.sight[0] for _, p in free], [p.sight[1] for _, p in free]
    for n, group in enumerate(groups):
        if not group.source:
            first = bisect_right(ends, min(other.sight[0] for other in group.pointers))
            end = bisect_left(firsts, max(other.sight[1] for other in group.pointers))
            for j in range(first, end):
                pointer = free[j][1]
                same = max(other.same(pointer) for other in group.pointers)
                if same >= thresholds.same:
                    wishes.append((same, n, j))
    given: set[int] = set()
    for same, n, j in sorted(wishes, reverse=True):
        if not groups[n].source and j not in given:
            groups[n].source, groups[n].source_strength = free[j][0], same
            given.add(j)


def _share_sources(groups: list[Group], sentences: Ints) -> None:
    """One source may serve several cues ("Ann praised it, saying …"): a cue without a source takes
    the last one before it in its sentence, a content without a cue that of its rival."""
    owned = sorted({group.source for group in groups if group.source})
    ends = [end for _, end in owned]
    for group in groups:
        if group.source:
            continue
        if group.rival:
            group.source = group.rival.source
        elif group.cue:
            place = group.cue[0]
            last = bisect_right(ends, place) - 1
            if last >= 0 and sentences[owned[last][0]] == sentences[place]:
                group.source = owned[last]

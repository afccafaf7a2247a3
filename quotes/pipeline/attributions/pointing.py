"""Contents that only point: in "Taxes will rise. This was said by the minister", "this" stands for
the sentence before it, in "This is what he said: …" for what follows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from quotes.encoder.features import Ints
from quotes.pipeline.attributions.boundaries import Range, WordKinds, cut_end, only_points
from quotes.pipeline.attributions.linking import Group


def follow(
    groups: list[Group], sentences: Ints, kinds: WordKinds, tells: Callable[[Range], bool]
) -> list[Group]:
    """The groups with what their contents point to: other words of the same attribution, else the
    sentence before, or what others were said to have said in it. Groups of which nothing is left
    fall away, and those whose cue is no word for saying: who knows this has not said it.

    `sentences` [n]: the number of the one that each word stands in; `tells`: whether a cue says
    that something was said.
    """
    said = [
        content for group in groups if group.cue and tells(group.cue) for content in group.contents
    ]
    out = []
    for group in groups:
        points = [only_points(content, kinds) for content in group.contents]
        if all(points):
            fits = group.cue is not None and tells(group.cue)
            group.contents = _before(group, said, sentences, kinds) if fits else []
        elif any(points):
            group.keep([i for i, pointing in enumerate(points) if not pointing])
        if group.contents:
            out.append(group)
    return out


def _before(group: Group, said: list[Range], sentences: Ints, kinds: WordKinds) -> list[Range]:
    """The words of the sentence before "This was said by Ann Lee"; nothing where there is none."""
    first = group.contents[0][0]
    number = sentences[first]
    start, end = np.searchsorted(sentences, (number - 1, number))
    if start == end or group.cue is None or sentences[group.cue[0]] != number:
        return []
    inside = [c for c in said if start <= c[0] < end and not only_points(c, kinds)]
    return inside or [cut_end((int(start), int(end)), kinds.parting)]

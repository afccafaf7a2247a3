"""Measures the worth of learnt links: the same labels, linked by the model's pointers and by
distance.

    python benchmarks/links.py CORPORA/polnear/dev.jsonl.gz

By distance, each content goes to the nearest cue of its sentence or, where that has none, of its
paragraph, and each cue takes the nearest source of its sentence or paragraph.
"""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import numpy as np

from quotes.encoder.features import Ints
from quotes.encoder.session import Encoder, Scores
from quotes.evaluate.figures import report
from quotes.evaluate.gold import read_gold
from quotes.pipeline.attributions.confidence import Confidence
from quotes.pipeline.attributions.linking import Group, Thresholds
from quotes.pipeline.attributions.pointers import Pointers, Range
from quotes.training.measure import findings

NOWHERE = Pointers((0, 0), 0, np.zeros(0, dtype=np.float32))


def by_distance(
    scores: Scores,
    contents: list[Range],
    cues: list[Range],
    sources: list[Range],
    sentences: Ints,
    paragraphs: Ints,
    thresholds: Thresholds,
) -> list[Group]:
    """In place of quotes.pipeline.attributions.linking.link."""

    def nearest(span: Range, others: list[Range]) -> Range | None:
        for unit in (sentences, paragraphs):
            here = [o for o in others if unit[o[0]] in (unit[span[0]], unit[span[1] - 1])]
            if here:
                return min(here, key=lambda o: max(o[0] - span[1], span[0] - o[1]))
        return None

    groups = {cue: Group(cue, nearest(cue, sources), source_strength=1.0) for cue in cues}
    alone = []
    for content in contents:
        cue = nearest(content, cues)
        if cue is None:
            alone.append(Group(None))
        (groups[cue] if cue else alone[-1]).take(content, NOWHERE, 1.0)
    return [group for group in groups.values() if group.contents] + alone


def main(dev: Path) -> None:
    """Measure both and print."""
    gold, encoder = read_gold(dev), Encoder()
    confidence = Confidence.from_config(encoder.config)
    learnt = report([found.comparison for found in findings(encoder, gold, confidence)])
    with patch("quotes.pipeline.attributions.find.link", by_distance):
        plain = report([found.comparison for found in findings(encoder, gold, confidence)])
    for name, figures in (("learnt", learnt), ("by distance", plain)):
        shown = [f"{part} {f} {figures[part][f]}" for part in ("all", "quoted", "direct")
                 for f in ("half", "linked")]  # fmt: skip
        print(f"{name:12}", "  ".join(shown))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

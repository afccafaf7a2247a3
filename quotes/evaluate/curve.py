"""Precision and recall at every cut by confidence, and their picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quotes.evaluate.figures import SUBSETS, is_right
from quotes.evaluate.matching import Comparison
from quotes.pictures import check_picture, new_figure, save

SHOWN = ("all", "quoted", "indirect")
SIZE, DOTS = (6.4, 4.8), 150  # inches, and dots an inch


class Point(NamedTuple):
    """Precision and recall where what is less sure than `cut` is left out."""

    cut: float
    precision: float
    recall: float


def curve(comparisons: Sequence[Comparison]) -> list[Point]:
    """From the surest attribution to all of them; right is what "linked" counts."""
    gold = sum(len(comparison.gold) for comparison in comparisons)
    good = {pair.pred for comparison in comparisons for pair in comparison.pairs if is_right(pair)}
    found = sorted(
        (item for comparison in comparisons for item in comparison.pred),
        key=lambda item: -item.row.confidence,
    )
    points: list[Point] = []
    right = 0
    for number, item in enumerate(found, 1):
        right += item in good
        last = number == len(found) or found[number].row.confidence < item.row.confidence
        if last:
            recall = right / gold if gold else 0.0
            points.append(Point(item.row.confidence, right / number, recall))
    return points


def draw(comparisons: Sequence[Comparison], path: Path) -> None:
    """Write the curves of all, of quoted and of indirect attributions as a PNG (or, by the file's
    ending, an SVG or PDF). Raises what `quotes.pictures.check_picture` does, and QuotesError where
    the file cannot be written."""
    check_picture(path)
    figure = new_figure(*SIZE)
    axes = figure.add_subplot()
    for name in SHOWN:
        points = curve([comparison.subset(SUBSETS[name]) for comparison in comparisons])
        axes.plot([p.recall for p in points], [p.precision for p in points], label=name)
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02))
    axes.set_title("Content and source right, by least confidence")
    axes.grid(alpha=0.3)
    axes.legend(loc="lower left")
    save(figure, path, dots=DOTS)

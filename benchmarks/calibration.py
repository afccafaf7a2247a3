"""How often quotes are right of which the model is so and so sure.

    python benchmarks/calibration.py CORPORA/polnear/dev.jsonl.gz [PICTURE.svg]

Right: at least half of the words, and the source. The weights that turn features into a confidence
were fitted on the same articles; here,  each tenth of the articles is judged by weights from the
other nine. "By chance" is the error that confidences without fault would show on so few quotes.
The picture needs matplotlib.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from quotes.encoder.session import Encoder
from quotes.evaluate.gold import read_gold
from quotes.training.calibrate import BINS, Column, bins, by_chance, expected_error, judged, kinds
from quotes.training.measure import examples


def shares(chance: Column, right: Column) -> list[tuple[float, float, int]]:
    """(mean confidence, share that is right, quotes) of each bin that has any."""
    bin = bins(chance)
    return [
        (float(chance[bin == b].mean()), float(right[bin == b].mean()), int((bin == b).sum()))
        for b in range(BINS)
        if (bin == b).any()
    ]


def draw(rows: dict[str, list[tuple[float, float, int]]], path: Path) -> None:
    """The reliability diagram (Niculescu-Mizil and Caruana, ICML 2005)."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams["svg.hashsalt"] = "quotes"
    figure = Figure(figsize=(5.2, 5.0), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", linewidth=1)
    for kind, points in rows.items():
        sure, right, count = zip(*points, strict=True)
        (line,) = axes.plot(sure, right, linewidth=1, label=kind)
        axes.scatter(sure, right, s=4 * np.sqrt(count), color=line.get_color())
    axes.set(xlabel="confidence", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(path, metadata={"Date": None})


def main(dev: Path, picture: Path | None) -> None:
    """Print the errors and the bins, and draw them."""
    found = examples(Encoder(), read_gold(dev))
    chance = judged(found)
    rows = {}
    for kind, chosen in kinds(found, chance).items():
        sure, right = chance[chosen], found.right[chosen]
        error, least = expected_error(sure, right), by_chance(sure)
        print(f"{kind:9} quotes {len(sure):5}  error {error:.3f}  by chance {least:.3f}")
        rows[kind] = shares(sure, right)
    print("\n  sure   right  quotes")
    for sure_of, is_right, count in rows["all"]:
        print(f"  {sure_of:.2f}    {is_right:.2f}   {count:5}")
    if picture:
        draw(rows, picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

"""Measures the cost of quantisation: figures of the float and of the int8 model on the same
articles.

    python benchmarks/quantization.py runs/model/model CORPORA/polnear/dev.jsonl.gz

The folder is the one that `quotes train` writes, with float.onnx beside model.onnx.
"""

from __future__ import annotations

import sys
from pathlib import Path

from quotes.encoder.session import Encoder
from quotes.evaluate.gold import read_gold
from quotes.pipeline.attributions.confidence import Confidence
from quotes.training.measure import figures


def main(folder: Path, dev: Path) -> None:
    """Measure both and print."""
    gold = read_gold(dev)
    for name in ("float.onnx", "model.onnx"):
        encoder = Encoder(folder, file=name)
        found = figures(encoder, gold, Confidence.from_config(encoder.config))
        print(f"{name:11}", "  ".join(f"{key} {value}" for key, value in found.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

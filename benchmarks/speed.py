"""Words a second: the whole line against the bare encoder on the same pieces, in one run.

    taskset -c 0 python benchmarks/speed.py CORPORA/polnear/dev.jsonl.gz

The bare encoder runs the model on windows that were made beforehand, and nothing else; the whole
line goes from the article's text to the JSON lines that `quotes extract` prints. Both take turns,
article by article, so that what else the machine does hits both; words are counted by white space.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import quotes
from quotes.encoder.place import FOLDER
from quotes.encoder.session import INPUTS, OUTPUTS, Encoder
from quotes.encoder.windows import window_inputs, windows
from quotes.evaluate.gold import read_gold


def bare(encoder: Encoder, text: str) -> float:
    """Seconds that the model alone takes for one text."""
    words = encoder.features(quotes.load().make_doc(text))
    inputs = [
        dict(zip(INPUTS, window_inputs(words, window, encoder.features), strict=True))
        for window in windows(words)
    ]
    began = time.perf_counter()
    for one in inputs:
        encoder.session.run(OUTPUTS, one)
    return time.perf_counter() - began


def whole(id: str, text: str) -> float:
    """Seconds from the text to the lines."""
    began = time.perf_counter()
    for quote in quotes.extract(quotes.Article(id=id, text=text)):
        quote.model_dump_json()
    return time.perf_counter() - began


def main(path: Path) -> None:
    """Measure and print."""
    articles = [(gold.article.id, gold.article.text) for gold in read_gold(path).values()]
    encoder = Encoder(FOLDER)
    whole(*articles[0]), bare(encoder, articles[0][1])  # the first run loads and warms up
    times = [(bare(encoder, text), whole(id, text)) for id, text in articles]
    words = sum(len(text.split()) for _, text in articles)
    alone, line = (sum(column) for column in zip(*times, strict=True))
    print(f"words {words}  bare encoder {words / alone:.0f}/s  whole line {words / line:.0f}/s")
    print(f"ratio {alone / line:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""How many words of texts that quote nobody are taken for quotes.

    python benchmarks/silence.py CORPORA/treebanks/{ewt,gum}-{dev,test,train}.conllu.gz

200 passages of reviews, guide books and text books without a cue: none of their words stands in
quotes/data/cues.toml, and none is a quotation mark. The model has seen those of the training parts,
but not whether anybody is quoted in them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import quotes
from quotes.pipeline.attributions.acts import word_act
from quotes.training.treebanks import treebank

GENRES = re.compile(r"reviews-|GUM_(?:voyage|textbook|academic)_")
MARKS = re.compile("[\"“”„«»]|''|``")
COUNT, SHORTEST = 200, 8  # passages, words


def passages(paths: list[Path]) -> Iterator[str]:
    """Paragraphs without a cue."""
    for path in paths:
        for text in treebank(path, names=False):
            if GENRES.match(text.id):
                for passage in text.text.split("\n\n"):
                    words = re.findall(r"[\w'-]+", passage)
                    silent = not MARKS.search(passage) and not any(map(word_act, words))
                    if silent and len(words) >= SHORTEST:
                        yield passage


def main(paths: list[Path]) -> None:
    """Find quotes in the passages and print the share of their words."""
    chosen = list(passages(paths))[:COUNT]
    words = sum(len(passage.split()) for passage in chosen)
    found = [quote for passage in chosen for quote in quotes.extract(passage)]
    listed = [q for q in found if (q.act, q.factuality) == ("speech", "factual")]
    for name, some in (("all", found), ("as quotes list shows them", listed)):
        inside = sum(len(quote.text.split()) for quote in some)
        share = 100 * inside / words
        print(f"{len(chosen)} passages, {words} words; in quotes, {name}: {inside}, {share:.1f} %")


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])

"""Of the names that are given, how many are wrong: on a gold standard that has speakers.

    python benchmarks/names.py CORPORA/polnear/dev-speakers.jsonl CORPORA/polnear/dev.jsonl.gz

A name is given where the speaker of a quote is a person. It is judged where the quote shares at
least half of its words with one of gold's. It is wrong where gold has another person, or none but a
body, a crowd or a document. The second argument holds the texts (as --text of quotes evaluate).
"""

from __future__ import annotations

import sys
from pathlib import Path

import quotes
from quotes.evaluate.figures import HALF, has_name
from quotes.evaluate.gold import read_gold
from quotes.evaluate.matching import compare_article
from quotes.evaluate.predictions import Prediction


def main(gold: Path, text: Path) -> None:
    """Print each wrong name, then how many there are."""
    standard = read_gold(gold, text=text)
    given = wrong = 0
    for article, found in quotes.extract_many(item.article for item in standard.values()):
        people = {q.id for q in found if q.speaker and q.speaker.type == "person"}
        rows = [(q.id, Prediction.model_validate(q.model_dump())) for q in found]
        named = {id(row) for key, row in rows if key in people}
        wanted = standard[article.id].attributions
        for pair in compare_article(article.text, wanted, [row for _, row in rows]).pairs:
            if pair.overlap < HALF or id(pair.pred.row) not in named:
                continue
            given += 1
            if not has_name(pair):
                wrong += 1
                want = pair.gold.row.speaker or "no person"
                print(f"{article.id[:40]:40}  {pair.pred.row.speaker_name}, not {want}")
    print(f"{wrong} of {given} names wrong, {100 * wrong / given:.1f} %")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

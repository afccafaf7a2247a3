"""Every span of every quote slices its article to exactly the words that the quote gives.

    python benchmarks/offsets.py CORPORA/polnear/train.jsonl.gz CORPORA/polnear/dev.jsonl.gz

Counts spans whose slice differs from the words in the quote's text, that cut a word, begin or end
with white space, overlap, or lie outside the article. Files may be gold files or plain texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import quotes
from quotes.evaluate.gold import read_gold
from quotes.records import PIECE_JOINER, Article, Offsets


def articles(path: Path) -> Iterator[Article]:
    """The texts of a gold file, or of one plain text file."""
    if path.suffix == ".txt":
        yield Article(id=path.name, text=path.open(encoding="utf8", newline="").read())
    else:
        for gold in read_gold(path).values():
            yield gold.article


def wrong(text: str, spans: tuple[Offsets, ...], words: str | None) -> int:
    """How many of the spans are not what they say."""
    if PIECE_JOINER.join(text[start:end] for start, end in spans) != (words or ""):
        return len(spans)
    bad, last = 0, 0
    for start, end in spans:
        fits = last <= start < end <= len(text) and text[start:end] == text[start:end].strip()
        bad += not fits or _cuts(text, start) or _cuts(text, end)
        last = end
    return bad


def _cuts(text: str, at: int) -> bool:
    """True if a place is between two letters."""
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()


def main(paths: list[Path]) -> None:
    """Count and print."""
    count = spans = bad = 0
    for path in paths:
        for article, found in quotes.extract_many(articles(path)):
            count += 1
            for q in found:
                parts = ((q.content, q.text), (q.cue, q.cue_text), (q.source, q.source_text))
                for places, words in parts:
                    spans += len(places)
                    wrong_here = wrong(article.text, places, words)
                    bad += wrong_here
                    if wrong_here:
                        shown = [article.text[max(0, a - 9) : b + 9] for a, b in places]
                        print(article.id, shown, file=sys.stderr)
    print(f"articles {count}  spans {spans}  wrong {bad}")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])

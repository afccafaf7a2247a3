"""How well text around the story is told from it, on pages that nothing was learnt from.

    python benchmarks/asides.py [-v]

tests/reading/aside_pages.toml has 24 invented pages of 24 outlets, paragraph by paragraph. Printed
is, of the paragraphs around the story, how many are marked; of the story's, how many are; and what
becomes of the quotes in both. Titles, bylines and dates count as neither.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path

import quotes
from quotes.extraction import article_doc
from quotes.pipeline.layout.asides import ASIDES, leave_out_asides
from quotes.records import Article

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "aside_pages.toml"
HEADS = ("title", "byline", "date")


def main(*, verbose: bool) -> None:
    """Print the counts."""
    marked: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for page in tomllib.loads(PAGES.read_text(encoding="utf8"))["page"]:
        rows = [(row["kind"], row["text"].strip()) for row in page["paragraph"]]
        text = "\n\n".join(words for _, words in rows)
        title = next((words for kind, words in rows if kind == "title"), None)
        doc, _ = article_doc(quotes.load(), Article(id="a", text=text, title=title))
        starts = {aside.start_char for aside in doc.spans[ASIDES]}
        said = [q.content[0][0] for q in _all_quotes(text)]
        at = 0
        for kind, words in rows:
            side = kind if kind in HEADS else "story" if kind == "story" else "around it"
            hit = any(at <= start < at + len(words) for start in starts)
            inside = sum(at <= start < at + len(words) for start in said)
            kinds[side] += 1
            marked[side] += hit
            found[side] += inside
            dropped[side] += inside * hit
            if verbose and hit != (side == "around it") and side not in HEADS:
                print(f"{'marked' if hit else 'missed'} {kind}: {words[:100]}")
            at += len(words) + 2
    for side in ("around it", "story"):
        print(f"{side:10} {marked[side]} of {kinds[side]} paragraphs marked, ", end="")
        print(f"{dropped[side]} of {found[side]} quotes left out")


def _all_quotes(text: str) -> list[quotes.Quote]:
    """The quotes of a text, also those around the story."""
    nlp = quotes.load()
    (component,) = (part for _, part in nlp.pipeline)
    steps = component.steps
    component.steps = [step for step in steps if step is not leave_out_asides]
    try:
        return quotes.extract(text)
    finally:
        component.steps = steps


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)

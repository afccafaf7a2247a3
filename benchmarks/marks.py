"""How much is lost where an article's marks are printed otherwise.

    python benchmarks/marks.py CORPORA/polnear/dev.jsonl.gz

The same articles with all marks straight, with all in single marks, and with no mark closed;
every change is character for character, so that the gold offsets hold.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import quotes
from quotes.evaluate.figures import report
from quotes.evaluate.gold import GoldArticle, read_gold
from quotes.evaluate.matching import compare_article
from quotes.evaluate.predictions import Prediction
from quotes.training.augment import SINGLE, STRAIGHT, UNCLOSED

OPENERS = " \t\n\r\xa0([—-‘“"
STRAIGHT_DOUBLE = re.compile("\"|''|``")


def curled(text: str) -> str:
    """Straight double marks, also those of two single ones, as “ and ”, by what stands before them.
    What is left of two characters is a space on the mark's outer side."""

    def curl(match: re.Match[str]) -> str:
        before = text[match.start() - 1] if match.start() else " "
        opens = match[0] == "``" or before in OPENERS
        return "“".rjust(len(match[0])) if opens else "”".ljust(len(match[0]))

    return STRAIGHT_DOUBLE.sub(curl, text)


STYLES: dict[str, Callable[[str], str]] = {
    "as printed": lambda text: text,
    "straight": lambda text: text.translate(STRAIGHT),
    "single": lambda text: curled(text).translate(SINGLE),
    "never closed": lambda text: curled(text).translate(UNCLOSED),
}


def measure(gold: dict[str, GoldArticle], style: Callable[[str], str]) -> tuple[float, float]:
    """Quoted half and linked; the kinds are those of the article as it was printed."""
    found = []
    for item in gold.values():
        article = item.article.model_copy(update={"text": style(item.article.text)})
        rows = [Prediction.model_validate(q.model_dump()) for q in quotes.extract(article)]
        found.append(compare_article(item.article.text, item.attributions, rows))
    figures = report(found)["quoted"]
    return float(figures["half"] or 0), float(figures["linked"] or 0)


def main(dev: Path) -> None:
    """Measure all styles and print."""
    gold = read_gold(dev)
    for name, style in STYLES.items():
        half, linked = measure(gold, style)
        print(f"{name:13} quoted half {half:5.1f}  quoted linked {linked:5.1f}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

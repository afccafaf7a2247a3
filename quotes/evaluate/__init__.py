"""How good quotes are: what was found, compared with a gold standard.

gold.py (with brat.py) and predictions.py read the two sides, words.py turns both into sets of
words, matching.py says which found attribution stands for which gold one, figures.py counts,
mistakes.py lists what is wrong, curve.py draws how precision falls as recall grows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from quotes.evaluate.figures import Report, report, table
from quotes.evaluate.gold import read_gold
from quotes.evaluate.matching import Comparison, compare_article
from quotes.evaluate.mistakes import Mistake, listing, mistakes
from quotes.evaluate.predictions import extract_predictions, read_predictions

__all__ = ["Evaluation", "evaluate"]


@dataclass(frozen=True)
class Evaluation:
    """Each article's text and how what was found in it compares with gold."""

    texts: dict[str, str]
    comparisons: dict[str, Comparison]

    def figures(self) -> Report:
        """By subset; see quotes.evaluate.figures."""
        return report(list(self.comparisons.values()))

    def mistakes(self) -> list[Mistake]:
        """All of them; see quotes.evaluate.mistakes."""
        return [
            mistake
            for id, comparison in self.comparisons.items()
            for mistake in mistakes(id, self.texts[id], comparison)
        ]

    def draw(self, path: Path) -> None:
        """Write the curve of precision against recall; see quotes.evaluate.curve."""
        from quotes.evaluate.curve import draw

        draw(list(self.comparisons.values()), path)

    def as_table(self, errors: int | None = None) -> str:
        """The figures for people, then, unless None, so many mistakes of each type."""
        listed = "" if errors is None else "\n" + listing(self.mistakes(), errors)
        return table(self.figures()) + listed

    def as_json(self, errors: int | None = None) -> str:
        """The figures, with the mistakes under "errors" unless that is None: all of them."""
        if errors is None:
            return json.dumps(self.figures())
        rows = [mistake.row() for mistake in self.mistakes()]
        return json.dumps(self.figures() | {"errors": rows}, ensure_ascii=False)


def evaluate(
    gold: Path, *, pred: Path | None = None, text: Path | None = None, act: str | None = None
) -> Evaluation:
    """Compare `pred` (else what our own extraction finds) with `gold`.

    `text` is the folder or the PolNeAR file that holds the texts of a gold file without them; by
    default the gold file's own folder. `act` ("speech" or "thought") leaves out all predictions of
    another act. Raises InputError.
    """
    wanted = read_gold(gold, text=text)
    found = extract_predictions(wanted) if pred is None else read_predictions(pred, wanted)
    comparisons = {}
    for id, item in wanted.items():
        chosen = [row for row in found.get(id, []) if act is None or row.act == act]
        comparisons[id] = compare_article(item.article.text, item.attributions, chosen)
    return Evaluation({id: item.article.text for id, item in wanted.items()}, comparisons)

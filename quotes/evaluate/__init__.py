"""How good quotes are: what was found, compared with a gold standard.

gold.py and predictions.py read the two sides, words.py turns both into sets of words, matching.py
says which found attribution stands for which gold one, figures.py counts.
"""

from __future__ import annotations

import json
from pathlib import Path

from quotes.evaluate.figures import Report, report, table
from quotes.evaluate.gold import read_gold
from quotes.evaluate.matching import compare_article
from quotes.evaluate.predictions import extract_predictions, read_predictions

__all__ = ["evaluate", "evaluate_command"]


def evaluate(gold: Path, *, pred: Path | None, text: Path | None, act: str | None) -> Report:
    """The figures of `pred` (else of our own extraction) against `gold`, by subset.

    `text` is the folder or the PolNeAR file that holds the texts of a gold file without them; by
    default the gold file's own folder. `act` ("speech" or "thought") leaves out all predictions of
    another act. Subsets and figures: see quotes.evaluate.figures. Raises InputError.
    """
    wanted = read_gold(gold, text=text)
    found = extract_predictions(wanted) if pred is None else read_predictions(pred, wanted)
    comparisons = []
    for id, item in wanted.items():
        chosen = [row for row in found.get(id, []) if act is None or row.act == act]
        comparisons.append(compare_article(item.article.text, item.attributions, chosen))
    return report(comparisons)


def evaluate_command(
    gold: Path, *, pred: Path | None, text: Path | None, act: str | None, as_json: bool
) -> str:
    """The figures of `evaluate` as one line of JSON, or as a table for people."""
    figures = evaluate(gold, pred=pred, text=text, act=act)
    return json.dumps(figures) if as_json else table(figures)

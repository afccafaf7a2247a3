"""The figures, for all attributions and by the kind of their content.

    gold, pred      how many there are, how many were found
    exact           F1 of attributions whose content has the same words
    half            F1 of those whose contents share at least half of the words in either;
                    half_p and half_r are its precision and recall
    soft            F1 of the mean share of a found content that is right and the mean share of a
                    gold content that was found
    token           F1 over the words of all contents, whosever they are
    linked          F1 of those matched at half whose source is right too: it shares a word with
                    the gold source, or both have none
    source, cue     the share of matched attributions that share a word of gold's source, cue

and where gold names speakers

    name, role, via the share of attributions matched at half where that is right (the role counts
                    only with the right name; via only where gold has one)
    who             the share of all gold attributions that were found with the right speaker

All but the two counts are per cent with one decimal; None where there is nothing to count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from quotes.evaluate.matching import Comparison, Item, Pair
from quotes.evaluate.names import same_name, same_role
from quotes.records import Kind

Figures = dict[str, int | float | None]
"""Figure by name, in the order in which they are shown."""

Report = dict[str, Figures]
"""Figures by subset."""

SUBSETS: dict[str, Callable[[Kind], bool]] = {
    "all": lambda kind: True,
    "quoted": lambda kind: kind != "indirect",
    "direct": lambda kind: kind == "direct",
    "indirect": lambda kind: kind == "indirect",
}
HALF = 0.5


def report(comparisons: Sequence[Comparison]) -> Report:
    """The figures of all articles together, by subset."""
    return {
        name: _figures([comparison.subset(keep) for comparison in comparisons])
        for name, keep in SUBSETS.items()
    }


def table(report: Report) -> str:
    """The report with a line for each subset, and a dash where there is nothing to count."""
    heads = list(report["all"])
    lines = [" " * 9 + "".join(f"{head:>8}" for head in heads)]
    for name, figures in report.items():
        values = (figures.get(head) for head in heads)
        lines.append(f"{name:9}" + "".join(f"{'-' if v is None else v:>8}" for v in values))
    return "\n".join(lines)


def _figures(comparisons: Sequence[Comparison]) -> Figures:
    gold = [item for comparison in comparisons for item in comparison.gold]
    pred = [item for comparison in comparisons for item in comparison.pred]
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    halves = [pair for pair in pairs if pair.overlap >= HALF]
    figures: Figures = {
        "gold": len(gold),
        "pred": len(pred),
        **_content_figures(len(gold), len(pred), pairs, halves),
        "token": _token_f1(comparisons),
        **_link_figures(len(gold), len(pred), pairs, halves),
    }
    named = [item for item in gold if item.row.gives("speaker")]
    return figures | _speaker_figures(len(named), halves) if named else figures


def _content_figures(
    gold: int, pred: int, pairs: Sequence[Pair], halves: Sequence[Pair]
) -> Figures:
    exact = _count(pair.gold.content == pair.pred.content for pair in pairs)
    return {
        "exact": _f1(exact, exact, gold, pred),
        "half": _f1(len(halves), len(halves), gold, pred),
        "half_p": _share(len(halves), pred),
        "half_r": _share(len(halves), gold),
        "soft": _f1(
            sum(_shared(pair) / len(pair.pred.content) for pair in pairs),
            sum(_shared(pair) / len(pair.gold.content) for pair in pairs),
            gold,
            pred,
        ),
    }


def _link_figures(gold: int, pred: int, pairs: Sequence[Pair], halves: Sequence[Pair]) -> Figures:
    linked = _count(has_source(pair) for pair in halves)
    with_source = [pair for pair in pairs if pair.gold.source]
    with_cue = [pair for pair in pairs if pair.gold.cue]
    sources = _count(pair.gold.source & pair.pred.source for pair in with_source)
    cues = _count(pair.gold.cue & pair.pred.cue for pair in with_cue)
    return {
        "linked": _f1(linked, linked, gold, pred),
        "source": _share(sources, len(with_source)),
        "cue": _share(cues, len(with_cue)),
    }


def _speaker_figures(gold: int, halves: Sequence[Pair]) -> Figures:
    named = [pair for pair in halves if pair.gold.row.gives("speaker")]
    right = _count(has_name(pair) for pair in named)
    with_role = [pair for pair in named if pair.gold.row.gives("role")]
    with_via = [pair for pair in named if pair.gold.row.via]
    return {
        "name": _share(right, len(named)),
        "role": _share(_count(_has_role(pair) for pair in with_role), len(with_role)),
        "via": _share(_count(_has_via(pair) for pair in with_via), len(with_via)),
        "who": _share(right, gold),
    }


def has_source(pair: Pair) -> bool:
    """True if the source overlaps gold's, or is missing as it is there."""
    if pair.gold.source:
        return bool(pair.gold.source & pair.pred.source)
    return not pair.pred.source


def is_right(pair: Pair) -> bool:
    """True if a pair counts as "linked": half of the words in common, and the source right."""
    return pair.overlap >= HALF and has_source(pair)


def has_name(pair: Pair) -> bool:
    """True if the speaker is the one that gold names."""
    return same_name(pair.pred.row.speaker_name, pair.gold.row.speaker)


def _has_role(pair: Pair) -> bool:
    return has_name(pair) and same_role(pair.pred.row.role, pair.gold.row.role)


def _has_via(pair: Pair) -> bool:
    return same_name(pair.pred.row.via, pair.gold.row.via)


def _token_f1(comparisons: Iterable[Comparison]) -> float:
    """F1 over words, each counted once however many contents it belongs to."""
    shared = total = 0
    for comparison in comparisons:
        wanted, found = _words(comparison.gold), _words(comparison.pred)
        shared += len(wanted & found)
        total += len(wanted) + len(found)
    return round(200 * shared / total, 1) if shared else 0.0


def _words(items: Iterable[Item[Any]]) -> frozenset[int]:
    return frozenset().union(*(item.content for item in items))


def _shared(pair: Pair) -> int:
    return len(pair.gold.content & pair.pred.content)


def _count(things: Iterable[object]) -> int:
    return sum(map(bool, things))


def _share(part: float, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _f1(right: float, found: float, gold: int, pred: int) -> float:
    """F1 where `right` of `pred` attributions are right, and `found` of `gold` were found."""
    precision = right / pred if pred else 0.0
    recall = found / gold if gold else 0.0
    both = precision + recall
    return round(200 * precision * recall / both, 1) if both else 0.0

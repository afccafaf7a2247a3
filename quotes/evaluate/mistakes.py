"""The mistakes one by one, by type, with their words: what figures do not tell.

    missed          in gold, and nothing was found for it
    spurious        found, and nothing in gold for it
    boundary        found for it, but with other words; the farthest off of its article first
    wrong source    found with at least half of the words, but with another source, or with one
                    where gold has none, or with none
    wrong speaker   the same with another speaker, where gold names speakers

One attribution may stand under several of the last three.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from quotes.evaluate.figures import HALF, has_name, has_source
from quotes.evaluate.gold import GoldAttribution
from quotes.evaluate.matching import Comparison, Pair
from quotes.evaluate.predictions import Prediction
from quotes.records import join_pieces

TYPES = ("missed", "spurious", "boundary", "wrong source", "wrong speaker")
WIDEST = 160  # characters of a text in the list


@dataclass(frozen=True)
class Side:
    """One side of a mistake: its words, and where its content begins in the article."""

    start: int
    content: str
    cue: str | None
    source: str | None
    speaker: str | list[str | None] | None


@dataclass(frozen=True)
class Mistake:
    """A mistake; `gold` or `found` is None where there is nothing."""

    type: str
    article: str
    gold: Side | None
    found: Side | None

    def row(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def mistakes(article: str, text: str, comparison: Comparison) -> Iterator[Mistake]:
    """All mistakes of one article, type by type."""

    def side(row: GoldAttribution | Prediction) -> Side:
        name = row.speaker_name if isinstance(row, Prediction) else row.speaker
        parts = (join_pieces(text, spans) for spans in (row.content, row.cue, row.source))
        content, cue, source = parts
        return Side(row.content[0][0], content or "", cue, source, name)

    def both(type: str, pairs: list[Pair]) -> Iterator[Mistake]:
        for pair in pairs:
            yield Mistake(type, article, side(pair.gold.row), side(pair.pred.row))

    matched = {item for pair in comparison.pairs for item in (pair.gold, pair.pred)}
    for gold in comparison.gold:
        if gold not in matched:
            yield Mistake("missed", article, side(gold.row), None)
    for pred in comparison.pred:
        if pred not in matched:
            yield Mistake("spurious", article, None, side(pred.row))
    pairs = sorted(comparison.pairs, key=lambda pair: pair.overlap)
    halves = [pair for pair in pairs if pair.overlap >= HALF]
    named = [pair for pair in halves if pair.gold.row.gives("speaker")]
    yield from both("boundary", [pair for pair in pairs if pair.overlap < 1])
    yield from both("wrong source", [pair for pair in halves if not has_source(pair)])
    yield from both("wrong speaker", [pair for pair in named if not has_name(pair)])


def listing(found: list[Mistake], limit: int) -> str:
    """The mistakes as text for people: of each type how many, and the first `limit` of them."""
    lines = []
    for type in TYPES:
        chosen = [mistake for mistake in found if mistake.type == type]
        lines += ["", f"{type}: {len(chosen)}"]
        for mistake in chosen[:limit]:
            start = (mistake.gold or mistake.found or Side(0, "", None, None, None)).start
            lines.append(f"  {mistake.article}, character {start}")
            lines += [
                f"    {name:6}{_words(side)}"
                for name, side in (("gold", mistake.gold), ("found", mistake.found))
                if side
            ]
    return "\n".join(lines)


def _words(side: Side) -> str:
    named = f" = {side.speaker}" if side.speaker else ""
    content = " ".join(side.content.split())
    shown = content if len(content) <= WIDEST else f"{content[: WIDEST - 1]}…"
    return f"{side.source or '-'}{named} | {side.cue or '-'} | {shown}"

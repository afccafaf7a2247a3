"""Which found attribution stands for which gold one: one to one, the best overlap first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from quotes.evaluate.gold import GoldAttribution
from quotes.evaluate.predictions import Prediction
from quotes.evaluate.words import Words, kind_of
from quotes.records import Kind

R = TypeVar("R", GoldAttribution, Prediction)
Rank = tuple[bool, float, bool, int, int]


@dataclass(frozen=True, eq=False)
class Item(Generic[R]):
    """An attribution as sets of word numbers; two that look alike are still two."""

    row: R
    kind: Kind
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]


@dataclass(frozen=True)
class Pair:
    """A gold attribution and the one that was found for it.

    `overlap` is the share of the words in either content that are in both, above 0 and at most 1.
    """

    gold: Item[GoldAttribution]
    pred: Item[Prediction]
    overlap: float


@dataclass(frozen=True)
class Comparison:
    """Wanted and found attributions of one article; `pairs` are those that belong together."""

    gold: list[Item[GoldAttribution]]
    pred: list[Item[Prediction]]
    pairs: list[Pair]

    def subset(self, keep: Callable[[Kind], bool]) -> Comparison:
        """The part of some kinds. A pair is of its gold's kind, a prediction alone of its own."""
        kinds = {pair.pred: pair.gold.kind for pair in self.pairs}
        return Comparison(
            [item for item in self.gold if keep(item.kind)],
            [item for item in self.pred if keep(kinds.get(item, item.kind))],
            [pair for pair in self.pairs if keep(pair.gold.kind)],
        )


def compare_article(
    text: str, gold: Iterable[GoldAttribution], pred: Iterable[Prediction]
) -> Comparison:
    """Match what was found in a text with its gold.

    Attributions whose content has no word are left out on both sides, and so are optional gold
    attributions with what was found for them.
    """
    words = Words(text)
    wanted = list(_items(words, gold))
    found = list(_items(words, pred))
    pairs = match(wanted, found)
    neutral = {pair.pred for pair in pairs if pair.gold.row.optional}
    return Comparison(
        [item for item in wanted if not item.row.optional],
        [item for item in found if item not in neutral],
        [pair for pair in pairs if not pair.gold.row.optional],
    )


def _items(words: Words, rows: Iterable[R]) -> Iterator[Item[R]]:
    for row in rows:
        content = words.content(row.content)
        if content:
            given = row.kind if isinstance(row, GoldAttribution) else None
            kind = given or kind_of(words.text, row.content)
            yield Item(row, kind, content, words.covered(row.cue), words.covered(row.source))


def match(gold: Sequence[Item[GoldAttribution]], pred: Sequence[Item[Prediction]]) -> list[Pair]:
    """Pairs whose contents share a word, best first.

    Gold that must be found goes before optional gold, then the larger overlap, then the pair with
    the right source, then what comes first in its file.
    """
    taken: set[object] = set()
    pairs = []
    for _, pair in sorted(_candidates(gold, pred), key=lambda candidate: candidate[0]):
        if not taken & {pair.gold, pair.pred}:
            taken |= {pair.gold, pair.pred}
            pairs.append(pair)
    return pairs


def _candidates(
    gold: Sequence[Item[GoldAttribution]], pred: Sequence[Item[Prediction]]
) -> Iterator[tuple[Rank, Pair]]:
    by_word: dict[int, list[int]] = defaultdict(list)
    for j, found in enumerate(pred):
        for word in found.content:
            by_word[word].append(j)
    for i, wanted in enumerate(gold):
        shared = Counter(j for word in wanted.content for j in by_word.get(word, ()))
        for j, count in shared.items():
            found = pred[j]
            overlap = count / (len(wanted.content) + len(found.content) - count)
            other_source = not wanted.source & found.source
            rank = (wanted.row.optional, -overlap, other_source, i, j)
            yield rank, Pair(wanted, found, overlap)

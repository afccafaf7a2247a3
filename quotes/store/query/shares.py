"""How much of an article's text is in whose quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from quotes.records import Offsets, Quote, Speaker
from quotes.store.records.pages import Share

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""Finds what people count as one word: "don't", "cease-fire"."""


def shares_of(text: str, quotes: Sequence[Quote]) -> tuple[int, int, tuple[Share, ...]]:
    """How many words a text has, how many of them were said in its quotes, and by whom.

    A word is counted once for each speaker, also where quotes of theirs lie over each other.
    """
    said = [one for one in quotes if one.act == "speech" and one.factuality == "factual"]
    theirs: dict[Speaker | None, list[Quote]] = defaultdict(list)
    for quote in said:
        theirs[quote.speaker].append(quote)
    words = _words_in(text, [(0, len(text))])
    shares = []
    for speaker, some in theirs.items():
        many = _words_in(text, (span for quote in some for span in quote.content))
        part = many / words if words else 0.0
        shares.append(Share(speaker=speaker, quotes=len(some), words=many, share=part))
    shares.sort(key=lambda one: (one.speaker is None, -one.words, -one.quotes))
    return words, _words_in(text, (span for one in said for span in one.content)), tuple(shares)


def _words_in(text: str, spans: Iterable[Offsets]) -> int:
    """How many words are in the spans, those where they lie over each other once."""
    many, end = 0, 0
    for start, stop in sorted(spans):
        many += len(_WORD.findall(text, max(start, end), max(stop, end)))
        end = max(end, stop)
    return many

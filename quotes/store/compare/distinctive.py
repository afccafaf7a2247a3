"""The words that set one text off from others.

The statistic is the weighted log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi
and Quinn (2008, "Fightin' Words", Political Analysis 16, section 3.5). A word that is said y times
among n words, where others say it y' times among n', has the score z = δ / σ with

    δ  = log((y + a) / (n + A - y - a)) - log((y' + a) / (n' + A - y' - a))
    σ² = 1 / (y + a) + 1 / (y' + a)

The prior a of a word is its share in both texts together, times A words, which are PRIOR of the
words of both. So a word that others never say stands out when it is said some four times.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from quotes.sayings.wording import FILLERS, LITTLE
from quotes.store.records import Distinctive
from quotes.verdicts.agreement import Z

PRIOR = 0.1
"""The share of all words that the prior stands for."""

LEAST = 2
"""Times that a word must be said."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*")
_ENDING = re.compile(r"['’]s$")


def words_in(texts: Iterable[str]) -> Counter[str]:
    """How often words are said, in lower case, without numbers and words that hold sentences
    together. A text that comes again, word for word, counts once: it is a copy."""
    return Counter(word for text in set(texts) for word in _words(text))


def distinctive(mine: Counter[str], others: Counter[str], limit: int | None) -> list[Distinctive]:
    """The words that stand out among mine against the others, those with the highest score first;
    so many that it is above what chance gives one word in forty (1.96)."""
    n, m = mine.total(), others.total()
    if not n or not m:
        return []
    found = []
    for word, many in mine.items():
        if many >= LEAST:
            score = _score(many, others[word], n, m)
            if score > Z:
                found.append((score, word, many))
    return [
        Distinctive(word=word, count=many, others=others[word], score=round(score, 2))
        for score, word, many in sorted(found, key=lambda one: (-one[0], one[1]))[:limit]
    ]


def _score(y: int, x: int, n: int, m: int) -> float:
    """Of a word that is said y times among n words, and x times among m."""
    every = PRIOR * (n + m)
    prior = PRIOR * (y + x)
    rest, others = n + every - y - prior, m + every - x - prior
    if y == n and x == m:  # both say nothing else
        return 0.0
    ratio = math.log((y + prior) / rest) - math.log((x + prior) / others)
    return ratio / math.sqrt(1 / (y + prior) + 1 / (x + prior))


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(text.lower().replace("’", "'")):
        word = _ENDING.sub("", found)
        if len(word) > 1 and word not in LITTLE and word not in FILLERS and "'" not in word:
            yield word

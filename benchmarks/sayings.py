"""Measures how often quotations are rightly taken for one saying, and the time that takes while
they are added.

    python benchmarks/sayings.py            # the pairs of tests/sayings/pairs.toml
    python benchmarks/sayings.py 100000     # so many invented quotes are stored first, then 20,000

The second prints seconds for every 20,000 quotes: it should stay the same, however much is stored.
Every fifth quote is one that was published before, whole or cut.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

from quotes.records import Article, Quote, Speaker, quote_id
from quotes.sayings import Said, decide
from quotes.store import Store

PAIRS = Path(__file__).parents[1] / "tests" / "sayings" / "pairs.toml"
DAY = dt.date(2021, 3, 1)
STEP, PER_ARTICLE = 20_000, 10
WORDS, LETTERS = 8_000, "abdeiklmnorstu"
LITTLE = ("the", "of", "and", "to", "in", "that", "we", "is", "for", "it", "not", "will")


def judge_pairs() -> None:
    """Print, for the pairs fitted to and the others, how many are joined and kept apart."""
    for part, pairs in tomllib.loads(PAIRS.read_text(encoding="utf8")).items():
        for verdict, name in (("same", "joined"), ("different", "kept apart")):
            rows = pairs[verdict]
            said = ([Said(text, speaker="one", day=DAY) for text in row[1:]] for row in rows)
            right = sum(decide(*both).verdict == verdict for both in said)
            print(f"{part:6} {name:10} {right} of {len(rows)}, {100 * right / len(rows):.1f} %")


def invented(seed: int) -> Iterator[str]:
    """Quotations without end; how often a word occurs falls with its rank, as in English."""
    chance = random.Random(seed)
    names = ["".join(chance.choices(LETTERS, k=chance.randint(4, 9))) for _ in range(WORDS)]
    weights = [1 / (rank + 10) for rank in range(WORDS)]
    told: list[str] = []
    while True:
        if told and chance.random() < 0.2:
            words = chance.choice(told[-5_000:]).split()
            yield " ".join(words[: max(8, chance.randint(8, len(words)))])
            continue
        content = chance.choices(names, weights, k=chance.randint(5, 20))
        words = [word for one in content for word in (chance.choice(LITTLE), one)]
        told.append(" ".join(words))
        yield told[-1]


def add_quotes(stored: int) -> None:
    """Print how long each 20,000 quotes take, those after the first `stored`, too."""
    texts = invented(1)
    chance = random.Random(2)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "quotes.db") as store:
        for start in range(0, stored + STEP, STEP):
            began = time.process_time()
            for number in range(start, start + STEP, PER_ARTICLE):
                article, quotes = _article(number, texts, chance)
                store.add(article, quotes)
            print(f"{start:7,} stored: {time.process_time() - began:6.1f} s for {STEP:,} more")


def _article(
    number: int, texts: Iterator[str], chance: random.Random
) -> tuple[Article, list[Quote]]:
    said = list(dict.fromkeys(next(texts) for _ in range(PER_ARTICLE)))
    day = DAY + dt.timedelta(days=number // 500)
    article = Article(
        id=f"{number}.txt",
        text="\n".join(f"({place}) {text}" for place, text in enumerate(said)),
        date=day,
    )
    speaker = Speaker(name=f"Speaker {chance.randint(1, 300)}", type="organization")
    return article, [
        _quote(article, f"({place}) ", text, speaker) for place, text in enumerate(said)
    ]


def _quote(article: Article, mark: str, text: str, speaker: Speaker) -> Quote:
    start = article.text.index(mark) + len(mark)
    content = ((start, start + len(text)),)
    return Quote(
        id=quote_id(article.id, content, text),
        article_id=article.id,
        date=article.date,
        kind="direct",
        act="speech",
        text=text,
        content=content,
        speaker=speaker,
        confidence=0.9,
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        add_quotes(int(sys.argv[1]))
    else:
        judge_pairs()

"""Invented news that the stand-in for the model (`tests/cli/fake_quotes.py`) finds quotes in."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from quotes.records import Article, Quote
from quotes.store import Store

from ..cli.fake_quotes import fake_extract

FIRST_DAY = dt.date(2021, 1, 1)

GIVEN = ("Anna", "Boris", "Clara", "David", "Elena", "Felix", "Greta", "Henry", "Irene", "Jonas")
FAMILY = ("Abel", "Berg", "Costa", "Duval", "Ernst", "Fabre", "Grant", "Hansen", "Ivanov", "Jansen")
PEOPLE = [f"{given} {family}" for given in GIVEN for family in FAMILY]
BEGINNINGS = ("ba", "bel", "cor", "dan", "ern", "fal", "gor", "hin", "kel", "lom", "mar", "nor")
ENDINGS = ("der", "ing", "ton", "y", "el", "ow", "ard", "ick")
WORDS = [a + b + c for a in BEGINNINGS for b in BEGINNINGS for c in ENDINGS]
"""Many, so that only what is said again has words in common."""


def make_article(
    number: int,
    *,
    quotes: int,
    version: int = 1,
    people: Sequence[str] = PEOPLE,
    prefix: str = "",
    paper: str = "post",
) -> Article:
    """An article of as many quotes of these people; each version says other things.

    `prefix` is what `quotes add` puts before its id: the file and "#"; `paper`: of its address.
    """
    chance = random.Random(f"{number} {version}")
    said = [_said(chance, people) for _ in range(quotes)]
    return Article(
        id=f"{prefix}article-{number:04}",
        title=f"{chance.choice(WORDS).title()} and {chance.choice(WORDS)}, version {version}",
        date=FIRST_DAY + dt.timedelta(days=number * 7 % 365),
        url=f"https://{paper}.example/{number}",
        publisher=f"The {FAMILY[number % 3]} Post",
        text="\n\n".join(said),
    )


def make_news(numbers: Iterable[int], *, quotes: int, **how: Any) -> list[Article]:
    """Articles of these numbers; see `make_article`."""
    return [make_article(number, quotes=quotes, **how) for number in numbers]


def quotes_of(article: Article) -> list[Quote]:
    """The quotes that the stand-in for the pipeline finds."""
    return fake_extract(article)


def write_news(path: Path, articles: Iterable[Article]) -> Path:
    """The articles as JSON lines, for `quotes add`."""
    fields = {"id", "title", "date", "url", "publisher", "text"}
    rows = (article.model_dump(mode="json", include=fields) for article in articles)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def fill(path: Path, articles: Iterable[Article]) -> Path:
    """A database of these articles."""
    with Store(path) as store:
        for article in articles:
            store.add(article, quotes_of(article))
    return path


def leave_log(path: Path, articles: Iterable[Article]) -> None:
    """Add articles as a writer does who is killed: they are in the log beside the file."""
    child = os.fork()
    if child == 0:
        store = Store(path)
        for article in articles:
            store.add(article, quotes_of(article))
        os._exit(0)
    os.waitpid(child, 0)


def _said(chance: random.Random, people: Sequence[str]) -> str:
    """A quote. One in four is of those that are said again and again, which makes sayings."""
    who = chance.choice(people)
    if chance.random() < 0.25:
        chance = random.Random(chance.randrange(50))
    one, two, three, four, five, six = chance.sample(WORDS, 6)
    return (
        f'"The {one} of the {two} is in the {three}, and the {four} that we have in {five} is for '
        f'all of {six}," said {who}.'
    )

"""Articles with ready quotes in any number, to measure a store with: invented, always the same.

Lengths, and how often names and words occur, are those of news. The days of the articles go
forward over ten years, in batches within which quotes are repeated word for word, as the copies of
an agency's report are; nothing but one batch is held.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quotes.records import Article, Quote, join_pieces, quote_id

from .invented.cast import MENTIONS, Cast, draw_places
from .invented.telling import Page, Places, capital, draw_told, write_quote, write_sentence
from .invented.wording import UNIT, draw_texts
from .invented.world import (
    COMMON_WORD,
    FREQUENT_SPEAKER,
    PHRASE,
    RARE_WORD,
    Invented,
    invent,
)

__all__ = ["COMMON_WORD", "FREQUENT_SPEAKER", "PHRASE", "RARE_WORD", "make_articles"]

FIRST_DAY, DAYS = dt.date(2014, 1, 1), 3_650
RARE = 20
"""Quotes with RARE_WORD, however many there are."""

_BATCH, _SPAN = 40, 3  # articles, and the days on which they appear
_QUOTES, _MOST = 20, 120  # of an article: the mean and the limit
_MEDIAN, _SPREAD = 76.0, 0.66  # characters of a quote, and sigma of their logarithm
_FILLERS = 0.5  # sentences without a quote, for each with one
_WRITERS, _UNNAMED = 10_000, 0.15  # who wrote the articles, and how many are by nobody
_COPIED, _UNDATED, _VIA, _SAID_ON = 0.055, 0.03, 0.01, 0.04
_FOUND_IN = {name: f"field {name}" for name in ("title", "date", "byline", "url", "publisher")}


def make_articles(
    quotes: int = 1_000_000, *, seed: int = 20, texts: bool = True
) -> Iterator[tuple[Article, list[Quote]]]:
    """Articles with their quotes, `quotes` of these in all; the same arguments give the same.

    Without `texts` the articles' texts are empty, and all else is as it would be with them.
    """
    rng = np.random.default_rng(seed)
    rare = rng.choice(max(1, quotes), min(RARE, quotes), replace=False)
    done = number = 0
    while done < quotes:
        day = FIRST_DAY + dt.timedelta(days=DAYS * done // quotes)
        for article, found in _Batch(rng, invent(), day, rare - done).articles(number):
            kept = found[: quotes - done]
            yield article if texts else article.model_copy(update={"text": ""}), kept
            done, number = done + len(kept), number + 1
            if done == quotes:
                return


class _Batch:
    """Articles of the same days: all that is left to chance is drawn at once.

    `rare` holds the places of the quotes with RARE_WORD, counted from the first of the batch.
    """

    def __init__(
        self, rng: np.random.Generator, world: Invented, day: dt.date, rare: NDArray[Any]
    ) -> None:
        counts = np.minimum(rng.geometric(1 / (_QUOTES + 1), _BATCH) - 1, _MOST)
        fillers = rng.integers(2, 11, _BATCH) + rng.binomial(counts, _FILLERS)
        quotes = int(counts.sum())
        self._world = world
        self._quotes, self._fillers = _ranges(counts, 0), _ranges(fillers, quotes)
        self._days = _draw_days(rng, day)
        self._outlets = world.publisher_shares.draw(rng, _BATCH).tolist()
        self._writers = rng.integers(0, int(_WRITERS / (1 - _UNNAMED)), _BATCH).tolist()
        self._cast = Cast(rng, world, counts)
        here = rare[(rare >= 0) & (rare < quotes)]
        self._texts = draw_texts(rng, world, _draw_lengths(rng, quotes, fillers), quotes, here)
        self._told = draw_told(rng, self._texts.bounds[:quotes], draw_places(rng, counts))
        self._copy(rng)
        self._chances = rng.random((quotes, 4)).tolist()
        self._mentions = MENTIONS.draw(rng, quotes).tolist()
        self._confidences = np.round(rng.beta(6, 2, quotes), 3).tolist()

    def articles(self, number: int) -> Iterator[tuple[Article, list[Quote]]]:
        """The articles with their quotes; `number` is the first one's."""
        for place in range(_BATCH):
            yield self._article(place, number + place)

    def _copy(self, rng: np.random.Generator) -> None:
        """Let some quotes be those of an earlier article of the batch."""
        chances = rng.random((len(self._told), 2)).tolist()
        earlier: list[int] = []
        for day, mine in zip(self._days, self._quotes, strict=True):
            if day is None:
                continue
            for number in mine if earlier else ():
                chance, which = chances[number]
                if chance < _COPIED:
                    self._told[number] = self._told[earlier[int(which * len(earlier))]]
            earlier += mine

    def _article(self, place: int, number: int) -> tuple[Article, list[Quote]]:
        page, mine, fillers = Page(), self._quotes[place], self._fillers[place]
        places = []
        for turn in range(max(len(mine), len(fillers))):
            if turn < len(fillers):
                write_sentence(page, self._texts.words(fillers[turn]))
            if turn < len(mine):
                places.append(self._write(page, mine[turn]))
        article = Article(text=page.text, **self._facts(place, number))
        return article, [self._quote(article, *both) for both in zip(mine, places, strict=True)]

    def _facts(self, place: int, number: int) -> dict[str, Any]:
        """All of an article but its text."""
        day, outlet, writer = self._days[place], self._outlets[place], self._writers[place]
        start, end = self._texts.bounds[place - _BATCH]
        site = f"outlet-{outlet + 1:03}"
        way = f"{day:%Y/%m/%d}/" if day else ""
        words = "-".join(self._texts.units[start + 1 : end : 2])
        values = {
            "title": capital(self._texts.words(place - _BATCH)),
            "date": day,
            "byline": self._world.names[writer] if writer < _WRITERS else None,
            "url": f"https://{site}.example/{way}{words}-{number}",
            "publisher": self._world.publishers[outlet],
        }
        found_in = {name: where for name, where in _FOUND_IN.items() if values[name]}
        id = f"{site}/{day or 'undated'}/{number:06}.txt"
        return {"id": id, "found_in": found_in, **values}

    def _write(self, page: Page, number: int) -> Places:
        told = self._told[number]
        source = self._cast[told.who]
        cue = told.cue(self._chances[number][0])
        mention = source.mentions[self._mentions[number]] if source else None
        return write_quote(page, told, self._texts.units, cue, mention)

    def _quote(self, article: Article, number: int, places: Places) -> Quote:
        told, source = self._told[number], self._cast[self._told[number].who]
        _, via, said_on, outlet = self._chances[number]
        day = article.date
        told_on = day and day - dt.timedelta(days=int(said_on / _SAID_ON * 3))
        return Quote(
            id=quote_id(article.id, places.content, told.kind),
            article_id=article.id,
            title=article.title,
            date=day,
            url=article.url,
            publisher=article.publisher,
            kind=told.kind,
            act=told.act,
            factuality=told.factuality,
            text=join_pieces(article.text, places.content) or "",
            content=places.content,
            cue=places.cue,
            source=places.source,
            cue_text=join_pieces(article.text, places.cue),
            source_text=join_pieces(article.text, places.source),
            speaker=source and source.speaker,
            role=source and source.role,
            affiliation=source and source.affiliation,
            office=source.office if source and day else None,
            via=self._world.publishers[int(outlet * 20)] if via < _VIA else None,
            said_on=told_on if said_on < _SAID_ON else None,
            confidence=self._confidences[number],
        )


def _ranges(counts: NDArray[Any], start: int) -> list[range]:
    """For each article the numbers of its quotes or sentences, which go on from `start`."""
    ends = (start + np.cumsum(counts)).tolist()
    return [range(first, end) for first, end in pairwise([start, *ends])]


def _draw_days(rng: np.random.Generator, first: dt.date) -> list[dt.date | None]:
    days = rng.integers(0, _SPAN, _BATCH).tolist()
    undated = (rng.random(_BATCH) < _UNDATED).tolist()
    return [
        None if unknown else first + dt.timedelta(days=day)
        for day, unknown in zip(days, undated, strict=True)
    ]


def _draw_lengths(rng: np.random.Generator, quotes: int, fillers: NDArray[Any]) -> NDArray[Any]:
    """Words of the quotes, of the sentences between them, and of the titles, which come last."""
    sizes = rng.lognormal(np.log(_MEDIAN), _SPREAD, quotes) / UNIT
    return np.concatenate(
        [
            np.maximum(1, np.rint(sizes).astype(int)),
            rng.integers(5, 19, fillers.sum()),
            rng.integers(4, 8, _BATCH),
        ]
    )

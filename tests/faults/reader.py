"""A reader who looks at a database again and again, and says at the end what was wrong.

    python -m tests.faults.reader DB END QUOTES anew|stays

Each article has as many quotes, all of one version. With "anew" the database is opened for each
look. Once there is a file END, it takes a last look. The last line is JSON: how many looks there
were, the articles at the end, and the faults.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from quotes.errors import QuotesError
from quotes.store import Store

PAUSE = 0.03
"""Seconds between two looks: eight readers leave the writer some time."""

AGAIN = "was written while it was read: run it again"
"""The error that a reader may meet who cannot hold a lock, having no right to write."""


class Reader:
    """Looks, and remembers how much was there before."""

    def __init__(self, quotes: int) -> None:
        self.quotes = quotes
        self.looks = 0
        self.articles = 0
        self.faults: list[str] = []

    def look(self, store: Store) -> None:
        """Note whatever is wrong with what is there now."""
        self.looks += 1
        try:
            self.note(list(self._faults_of(store)))
        except QuotesError as error:
            self.note_error(error)

    def note(self, faults: list[str]) -> None:
        """Keep the first of the faults."""
        self.faults = (self.faults + faults)[:10]

    def note_error(self, error: QuotesError) -> None:
        """An error is a fault, but for being asked to look again."""
        if not str(error).endswith(AGAIN):
            self.note([str(error)])

    def _faults_of(self, store: Store) -> Iterator[str]:
        titles: dict[str, list[str | None]] = defaultdict(list)
        for quote in store.quotes(act="all", factuality="all"):
            titles[quote.article_id].append(quote.title)
        for name, found in titles.items():
            if len(found) != self.quotes or len(set(found)) != 1:
                yield f"list: {name} has {len(found)} quotes of {set(found)}"
        counts = {article.id: article.count for article in store.articles()}
        for name, count in counts.items():
            if count != self.quotes:
                yield f"articles: {name} has {count} quotes"
        said = sum(speaker.count for speaker in store.speakers(act="all", factuality="all"))
        hits = len(store.search("have", act="all", factuality="all", limit=None))
        later = {"list": len(titles), "articles": len(counts)}
        later |= {"speakers": said // self.quotes, "search": hits // self.quotes}
        yield from self._fewer(later)
        if said % self.quotes or hits % self.quotes:
            yield f"half an article: {said} quotes of speakers, {hits} hits"

    def _fewer(self, counts: dict[str, int]) -> Iterator[str]:
        """Each of these was looked at after the one before it: counts only grow."""
        for what, count in counts.items():
            if count < self.articles:
                yield f"{what}: {count} articles, and there were {self.articles}"
            self.articles = max(self.articles, count)


def main(db: Path, end: Path, quotes: int, *, anew: bool) -> None:
    """Look until the end."""
    reader = Reader(quotes)
    with nullcontext() if anew else Store(db, read_only=True) as kept:
        print("ready", flush=True)
        last = False
        while not last:
            last = end.exists()
            try:
                with _opened(db, kept) as store:
                    reader.look(store)
            except QuotesError as error:
                reader.note_error(error)
            time.sleep(PAUSE)
    print(json.dumps({key: getattr(reader, key) for key in ("looks", "articles", "faults")}))


@contextmanager
def _opened(db: Path, kept: Store | None) -> Iterator[Store]:
    if kept is not None:
        yield kept
        return
    with Store(db, read_only=True) as store:
        yield store


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), anew=sys.argv[4] == "anew")

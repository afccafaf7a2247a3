"""Measures a store of a million quotes: loading, lists, searches, adding again, exports.

From the repository's root, with the number of invented quotes (a million, where none is given):

    python -m benchmarks.store [QUOTES] [--db PATH] [--only PART,…]
    python -m benchmarks.store --db PATH --only facets,pages    # of load, list, search, stats, …
    python -m benchmarks.store --db PATH --only settle    # what a load leaves for later, and bytes

A database that is there is used as it is, and nothing is loaded; without --db it is made in a
folder that is removed. All else is written beside it and removed: it takes up to twice its space.
The quotes are those of `tests/store/million.py`. After each figure stands the bar that it must not
pass; that of the load is for a million quotes, and is scaled for other numbers.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from quotes.cli.statistics import ACROSS, ROWS
from quotes.records import Article, Quote
from quotes.store import Store
from quotes.store.query.listing import Sort
from quotes.store.search.searching import SearchSort
from tests.store.million import COMMON_WORD, FREQUENT_SPEAKER, PHRASE, RARE_WORD, make_articles

MILLION = 1_000_000
SINCE = dt.date(2019, 1, 1)
PAGE, HITS, ADDED = 50, 20, 20_000
STEP = 5_000  # quotes read at once on the way to a page in the middle

QUOTES = [sys.executable, "-m", "quotes"]
WITHOUT_MODEL = """
import sys
from quotes import api
from quotes.cli.app import main

api.find = lambda article: api.Findings([])
main()
"""
PEAK = """
import resource, subprocess, sys

done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
if done.returncode:
    sys.exit(done.returncode)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6 * 1024)
"""


class Clocked:
    """Pairs that note how long it took to make them: `seconds`, and how many quotes they had."""

    def __init__(self, pairs: Iterable[tuple[Article, list[Quote]]]) -> None:
        self._pairs = iter(pairs)
        self.seconds = 0.0
        self.quotes = 0

    def __iter__(self) -> Iterator[tuple[Article, list[Quote]]]:
        while True:
            began = time.perf_counter()
            pair = next(self._pairs, None)
            self.seconds += time.perf_counter() - began
            if pair is None:
                return
            self.quotes += len(pair[1])
            yield pair


def show(what: str, figure: float, unit: str, bar: float | None = None, more: str = "") -> None:
    """Print one figure and its bar."""
    kept = "" if bar is None else f"bar {bar:,g} {'kept' if figure <= bar else 'MISSED'}"
    print(f"{what:44} {figure:12,.1f} {unit:5} {kept:18} {more}".rstrip(), flush=True)


def load(db: Path, count: int) -> None:
    """Load so many quotes: seconds, without those that it takes to make the quotes."""
    pairs = Clocked(make_articles(count))
    began = time.perf_counter()
    with Store(db) as store:
        store.load(pairs)
    took = time.perf_counter() - began - pairs.seconds
    more = f"{pairs.quotes / took:,.0f} quotes/s; to make them {pairs.seconds:.1f} s"
    show(f"load {pairs.quotes:,} quotes", took, "s", 150 * count / MILLION, more)


def settle(db: Path) -> None:
    """Find out who is one person, what is one saying and one story, which a load does not."""
    began = time.perf_counter()
    with Store(db) as store:
        articles = sum(store.settle())
    show(f"settle {articles:,} articles", time.perf_counter() - began, "s")
    size(db)


def size(db: Path) -> None:
    """Bytes a quote on disk, with and without the articles' texts."""
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (count,) = connection.execute("SELECT count(*) FROM quotes").fetchone()
        texts = "SELECT sum(length(CAST(text AS BLOB))) FROM articles"
        (of_texts,) = connection.execute(texts).fetchone()
    gross = db.stat().st_size
    show("on disk without texts", (gross - of_texts) / count, "B/qu", 450)
    show("on disk with texts", gross / count, "B/qu", None, f"{gross / 1e6:,.0f} MB in all")


def lists(db: Path) -> None:
    """Pages of a frequent, of a rare and of all speakers; the whole command."""
    with Store(db, read_only=True) as store:
        people = [one for one in store.speakers() if one.type == "person"]
        rare = min(people, key=lambda one: one.count).name
        total = sum(one.count for one in people)
        theirs = store.quotes(speaker=FREQUENT_SPEAKER)
        middle = {"speaker": FREQUENT_SPEAKER, "after": theirs[len(theirs) // 2].id}
        for name, asked in (
            ("frequent speaker", {"speaker": FREQUENT_SPEAKER, "since": SINCE}),
            ("rare speaker", {"speaker": rare}),
            ("all", {}),
            ("frequent speaker, in the middle", middle),
            ("all, in the middle", {"after": _walk(store, total // 2)}),
        ):
            _time_list(store, f"list {name}", asked)
    options = ["--speaker", FREQUENT_SPEAKER, "--since", str(SINCE), "--limit", str(PAGE)]
    first, *others = (_seconds(*QUOTES, "list", *options, "--db", str(db)) for _ in range(6))
    more = f"median of 5; the first {1000 * first:.0f}"
    show("quotes list --speaker", 1000 * statistics.median(others), "ms", 500, more)


def search(db: Path) -> None:
    """A word of 20 quotes, a phrase of 0.2 % of all, a word of 40 % of all."""
    with Store(db, read_only=True) as store:
        asked = (("rare word", RARE_WORD, 20), ("phrase", f'"{PHRASE}"', 80))
        for name, words, bar in (*asked, ("common word", COMMON_WORD, 80)):
            found = len(store.search(words, limit=HITS))
            times = _times(10, partial(store.search, words, limit=HITS))
            more = f"median of 10; worst {max(times):.1f}; {found} hits"
            show(f"search {name}", statistics.median(times), "ms", bar, more)


def stats(db: Path) -> None:
    """Counts by one thing and by two, as many as a table shows; the whole command."""
    with Store(db, read_only=True) as store:
        for by in ("speaker", "publisher", "month"):
            times = _times(5, partial(store.stats, by, limit=ROWS))
            show(f"stats {by}", statistics.median(times), "ms", 500, f"worst {max(times):.1f}")
        for by, other in (("speaker", "publisher"), ("speaker", "month"), ("publisher", "month")):
            times = _times(5, partial(store.cross, by, other, limit=ROWS, across=ACROSS))
            more = f"worst {max(times):.1f}"
            show(f"stats {by} {other}", statistics.median(times), "ms", 500, more)
    took = _seconds(*QUOTES, "stats", "speaker", "publisher", "--db", str(db))
    show("quotes stats speaker publisher", 1000 * took, "ms")


def questions(store: Store) -> dict[str, tuple[str | None, dict[str, Any]]]:
    """Words and filters as people put them together, by name."""
    outlet = store.stats("publisher", limit=1)[0].value
    speaker = {"speaker": FREQUENT_SPEAKER}
    month = {"since": dt.date(2019, 3, 1), "until": dt.date(2019, 3, 31)}
    return {
        "all": (None, {}),
        "one speaker": (None, speaker),
        "one outlet": (None, {"publisher": outlet}),
        "speaker and month": (None, speaker | month),
        "speaker and outlet": (None, speaker | {"publisher": outlet}),
        "direct": (None, {"kind": "direct"}),
        "checked": (None, {"checked": True}),
        "at least 0.9 sure": (None, {"min_confidence": 0.9}),
        "conflicts": (None, {"conflicts": True}),
        "office": (None, {"office": "Prime Minister of the United Kingdom"}),
        "role": (None, {"role": "minister"}),
        "rare word": (RARE_WORD, {}),
        "common word": (COMMON_WORD, {}),
        "common word and speaker": (COMMON_WORD, speaker),
        "common word and outlet": (COMMON_WORD, {"publisher": outlet}),
    }


def facets(db: Path) -> None:
    """Time the facets by which lists and searches can be narrowed."""
    with Store(db, read_only=True) as store:
        middle = []
        for name, (words, asked) in questions(store).items():
            times = _times(5, partial(store.facets, words, **asked))
            middle.append(statistics.median(times))
            show(f"facets {name}", middle[-1], "ms", 200, f"worst {max(times):.1f}")
        show("facets, the median of these", statistics.median(middle), "ms", 40)


def pages(db: Path) -> None:
    """The last page of each list and the second of each search, in the orders of a page."""
    with Store(db, read_only=True) as store:
        for name, (words, asked) in questions(store).items():
            if words is None:
                turned: tuple[tuple[Sort, Sort], ...] = (("date", "oldest"), ("oldest", "date"))
                for sort, back in turned:
                    far = store.quotes(sort=back, limit=PAGE + 1, **asked)
                    after = far[-1].id if far else None
                    page = partial(store.quotes, sort=sort, after=after, limit=PAGE, **asked)
                    _show_page(f"page of {name} by {sort}", page)
                page = partial(store.quotes, sort="confidence", limit=PAGE, **asked)
                _show_page(f"page of {name} by confidence", page)
                continue
            orders: tuple[SearchSort, ...] = ("relevance", "date", "oldest")
            for order in orders:
                near = store.search(words, sort=order, limit=HITS, **asked)
                after = near[-1].quote.id
                next_ = partial(store.search, words, sort=order, after=after, limit=HITS, **asked)
                _show_page(f"page of {name} by {order}", next_)


def _show_page(name: str, page: Callable[[], object]) -> None:
    times = _times(3, page)
    show(name, statistics.median(times), "ms", 50, f"worst {max(times):.1f}")


def add(place: Path) -> None:
    """Add articles that are stored already, from one file of JSON lines and from files of text."""
    lines, folder = place / "articles.jsonl", place / "articles"
    _write_articles(lines, folder)
    for name, path in (("a file of lines", lines), ("files of text", folder)):
        db = place / f"{path.stem}{path.suffix}.db"
        options = ["add", str(path), "--db", str(db)]
        _run(sys.executable, "-c", WITHOUT_MODEL, *options)
        before = _digest(db)
        took = _seconds(*QUOTES, *options)
        written = "nothing written" if _digest(db) == before else "WRITTEN TO"
        show(f"add {ADDED:,} articles again, {name}", took, "s", 2, written)


def export(db: Path, place: Path) -> None:
    """Export all: megabytes of memory at the peak, and seconds."""
    for format in ("parquet", "csv", "jsonl"):
        path = place / f"quotes.{format}"
        command = [*QUOTES, "export", str(path), "--db", str(db)]
        began = time.perf_counter()
        # A process has no smaller peak than the one that starts it: a small one starts it.
        peak = float(_run(sys.executable, "-c", PEAK, *command))
        more = f"{time.perf_counter() - began:.1f} s, {path.stat().st_size / 1e6:,.0f} MB written"
        show(f"export to {format}", peak, "MB", 300, more)
        path.unlink()


def _walk(store: Store, depth: int) -> str | None:
    """The id of the quote that stands so deep in the list of all."""
    after = None
    while depth > 0:
        after = store.quotes(limit=min(STEP, depth), after=after)[-1].id
        depth -= STEP
    return after


def _time_list(store: Store, name: str, asked: dict[str, Any]) -> None:
    found = len(store.quotes(limit=PAGE, **asked))
    times = _times(20, partial(store.list, limit=PAGE, **asked))
    more = f"median of 20; best {min(times):.1f}; {found} quotes"
    show(name, statistics.median(times), "ms", 5, more)


def _times(count: int, ask: Callable[[], object]) -> list[float]:
    """Milliseconds of each of so many calls."""
    times = []
    for _ in range(count):
        began = time.perf_counter()
        ask()
        times.append(1000 * (time.perf_counter() - began))
    return times


def _seconds(*command: str) -> float:
    began = time.perf_counter()
    _run(*command)
    return time.perf_counter() - began


def _run(*command: str) -> str:
    """The output of a command; where it fails, this program ends with what it complains of."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-1000:]}")
    return done.stdout


def _write_articles(lines: Path, folder: Path) -> None:
    fields = {"id", "text", "title", "date", "publisher", "url"}
    with lines.open("w", encoding="utf8") as stream:
        for article, _ in islice(make_articles(30 * ADDED), ADDED):
            values = article.model_dump(mode="json", include=fields)
            stream.write(json.dumps(values, ensure_ascii=False) + "\n")
            path = folder / article.id
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article.text, encoding="utf8")


def _digest(db: Path) -> dict[str, str]:
    """Of the database and of what SQLite may keep beside it."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(db.parent.glob(f"{db.name}*"))
    }


def main() -> None:
    """Measure and print."""
    parts = ("load", "list", "search", "stats", "facets", "pages", "add", "export")
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("quotes", nargs="?", type=int, default=MILLION)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--only", type=lambda words: words.split(","), default=parts)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.db and asked.db.parent) as folder:
        place = Path(folder)
        db = asked.db or place / "million.db"
        if not db.exists() and set(asked.only) != {"add"}:
            load(db, asked.quotes)
        measures: dict[str, Callable[[], None]] = {
            "load": lambda: size(db),
            "settle": lambda: settle(db),
            "list": lambda: lists(db),
            "search": lambda: search(db),
            "stats": lambda: stats(db),
            "facets": lambda: facets(db),
            "pages": lambda: pages(db),
            "add": lambda: add(place),
            "export": lambda: export(db, place),
        }
        for part in asked.only:
            measures[part]()


if __name__ == "__main__":
    main()

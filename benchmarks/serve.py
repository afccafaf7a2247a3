"""Measures `quotes serve` over a million quotes: its start, each kind of page, 50 users at once.

From the repository's root:

    python -m benchmarks.serve [QUOTES] [--db PATH] [--quick]
    python -m benchmarks.serve --db PATH --only start,pages,users

A database that is there is used as it is; without --db, or where it is not there, one of
`benchmarks/store.py` is made (a million quotes, where no number is given) and settled, which takes
minutes. The server is a process of its own, which is asked by this one on the same machine.

Pages are asked one after another, each kind with as many different questions as --questions says
after a first that is not counted: milliseconds that the asker waits, and of the processor that the
server takes, for their median and 95th percentile; and kilobytes of the heaviest with all that it
loads. Users read each page for some seconds, at random, before they go on to the next. --quick asks
little, to see that all works. What stands in place of "kept" is a bar that was MISSED; then the
exit code is 1. Times are those of the machine as it is: let nothing else run on it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from benchmarks.store import MILLION, load, settle
from quotes.records import Quote
from quotes.store import Store
from tests.store.million import COMMON_WORD, DAYS, FIRST_DAY, FREQUENT_SPEAKER, PHRASE, RARE_WORD

TOKEN = "of-the-benchmark"
MEDIAN, LATE, COSTLY = 60.0, 250.0, 1_500.0
"""Milliseconds of a page: at the median, at the 95th percentile; of one that counts much."""
START, WEIGHT, GROWTH = 2_000.0, 300.0, 50.0
"""Milliseconds to the first answer, kilobytes of a page, megabytes that the server may grow."""
PAUSE = (1.0, 3.0)
"""Seconds for which a user reads a page: at least and at most."""

_LOADED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|img src|script src)="([^"]+)"')

Ask = Callable[[random.Random], str]
"""Makes an address, another at each call."""


@dataclass
class Missed:
    """Counts the bars that were not kept."""

    bars: int = 0

    def verdict(self, figure: float, bar: float) -> str:
        """The bar, and whether the figure keeps it."""
        kept = figure <= bar
        self.bars += not kept
        return f"bar {bar:,g} {'kept' if kept else 'MISSED'}"


class Server:
    """`quotes serve` in a process of its own, over a database; `wait` until it answers first."""

    def __init__(self, db: Path) -> None:
        options = ["--port", "0", "--db", str(db), "--edit", "--token", TOKEN]
        began = time.perf_counter()
        command = [sys.executable, "-m", "quotes", "serve", *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr
        lines = []
        while not (found := re.search(r"http://\S+", lines[-1] if lines else "")):
            lines.append(self.process.stderr.readline())
            if not lines[-1]:
                sys.exit("".join(lines))
        self._place = urlsplit(found[0])
        self.client().get("/")
        self.started = 1000 * (time.perf_counter() - began)
        self.worked = self.processor

    def client(self) -> Client:
        """A connection of its own."""
        return Client(self._place.hostname or "", self._place.port or 0)

    @property
    def processor(self) -> float:
        """Milliseconds of the processor that it took until now."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(") ")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """Megabytes that it has."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1000


class Client:
    """Asks a server, with the token."""

    def __init__(self, host: str, port: int) -> None:
        self._connection = http.client.HTTPConnection(host, port, timeout=60)

    def get(self, address: str) -> bytes:
        """The answer to an address, from where it sends to; ends this program where that is an
        error."""
        status, place, body = self.ask(address)
        if status in (303, 307):
            return self.get(place)
        if status >= 400:
            sys.exit(f"{address} was answered with {status}: {_sentence(body)}")
        return body

    def ask(self, address: str) -> tuple[int, str, bytes]:
        """The status, where it sends to, and what is answered."""
        headers = {"Authorization": f"Bearer {TOKEN}"}
        self._connection.request("GET", address.partition("#")[0], headers=headers)
        answer = self._connection.getresponse()
        return answer.status, answer.headers.get("location", ""), answer.read()


@contextmanager
def serving(db: Path) -> Iterator[Server]:
    """A server, until the end."""
    server = Server(db)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(30)


class Questions:
    """Makes addresses of each kind of page by chance, from what a store has."""

    def __init__(self, db: Path, chance: random.Random) -> None:
        with Store(db, read_only=True) as store:
            self._speakers = [one.value for one in store.stats("speaker", limit=2_000)]
            self._outlets = [one.value for one in store.stats("publisher", limit=200)]
            self._found: list[Quote] = []
            while len(self._found) < 1_000:
                day = self._day(chance, late=chance.random() < 0.5)
                self._found += store.quotes(since=day, limit=10, sort="oldest")
        self._words = sorted(
            {word for one in self._found for word in re.findall(r"\w{4,}", one.text)}
        )

    @property
    def kinds(self) -> dict[str, Ask]:
        """An address of each kind of page."""
        return {
            "start": lambda chance: "/",
            "list: all, anywhere": self._anywhere,
            "list: narrowed": lambda chance: self._list(chance, *self._some(chance)),
            "list: narrowed, anywhere": self._narrowed_anywhere,
            "list: each saying once": lambda chance: self._list(chance, ("unique", "true")),
            "list: by confidence": lambda chance: self._list(chance, ("sort", "confidence")),
            "search: one word": lambda chance: self._list(chance, self._word(chance)),
            "search: frequent words": self._frequent,
            "search: two words, narrowed": self._search,
            "speakers": lambda chance: self._to("/speakers", *self._some(chance, "speaker")),
            "speaker": lambda chance: self._to("/speaker", ("name", chance.choice(self._speakers))),
            "speaker: frequent": self._frequent_speaker,
            "articles": lambda chance: self._to("/articles", *self._some(chance)),
            "article": lambda chance: self._to("/article", ("id", self._quote(chance).article_id)),
            "quote": lambda chance: f"/quote/{self._quote(chance).id}",
            "saying": lambda chance: f"/saying/{self._quote(chance).id}",
            "feed": lambda chance: self._to("/quotes.atom", *self._some(chance)),
            "check": lambda chance: "/check",
            "doubts": lambda chance: self._to("/doubts", *self._some(chance)),
            "correct": lambda chance: f"/correct/{self._quote(chance).id}",
            "fixes": lambda chance: "/fixes",
            "compare": self._compare,
            "audit": self._audit,
        }

    def _list(self, chance: random.Random, *pairs: tuple[str, str]) -> str:
        since = ("since", str(self._day(chance)))
        return self._to("/quotes", *pairs, *([] if dict(pairs).get("since") else [since]))

    def _anywhere(self, chance: random.Random) -> str:
        return self._to("/quotes", ("after", self._quote(chance).id))

    def _narrowed_anywhere(self, chance: random.Random) -> str:
        quote = self._quote(chance)
        return self._to("/quotes", ("publisher", quote.publisher or ""), ("after", quote.id))

    def _frequent(self, chance: random.Random) -> str:
        words = chance.choice((COMMON_WORD, f'"{PHRASE}"', RARE_WORD))
        sort = chance.choice(("relevance", "date", "oldest", "confidence"))
        return self._to("/quotes", ("words", words), ("sort", sort), *self._some(chance, "speaker"))

    def _search(self, chance: random.Random) -> str:
        words = f"{chance.choice(self._words)} {chance.choice(self._words)}"
        return self._to("/quotes", ("words", words), *self._some(chance))

    def _frequent_speaker(self, chance: random.Random) -> str:
        return self._to(
            "/speaker", ("name", chance.choice((FREQUENT_SPEAKER, *self._speakers[:9])))
        )

    def _compare(self, chance: random.Random) -> str:
        by, names = chance.choice((("speaker", self._speakers), ("publisher", self._outlets)))
        some = chance.sample(names, chance.randint(2, 6))
        return self._to("/compare", ("by", by), *(("of", name) for name in some))

    def _audit(self, chance: random.Random) -> str:
        by = chance.choice(("type", "gender", "country", "office"))
        across = chance.choice(("", "publisher", "month"))
        return self._to("/audit", ("by", by), ("across", across), *self._some(chance, "speaker"))

    def _some(self, chance: random.Random, *without: str) -> list[tuple[str, str]]:
        """One or two things by which a list is narrowed."""
        pairs = [
            ("speaker", chance.choice(self._speakers)),
            ("publisher", chance.choice(self._outlets)),
            ("since", str(self._day(chance))),
            ("until", str(self._day(chance, late=True))),
            ("kind", chance.choice(("direct", "mixed", "indirect"))),
            ("min_confidence", chance.choice(("0.5", "0.7", "0.9"))),
            ("factuality", "all"),
        ]
        wanted = [pair for pair in pairs if pair[0] not in without]
        return chance.sample(wanted, chance.randint(1, 2))

    def _word(self, chance: random.Random) -> tuple[str, str]:
        return "words", chance.choice(self._words)

    def _quote(self, chance: random.Random) -> Quote:
        return chance.choice(self._found)

    def _day(self, chance: random.Random, *, late: bool = False) -> dt.date:
        """One of the first half of all days, or of the second."""
        return FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS // 2) + late * DAYS // 2)

    def _to(self, path: str, *pairs: tuple[str, str]) -> str:
        kept = dict.fromkeys(pair for pair in pairs if pair[1])
        return f"{path}?{urlencode(list(kept))}"


def warm(server: Server, questions: Questions) -> None:
    """Ask for each kind of page once; the model that checks drafts is loaded then."""
    client = server.client()
    for name, ask in questions.kinds.items():
        client.get(ask(random.Random(name)))
    while not json.loads(client.get("/api/check"))["ready"]:
        time.sleep(0.2)


def measure_pages(server: Server, questions: Questions, many: int, missed: Missed) -> None:
    """Each kind of page: so many different questions, one after another."""
    head = ("page", "median", "95th", "bars", "processor", "95th", "KB", "bar")
    print("{:28} {:>8} {:>8} {:26} {:>9} {:>8} {:>6} {}".format(*head))
    client = server.client()
    for name, ask in questions.kinds.items():
        chance = random.Random(name)
        asked = list(islice(dict.fromkeys(ask(chance) for _ in range(4 * many + 4)), many + 1))
        first, *others = asked if len(asked) > 1 else asked * (many + 1)
        weights = [_weight(client, first)]
        waited, worked = [], []
        for address in others:
            before, began = server.processor, time.perf_counter()
            client.get(address)
            waited.append(1000 * (time.perf_counter() - began))
            worked.append(server.processor - before)
        weights += [_weight(client, address) for address in others[:: max(1, many // 5)]]
        middle, late = statistics.median(waited), _percentile(waited, 95)
        costly = name.startswith(("compare", "audit"))
        bars = (COSTLY, COSTLY) if costly else (MEDIAN, LATE)
        kept = [missed.verdict(*pair) for pair in zip((middle, late), bars, strict=True)]
        work = f"{statistics.median(worked):9.0f} {_percentile(worked, 95):8.0f}"
        weight = f"{max(weights):6.0f} {missed.verdict(max(weights), WEIGHT)}"
        print(
            f"{name:28} {middle:8.1f} {late:8.1f} {'; '.join(kept):34} {work} {weight}", flush=True
        )


def measure_users(
    server: Server, questions: Questions, users: int, seconds: float, missed: Missed
) -> None:
    """So many users at once, each of whom asks for a page by chance, and reads it."""
    kinds = [ask for name, ask in questions.kinds.items() if name not in ("compare", "audit")]
    end = time.perf_counter() + seconds

    def use(number: int) -> tuple[list[float], list[str]]:
        chance, client = random.Random(number), server.client()
        waited, errors = [], []
        time.sleep(chance.uniform(0, PAUSE[1]))
        while time.perf_counter() < end:
            address = chance.choice(kinds)(chance)
            began = time.perf_counter()
            try:
                status, _, _ = client.ask(address)
            except OSError as error:
                errors.append(f"{address}: {error}")
                client = server.client()
                continue
            waited.append(1000 * (time.perf_counter() - began))
            if status >= 400:
                errors.append(f"{address}: {status}")
            time.sleep(chance.uniform(*PAUSE))
        return waited, errors

    worked, held = server.processor, server.memory
    with ThreadPoolExecutor(users) as pool:
        done = list(pool.map(use, range(users)))
    waited = [one for some, _ in done for one in some]
    errors = [one for _, some in done for one in some]
    work = (server.processor - worked) / 10 / seconds
    print(f"{users} users, {seconds:g} s: {len(waited):,} pages, {work:.0f} % of a processor")
    _show("errors", len(errors), "", 0, missed)
    _show("median", statistics.median(waited), "ms", None, missed)
    _show("95th percentile", _percentile(waited, 95), "ms", COSTLY, missed)
    _show("memory grew by", server.memory - held, "MB", GROWTH, missed)
    print("\n".join(errors[:5]))


def _weight(client: Client, address: str) -> float:
    """Kilobytes of a page with all that it loads."""
    page = client.get(address)
    loaded = {unescape(one) for one in _LOADED.findall(page.decode())}
    return (len(page) + sum(len(client.get(one)) for one in loaded)) / 1000


def _sentence(page: bytes) -> str:
    return " ".join(re.findall('class="note">(.*?)</p>', page.decode(), re.DOTALL))


def _percentile(figures: list[float], percent: int) -> float:
    return statistics.quantiles(figures, n=100, method="inclusive")[percent - 1]


def _show(name: str, figure: float, unit: str, bar: float | None, missed: Missed) -> None:
    kept = "" if bar is None else missed.verdict(figure, bar)
    print(f"{name:28} {figure:8.1f} {unit:4} {kept}".rstrip(), flush=True)


def main() -> int:
    """Measure and print; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("quotes", nargs="?", type=int, default=MILLION)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--only", type=lambda words: words.split(","), default="start,pages,users")
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    many, seconds = (5, 10.0) if asked.quick else (asked.questions, asked.seconds)
    missed = Missed()
    with tempfile.TemporaryDirectory() as folder:
        db = asked.db or Path(folder) / "million.db"
        if not db.exists():
            load(db, asked.quotes)
            settle(db)
        questions = Questions(db, random.Random(0))
        with serving(db) as server:
            if "start" in asked.only:
                _show("start to the first answer", server.started, "ms", START, missed)
                _show("of the processor", server.worked, "ms", None, missed)
            warm(server, questions)
            if "pages" in asked.only:
                measure_pages(server, questions, many, missed)
            if "users" in asked.only:
                measure_users(server, questions, asked.users, seconds, missed)
    return 1 if missed.bars else 0


if __name__ == "__main__":
    sys.exit(main())

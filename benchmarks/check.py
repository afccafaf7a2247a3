"""How many quotations of drafts `quotes check` tells right, and how long a draft takes.

    python benchmarks/check.py CORPUS.jsonl.gz [--drafts 200] [--articles 400] [--db PATH]
    python benchmarks/check.py CORPUS.jsonl.gz --words 2000 --db million.db   # time alone

Four in five of the corpus's articles are stored, with the quotes that are found in them (in --db,
where one is there already it is taken as it is); the others are never stored. Each draft gives six
quotations, in random marks and frames, drawn anew for each: one word for word; one that is cut at
random, at an end or with "…" within, such that no negation goes; one with a random word changed
into another of the corpus; one that lost a negation; one given to somebody else; and a sentence of
an article that is not stored. Nothing of the corpus is kept but the database, where one is asked
for.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from quotes import Article, Quote, Store, extract, extract_many

SHORTEST = 6  # words of a quotation
MARKS = ("“”", '""', "«»", "‘’")
FRAMES = (
    "{open}{words},{close} {name} said on Tuesday.",
    "{name} told reporters: {open}{words}.{close}",
    "According to {name}, {open}{words}{close}.",
    "{name} said that {open}{words}{close}, and left.",
)
NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)
DROPPED = re.compile(r"\s*\b(?:not|never)\b|(?<=\w)n['’]t\b")
SENTENCE = re.compile(r"(?<=[.?!] )[A-Z][^.?!\n“”\"]{40,200}(?=[.?!])")
WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
BAR = 98.0

Made = tuple[str, str, set[str]]
"""Words, who is given them, and the verdicts that are right."""


def read(path: Path, most: int) -> list[Article]:
    """The first articles of a corpus of JSON lines."""
    found = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if len(found) == most:
                break
            row = json.loads(line)
            found.append(Article(id=str(row.get("id", number)), text=row["text"]))
    return found


def fill(db: Path, articles: list[Article]) -> None:
    """Store the articles with what is found in them."""
    with Store(db) as store:
        store.load(extract_many(articles))


def own_words(quote: Quote) -> str | None:
    """The words of a quote in marks, where they stand in one pair of them; else None."""
    inside = re.findall(r"[“\"]([^“”\"]+)[”\"]", quote.text)
    if len(quote.content) != 1 or len(inside) != 1 or len(inside[0].split()) < SHORTEST:
        return None
    return str(inside[0]).strip().rstrip(",.")


class Drafts:
    """Makes quotations of each kind from those of a store, by chance."""

    def __init__(
        self, quotes: list[Quote], unseen: list[Article], known: set[str], seed: int
    ) -> None:
        self._chance = random.Random(seed)
        told = [(own_words(quote), quote) for quote in quotes if quote.speaker]
        self._said = [
            (words, quote.speaker.name)
            for words, quote in told
            if words and quote.speaker and quote.speaker.type == "person"
        ]
        self._negated = [one for one in self._said if DROPPED.search(one[0])]
        self._names = sorted({name for _, name in self._said if " " in name})
        every = " ".join(words for words, _ in self._said)
        self._words = sorted(set(re.findall("[a-z]{4,}", every)))
        strange = {one for article in unseen for one in SENTENCE.findall(article.text)}
        self._strange = sorted(strange - known)

    def verbatim(self) -> Made:
        """Word for word."""
        return *self._chance.choice(self._said), {"verbatim"}

    def cut(self) -> Made:
        """Without words at an end, or within and so said; no negation goes."""
        while True:
            words, name = self._chance.choice(self._said)
            every = words.split()
            if len(every) < SHORTEST + 4:
                continue
            size = self._chance.randint(1, len(every) - SHORTEST)
            if self._chance.random() < 0.5:
                start = self._chance.randint(0, size)
                before, kept = every[:start], every[start : len(every) - size + start]
                gone = [*before, *every[len(every) - size + start :]]
                ended = not before or before[-1][-1] in ".?!"
                whole = ended and (kept[-1] is every[-1] or kept[-1][-1] in ".?!")
            else:
                start = self._chance.randint(2, len(every) - size - 2)
                gone, whole = every[start : start + size], False
                sign = self._chance.choice(("…", "...", "[...]"))
                kept = [*every[:start], sign, *every[start + size :]]
            if not NEGATION.search(" ".join(gone)):
                right = {"cut", "verbatim"} if whole else {"cut"}
                return " ".join(kept).rstrip(","), name, right

    def changed(self) -> Made:
        """One word is another."""
        while True:
            words, name = self._chance.choice(self._said)
            places = [one.span() for one in re.finditer(r"\b[a-z]{4,}\b", words)]
            if places:
                start, end = self._chance.choice(places)
                other = self._chance.choice(self._words)
                if other != words[start:end]:
                    return words[:start] + other + words[end:], name, {"altered"}

    def unnegated(self) -> Made:
        """A "not", "n't" or "never" is gone, in silence or with "…"."""
        words, name = self._chance.choice(self._negated)
        found = self._chance.choice(list(DROPPED.finditer(words)))
        before, after = words[: found.start()], words[found.end() :]
        verb = re.search(r"\w+$", before)
        if found[0].lower() in ("n't", "n’t") and verb and verb[0].lower() in WHOLE:
            before = before[: verb.start()] + WHOLE[verb[0].lower()]
        sign = self._chance.choice(("", "", " …"))
        return f"{before}{sign}{after}".strip(), name, {"altered"}

    def another(self) -> Made:
        """Given to somebody else."""
        words, name = self._chance.choice(self._said)
        others = [one for one in self._names if not set(one.split()) & set(name.split())]
        return words, self._chance.choice(others), {"somebody else's"}

    def invented(self) -> Made:
        """Never stored."""
        return self._chance.choice(self._strange), self._chance.choice(self._names), {"not found"}

    def kinds(self) -> dict[str, Callable[[], Made]]:
        """All six."""
        return {
            "verbatim": self.verbatim,
            "cut": self.cut,
            "one word changed": self.changed,
            "negation dropped": self.unnegated,
            "somebody else's": self.another,
            "invented": self.invented,
        }

    def draft(self) -> Iterator[tuple[str, str, Made]]:
        """A paragraph for each kind, with what it is."""
        for kind, make in self.kinds().items():
            words, name, right = make()
            marks = self._chance.choice(MARKS)
            if set(words) & set("’'\"“”"):
                marks = MARKS[0]
            frame = self._chance.choice(FRAMES)
            text = frame.format(open=marks[0], close=marks[1], words=words, name=name)
            yield kind, text, (words, name, right)


def measure(store: Store, drafts: Drafts, count: int, *, show: int) -> None:
    """Print how many of each kind are told right, and how long a draft takes."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    told: Counter[tuple[str, str]] = Counter()
    took = 0.0
    for _ in range(count):
        made = list(drafts.draft())
        text = "\n\n".join(paragraph for _, paragraph, _ in made)
        began = time.perf_counter()
        checked = store.check(text)
        took += time.perf_counter() - began
        place = 0
        for kind, paragraph, (words, name, wanted) in made:
            mine = [one for one in checked if place <= one.start < place + len(paragraph)]
            place += len(paragraph) + 2
            one = max(mine, key=lambda one: len(one.text), default=None)  # not a nickname in marks
            verdict = one.verdict if one else "nothing"
            total[kind] += 1
            right[kind] += verdict in wanted
            told[kind, verdict] += 1
            if verdict not in wanted and show:
                show -= 1
                print(f"  {kind}: {verdict}: {name}: {words} ({one.why if one else ''})")
    for kind, number in total.items():
        others = ", ".join(f"{many} {what}" for (one, what), many in told.items() if one == kind)
        share = 100 * right[kind] / number
        print(f"{kind:18} {right[kind]:4} of {number:4}, {share:5.1f} %  {others}")
    share = 100 * right.total() / total.total()
    print(f"{'all':18} {right.total():4} of {total.total():4}, {share:5.1f} %, bar {BAR} %")
    bad = sum(told["negation dropped", verdict] for verdict in ("verbatim", "cut"))
    print(f"dropped negations that are called verbatim or cut: {bad}, bar 0")
    print(f"{1000 * took / count:.0f} ms a draft of {len(total)} quotations, reading it included")


def clock(store: Store, drafts: Drafts, words: int) -> None:
    """Print how long it takes to check a draft of so many words, part by part."""
    text = ""
    while len(text.split()) < words:
        text += "\n\n".join(paragraph for _, paragraph, _ in drafts.draft()) + "\n\n"
    for name in ("first", "second", "third"):
        began, began_work = time.perf_counter(), time.process_time()
        checked = store.check(text)
        whole, work = time.perf_counter() - began, time.process_time() - began_work
        began = time.perf_counter()
        extract(text)
        reading = time.perf_counter() - began
        told = Counter(one.verdict for one in checked).most_common()
        size = f"{len(text.split())} words, {len(checked)} quotations"
        parts = f"{work:.2f} s of work, {reading:.2f} s to read it"
        print(f"{name}: {size}: {whole:.2f} s, bar 3 s; {parts}; {told}")


def main() -> None:
    """Make the store, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--drafts", type=int, default=200)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="so many that are told wrong")
    parser.add_argument("--words", type=int, help="only time a draft of so many words")
    parser.add_argument("--db", type=Path)
    asked = parser.parse_args()
    articles = read(asked.corpus, asked.articles)
    stored, unseen = articles[: len(articles) * 4 // 5], articles[len(articles) * 4 // 5 :]
    with tempfile.TemporaryDirectory() as folder:
        db = asked.db or Path(folder) / "check.db"
        if not db.exists():
            fill(db, stored)
        with Store(db, read_only=True) as store:
            limit = None if asked.words is None else 5_000
            known = {sentence for one in stored for sentence in SENTENCE.findall(one.text)}
            drafts = Drafts(store.quotes(limit=limit), unseen, known, asked.seed)
            if asked.words is None:
                measure(store, drafts, asked.drafts, show=asked.show)
            else:
                clock(store, drafts, asked.words)


if __name__ == "__main__":
    main()

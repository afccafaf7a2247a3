"""The life of verdicts: a thousand of them over all that may happen to their articles.

From the repository's root, with the number of verdicts (1,000, where none is given):

    python -m benchmarks.verdicts [VERDICTS] [--db URL] [--seed N]

The newsroom is invented (`tests/verdicts/newsroom.py`). After each of these all verdicts are looked
at: the articles are added again; each is changed, four times; another model reads all of them anew;
they are exported and imported into an empty database; added there; and every change is taken back.
Printed is how many verdicts fit, how many wait for their words, and every one that is lost or has
come to stand on other words. With --db a PostgreSQL database, which must be empty, is used first.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from pathlib import Path

from quotes.export import How, export
from quotes.export.back import read_articles, read_verdicts
from quotes.records import Run
from quotes.store import Store
from tests.verdicts.newsroom import Newsroom, find_all, find_otherwise

ONE, OTHER = Run(version="1", model="one"), Run(version="1", model="other")
PARAGRAPHS, JUDGED = 20, 10
"""Of a story; about half of its quotes are judged."""


def main() -> None:
    """Print the figures; exit with 1 where a verdict is lost or wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verdicts", type=int, nargs="?", default=1000)
    parser.add_argument("--db")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = args.db or str(Path(folder) / "news.db")
        wrong = run(place, Path(folder), args.verdicts, args.seed)
    raise SystemExit(bool(wrong))


def run(place: str, folder: Path, verdicts: int, seed: int) -> int:
    """All of it; returns how many faults there were."""
    room = Newsroom(random.Random(seed))
    room.write(max(verdicts // JUDGED, 1), PARAGRAPHS)
    first = dict(room.stories)
    wrong = 0
    with Store(place) as store:
        for story in room.stories.values():
            room.publish(story, store, find_all, ONE)
        room.judge(store, verdicts)
        wrong += tell("given", room, store)
        for story in list(room.stories.values()):
            room.publish(story, store, find_all, ONE)
        wrong += tell("added again", room, store)
        for number in range(4):
            for story in list(room.stories.values()):
                room.publish(room.edit(story), store, find_all, ONE)
            wrong += tell(f"changed, {number + 1}", room, store)
        for story in list(room.stories.values()):
            room.publish(story, store, find_otherwise, OTHER)
        wrong += tell("read by another model", room, store)
        export(
            store.stream(act="all", factuality="all"),
            folder / "all.jsonl",
            "jsonl",
            how=How(verdicts=lambda _: store.verdicts()),
        )
    with Store(folder / "elsewhere.db") as store:
        known = list(read_verdicts(folder / "all.jsonl"))
        store.load(read_articles(folder / "all.jsonl"), verdicts=known)
        wrong += tell("imported elsewhere", room, store)
        for story in list(room.stories.values()):
            room.publish(story, store, find_otherwise, OTHER)
        wrong += tell("added there", room, store)
        for story in first.values():
            room.publish(story, store, find_all, ONE)
        wrong += tell("as at first", room, store)
    return wrong


def tell(when: str, room: Newsroom, store: Store) -> int:
    """Print how the verdicts are; returns how many are lost or wrong."""
    faults = room.faults(store)
    fitting = sum(fix.fits for fix in store.fixes())
    print(f"{when:24} {fitting:5} fit, {len(room.given) - fitting:4} wait, {len(faults)} wrong")
    for fault in faults[:10]:
        print("   ", fault)
    return len(faults)


if __name__ == "__main__":
    main()

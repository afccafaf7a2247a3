"""How long a user waits for an answer: each command on an example store, from its start to its end.

    python -m benchmarks.start [STARTS]

Prints the best of STARTS (9, where none is given), in seconds and as a multiple of what Python
takes to start and to import numpy, measured in turns with it. Others that use the machine slow all
down.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quotes.store import Store
from tests.store.million import make_articles

STORED = 500  # quotes
MEASURE = ("-c", "import numpy")
STARTS = (
    ("-c", "pass"),
    ("-c", "import quotes"),
    ("-c", "import quotes.pipeline.factories"),
    *(
        ("-m", "quotes", *words.split())
        for words in (
            *("--version", "--help", "list --help", "list", "list --format json", "search said"),
            *("speakers", "articles", "stats", "changes", "doctor", "export all.csv"),
        )
    ),
)


def seconds(folder: Path, words: tuple[str, ...]) -> float:
    """How long one start takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *words], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began


def main(starts: int) -> None:
    """Measure all and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store(folder / "quotes.db") as store:
            for article, quotes in make_articles(STORED):
                store.add(article, quotes)
        for words in STARTS:
            times = [(seconds(folder, words), seconds(folder, MEASURE)) for _ in range(starts)]
            best, measure = (min(column) for column in zip(*times, strict=True))
            print(f"{best:6.3f} s  {best / measure:5.2f}  {' '.join(words)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 9)

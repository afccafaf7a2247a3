"""Changes made on purpose to rules and queries: is each noticed by some test?

From the repository's root, where the tests run:

    python -m benchmarks.mutations            # all of them; one changed at a time, in a copy
    python -m benchmarks.mutations --list     # what they are
    python -m benchmarks.mutations NAME …     # those whose names have one of these words in them

They stand in `mutations.toml`, each with the tests that should notice it; the first that fails has
done so. What went unseen is printed at the end, and makes the exit status 1; so does a change whose
place is no longer in the code: mend the list then. It takes some minutes, and is run by hand.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_suffix(".toml")
COPIED = ("quotes", "tests", "benchmarks", "pyproject.toml", "README.md", "seeds")
"""Files and folders that the tests need."""
SECONDS = 120
"""Of one test: a change may well let it go on for ever."""


class Change(NamedTuple):
    """See mutations.toml."""

    name: str
    file: str
    old: str
    new: str
    tests: str


def main() -> int:
    """Try the changes that are asked for; 1 where one went unseen or has lost its place."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="words of their names")
    parser.add_argument("--list", action="store_true", help="print what they are")
    asked = parser.parse_args()
    listed = tomllib.loads(LIST.read_text("utf8"))["change"]
    changes = [Change(**row) for row in listed]
    chosen = [one for one in changes if not asked.names or any(n in one.name for n in asked.names)]
    if asked.list:
        for change in chosen:
            print(f"{change.name}: {change.file}")
        return 0
    bad = list(_tried(chosen))
    print(f"{len(chosen) - len(bad)} of {len(chosen)} are noticed")
    for name in bad:
        print(f"not noticed: {name}")
    return 1 if bad else 0


def _tried(changes: list[Change]) -> Iterator[str]:
    """The names of those that no test has noticed."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for thing in COPIED:
            source = ROOT / thing
            if source.is_dir():
                shutil.copytree(source, copy / thing, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy)
        for change in changes:
            verdict = _try(change, copy)
            print(f"{change.name}: {verdict}", flush=True)
            if verdict != "noticed":
                yield change.name


def _try(change: Change, copy: Path) -> str:
    file = copy / "quotes" / change.file
    before = file.read_text("utf8")
    if before.count(change.old) != 1:
        return f"its place is {before.count(change.old)} times in {change.file}"
    file.write_text(before.replace(change.old, change.new), "utf8")
    try:
        return "UNSEEN" if _pass(change.tests.split(), copy) else "noticed"
    finally:
        file.write_text(before, "utf8")


def _pass(tests: list[str], copy: Path) -> bool:
    """True if all of the tests pass."""
    places = [test if "/" in test else f"store/test_{test}.py" for test in tests]
    command = [sys.executable, "-m", "pytest", "-x", "-n0", "-p", "no:cacheprovider"]
    command += ["--timeout", str(SECONDS)]
    done = subprocess.run(
        [*command, *(f"tests/{place}" for place in places)],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode not in (0, 1):
        sys.exit(f"the tests could not be run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

"""Killed at any moment (kill -9): never half an article, half a migration, half a file.

Each kind of work is killed KILLS times, at moments that are drawn anew for each kill and spread
over the time that the work takes. A few kills are enough for every day; in full, which takes
about 35 minutes:

    QUOTES_KILLS=200 pytest tests/faults/test_kill.py

A kill that comes after the work is done counts for nothing: it is tried again, earlier.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from quotes.store import Store
from quotes.store.schema.upgrading import HEAD

from .children import kill, ready, run
from .news import fill, leave_log, make_news, quotes_of, write_news
from .older import REVISIONS, make_old
from .state import State, faults_of, revision_of, state_of

KILLS = int(os.environ.get("QUOTES_KILLS", "5"))
"""Of each kind."""

AGAIN = 5
"""After every so many kills the same work is begun again, and finished."""

FORMATS = ("csv", "jsonl", "parquet")
OLD = b"an earlier export\n"
TWO = ("Anna Abel", "Boris Berg")

killed_often = pytest.mark.parametrize("number", range(KILLS))
MakeWork = Callable[..., "Work"]


@dataclass
class Work:
    """A command, the folder in which it begins, the one it has left, and the seconds between."""

    words: tuple[str, ...]
    before: Path
    after: Path
    seconds: float = field(init=False)

    def __post_init__(self) -> None:
        shutil.copytree(self.before, self.after)
        with ready("command", *self.words, folder=self.after) as child:
            began = time.monotonic()
            _, errors = child.communicate(timeout=120)
            self.seconds = time.monotonic() - began
            assert child.returncode == 0, errors

    @cached_property
    def states(self) -> tuple[State, State]:
        """The contents of the database before (read from a copy: a reader takes a log up) and
        after."""
        copy = self.before.with_name("seen")
        shutil.copytree(self.before, copy)
        return state_of(copy / "quotes.db"), state_of(self.after / "quotes.db")

    @contextmanager
    def killed(self, number: int, place: Path) -> Iterator[Path]:
        """The folder that is left by the kill of this number; it goes if the test passes."""
        moment = _moment(number) * self.seconds
        folder = place / "killed"
        while True:
            shutil.copytree(self.before, folder)
            with ready("command", *self.words, folder=folder) as child:
                time.sleep(moment)
                too_late = child.poll() is not None
                kill(child)
            if not too_late:
                break
            shutil.rmtree(folder)
            moment *= 0.8
        yield folder
        shutil.rmtree(folder)

    def finish(self, folder: Path) -> None:
        """Run the command once more, and let it end."""
        result = run(folder, *self.words)
        assert result.returncode == 0, result.stderr


def _moment(number: int) -> float:
    """From 0 to 1; every third is late, when all is written at once that was worked out before."""
    drawn = (number + random.Random(number).random()) / KILLS
    return 0.9 + drawn / 10 if number % 3 == 2 else drawn


@pytest.fixture(scope="module")
def make_work(tmp_path_factory: pytest.TempPathFactory) -> MakeWork:
    """Makes a work of a command and of what fills the folder in which it begins."""

    def make(*words: str, begin: Callable[[Path], object]) -> Work:
        place = tmp_path_factory.mktemp("work")
        (place / "before").mkdir()
        begin(place / "before")
        return Work(words, place / "before", place / "after")

    return make


@pytest.fixture(scope="module")
def adding(make_work: MakeWork) -> Work:
    """Half of the articles are stored already, in an earlier version with fewer quotes; of others
    the ids are taken by articles of another paper."""

    def begin(folder: Path) -> None:
        known: dict[str, Any] = {"quotes": 4, "prefix": "news.jsonl#"}
        fill(folder / "quotes.db", make_news(range(0, 60, 2), **known))
        fill(folder / "quotes.db", make_news(range(1, 60, 4), paper="herald", **known))
        write_news(folder / "news.jsonl", make_news(range(60), quotes=6, version=2))

    return make_work("add", "news.jsonl", "--db", "quotes.db", begin=begin)


@killed_often
def test_adding(adding: Work, number: int, tmp_path: Path) -> None:
    """Each article is there as it was before, or as it should be."""
    before, after = adding.states
    assert (len(before.articles), len(after.articles)) == (45, 75)
    with adding.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        left = state_of(db).articles
        assert faults_of(db) == []
        for name in before.articles.keys() | after.articles:
            assert left.get(name) in (before.articles.get(name), after.articles.get(name))
        if number % AGAIN == 0:
            adding.finish(folder)
            assert state_of(db) == after
            assert faults_of(db) == []


@pytest.fixture(scope="module")
def migrations(make_work: MakeWork) -> list[Work]:
    """From each earlier revision."""

    def work(revision: str) -> Work:
        words = ("list", "--limit", "1", "--db", "quotes.db")
        return make_work(*words, begin=lambda folder: make_old(folder / "quotes.db", revision))

    return [work(revision) for revision in REVISIONS]


@killed_often
def test_migrating(migrations: list[Work], number: int, tmp_path: Path) -> None:
    """It is of the old revision or of the new one; whoever opens it finds all that was there."""
    work = migrations[number % len(migrations)]
    with work.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        assert faults_of(db) == []
        assert revision_of(db) in (revision_of(work.before / "quotes.db"), HEAD)
        assert state_of(db, read_only=number % 2 == 0) == state_of(work.after / "quotes.db")
        assert revision_of(db) == HEAD
        assert faults_of(db) == []


@pytest.fixture(scope="module")
def exports(make_work: MakeWork) -> list[Work]:
    """To each format, where an earlier export lies already."""

    def work(format: str) -> Work:
        def begin(folder: Path) -> None:
            db = folder / "quotes.db"
            make_old(db, REVISIONS[-1])
            Store(db).close()  # brings it up to date
            (folder / f"out.{format}").write_bytes(OLD)

        return make_work("export", f"out.{format}", "--db", "quotes.db", begin=begin)

    return [work(format) for format in FORMATS]


@killed_often
def test_exporting(exports: list[Work], number: int, tmp_path: Path) -> None:
    """The file is the old one or the new one; what else is left hinders nobody."""
    work = exports[number % len(exports)]
    out, before = work.words[1], work.before
    complete = (work.after / out).read_bytes()
    with work.killed(number, tmp_path) as folder:
        assert (folder / out).read_bytes() in (OLD, complete)
        names = {path.name for path in folder.iterdir()} - {path.name for path in before.iterdir()}
        names -= {"quotes.db-wal", "quotes.db-shm"}
        assert len(names) <= 1
        assert all(name.endswith(".part") for name in names)
        assert faults_of(folder / "quotes.db") == []
        if number % AGAIN == 0:
            work.finish(folder)
            assert (folder / out).read_bytes() == complete


@pytest.fixture(scope="module")
def merging(make_work: MakeWork) -> Work:
    """Two speakers with some hundred quotes each, of which many are alike."""

    def begin(folder: Path) -> None:
        fill(folder / "quotes.db", make_news(range(160), quotes=8, people=TWO))

    return make_work("speakers", "merge", *TWO, "--db", "quotes.db", begin=begin)


@killed_often
def test_merging(merging: Work, number: int, tmp_path: Path) -> None:
    """The two are one with all that follows from it, or two."""
    before, after = merging.states
    assert before.merges == [] != after.merges
    with merging.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        left = state_of(db)
        assert left in (before, after)
        assert faults_of(db) == []
        if number % AGAIN == 0 and left == before:
            merging.finish(folder)
            assert state_of(db) == after


@pytest.fixture(scope="module")
def importing(make_work: MakeWork) -> Work:
    """Some articles are there already; what is found out of all together is left for the end."""

    def begin(folder: Path) -> None:
        fill(folder / "other.db", make_news(range(90), quotes=8))
        result = run(folder, "export", "all.jsonl", "--db", "other.db")
        assert result.returncode == 0, result.stderr
        fill(folder / "quotes.db", make_news(range(0, 90, 9), quotes=3, version=2))

    return make_work("import", "all.jsonl", "--db", "quotes.db", begin=begin)


@killed_often
def test_importing(importing: Work, number: int, tmp_path: Path) -> None:
    """All articles of the file are there, or none."""
    before, after = importing.states
    with importing.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        assert state_of(db).articles in (before.articles, after.articles)
        assert faults_of(db) == []
        if number % AGAIN == 0:
            importing.finish(folder)
            assert state_of(db) == after
            assert faults_of(db) == []


@pytest.fixture(scope="module")
def fixing(make_work: MakeWork) -> Work:
    """A quote of an article with many, of speakers with many."""
    news = make_news(range(8), quotes=150)
    quote = quotes_of(news[3])[70]

    def begin(folder: Path) -> None:
        fill(folder / "quotes.db", news)

    words = ("--speaker", "Zoe Young", "--role", "guide", "--by", "ann", "--db", "quotes.db")
    return make_work("fix", quote.id, *words, begin=begin)


@killed_often
def test_fixing(fixing: Work, number: int, tmp_path: Path) -> None:
    """The quote is as it was or as it should be, with the verdict; all others as they were."""
    before, after = fixing.states
    assert before.said == set() != after.said
    with fixing.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        left = state_of(db)
        assert left in (before, after)
        assert faults_of(db) == []
        if number % AGAIN == 0 and left == before:
            fixing.finish(folder)
            assert state_of(db) == after


@pytest.fixture(scope="module")
def importing_edits(make_work: MakeWork) -> Work:
    """A table in which a cell of every row was changed."""

    def begin(folder: Path) -> None:
        fill(folder / "quotes.db", make_news(range(12), quotes=12))
        result = run(folder, "export", "sheet.csv", "--db", "quotes.db")
        assert result.returncode == 0, result.stderr
        sheet = folder / "sheet.csv"
        head, *rows = csv.reader(sheet.read_text("utf-8-sig").splitlines())
        place = head.index("role")
        edited = [[*row[:place], f"guide {n}", *row[place + 1 :]] for n, row in enumerate(rows)]
        with sheet.open("w", newline="", encoding="utf-8") as handle:
            csv.writer(handle).writerows([head, *edited])

    words = ("--yes", "--by", "ann", "--db", "quotes.db")
    return make_work("import", "sheet.csv", *words, begin=begin)


@killed_often
def test_importing_edits(importing_edits: Work, number: int, tmp_path: Path) -> None:
    """All edits are taken, or none."""
    before, after = importing_edits.states
    assert (len(before.said), len(after.said)) == (0, 144)
    with importing_edits.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        left = state_of(db)
        assert left in (before, after)
        assert faults_of(db) == []
        if number % AGAIN == 0 and left == before:
            importing_edits.finish(folder)
            assert state_of(db) == after


@pytest.fixture(scope="module")
def restoring(make_work: MakeWork) -> Work:
    """Over a database whose last writer was killed."""

    def begin(folder: Path) -> None:
        fill(folder / "backup.db", make_news(range(60), quotes=8))
        fill(folder / "quotes.db", make_news(range(40), quotes=6, version=2))
        leave_log(folder / "quotes.db", make_news(range(40, 60), quotes=6, version=2))

    return make_work("restore", "backup.db", "--yes", "--db", "quotes.db", begin=begin)


@killed_often
def test_restoring(restoring: Work, number: int, tmp_path: Path) -> None:
    """It is the old database with what was in its log, or the backup."""
    before, after = restoring.states
    assert len(before.articles) == len(after.articles) == 60
    with restoring.killed(number, tmp_path) as folder:
        db = folder / "quotes.db"
        assert state_of(db) in (before, after)
        assert faults_of(db) == []
        assert state_of(folder / "backup.db") == after
        if number % AGAIN == 0:
            restoring.finish(folder)
            assert state_of(db) == after
            assert faults_of(db) == []

"""A clock that goes back, between runs or within one: nothing depends on it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from .children import child, ready, run
from .news import make_news, write_news
from .state import State, faults_of, state_of

BACKWARDS = ("2031-05-01T12:00:00 1", "2024-02-29T23:59:59 1", "1970-01-02T00:00:00 1")
LOSING = ("2031-05-01T12:00:00 -3600",) * 3
STOPPED = ("2031-05-01T12:00:00 0",) * 3

LOOK = """
import datetime, time
from tests.faults.clock import set_clock
set_clock("2001-02-03T04:05:06 -3600")
looks = time.time(), datetime.datetime.now(datetime.UTC).timestamp(), time.time_ns() / 1e9
print(*(round(looks[0] - look) for look in looks), datetime.date.today())
print(isinstance(datetime.date(2020, 1, 1), datetime.date), datetime.date.fromisoformat("20200101"))
"""


def test_the_clock_is_what_we_say(tmp_path: Path) -> None:
    with child([sys.executable, "-c", LOOK], tmp_path) as process:
        out, errors = process.communicate(timeout=60)
    assert out.splitlines() == ["0 3600 7200 2001-02-03", "True 2020-01-01"], errors


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, list[str]]:
    """The contents of a database, and the output of commands, where the clock goes as it should."""
    folder = _add_all(tmp_path_factory.mktemp("right"), [None] * 3)
    return state_of(folder / "quotes.db"), _printed(folder)


@pytest.mark.parametrize("clocks", [BACKWARDS, LOSING, STOPPED])
def test_adding_while_the_clock_goes_back(
    right: tuple[State, list[str]], tmp_path: Path, clocks: Sequence[str]
) -> None:
    """All is found, in the order of the articles' own days; the version added last is the one."""
    db = _add_all(tmp_path, clocks) / "quotes.db"
    assert faults_of(db) == []
    found = state_of(db)
    assert (found, _printed(tmp_path)) == right
    days = [quotes[0].date or dt.date.min for quotes in found.articles.values()]
    assert days == sorted(days, reverse=True)
    titles = {quote.title or "" for quotes in found.articles.values() for quote in quotes}
    assert all(title.endswith("version 2") for title in titles)


def _printed(folder: Path) -> list[str]:
    lines = []
    for words in (("list",), ("search", "have"), ("list", "--unique")):
        found = run(folder, *words, "--format", "jsonl", "--db", "quotes.db")
        assert found.stdout and found.returncode == 0, found.stderr
        lines.append(found.stdout)
    return lines


def _add_all(folder: Path, clocks: Sequence[str | None]) -> Path:
    """Thirty articles, then the first ten and then the others in a second version."""
    parts = (range(30), 1), (range(10), 2), (range(10, 30), 2)
    for (numbers, version), clock in zip(parts, clocks, strict=True):
        news = write_news(folder / "news.jsonl", make_news(numbers, quotes=3, version=version))
        if clock:
            when = dt.datetime.fromisoformat(clock.split()[0]).timestamp()
            os.utime(news, (when, when))
        _add(folder, clock)
    return folder


def _add(folder: Path, clock: str | None) -> None:
    more = {"CLOCK": clock} if clock else {}
    with ready(
        "command", "add", "news.jsonl", "--db", "quotes.db", folder=folder, **more
    ) as adding:
        _, errors = adding.communicate(timeout=120)
        assert adding.returncode == 0, errors

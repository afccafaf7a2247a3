"""The inputs of a command as they were dealt with: counted, named, and reported if asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import typer

from quotes.cli.errors import FAILED, SOME_FAILED, say
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.api import Findings
    from quotes.outputs import Place
    from quotes.records import Article

_REASONS = 3
"""Reasons that a summary names, the most frequent first; and articles with a new id."""


@dataclass
class Tally:
    """Counts of inputs by their result, of quotes that were found, and of those left out as no part
    of the story."""

    report: IO[str] | None = None
    path: Path = Path()
    results: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(default_factory=dict)
    quotes: int = 0
    left_out: int = 0
    older: int = 0
    apart: int = 0
    undated: int = 0
    open_dates: int = 0

    @classmethod
    @contextmanager
    def reporting(
        cls, path: Path | None, *, inputs: Iterable[Place], database: str | None = None
    ) -> Iterator[Tally]:
        """A Tally that writes a line of JSON about each input to the file.

        It is there when the run has come to its end: a part of a report would be taken for the
        whole, and what was stored is told by the same run once more. Raises UsageError for a path
        that is an input, belongs to the database or holds anything but a report.
        """
        if path is None:
            yield cls()
            return
        from quotes.outputs import ANYTHING, begins, beside, check_output, writing

        target = check_output(
            path,
            inputs=inputs,
            database=database,
            is_ours=begins(rb'\{"input": "', ANYTHING),
            remedy="give --report another path",
        )
        with beside(target) as draft:
            with writing(path):
                stream = draft.open("x", encoding="utf8", errors="replace", newline="\n")
            try:
                yield cls(stream, path)
            finally:
                with writing(path):
                    stream.close()

    def fail(self, name: str, message: str) -> None:
        """Name an input that failed and count it."""
        self._name("failed", name, message)

    def skip(self, name: str, message: str) -> None:
        """Name an input that was left alone on purpose and count it."""
        self._name("skipped", name, message)

    def count(self, result: str, article: Article, found: Findings | None = None) -> None:
        """Count an article that was read, and what was found in it."""
        from quotes.records import is_apart

        self.results[result] += 1
        if result in ("added", "replaced") and article.date is None:
            self.undated += 1
            self.open_dates += "date" in article.found_in  # which says what was left open
        if result in ("added", "read") and is_apart(article.id):
            self._say_apart(article.id)
        row: dict[str, Any] = {"input": article.id, "result": result, "found_in": article.found_in}
        if found is not None:
            self.quotes += len(found.quotes)
            self.left_out += found.left_out
            row |= {"quotes": len(found.quotes), "left_out": found.left_out}
        self._write(row)

    def count_known(self, name: str, articles: int) -> None:
        """Count the articles of a file that is known as it is."""
        self.results["unchanged"] += articles
        self._write({"input": name, "result": "unchanged", "articles": articles})

    def say_older(self) -> None:
        """Say how many quotes are not up to date, and how many changed."""
        if self.older:
            many = number_of(self.older, "article")
            say(f"{many} read by an earlier version: --refresh reads anew")
        if self.results["replaced"]:
            say("what became of quotes that were there before: quotes changes")

    def say_undated(self) -> None:
        """How many articles were stored without a day, and how to give it."""
        if self.undated:
            have = f"{number_of(self.undated, 'article')} {'has' if self.undated == 1 else 'have'}"
            two = f" ({self.open_dates} with one that can be read in two ways)"
            say(
                f"{have} no date{two if self.open_dates else ''}: "
                "add again with --date DAY or --map date=FIELD"
            )

    def exit(self) -> None:
        """End the command with the right code where an input failed."""
        if self.results["failed"]:
            fine = self.results.total() - self.results["failed"] - self.results["skipped"]
            raise typer.Exit(SOME_FAILED if fine else FAILED)

    def say_apart(self) -> None:
        """How many articles, of which not all were named, got another id."""
        if self.apart > _REASONS:
            say(f"{self.apart} articles have such an id, as theirs is another article's")

    def say_left_out(self) -> None:
        """Say how many quotes are not shown, and why."""
        if self.left_out:
            say(f"{_counted(self.left_out, 'quote')} left out: not in the story itself")

    def __str__(self) -> str:
        counts = ", ".join(
            f"{self.results[name]} {name}{self._why(name)}"
            for name in ("added", "unchanged", "replaced", "skipped", "failed")
        )
        left = f", {self.left_out} left out (not in the story itself)" if self.left_out else ""
        return f"{counts}; {_counted(self.quotes, 'quote')} stored{left}"

    def _say_apart(self, id: str) -> None:
        self.apart += 1
        if self.apart <= _REASONS:
            own = id.rpartition("~")[0]
            say(f"another article has the id {own}: this one is {id}")

    def _name(self, result: str, name: str, message: str) -> None:
        self.results[result] += 1
        gist = re.split(r"[;:(]", message, maxsplit=1)[0].strip()
        self.reasons.setdefault(result, Counter())[re.sub(r"\d[\d.,]*", "N", gist)] += 1
        self._write({"input": name, "result": result, "reason": message})
        say(f"{name}: {message}")

    def _why(self, result: str) -> str:
        """The reasons, where there are several inputs."""
        reasons = self.reasons.get(result, Counter())
        if reasons.total() < 2:
            return ""
        shown = [f"{count} {reason}" for reason, count in reasons.most_common(_REASONS)]
        return f" ({', '.join(shown)}{', …' if len(reasons) > _REASONS else ''})"

    def _write(self, row: dict[str, Any]) -> None:
        if self.report:
            import json

            from quotes.outputs import writing

            with writing(self.path):
                self.report.write(json.dumps(row, ensure_ascii=False) + "\n")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

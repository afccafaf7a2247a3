"""Which quotes are asked for."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, get_args

from quotes.errors import UsageError
from quotes.records import Act, Factuality, Kind
from quotes.store.asking import Reader, among_numbers, ask, ask_each
from quotes.store.calibration import fitted
from quotes.store.finding import Finder
from quotes.store.names import fold_wanted, not_found
from quotes.store.values import CHOICES, either, number_of_day

Acts = Literal[Act, "all"]
Factualities = Literal[Factuality, "all"]


class Asked(TypedDict, total=False):
    """The fields of Filters as keywords, each with its default."""

    speaker: str | None
    role: str | None
    since: dt.date | None
    until: dt.date | None
    kind: Kind | None
    article: str | None
    office: str | None
    on: dt.date | None
    act: Acts
    factuality: Factualities
    min_confidence: float | None
    checked: bool | None


FILTERS = Asked.__annotations__.keys()
"""Their names."""

_TESTS = {
    "role": "quotes.role IN (SELECT labels.key FROM labels WHERE labels.folded LIKE :role)",
    "article": "quotes.article IN (SELECT articles.key FROM articles WHERE articles.id = :article)",
    "kind": "quotes.kind = :kind",
    "act": "quotes.act = :act",
    "factuality": "quotes.factuality = :factuality",
    "min_confidence": "quotes.confidence >= :min_confidence",
}
"""Filters that ask for a value of a quote's own, whatever else is asked for."""

_CHECKED = "EXISTS (SELECT 1 FROM verdicts WHERE verdicts.quote = quotes.key)"

DAY = either("quotes.day", "quotes.said_on")
"""The day of a quote: the article's, else the one on which it was said."""


@dataclass(frozen=True)
class Chosen:
    """Filters in SQL.

    `speakers`: the rows of `speakers` that are the one asked for (None: anybody); `days`: which of
    "since" and "until" are given; `others`: all other conditions; `values`: of the names in SQL.
    """

    speakers: Sequence[int] | None
    days: tuple[str, ...]
    others: tuple[str, ...]
    values: dict[str, Any]

    @property
    def conditions(self) -> list[str]:
        """All of it together, of `quotes` alone."""
        who = [] if self.speakers is None else [said_by(self.speakers)]
        days = self._days("quotes.day") if self.days else []
        when = [f"({' OR '.join(' AND '.join(one) for one in days)})"] if days else []
        return [*who, *when, *self.others]

    def ways(self, most: int) -> list[list[list[str]]]:
        """The same as several sets of conditions, one of which must be met, on `quotes` and
        `articles`: each such that an index has what meets it in the order of days.

        They come in one or two lists: what meets one of the first is of a later day than what meets
        one of the second. In place of more than `most` in a list there is a single one.
        """
        if self.speakers and len(self.speakers) > most:
            return [[self.conditions]]
        who: list[list[str]] = [[]]
        if self.speakers is not None:
            who = [[f"quotes.speaker_id = {id:d}"] for id in self.speakers] or [["FALSE"]]
        days = self._days("articles.date" if self.speakers is None else "quotes.day")
        return [[[*one, *when, *self.others] for one in who] for when in days]

    def _days(self, day: str) -> list[list[str]]:
        """By the article's day or, where it has none, by the one on which it was said."""
        if not self.days:
            return [[]]
        undated = [f"{day} = 0", *self._between("quotes.said_on")]
        return [list(self._between(day)), undated]

    def _between(self, day: str) -> Iterator[str]:
        yield f"{day} >= :since" if "since" in self.days else f"{day} > 0"
        if "until" in self.days:
            yield f"{day} <= :until"


def said_by(speakers: Iterable[int]) -> str:
    """A condition: by one of these rows of `speakers`."""
    return f"quotes.speaker_id IN {among_numbers(speakers)}"


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What a quote must be; None: anything. `since` and `until` are included.

    `office`: of those who held it, and from the days on which they did; with the day `on`, all
    that those said who held it then.
    """

    speaker: str | None = None
    role: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    kind: Kind | None = None
    article: str | None = None
    office: str | None = None
    on: dt.date | None = None
    act: Acts = "speech"
    factuality: Factualities = "factual"
    min_confidence: float | None = None
    checked: bool | None = None

    def __post_init__(self) -> None:
        """Raise UsageError for what no quote can be."""
        if self.kind is not None:
            _check_choice("kind", self.kind, get_args(Kind))
        _check_choice("act", self.act, (*get_args(Act), "all"))
        _check_choice("factuality", self.factuality, (*get_args(Factuality), "all"))
        if self.on is not None and self.office is None:
            raise UsageError(f"the day {self.on} is of no office: name the office, too")
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since} is after until {self.until}: swap them")

    def chosen(self, reader: Reader) -> Chosen:
        """The same in SQL.

        Raises UsageError for a speaker or an article that is not stored, and AmbiguousError for a
        name that means several speakers.
        """
        values = dict(self._values(reader))
        speakers = None
        if self.speaker is not None:
            speakers = Finder(reader).find(self.speaker).person.ids
        days = tuple(name for name in ("since", "until") if name in values)
        tests = (test for name, test in _TESTS.items() if name in values)
        return Chosen(
            speakers, days, (*self._of_office(reader), *self._looked_at(), *tests), values
        )

    @property
    def plain(self) -> bool:
        """Whether nothing is asked for but an act and a factuality."""
        return self == Filters(act=self.act, factuality=self.factuality)

    def _of_office(self, reader: Reader) -> Iterator[str]:
        if self.office is not None:
            from quotes.store.holders import held_office  # the registry takes a while

            yield held_office(reader, self.office, self.on)

    def _looked_at(self) -> Iterator[str]:
        if self.checked is not None:
            yield _CHECKED if self.checked else f"NOT {_CHECKED}"

    def _values(self, reader: Reader) -> Iterator[tuple[str, Any]]:
        """What is asked for besides the speaker and the office, as the database has it."""
        if self.role is not None:
            yield "role", f"%{fold_wanted(self.role)}%"  # folded words have no % and no _
        if self.article is not None:
            yield "article", check_article(reader, self.article)
        for name, words in CHOICES.items():
            if getattr(self, name) in words:
                yield name, words.index(getattr(self, name))
        for name in ("since", "until"):
            if getattr(self, name) is not None:
                yield name, number_of_day(getattr(self, name))
        if self.min_confidence is not None:
            least, how = float(self.min_confidence), fitted(reader)
            yield "min_confidence", how.least(least) if how else least


def check_limit(limit: int | None) -> int | None:
    """The limit itself; UsageError where it is below one."""
    if limit is not None and limit < 1:
        raise UsageError(f"limit {limit} shows nothing: give 1 or more")
    if limit is not None and limit > sys.maxsize:
        raise UsageError(f"a value cannot be stored or looked for: limit {limit} is no such number")
    return limit


def _check_choice(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise UsageError(f"{name} '{value}' is none of: {', '.join(choices)}")


def check_article(reader: Reader, article_id: str) -> str:
    """The id itself; UsageError, with those that come near it, where there is no such article."""
    same = "SELECT articles.id FROM articles WHERE articles.id = :id"
    if not ask(reader, same, {"id": article_id}):
        stored = ask_each(reader, "SELECT articles.id FROM articles")
        raise UsageError(not_found("article", article_id, stored))
    return article_id

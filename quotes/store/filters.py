"""Which quotes are asked for."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, get_args

from sqlalchemy import BindParameter, ColumnElement, Connection, and_, bindparam, false, or_, select
from sqlalchemy.types import NULLTYPE

from quotes.errors import UsageError
from quotes.records import Act, Factuality, Kind
from quotes.store.finding import Finder
from quotes.store.names import fold_wanted, not_found
from quotes.store.schema import articles, labels, quotes
from quotes.store.types import is_known, number

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


FILTERS = Asked.__annotations__.keys()
"""Their names."""


Given = Callable[[str], BindParameter[Any]]
"""What stands in SQL for the value of a name: with the value, or open until it is used."""

_TESTS: dict[str, Callable[[Given], ColumnElement[bool]]] = {
    "role": lambda given: quotes.c.role.in_(
        select(labels.c.key).where(labels.c.folded.contains(given("role")))
    ),
    "article": lambda given: quotes.c.article.in_(
        select(articles.c.key).where(articles.c.id == given("article"))
    ),
    "kind": lambda given: quotes.c.kind == given("kind"),
    "act": lambda given: quotes.c.act == given("act"),
    "factuality": lambda given: quotes.c.factuality == given("factuality"),
    "min_confidence": lambda given: quotes.c.confidence >= given("min_confidence"),
}
"""Filters that ask for a value of a quote's own, whatever else is asked for."""


@dataclass(frozen=True)
class Shape:
    """Filters in SQL but for their values: a statement of one shape need be made only once.

    `speakers`: how many rows of `speakers` are the one asked for (None: anybody); `days`: which of
    "since" and "until" are given; `tests`: which of _TESTS; `office`: what is true of its holders,
    values and all.
    """

    speakers: int | None
    days: tuple[str, ...]
    tests: tuple[str, ...]
    office: tuple[ColumnElement[bool], ...]

    def conditions(self, given: Given) -> list[ColumnElement[bool]]:
        """All of it together, of `quotes` alone."""
        who = [] if self.speakers is None else [quotes.c.speaker_id.in_(given("speakers"))]
        days = self._days(quotes.c.day, given)
        when = [or_(*(and_(*one) for one in days))] if any(days) else []
        return [*who, *when, *self._others(given)]

    def ways(self, most: int) -> list[list[list[ColumnElement[bool]]]]:
        """The same, its values open, as several sets of conditions, one of which must be met, on
        `quotes` and `articles`: each such that an index has what meets it in the order of days.

        They come in one or two lists: what meets one of the first is of a later day than what meets
        one of the second. In place of more than `most` in a list there is a single one.
        """
        if self.speakers and self.speakers > most:
            return [[self.conditions(bindparam)]]
        who: list[list[ColumnElement[bool]]] = [[]]
        if self.speakers is not None:
            names = map(_speaker, range(self.speakers))
            who = [[quotes.c.speaker_id == bindparam(name)] for name in names] or [[false()]]
        day = articles.c.date if self.speakers is None else quotes.c.day
        others = self._others(bindparam)
        return [[[*one, *when, *others] for one in who] for when in self._days(day, bindparam)]

    def _others(self, given: Given) -> list[ColumnElement[bool]]:
        return [*self.office, *(_TESTS[name](given) for name in self.tests)]

    def _days(self, day: ColumnElement[dt.date], given: Given) -> list[list[ColumnElement[bool]]]:
        """By the article's day or, where it has none, by the one on which it was said."""
        if not self.days:
            return [[]]
        undated = [number(day) == 0, *self._between(quotes.c.said_on, given)]
        return [list(self._between(day, given)), undated]

    def _between(self, day: ColumnElement[dt.date], given: Given) -> Iterator[ColumnElement[bool]]:
        yield day >= given("since") if "since" in self.days else is_known(day)
        if "until" in self.days:
            yield day <= given("until")


@dataclass(frozen=True)
class Chosen:
    """Filters in SQL: their shape, and the values by the names that it has for them."""

    shape: Shape
    values: dict[str, Any]

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """Those of the shape, with their values."""
        return self.shape.conditions(self._given)

    def _given(self, name: str) -> BindParameter[Any]:
        # No type of its own: that of the column which it is compared with.
        return bindparam(name, self.values[name], type_=NULLTYPE)


def _speaker(number: int) -> str:
    """The name of the value for one of the speaker's rows."""
    return f"speaker_{number}"


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

    def conditions(self, connection: Connection) -> list[ColumnElement[bool]]:
        """The same in SQL.

        Raises UsageError for a speaker or an article that is not stored, and AmbiguousError for a
        name that means several speakers.
        """
        return self.chosen(connection).conditions

    def chosen(self, connection: Connection) -> Chosen:
        """The same, with the speaker's rows apart. Raises what `conditions` does."""
        values = dict(self._values(connection))
        speakers = None
        if self.speaker is not None:
            ids = Finder(connection).find(self.speaker).person.ids
            speakers = len(ids)
            values |= {"speakers": ids} | {_speaker(place): id for place, id in enumerate(ids)}
        days = tuple(name for name in ("since", "until") if name in values)
        tests = tuple(name for name in _TESTS if name in values)
        return Chosen(Shape(speakers, days, tests, tuple(self._of_office(connection))), values)

    @property
    def plain(self) -> bool:
        """Whether nothing is asked for but an act and a factuality."""
        return self == Filters(act=self.act, factuality=self.factuality)

    def _of_office(self, connection: Connection) -> Iterator[ColumnElement[bool]]:
        if self.office is not None:
            from quotes.store.holders import held_office  # the registry takes a while

            yield held_office(connection, self.office, self.on)

    def _values(self, connection: Connection) -> Iterator[tuple[str, Any]]:
        """What is asked for besides the speaker and the office, as the database has it."""
        if self.role is not None:
            yield "role", fold_wanted(self.role)
        if self.article is not None:
            yield "article", check_article(connection, self.article)
        for name in ("act", "factuality"):
            if getattr(self, name) != "all":
                yield name, getattr(self, name)
        for name in ("since", "until", "kind", "min_confidence"):
            if getattr(self, name) is not None:
                yield name, getattr(self, name)


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


def check_article(connection: Connection, article_id: str) -> str:
    """The id itself; UsageError, with those that come near it, where there is no such article."""
    ids = connection.execute(select(articles.c.id).where(articles.c.id == article_id)).scalars()
    if ids.first() is None:
        stored = connection.execute(select(articles.c.id)).scalars()
        raise UsageError(not_found("article", article_id, stored))
    return article_id

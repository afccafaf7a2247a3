"""Which quotes are asked for."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict, get_args

from sqlalchemy import ColumnElement, Connection, and_, false, or_, select

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


@dataclass(frozen=True)
class Chosen:
    """Filters in SQL: the rows of `speakers` that are the one asked for (None: anybody), the first
    and last day, and what else must be true of a row of `quotes`."""

    speaker: list[int] | None
    since: dt.date | None
    until: dt.date | None
    others: list[ColumnElement[bool]]

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """All of it together, of `quotes` alone."""
        who = [] if self.speaker is None else [quotes.c.speaker_id.in_(self.speaker)]
        days = self._days(quotes.c.day)
        when = [or_(*(and_(*one) for one in days))] if any(days) else []
        return [*who, *when, *self.others]

    def ways(self, most: int) -> list[list[ColumnElement[bool]]]:
        """The same as several sets of conditions, one of which must be met, on `quotes` and
        `articles`: each such that an index has what meets it in the order of days. A single one
        where they would be more than `most`.
        """
        who = self.speaker
        days = self._days(articles.c.date if who is None else quotes.c.day)
        if who and len(who) * len(days) > most:
            return [self.conditions]
        each = [[]] if who is None else [[quotes.c.speaker_id == id] for id in who] or [[false()]]
        return [[*one, *when, *self.others] for one in each for when in days]

    def _days(self, day: ColumnElement[dt.date]) -> list[list[ColumnElement[bool]]]:
        """By the article's day or, where it has none, by the one on which it was said."""
        if self.since is None and self.until is None:
            return [[]]
        undated = [number(day) == 0, *self._between(quotes.c.said_on)]
        return [list(self._between(day)), undated]

    def _between(self, day: ColumnElement[dt.date]) -> Iterator[ColumnElement[bool]]:
        yield day >= self.since if self.since else is_known(day)
        if self.until is not None:
            yield day <= self.until


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
        speaker = None
        if self.speaker is not None:
            speaker = Finder(connection).find(self.speaker).person.ids
        others = [*self._of_office(connection), *self._of_what(connection)]
        return Chosen(speaker, self.since, self.until, others)

    @property
    def plain(self) -> bool:
        """Whether nothing is asked for but an act and a factuality."""
        return self == Filters(act=self.act, factuality=self.factuality)

    def _of_office(self, connection: Connection) -> Iterator[ColumnElement[bool]]:
        if self.office is not None:
            from quotes.store.holders import held_office  # the registry takes a while

            yield held_office(connection, self.office, self.on)
        if self.role is not None:
            fits = labels.c.folded.contains(fold_wanted(self.role))
            yield quotes.c.role.in_(select(labels.c.key).where(fits))

    def _of_what(self, connection: Connection) -> Iterator[ColumnElement[bool]]:
        if self.article is not None:
            article_id = check_article(connection, self.article)
            yield quotes.c.article.in_(select(articles.c.key).where(articles.c.id == article_id))
        if self.kind is not None:
            yield quotes.c.kind == self.kind
        if self.act != "all":
            yield quotes.c.act == self.act
        if self.factuality != "all":
            yield quotes.c.factuality == self.factuality
        if self.min_confidence is not None:
            yield quotes.c.confidence >= self.min_confidence


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

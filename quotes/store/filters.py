"""Which quotes are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import ColumnElement, Connection, func, select

from quotes.errors import UsageError
from quotes.records import Act, Factuality, Kind
from quotes.store.finding import Finder
from quotes.store.names import fold_wanted, not_found
from quotes.store.rows import DAY
from quotes.store.schema import articles, quotes

Acts = Literal[Act, "all"]
Factualities = Literal[Factuality, "all"]

NEWEST_FIRST = (articles.c.date.desc().nulls_last(), articles.c.id, quotes.c.position)
"""By the article's date only, so that the quotes of an undated article stay together."""


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
        return [*self._of_who(connection), *self._of_when(), *self._of_what(connection)]

    def _of_who(self, connection: Connection) -> Iterator[ColumnElement[bool]]:
        if self.speaker is not None:
            yield quotes.c.speaker_id.in_(Finder(connection).find(self.speaker).person.ids)
        if self.office is not None:
            from quotes.store.holders import held_office  # the registry takes a while

            yield held_office(connection, self.office, self.on)
        if self.role is not None:
            yield func.fold(quotes.c.role).contains(fold_wanted(self.role))

    def _of_when(self) -> Iterator[ColumnElement[bool]]:
        if self.since is not None:
            yield self.since <= DAY
        if self.until is not None:
            yield self.until >= DAY

    def _of_what(self, connection: Connection) -> Iterator[ColumnElement[bool]]:
        if self.article is not None:
            yield quotes.c.article_id == _check_article(connection, self.article)
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
    return limit


def _check_choice(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise UsageError(f"{name} '{value}' is none of: {', '.join(choices)}")


def _check_article(connection: Connection, article_id: str) -> str:
    ids = connection.execute(select(articles.c.id).where(articles.c.id == article_id)).scalars()
    if ids.first() is None:
        stored = connection.execute(select(articles.c.id)).scalars()
        raise UsageError(not_found("article", article_id, stored))
    return article_id

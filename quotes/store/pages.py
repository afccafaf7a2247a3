"""One page of a speaker: names, roles, offices, and when and where they were quoted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from quotes.store.filters import Filters
from quotes.store.finding import Finder
from quotes.store.people import best_name
from quotes.store.records import Count, SpeakerPage
from quotes.store.rows import DAY, quote_of, select_quotes
from quotes.store.schema import articles, quotes, speakers

_MONTH_LENGTH = 7
"""Characters of a day that name its month: 2020-11."""


def speaker_page(connection: Connection, name: str, filters: Filters) -> SpeakerPage:
    """What is stored of the speaker whom `name` means, as far as the filters let it through.

    Raises UsageError for a name that is not stored, AmbiguousError for one that means several.
    """
    person = Finder(connection).find(name).person
    chosen = [quotes.c.speaker_id.in_(person.ids), *filters.conditions(connection)]

    def counts(what: ColumnElement[Any]) -> tuple[Count, ...]:
        return tuple(_counts(connection, what, chosen))

    names = counts(speakers.c.name)
    shown = names or tuple(Count(value=row.name, count=0) for row in person.rows)
    return SpeakerPage(
        name=best_name([(entry.value, entry.count) for entry in shown]),
        id=next((row.registry_id for row in person.rows if row.registry_id is not None), None),
        type=person.type,
        count=sum(entry.count for entry in names),
        names=names,
        roles=counts(quotes.c.role),
        affiliations=counts(quotes.c.affiliation),
        offices=counts(quotes.c.office),
        kinds=counts(quotes.c.kind),
        publishers=counts(articles.c.publisher),
        months=_in_order(counts(func.substr(DAY, 1, _MONTH_LENGTH))),
        first=_end(connection, chosen, DAY.asc()),
        last=_end(connection, chosen, DAY.desc()),
    )


def _counts(
    connection: Connection, what: ColumnElement[Any], chosen: list[ColumnElement[bool]]
) -> Iterable[Count]:
    """How often each value occurs, the most frequent first."""
    figures = (func.count().label("n"), func.min(DAY).label("first"), func.max(DAY).label("last"))
    tables = quotes.join(articles).join(speakers)
    asked: Select[Any] = select(what.label("value"), *figures).select_from(tables)
    rows = connection.execute(
        asked.where(*chosen, what.is_not(None)).group_by(what).order_by(func.count().desc(), what)
    )
    return (Count(value=row.value, count=row.n, first=row.first, last=row.last) for row in rows)


def _in_order(months: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple(sorted(months, key=lambda month: month.value))


def _end(connection: Connection, chosen: list[ColumnElement[bool]], order: Any) -> Any:
    """The first or last quote with a day; without any day, the first that was stored."""
    asked = select_quotes().where(*chosen).order_by(order.nulls_last(), quotes.c.key).limit(1)
    row = connection.execute(asked).first()
    return None if row is None else quote_of(row)

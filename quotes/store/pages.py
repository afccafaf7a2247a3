"""One page of a speaker: names, roles, offices, and when and where they were quoted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from quotes.store.counting import WHAT, counts
from quotes.store.filters import Filters
from quotes.store.finding import Finder
from quotes.store.listing import load_quotes
from quotes.store.people import best_name
from quotes.store.records import Count, SpeakerPage
from quotes.store.rows import DAY
from quotes.store.schema import quotes
from quotes.store.types import earliest_first, number


def speaker_page(connection: Connection, name: str, filters: Filters) -> SpeakerPage:
    """What is stored of the speaker whom `name` means, as far as the filters let it through.

    Raises UsageError for a name that is not stored, AmbiguousError for one that means several.
    """
    person = Finder(connection).find(name).person
    chosen = [quotes.c.speaker_id.in_(person.ids), *filters.conditions(connection)]

    def of(what: str) -> tuple[Count, ...]:
        return tuple(counts(connection, WHAT[what], chosen))

    names = of("name")
    shown = names or tuple(Count(value=row.name, count=0) for row in person.rows)
    return SpeakerPage(
        name=best_name([(entry.value, entry.count) for entry in shown]),
        id=next((row.registry_id for row in person.rows if row.registry_id is not None), None),
        type=person.type,
        count=sum(entry.count for entry in names),
        names=names,
        roles=of("role"),
        affiliations=of("affiliation"),
        offices=of("office"),
        kinds=of("kind"),
        publishers=of("publisher"),
        months=tuple(sorted(of("month"), key=lambda month: month.value)),
        first=_end(connection, chosen, *earliest_first(DAY)),
        last=_end(connection, chosen, number(DAY).desc()),
    )


def _end(connection: Connection, chosen: list[ColumnElement[bool]], *order: Any) -> Any:
    """The first or last quote with a day; without any day, the first that was stored."""
    asked = select(quotes.c.key).where(*chosen).order_by(*order, quotes.c.key).limit(1)
    keys = list(connection.execute(asked).scalars())
    return load_quotes(connection, keys)[0] if keys else None

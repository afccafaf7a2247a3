"""A page of one speaker (names, roles, offices, when and where they were quoted) and of one saying
(where else it stands)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from quotes.records import Saying
from quotes.store.counting import WHAT, counts
from quotes.store.filters import Filters
from quotes.store.finding import Finder
from quotes.store.listing import load_quotes
from quotes.store.people import best_name
from quotes.store.reading import row_of
from quotes.store.records import Count, Occurrence, SayingPage, SpeakerPage
from quotes.store.rows import DAY
from quotes.store.schema import articles, quotes, sayings
from quotes.store.types import earliest_first, number
from quotes.store.unique import FIRST_SEEN, load_sayings


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


def saying_page(connection: Connection, quote_id: str) -> SayingPage:
    """The quote of this id, or of the only id that begins so, and all that say the same."""
    key = row_of(connection, quote_id).key
    (saying,) = load_sayings(connection, [key])
    mine = select(sayings.c.saying).where(sayings.c.quote == key)
    same = select(sayings.c.quote).where(sayings.c.saying.in_(mine), sayings.c.quote != key)
    of_article = (articles.c.id.label("article_id"), articles.c.publisher, articles.c.date)
    shown = (quotes.c.id, *of_article, quotes.c.text)
    chosen = select(*shown).select_from(quotes.join(articles)).where(quotes.c.key.in_(same))
    rows = connection.execute(chosen.order_by(*FIRST_SEEN))
    others = tuple(Occurrence(**row._mapping) for row in rows)
    fields = {name: getattr(saying, name) for name in Saying.model_fields}
    return SayingPage(**fields, others=others)


def _end(connection: Connection, chosen: list[ColumnElement[bool]], *order: Any) -> Any:
    """The first or last quote with a day; without any day, the first that was stored."""
    asked = select(quotes.c.key).where(*chosen).order_by(*order, quotes.c.key).limit(1)
    keys = list(connection.execute(asked).scalars())
    return load_quotes(connection, keys)[0] if keys else None

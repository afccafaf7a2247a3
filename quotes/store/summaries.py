"""Everyone who is quoted: how often, and from when to when."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from quotes.store.filters import Filters
from quotes.store.pairs import chiefs
from quotes.store.people import Person, best_name, group
from quotes.store.records import SpeakerSummary
from quotes.store.rows import DAY
from quotes.store.schema import quotes, speakers
from quotes.store.types import Day, number


def list_speakers(connection: Connection, filters: Filters) -> list[SpeakerSummary]:
    """Everyone who has a quote, the most quoted first."""
    figures = (
        quotes.c.speaker_id,
        func.count().label("count"),
        func.min(func.nullif(number(DAY), 0), type_=Day()).label("first"),
        func.max(DAY).label("last"),
    )
    counted = select(*figures).where(*filters.conditions(connection))
    totals = counted.group_by(quotes.c.speaker_id).subquery()
    rows = connection.execute(
        select(speakers, totals.c.count, totals.c.first, totals.c.last)
        .join(totals, totals.c.speaker_id == speakers.c.id)
        .order_by(totals.c.count.desc(), speakers.c.name, speakers.c.id)
    )
    found = map(_summary, group(rows, chiefs(connection)))
    return sorted(found, key=lambda speaker: -speaker.count)


def _summary(person: Person) -> SpeakerSummary:
    """One speaker, of rows with `count`, `first` and `last`, under the fullest name."""
    rows = person.rows
    days = [day for row in rows for day in (row.first, row.last) if day is not None]
    return SpeakerSummary(
        name=best_name([(row.name, row._mapping["count"]) for row in rows]),
        id=next((row.registry_id for row in rows if row.registry_id is not None), None),
        type=person.type,
        count=sum(row._mapping["count"] for row in rows),
        first=min(days, default=None),
        last=max(days, default=None),
    )

"""Everyone who is quoted: how often, and from when to when."""

from __future__ import annotations

from quotes.store.db.asking import Reader, ask, where
from quotes.store.db.errors import readable
from quotes.store.query.filters import DAY, Filters
from quotes.store.records import SpeakerSummary
from quotes.store.schema.values import day_of
from quotes.store.speakers.pairs import representatives
from quotes.store.speakers.people import COLUMNS, Person, best_name, group

DAYS = f"min(nullif({DAY}, 0)) AS first, max({DAY}) AS last"
"""Columns of a selection that counts: the first and last day, None and 0 where none is known."""


def list_speakers(reader: Reader, filters: Filters) -> list[SpeakerSummary]:
    """Everyone who has a quote, the most quoted first."""
    chosen = filters.chosen(reader)
    totals = (
        f"SELECT quotes.speaker_id AS speaker_id, count(*) AS many, {DAYS} "
        f"FROM quotes {where(chosen.conditions)} GROUP BY quotes.speaker_id"
    )
    asked = (
        f"SELECT {COLUMNS}, totals.many AS many, totals.first AS first, totals.last AS last "
        f"FROM speakers JOIN ({totals}) AS totals ON totals.speaker_id = speakers.id "
        "ORDER BY totals.many DESC, speakers.name, speakers.id"
    )
    with readable():
        people = group(ask(reader, asked, chosen.values), representatives(reader))
        found = [_summary(person) for person in people]
    return sorted(found, key=lambda speaker: -speaker.count)


def _summary(person: Person) -> SpeakerSummary:
    """One speaker, of rows with `many`, `first` and `last`, under the fullest name."""
    rows = person.rows
    days = [day for row in rows for day in (row.first, row.last) if day]
    return SpeakerSummary(
        name=best_name([(row.name, row.many) for row in rows]),
        id=person.registry_id,
        type=person.type,
        wikidata=person.wikidata,
        count=sum(row.many for row in rows),
        first=day_of(min(days, default=None)),
        last=day_of(max(days, default=None)),
    )

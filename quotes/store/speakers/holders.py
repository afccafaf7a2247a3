"""Quotes of those who held an office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from quotes.offices import Term, find_terms
from quotes.registry import load_registry
from quotes.store.db.asking import Reader
from quotes.store.query.chosen import DAY, said_by
from quotes.store.schema.values import number_of_day
from quotes.store.speakers.people import people_of, rows_by_key


def said_in_office(reader: Reader, office: str, on: dt.date | None) -> str:
    """A condition: of those who held the office on that day; without a day, of each holder in
    their time only.

    Raises UsageError for an office that the registry does not know, and for a day on which nobody
    is known to have held it.
    """
    terms = find_terms(load_registry(), office, on)
    known = rows_by_key(reader, {f"id:{term.person}" for term in terms})
    ids = {
        row.registry_id: person.ids
        for person in people_of(reader, [row.id for row in known])
        for row in person.rows
        if row.registry_id is not None
    }
    said = [_said_by(ids.get(term.person, ()), None if on else term) for term in terms]
    return f"({' OR '.join(said) or 'FALSE'})"


def _said_by(ids: Collection[int], term: Term | None) -> str:
    by_them = said_by(ids)
    if term is None:
        return by_them
    if term.office.start is None:  # no day is surely in it
        return "FALSE"
    in_time = f"{DAY} >= {number_of_day(term.office.start)}"
    if term.office.last is not None:
        in_time += f" AND {DAY} <= {number_of_day(term.office.last)}"
    return f"({by_them} AND {in_time})"

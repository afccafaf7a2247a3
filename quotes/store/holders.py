"""Quotes of those who held an office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, and_, false, or_

from quotes.offices import Term, find_terms
from quotes.registry import load_registry
from quotes.store.people import people_of, rows_by_key
from quotes.store.rows import DAY
from quotes.store.schema import quotes


def held_office(connection: Connection, office: str, on: dt.date | None) -> ColumnElement[bool]:
    """Of those who held the office on that day; without a day, of each holder in their time only.

    Raises UsageError for an office that the registry does not know, and for a day on which nobody
    is known to have held it.
    """
    terms = find_terms(load_registry(), office, on)
    known = rows_by_key(connection, {f"id:{term.person}" for term in terms})
    ids = {
        row.registry_id: person.ids
        for person in people_of(connection, [row.id for row in known])
        for row in person.rows
        if row.registry_id is not None
    }
    said = [_said_by(ids.get(term.person, ()), None if on else term) for term in terms]
    return or_(false(), *said)


def _said_by(ids: Collection[int], term: Term | None) -> ColumnElement[bool]:
    by_them = quotes.c.speaker_id.in_(ids)
    if term is None:
        return by_them
    if term.office.start is None:  # no day is surely in it
        return false()
    ended = () if term.office.end is None else (term.office.end >= DAY,)
    return and_(by_them, term.office.start <= DAY, *ended)

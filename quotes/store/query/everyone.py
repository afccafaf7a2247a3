"""Everyone who is quoted, the most quoted first: all, or page by page, or who is called so."""

from __future__ import annotations

from quotes.store.db.asking import Reader, among_numbers, ask
from quotes.store.db.errors import readable
from quotes.store.query.chosen import Chosen
from quotes.store.query.filters import Filters, check_limit
from quotes.store.query.summaries import (
    PersonCount,
    count_people,
    counted_rows,
    dated,
    people_of_totals,
    rank_of,
    totals_of,
)
from quotes.store.records import SpeakerSummary
from quotes.store.speakers.finding import Finder
from quotes.store.speakers.names import fold_wanted
from quotes.store.speakers.people import Persons

_FIRST = (-(2**62), "")
"""Comes before everyone: see `rank_of`."""

_ALONE = """
WITH totals AS ({totals})
SELECT totals.speaker_id AS id, totals.many AS many, speakers.name AS name
FROM totals JOIN speakers ON speakers.id = totals.speaker_id
WHERE (totals.many < :many OR (totals.many = :many AND speakers.name > :name)) {enough}
ORDER BY totals.many DESC, speakers.name {limit}
"""

_ENOUGH = """
AND totals.many >= coalesce((
    SELECT min(most.many) FROM (
        SELECT totals.many AS many FROM totals WHERE totals.many < :many
        ORDER BY totals.many DESC LIMIT :size
    ) AS most
), 0)
"""
"""Only of those who may come on the page the names are looked up."""

_CALLED = (
    "quotes.speaker_id IN (SELECT speakers.id FROM speakers WHERE speakers.folded LIKE :called)"
)


def list_speakers(
    reader: Reader,
    filters: Filters,
    *,
    name: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> list[SpeakerSummary]:
    """Everyone who has a quote, the most quoted first, of those with as many by name.

    `name`: a part of one of their names; `after`: those who come after this one. Raises what
    `Finder.find` does where it is not clear after whom.
    """
    check_limit(limit)
    chosen = filters.chosen(reader)
    if name is None and after is None:
        people = count_people(reader, chosen, limit)
    else:
        people = _page(reader, chosen, name, after, limit)
    with readable():
        return [_summary(one) for one in people]


def _page(
    reader: Reader, chosen: Chosen, name: str | None, after: str | None, limit: int | None
) -> list[PersonCount]:
    """Those who are one with others are counted person by person, and all others by the database.

    Of those of whom there is only one row, so many are looked at; the days of those only who are
    on the page.
    """
    persons = Persons(reader)
    place = _FIRST
    if after is not None:
        ids = Finder(reader).find(after).person.ids
        mine = people_of_totals(reader, persons, totals_of(reader, chosen, ids), None)
        place = rank_of(mine[0]) if mine else (0, "")
    part = None if name is None else fold_wanted(name)
    totals = totals_of(reader, chosen, persons.not_alone)
    merged = people_of_totals(reader, persons, totals, None)
    if part is not None:
        merged = [one for one in merged if any(part in row.folded for row in one.person.rows)]
    found = [(rank_of(one), one.person.ids) for one in merged if rank_of(one) > place]
    found += _alone(reader, chosen, persons, part, place, limit)
    ids = [id for _, some in sorted(found)[:limit] for id in some]
    return people_of_totals(
        reader, persons, dated(reader, chosen, totals_of(reader, chosen, ids)), limit
    )


def _alone(
    reader: Reader,
    chosen: Chosen,
    persons: Persons,
    part: str | None,
    place: tuple[int, str],
    limit: int | None,
) -> list[tuple[tuple[int, str], list[int]]]:
    """The rank and the row of each person after a place who has only one row."""
    only = []
    if persons.not_alone:  # else NOT IN (NULL), which is true of nobody
        only = [f"quotes.speaker_id NOT IN {among_numbers(persons.not_alone)}"]
    only += [] if part is None else [_CALLED]
    asked = _ALONE.format(
        totals=counted_rows(reader, chosen, only=only),
        enough="" if limit is None else _ENOUGH,
        limit="" if limit is None else "LIMIT :size",
    )
    values = {"many": -place[0], "name": place[1], "size": limit, "called": f"%{part}%"}
    rows = ask(reader, asked, chosen.values | values)
    return [((-row.many, row.name), [row.id]) for row in rows]


def _summary(counted: PersonCount) -> SpeakerSummary:
    return SpeakerSummary(
        name=counted.name,
        id=counted.person.registry_id,
        type=counted.person.type,
        wikidata=counted.person.wikidata,
        count=counted.many,
        first=counted.first,
        last=counted.last,
    )

"""Everyone who is quoted: how often, and from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from quotes.store.asking import Reader, Row, among_numbers, ask, where
from quotes.store.chosen import DAY, TALLIED_DAY, Chosen
from quotes.store.errors import readable
from quotes.store.filters import Filters
from quotes.store.people import Persons, best_name, rows_by_id
from quotes.store.records import SpeakerSummary
from quotes.store.values import day_of

Total = tuple[int, int, int | None, int | None]
"""The key of a row of `speakers`, how many quotes it has, and the first and last day of them."""


class PersonCount(NamedTuple):
    """Somebody, and how often they are quoted: the rows of `speakers`, `first` and `last` day."""

    rows: Sequence[Row]
    name: str
    many: int
    first: dt.date | None
    last: dt.date | None


def list_speakers(reader: Reader, filters: Filters) -> list[SpeakerSummary]:
    """Everyone who has a quote, the most quoted first."""
    with readable():
        return [_summary(one) for one in count_people(reader, filters.chosen(reader), None)]


def count_people(reader: Reader, chosen: Chosen, limit: int | None) -> list[PersonCount]:
    """Everyone who has a quote that is chosen, under the fullest name, the most quoted first; so
    many of them."""
    persons = Persons(reader)
    theirs = persons.group(_totals(reader, chosen, persons, limit))
    found = sorted(theirs.values(), key=_many, reverse=True)
    if limit is not None and limit < len(found):  # who has as many as the last goes by name
        least = _many(found[limit - 1])
        found = [counted for counted in found if _many(counted) >= least]
    rows = rows_by_id(reader, [total[0] for counted in found for total in counted])
    with readable():
        people = [_person(counted, [rows[total[0]] for total in counted]) for counted in found]
    return sorted(people, key=lambda person: (-person.many, person.name))[:limit]


def _totals(reader: Reader, chosen: Chosen, persons: Persons, limit: int | None) -> list[Total]:
    """What each row of `speakers` has. With a limit only those that may be among the first: of the
    most quoted so many that there would be enough if all that may be one with others were."""
    tally = chosen.tally(["speaker_id", "month"])
    source = f"{tally.name} AS quotes" if tally else "quotes"
    many, day = ("sum(quotes.many)", TALLIED_DAY) if tally else ("count(*)", DAY)
    known = "quotes.speaker_id > 0"
    totals = (
        f"SELECT quotes.speaker_id AS speaker_id, {many} AS many, "
        f"min(nullif({day}, 0)) AS first, max({day}) AS last FROM {source} "
        f"{where([*(chosen.of_tally if tally else chosen.conditions), known])} "
        "GROUP BY quotes.speaker_id"
    )
    if limit is not None:
        enough = limit + len(persons.not_alone)
        most = f"SELECT totals.many FROM totals ORDER BY totals.many DESC LIMIT {enough:d}"
        totals = (
            f"WITH totals AS ({totals}) SELECT * FROM totals "
            f"WHERE totals.many >= (SELECT min(most.many) FROM ({most}) AS most) "
            f"OR totals.speaker_id IN {among_numbers(persons.not_alone)}"
        )
    return list(map(tuple, ask(reader, totals, chosen.values)))


def _many(counted: Sequence[Total]) -> int:
    return counted[0][1] if len(counted) == 1 else sum(total[1] for total in counted)


def _person(counted: Sequence[Total], rows: Sequence[Row]) -> PersonCount:
    names = [(row[1], total[1]) for row, total in zip(rows, counted, strict=True)]
    days = [day for _, _, *both in counted for day in both if day]
    return PersonCount(
        rows=rows,
        name=names[0][0] if len(names) == 1 else best_name(names),
        many=_many(counted),
        first=day_of(min(days)) if days else None,
        last=day_of(max(days)) if days else None,
    )


def _summary(person: PersonCount) -> SpeakerSummary:
    return SpeakerSummary(
        name=person.name,
        id=next((row.registry_id for row in person.rows if row.registry_id is not None), None),
        type=person.rows[0].type,
        count=person.many,
        first=person.first,
        last=person.last,
    )

"""Everyone who is quoted: how often, and from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from math import prod
from typing import NamedTuple

from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each, parts_of, where
from quotes.store.db.errors import readable
from quotes.store.query.chosen import DAY, TALLIED_DAY, Chosen
from quotes.store.query.kept import kept
from quotes.store.query.many import count_chosen, few_of
from quotes.store.schema.values import CHOICES, day_of
from quotes.store.speakers.people import Person, Persons, best_name, rows_by_id

MANY = 5_000
"""Rows of `speakers` up to which those quoted most are looked for among these."""

Total = tuple[int, int, int | None, int | None]
"""The key of a row of `speakers`, how many quotes it has, and the first and last day of them."""


class PersonCount(NamedTuple):
    """Somebody, the fullest name, how often they are quoted, `first` and `last` day."""

    person: Person
    name: str
    many: int
    first: dt.date | None
    last: dt.date | None


def count_people(
    reader: Reader, chosen: Chosen, limit: int | None, *, days: bool = True
) -> list[PersonCount]:
    """Everyone who has a quote that is chosen, under the fullest name, the most quoted first; so
    many of them. Without `days` no first and last one is looked for."""
    persons = Persons(reader)
    if limit is None:
        totals = totals_of(reader, chosen, None, days=days)
    else:
        totals = _first(reader, chosen, persons, limit)
        totals = dated(reader, chosen, totals) if days else totals
    return people_of_totals(reader, persons, totals, limit)


def people_of_totals(
    reader: Reader, persons: Persons, totals: Iterable[Total], limit: int | None
) -> list[PersonCount]:
    """The persons of rows of `speakers` that are counted, the most quoted first; so many of them,
    and nothing is asked of those who come after."""
    found = sorted(persons.group(totals).values(), key=_many, reverse=True)
    if limit is not None and len(found) > limit:
        least = _many(found[limit - 1])
        found = [counted for counted in found if _many(counted) >= least]
    rows = rows_by_id(reader, [total[0] for counted in found for total in counted])
    with readable():
        people = [_person(counted, [rows[total[0]] for total in counted]) for counted in found]
    return sorted(people, key=rank_of)[:limit]


def rank_of(person: PersonCount) -> tuple[int, str]:
    """The key that persons are ordered by: the most quoted first, of those with as many quotes by
    name."""
    return -person.many, person.name


def _first(reader: Reader, chosen: Chosen, persons: Persons, limit: int) -> list[Total]:
    """The rows of `speakers` of the most quoted persons, how often each is quoted: so many, and who
    is quoted as often as the last of these.

    Looked at are of the most quoted rows so many that there would be enough if all that may be one
    with others were, and all those.
    """
    totals = _often(reader, chosen, persons, limit)
    if totals is None:
        enough = limit + len(persons.not_alone)
        most = f"SELECT totals.many FROM totals ORDER BY totals.many DESC LIMIT {enough:d}"
        asked = (
            f"WITH totals AS ({counted_rows(reader, chosen)}) SELECT * FROM totals "
            f"WHERE totals.many >= (SELECT min(most.many) FROM ({most}) AS most) "
            f"OR totals.speaker_id IN {among_numbers(persons.not_alone)}"
        )
        totals = [(*row, None, None) for row in ask(reader, asked, chosen.values)]
    found = _by_person(persons, totals)
    least = _many(found[min(limit, len(found)) - 1]) if found else 0
    return [total for counted in found if _many(counted) >= least for total in counted]


def _often(reader: Reader, chosen: Chosen, persons: Persons, limit: int) -> list[Total] | None:
    """Rows of `speakers` among which those of the most quoted persons are, so many; None where to
    count everybody's quotes takes no longer.

    Nobody has more quotes that are chosen than there are of any day, outlet and confidence. Those
    who have the most of these are counted first; whoever is quoted so often as the last of them
    must have a kept count that is so high that an index tells it at once.
    """
    if chosen.speakers is not None or chosen.publishers is not None or few_of(reader, chosen):
        return None
    others = {name: test for name, test in chosen.others.items() if name in CHOICES}
    whole = kept(replace(chosen, days=(), others=others), ["speaker_id"])
    if whole is None:
        return None
    each = prod(len(words) for name, words in CHOICES.items() if name not in others)
    rows = f"SELECT quotes.speaker_id FROM {whole.source}"
    known = [*whole.conditions, "quotes.speaker_id > 0"]
    most = f"{rows} {where(known)} ORDER BY quotes.many DESC LIMIT {limit * each:d}"
    often = {*ask_each(reader, most, chosen.values), *persons.not_alone}
    totals = totals_of(reader, chosen, often)
    found = _by_person(persons, totals)
    if len(found) < limit:
        return None
    least = -(-_many(found[limit - 1]) // each)
    enough = where([*known, f"quotes.many >= {least:d}"])
    more = ask_each(reader, f"{rows} {enough} LIMIT {MANY + 1}", chosen.values)
    if len(more) > MANY:
        return None
    return totals + totals_of(reader, chosen, {*more} - often)


def _by_person(persons: Persons, totals: Iterable[Total]) -> list[list[Total]]:
    """Totals by person, the most quoted first."""
    return sorted(persons.group(totals).values(), key=_many, reverse=True)


def totals_of(
    reader: Reader, chosen: Chosen, only: Collection[int] | None, *, days: bool = False
) -> list[Total]:
    """The number and, with `days`, the days of the quotes of each row of `speakers`; `only`: of
    these."""
    parts = [chosen]
    if only is not None:
        mine = only if chosen.speakers is None else set(only).intersection(chosen.speakers)
        parts = [replace(chosen, speakers=part) for part in parts_of(sorted(mine))]
    asked = (counted_rows(reader, part, days=days) for part in parts)
    found = (ask(reader, one, chosen.values) for one in asked)
    return [(*row, None, None)[:4] for rows in found for row in rows]


def counted_rows(
    reader: Reader, chosen: Chosen, *, days: bool = False, only: Iterable[str] = ()
) -> str:
    """A question: speaker_id, many and, with `days`, first and last of rows of `speakers`; `only`:
    more conditions on quotes.speaker_id."""
    counts = kept(chosen, ["speaker_id", "month", "day"] if days else ["speaker_id"])
    if counts:
        source, conditions = counts.source, counts.conditions
    else:
        source, conditions = "quotes", _of_speakers(reader, chosen)
    many, day = ("sum(quotes.many)", TALLIED_DAY) if counts else ("count(*)", DAY)
    more = f", min(nullif({day}, 0)) AS first, max({day}) AS last" if days else ""
    known = [] if chosen.speakers is not None else ["quotes.speaker_id > 0"]
    return (
        f"SELECT quotes.speaker_id AS speaker_id, {many} AS many{more} FROM {source} "
        f"{where([*conditions, *known, *only])} GROUP BY quotes.speaker_id HAVING {many} > 0"
    )


def _of_speakers(reader: Reader, chosen: Chosen) -> list[str]:
    """The conditions such that the quotes are found by what leaves few of them, or by their outlet
    where this has fewer than the speakers, or by their speakers."""
    few = few_of(reader, chosen)
    if few or chosen.publishers is None:
        return chosen.begun_with(few or {"speaker"})
    nothing = replace(chosen, speakers=None, publishers=None, days=(), others={})
    theirs = count_chosen(reader, replace(nothing, speakers=chosen.speakers))
    there = count_chosen(reader, replace(nothing, publishers=chosen.publishers))
    return chosen.begun_with({"publisher"} if there < theirs else {"speaker"})


def dated(reader: Reader, chosen: Chosen, totals: Sequence[Total]) -> list[Total]:
    """Totals with the first and the last day of the quotes, which an index of each speaker's has at
    its ends."""
    conditions = replace(chosen, speakers=None).begun_with(())
    days: dict[int, list[int]] = {}
    for part in parts_of([total[0] for total in totals]):
        asked = _ENDS.format(
            ids=among_numbers(part),
            **{name: _end(name, way, conditions) for name, way in _AT.items()},
        )
        for id, *ends in ask(reader, asked, chosen.values):
            days[id] = [day for day in ends if day is not None]
    return [
        (id, many, min(days[id], default=None), max(days[id], default=None))
        for id, many, *_ in totals
    ]


_AT = {"first": "ASC", "last": "DESC", "first_said": "ASC", "last_said": "DESC"}

_ENDS = f"""
SELECT speakers.id AS id, {", ".join(f"({{{name}}}) AS {name}" for name in _AT)}
FROM speakers WHERE speakers.id IN {{ids}}
"""


def _end(name: str, way: str, conditions: Iterable[str]) -> str:
    """The first or last day of a speaker's quotes: of those with a day, or of the others the one on
    which they were said."""
    said = name.endswith("said")
    day = "quotes.said_on" if said else "quotes.day"
    mine = ["quotes.speaker_id = speakers.id", f"{day} > 0", *(["quotes.day = 0"] if said else [])]
    return f"SELECT {day} FROM quotes {where([*mine, *conditions])} ORDER BY {day} {way} LIMIT 1"


def _many(counted: Sequence[Total]) -> int:
    return counted[0][1] if len(counted) == 1 else sum(total[1] for total in counted)


def _person(counted: Sequence[Total], rows: Sequence[Row]) -> PersonCount:
    names = [(row[1], total[1]) for row, total in zip(rows, counted, strict=True)]
    days = [day for _, _, *both in counted for day in both if day]
    return PersonCount(
        person=Person(tuple(rows)),
        name=names[0][0] if len(names) == 1 else best_name(names),
        many=_many(counted),
        first=day_of(min(days)) if days else None,
        last=day_of(max(days)) if days else None,
    )

"""Everyone who is quoted: how often, and from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import prod
from typing import NamedTuple

from quotes.store.db.asking import Reader, Row, among_numbers, ask, ask_each, parts_of, where
from quotes.store.db.errors import readable
from quotes.store.query.chosen import DAY, TALLIED_DAY, Chosen, said_by
from quotes.store.schema.values import CHOICES, day_of
from quotes.store.speakers.people import Person, Persons, best_name, rows_by_id

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
    only = None if limit is None else _first(reader, chosen, persons, limit)
    return people_of_totals(reader, persons, totals_of(reader, chosen, only, days=days), limit)


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


def _first(reader: Reader, chosen: Chosen, persons: Persons, limit: int) -> list[int]:
    """The rows of `speakers` of the most quoted persons: so many, and who is quoted as often as the
    last of these.

    Looked at are of the most quoted rows so many that there would be enough if all that may be one
    with others were, and all those.
    """
    only = _often(reader, chosen, persons, limit)
    if only is None:
        enough = limit + len(persons.not_alone)
        most = f"SELECT totals.many FROM totals ORDER BY totals.many DESC LIMIT {enough:d}"
        rows = ask(
            reader,
            f"WITH totals AS ({counted_rows(chosen)}) SELECT * FROM totals "
            f"WHERE totals.many >= (SELECT min(most.many) FROM ({most}) AS most) "
            f"OR totals.speaker_id IN {among_numbers(persons.not_alone)}",
            chosen.values,
        )
    else:
        rows = ask(reader, counted_rows(chosen, only=[said_by(only)]), chosen.values)
    found = _by_person(persons, rows)
    least = _many(found[min(limit, len(found)) - 1]) if found else 0
    return [total[0] for counted in found if _many(counted) >= least for total in counted]


def _often(reader: Reader, chosen: Chosen, persons: Persons, limit: int) -> set[int] | None:
    """Rows of `speakers` among which those of the most quoted persons are, so many; None where kept
    counts do not tell.

    Somebody who is quoted so often as the last of these must have a kept count that is so high that
    an index tells it at once.
    """
    tally = chosen.tally(["speaker_id"])
    if tally is None or tally.by != ("speaker_id",) or chosen.speakers is not None:
        return None
    each = prod(len(words) for name, words in CHOICES.items() if name not in chosen.others)
    kept = f"SELECT quotes.speaker_id FROM {tally.name} AS quotes"
    known = [*chosen.of_tally(tally), "quotes.speaker_id > 0"]
    most = f"{kept} {where(known)} ORDER BY quotes.many DESC LIMIT {limit * each:d}"
    often = {*ask_each(reader, most, chosen.values), *persons.not_alone}
    found = _by_person(
        persons, ask(reader, counted_rows(chosen, only=[said_by(often)]), chosen.values)
    )
    if len(found) < limit:
        return None
    least = -(-_many(found[limit - 1]) // each)
    others = f"{kept} {where([*known, f'quotes.many >= {least:d}'])}"
    return often.union(ask_each(reader, others, chosen.values))


def _by_person(persons: Persons, rows: Iterable[Row]) -> list[list[Total]]:
    """Rows (key of `speakers`, number) by person, the most quoted first."""
    totals: list[Total] = [(row[0], row[1], None, None) for row in rows]
    return sorted(persons.group(totals).values(), key=_many, reverse=True)


def totals_of(
    reader: Reader, chosen: Chosen, only: Sequence[int] | None, *, days: bool = False
) -> list[Total]:
    """The number and, with `days`, the days of the quotes of each row of `speakers`; `only`: of
    these."""
    parts = [chosen]
    if only is not None:
        mine = only if chosen.speakers is None else set(only).intersection(chosen.speakers)
        parts = [replace(chosen, speakers=part) for part in parts_of(sorted(mine))]
    asked = (counted_rows(part, days=days) for part in parts)
    found = (ask(reader, one, chosen.values) for one in asked)
    return [(*row, None, None)[:4] for rows in found for row in rows]


def counted_rows(chosen: Chosen, *, days: bool = False, only: Iterable[str] = ()) -> str:
    """A question: speaker_id, many and, with `days`, first and last of rows of `speakers`; `only`:
    more conditions on quotes.speaker_id."""
    tally = chosen.tally(["speaker_id", "month", "day"] if days else ["speaker_id"])
    source = f"{tally.name} AS quotes" if tally else "quotes"
    many, day = ("sum(quotes.many)", TALLIED_DAY) if tally else ("count(*)", DAY)
    more = f", min(nullif({day}, 0)) AS first, max({day}) AS last" if days else ""
    known = [*only] or ["quotes.speaker_id > 0"]
    return (
        f"SELECT quotes.speaker_id AS speaker_id, {many} AS many{more} FROM {source} "
        f"{where([*(chosen.of_tally(tally) if tally else chosen.conditions), *known])} "
        "GROUP BY quotes.speaker_id"
    )


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

"""In which outlets each of some speakers is quoted, or whom each of some outlets quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.store.db.asking import Reader, among_numbers
from quotes.store.query.chosen import Chosen
from quotes.store.query.counting import WHAT, counts, totals
from quotes.store.query.summaries import count_people
from quotes.store.records import Cell, Count
from quotes.store.speakers.people import people_of

OTHERS, CROSSED = 10, 20
"""Outlets or speakers that are shown of each, and of all together."""


@dataclass(frozen=True)
class Others:
    """`most`: the outlets or speakers that each has most often; `many`: for those that are among
    them of any, how often each has them."""

    most: list[list[Count]]
    many: dict[str, list[int]]

    def cells(self, names: Sequence[str]) -> list[Cell]:
        """The cells of a table, those with the most in sum first; `names`: of the columns."""
        rows = sorted(self.many.items(), key=lambda row: (-sum(row[1]), row[0]))[:CROSSED]
        return [
            Cell(value=value, other=name, count=count)
            for value, row in rows
            for name, count in zip(names, row, strict=True)
            if count
        ]


def publishers_of(reader: Reader, every: Sequence[Chosen]) -> Others:
    """The outlets of each of several sets of quotes."""
    found = [counts(reader, WHAT["publisher"], chosen) for chosen in every]
    most = [some[:OTHERS] for some in found]
    many = [{one.value: one.count for one in some} for some in found]
    shown = {one.value for some in most for one in some}
    return Others(most, {name: [some.get(name, 0) for some in many] for name in shown})


def speakers_of(reader: Reader, every: Sequence[Chosen]) -> Others:
    """The speakers of each of several sets of quotes."""
    found = [count_people(reader, chosen, OTHERS, days=False) for chosen in every]
    names = {id: one.name for some in found for one in some for id in one.person.ids}
    people = people_of(reader, names.keys())
    ids = [id for person in people for id in person.ids]
    only = [f"{{0}} IN {among_numbers(ids)}"]
    many = [
        {row[0]: row[1] for row in totals(reader, [WHAT["speaker"]], chosen, only=only)}
        for chosen in every
    ]
    return Others(
        [[Count(value=one.name, count=one.many) for one in some] for some in found],
        {
            next(names[id] for id in person.ids if id in names): [
                sum(some.get(id, 0) for id in person.ids) for some in many
            ]
            for person in people
        },
    )


OTHERS_OF = {"speaker": publishers_of, "publisher": speakers_of}
"""By what is compared."""

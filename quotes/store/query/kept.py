"""Kept counts as what a question is asked of: those that have all that is asked for.

Where days are asked for, whole months are read from counts by month, if these have all else; or
what is of other days is taken away from the counts of all days, where that is less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotes.store.db.asking import among_numbers, where
from quotes.store.query.chosen import TALLIED_DAY, Chosen, said_by
from quotes.store.query.tallies import TALLIES, Tally
from quotes.store.schema.values import CHOICES, MONTH


@dataclass(frozen=True)
class Kept:
    """Kept counts: `source` stands behind FROM, `conditions` belong to it.

    Its rows are called `quotes` and have the columns that were wanted, and `many`. Several may have
    the same values, and some of these be taken away, below 0: only their sums say how many quotes
    there are. A sum can be 0.
    """

    source: str
    conditions: Sequence[str]


def kept(chosen: Chosen, columns: Iterable[str]) -> Kept | None:
    """The kept counts of the quotes that are chosen, with these columns; None: none tell."""
    wanted = {*columns}
    if not chosen.others.keys() <= CHOICES.keys():
        return None
    known = wanted | ({"speaker_id"} if chosen.speakers is not None else set())
    known |= {"publisher"} if chosen.publishers is not None else set()
    whole, dated = _with(known), _with(known | {"month", "day"})
    if not chosen.days:
        return Kept(f"{whole.name} AS quotes", _conditions(chosen, whole)) if whole else None
    if dated is None:
        return None
    asked = _Days(chosen)
    monthly = _with(known | {"month"})
    if monthly and "day" not in {*monthly.by, *wanted}:
        parts = [_part(chosen, monthly, wanted, asked.whole_months)]
        parts += [_part(chosen, dated, wanted, some) for some in asked.ends]
    elif whole and not {"month", "day"} & wanted and asked.are_most:
        parts = [_part(chosen, whole, wanted, _ALWAYS)]
        parts += [_part(chosen, dated, wanted, some, sign="-") for some in asked.others]
    else:
        return Kept(f"{dated.name} AS quotes", _conditions(chosen, dated, asked.all))
    return Kept(f"({' UNION ALL '.join(parts)}) AS quotes", [])


class _When(NamedTuple):
    """Conditions on `month` alone, for an index, and all others on the day."""

    months: Sequence[str]
    days: Sequence[str] = ()


_ALWAYS = _When(())


class _Days:
    """The days that are asked for."""

    def __init__(self, chosen: Chosen) -> None:
        self._since, self._until = (
            chosen.values[name] if name in chosen.days else None for name in ("since", "until")
        )
        self._span = chosen.months
        self._within = list(chosen.between(TALLIED_DAY))
        self.all = _When([*chosen.between("quotes.month", f" / {MONTH}")], self._within)

    @property
    def whole_months(self) -> _When:
        """The months between those of the first and the last day."""
        after = [f"quotes.month > {(self._since or 0) // MONTH:d}"]
        before = [] if self._until is None else [f"quotes.month < {self._until // MONTH:d}"]
        return _When([*after, *before])

    @property
    def ends(self) -> list[_When]:
        """The days of these two months."""
        months = {day // MONTH for day in (self._since, self._until) if day is not None}
        return [_When([f"quotes.month = {month:d}"], self._within) for month in sorted(months)]

    @property
    def others(self) -> Iterator[_When]:
        """SQL conditions for the days that are not asked for: quotes without a day, or the days
        before the first one, and the days after the last one."""
        if self._since is None:
            yield _When(["quotes.month = 0"])
        else:
            before = [f"quotes.month <= {self._since // MONTH:d}"]
            yield _When(before, [f"{TALLIED_DAY} < :since"])
        if self._until is not None:
            after = [f"quotes.month >= {self._until // MONTH:d}"]
            yield _When(after, [f"{TALLIED_DAY} > :until"])

    @property
    def are_most(self) -> bool:
        """True where they are more than half of the months of which there are quotes."""
        if self._span is None:
            return False
        first, last = map(_number, self._span)
        since = first if self._since is None else max(first, _number(self._since // MONTH))
        until = last if self._until is None else min(last, _number(self._until // MONTH))
        return 2 * (until - since) > last - first


def _number(month: int) -> int:
    """Months from the year 0 on, of one as it is stored."""
    return month // MONTH * 12 + month % MONTH


def _with(columns: set[str]) -> Tally | None:
    return next((tally for tally in TALLIES if columns <= {*tally.columns}), None)


def _part(chosen: Chosen, tally: Tally, columns: Iterable[str], when: _When, sign: str = "") -> str:
    values = [*(f"quotes.{column} AS {column}" for column in sorted(columns))]
    values.append(f"{sign}quotes.many AS many")
    conditions = where(_conditions(chosen, tally, when))
    return f"SELECT {', '.join(values)} FROM {tally.name} AS quotes {conditions}"


def _conditions(chosen: Chosen, tally: Tally, when: _When = _ALWAYS) -> list[str]:
    """All that is asked for, of one of the tables."""
    who = [] if chosen.speakers is None else [said_by(chosen.speakers)]
    if chosen.publishers is not None:
        who.append(f"quotes.publisher IN {among_numbers(chosen.publishers)}")
    first = _first(chosen, tally, when) or when.months
    return [*first, *who, *when.days, *chosen.others.values()]


def _first(chosen: Chosen, tally: Tally, when: _When) -> list[str]:
    """SQL conditions that name all values of a tally's first column, so that its index finds a
    second column that is asked for; an empty list where the first is asked for, or neither is."""
    first, *others = tally.by
    known = {"speaker_id": chosen.speakers, "publisher": chosen.publishers}
    if known.get(first) is not None or not any(known.get(other) is not None for other in others):
        return []
    every = f"SELECT DISTINCT quotes.{first} FROM tally_{first} AS quotes {where(when.months)}"
    return [f"quotes.{first} IN ({every})"]

"""Counts of who gets quoted, by one thing and perhaps across outlets or time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quotes.store.audit.intervals import Sum
from quotes.store.audit.notes import notes_on
from quotes.store.audit.quoted import Chances, Mask, Quoted
from quotes.store.audit.values import ACROSS, BY, NONE, OVER_TIME, check_by
from quotes.store.db.asking import Reader
from quotes.store.db.columns import Numbers
from quotes.store.db.errors import readable
from quotes.store.query.filters import Filters, check_limit
from quotes.store.records import Audit, AuditCount

ALL = "all"
"""The value of counts of all values together."""


def audit(
    reader: Reader,
    by: str,
    filters: Filters,
    *,
    across: str | None = None,
    limit: int | None = None,
    columns: int | None = None,
) -> Audit:
    """Counts of those who get quoted; see `quotes.store.Store.audit`."""
    check_by(by, across)
    check_limit(limit)
    check_limit(columns)
    quoted = Quoted(reader, filters, {**BY[by].takes, **ACROSS[across].takes})
    with readable():
        return _audit(quoted, by, across, limit, columns)


def _audit(
    quoted: Quoted, by: str, across: str | None, limit: int | None, columns: int | None
) -> Audit:
    values, others = BY[by].of(quoted), ACROSS[across].of(quoted)
    counted = values.numbers != NONE
    sums = _Sums(quoted, counted)
    of_value, of_other = values.numbers[counted], others.numbers[counted]
    (total,) = sums.of(np.zeros_like(of_value), 1)
    rows = sums.of(of_value, len(values.names))
    heads = sums.of(of_other, len(others.names)) if across else []
    shown = _most(rows, values.names)[:limit]
    if across in OVER_TIME:
        beside = _in_time(heads, others.names)[-columns if columns else 0 :]
    else:
        beside = _most(heads, others.names)[:columns]
    cells = sums.of(*_crossed(of_value, of_other, shown, beside))
    return Audit(
        by=by,
        across=across,
        total=total.count(ALL, None, total),
        counts=tuple(rows[one].count(values.names[one], None, total) for one in shown),
        totals=tuple(
            heads[other].count(ALL, others.names[other], heads[other]) for other in beside
        ),
        cells=tuple(
            cell.count(values.names[one], others.names[other], heads[other])
            for cell, (one, other) in zip(cells, _pairs(shown, beside), strict=True)
            if cell.sum.many
        ),
        left_out=int((~counted).sum()),
        rest=total.sum.many - sum(rows[one].sum.many for one in shown),
        notes=notes_on(by),
    )


@dataclass(frozen=True)
class _Group:
    """Some quotes, and how many speakers they have."""

    sum: Sum
    speakers: int

    def count(self, value: str, other: str | None, every: _Group) -> AuditCount:
        """The record of them: their share is that among `every` one."""
        low, high = self.sum.ends
        shares = self.sum.share_of(every.sum)
        share, share_low, share_high = (round(one, 4) for one in shares) if shares else [None] * 3
        return AuditCount(
            value=value,
            other=other,
            quotes=self.sum.many,
            checked=self.sum.checked,
            right=round(self.sum.mean, 1),
            low=low,
            high=high,
            share=share,
            share_low=share_low,
            share_high=share_high,
            speakers=self.speakers,
        )


class _Sums:
    """Sums up the quotes that are counted."""

    def __init__(self, quoted: Quoted, counted: Mask) -> None:
        self._chances = quoted.chances[counted]
        self._checked = quoted.checked[counted]
        self._person = quoted.speakers.person[quoted.column("speaker")][counted]
        self._persons = quoted.speakers.size

    def of(self, groups: Numbers, size: int) -> list[_Group]:
        """The groups with the numbers below `size`; quotes of the number NONE are in none."""
        inside = groups != NONE
        mine, chances = groups[inside], self._chances[inside]

        def summed(weights: Chances | Mask) -> list[float]:
            found: list[float] = np.bincount(mine, weights, minlength=size).tolist()
            return found

        many = np.bincount(mine, minlength=size).tolist()
        checked = summed(self._checked[inside])
        means, variances = summed(chances), summed(chances * (1 - chances))
        people = self._people(mine, self._person[inside], size)
        return [
            _Group(Sum(many[one], int(checked[one]), means[one], variances[one]), people[one])
            for one in range(size)
        ]

    def _people(self, groups: Numbers, person: Numbers, size: int) -> list[int]:
        """How many speakers that are known each group has."""
        known = person > 0
        pairs = np.unique(groups[known] * self._persons + person[known])
        found: list[int] = np.bincount(pairs // self._persons, minlength=size).tolist()
        return found


def _most(groups: Sequence[_Group], names: Sequence[str]) -> list[int]:
    """The numbers of those that there are, the most frequent first, the unknown last."""
    there = [one for one, group in enumerate(groups) if group.sum.many]
    return sorted(there, key=lambda one: (one == 0, -groups[one].sum.many, names[one]))


def _in_time(groups: Sequence[_Group], names: Sequence[str]) -> list[int]:
    """Those that there are in the order of their names, the unknown last."""
    there = [one for one, group in enumerate(groups) if group.sum.many]
    return sorted(there, key=lambda one: (one == 0, names[one]))


def _pairs(shown: Sequence[int], beside: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in shown for other in beside)


def _crossed(
    values: Numbers, others: Numbers, shown: Sequence[int], beside: Sequence[int]
) -> tuple[Numbers, int]:
    """The number of each quote's pair in the order of `_pairs`, NONE for what is not shown."""
    rows, columns = _places(values, shown), _places(others, beside)
    pairs = np.where((rows < 0) | (columns < 0), NONE, rows * len(beside) + columns)
    return pairs, len(shown) * len(beside)


def _places(numbers: Numbers, shown: Sequence[int]) -> Numbers:
    """The place of each number among those shown, NONE for all others."""
    places = np.full(max([*shown, int(numbers.max(initial=0))]) + 1, NONE, dtype=np.int64)
    places[list(shown)] = np.arange(len(shown))
    return places[numbers]

"""Figures put into the places of a table."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.store import AuditCount, Cell, Comparison, Count


def by_pair(cells: Iterable[Cell | AuditCount]) -> dict[tuple[str, str | None], Cell | AuditCount]:
    """The cells by their value and their other."""
    return {(cell.value, cell.other): cell for cell in cells}


def counts_of(counts: Iterable[Count]) -> dict[str, int]:
    """How many there are of each value."""
    return {one.value: one.count for one in counts}


def months_of(found: Comparison) -> dict[str, list[int]]:
    """For each month of which there is something, in their order, how much each of those has that
    are compared."""
    each = [counts_of(one.months) for one in found.of]
    return {month: [one.get(month, 0) for one in each] for month in sorted(set().union(*each))}

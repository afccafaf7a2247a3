"""Records of audits: counts of those who get quoted."""

from __future__ import annotations

from quotes.records import Record


class AuditCount(Record):
    """How many quotes have a value, such as the gender "female", and how sure that is.

    `other`: counted are only those of this outlet or month; None: all. `quotes` were found, of
    which people have `checked` so many; of all, `right` is how many their confidences let one
    expect to be, with the 95 % interval from `low` to `high` (see
    `quotes.store.audit.intervals`). `share`: of the right ones of all values, or of all of this
    outlet or month, 0 to 1, with its interval; None where there is none. `speakers`: how many
    persons or bodies that are, as far as they are known.
    """

    value: str
    other: str | None = None
    quotes: int
    checked: int
    right: float
    low: int
    high: int
    share: float | None
    share_low: float | None
    share_high: float | None
    speakers: int


class Audit(Record):
    """Counts of those who get quoted, by one thing, perhaps across outlets or months.

    `total`: all quotes that are counted. `counts`: one for each value, the most frequent first and
    "unknown" last. `cells`: where it was asked for, one for each value and outlet or month, and
    `totals` one for each outlet or month, in their order: months in that of time, outlets the most
    frequent first, "unknown" last. `left_out`: quotes that were asked for and have no such value at
    all, as a body has no gender. `rest`: quotes of values beyond the limit. `notes`: one sentence
    each on how it was counted, and on what cannot be known.
    """

    by: str
    across: str | None
    total: AuditCount
    counts: tuple[AuditCount, ...]
    totals: tuple[AuditCount, ...] = ()
    cells: tuple[AuditCount, ...] = ()
    left_out: int = 0
    rest: int = 0
    notes: tuple[str, ...] = ()

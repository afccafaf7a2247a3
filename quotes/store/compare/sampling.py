"""Some of the quotes, evenly spread over all that were stored: enough to count words by."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.store.db.asking import Reader, Row, ask, ask_each, where
from quotes.store.query.chosen import Chosen
from quotes.store.query.many import count_chosen

BLOCK = 10
"""Quotes of everybody that are read together, as they lie beside each other."""

_LOT = "CAST(quotes.key AS BIGINT) * 7919 % 104729"
"""A key, mixed by two primes: where two take turns to speak, each second key is one's."""


@dataclass(frozen=True)
class Sample:
    """Rows of some quotes, and how many there are of which these are."""

    rows: list[Row]
    of: int


def sample(reader: Reader, chosen: Chosen, columns: str, most: int) -> Sample:
    """Columns of at most so many of the quotes that are chosen, taken by their keys as if by lot,
    and the same ones each time."""
    every = count_chosen(reader, chosen)
    step = -(-every // most) or 1
    spread = [f"{_LOT} % {step:d} = 0"] if step > 1 else []
    asked = f"SELECT {columns} FROM quotes {where([*chosen.conditions, *spread])} LIMIT {most:d}"
    return Sample(ask(reader, asked, chosen.values), every)


def sample_of_all(reader: Reader, chosen: Chosen, columns: str, most: int) -> list[Row]:
    """Columns of some quotes that are chosen, out of at most so many of all, in blocks of BLOCK."""
    (last,) = ask_each(reader, "SELECT coalesce(max(quotes.key), 0) FROM quotes")
    step = max(BLOCK, -(-last * BLOCK // most))
    starts = ", ".join(f"({start:d})" for start in range(1, last + 1, step)) or "(0)"
    beside = f"quotes.key >= blocks.column1 AND quotes.key < blocks.column1 + {BLOCK:d}"
    source = f"(VALUES {starts}) AS blocks JOIN quotes ON {beside}"
    return ask(reader, f"SELECT {columns} FROM {source} {where(chosen.conditions)}", chosen.values)

"""Whole columns of numbers, read at once: what is summed up over a million quotes.

Row by row, or grouped in the database, a million take seconds; joined to one text by the database
and read by numpy, some tenths of that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quotes.store.db.asking import Reader, ask

Numbers = NDArray[np.int64]

_JOINED = {"sqlite": "group_concat({})", "postgresql": "string_agg(({})::text, ',')"}


def read_columns(
    reader: Reader, columns: Mapping[str, str], source: str, values: Mapping[str, Any]
) -> dict[str, Numbers]:
    """For each name the whole numbers that its SQL gives, row by row of `source`, in one order for
    all.

    columns     SQL of a whole number that is never NULL, by the name that it gets
    source      what stands behind FROM, with the conditions
    values      of the names in it
    """
    joined = _JOINED[reader.dialect]
    asked = ", ".join(f"{joined.format(column)} AS {name}" for name, column in columns.items())
    (row,) = ask(reader, f"SELECT {asked} FROM {source}", values)
    return {name: _numbers(row[place]) for place, name in enumerate(columns)}


def _numbers(joined: str | None) -> Numbers:
    """Of no row there is nothing."""
    return np.fromstring(joined or "", dtype=np.int64, sep=",")

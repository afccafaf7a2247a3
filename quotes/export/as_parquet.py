"""Parquet, always with the same schema, whatever the quotes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from quotes.export.flat import COLUMNS, flat_row
from quotes.records import Quote

if TYPE_CHECKING:
    import pyarrow

BATCH = 10_000
"""Quotes in memory at once."""


def schema() -> pyarrow.Schema:
    """The columns of `flat_row`; spans are lists of [start, end]."""
    import pyarrow as pa

    spans = pa.list_(pa.list_(pa.int64()))
    types = dict.fromkeys(("content", "cue", "source"), spans)
    types |= {"date": pa.date32(), "said_on": pa.date32(), "confidence": pa.float64()}
    return pa.schema([(name, types.get(name, pa.string())) for name in COLUMNS])


def write(quotes: Iterable[Quote], stream: BinaryIO) -> int:
    """Write a Parquet file; return the number of quotes."""
    import pyarrow as pa
    from pyarrow import parquet

    count = 0
    rest = map(flat_row, quotes)
    with parquet.ParquetWriter(stream, schema()) as writer:
        while rows := list(islice(rest, BATCH)):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema()))
            count += len(rows)
    return count

"""Parquet, always with the same schema, whatever the quotes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quotes.export.flat import columns, flat_row
from quotes.export.how import How
from quotes.outputs import begins
from quotes.records import Quote

if TYPE_CHECKING:
    import pyarrow

BATCH = 10_000
"""Quotes in memory at once."""


def schema(model: type[Quote] = Quote) -> pyarrow.Schema:
    """The columns of `flat_row`; spans are lists of [start, end]."""
    import pyarrow as pa

    spans = pa.list_(pa.list_(pa.int64()))
    types = dict.fromkeys(("content", "cue", "source"), spans)
    types |= dict.fromkeys(("date", "said_on", "first_date"), pa.date32())
    types |= {"confidence": pa.float64(), "occurrences": pa.int64()}
    return pa.schema([(name, types.get(name, pa.string())) for name in columns(model)])


def is_ours(path: Path) -> bool:
    """True where a file that is there may be an export to Parquet, by its columns: it is no other
    Parquet file, nor anything else that is not text."""
    import pyarrow as pa
    from pyarrow import parquet

    if not begins(b"PAR1")(path):
        return False
    try:
        return "article_id" in parquet.read_schema(path).names
    except pa.ArrowInvalid:
        return True


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write a Parquet file; return the number of quotes."""
    import pyarrow as pa
    from pyarrow import parquet

    count = 0
    rest = (flat_row(quote, how.model) for quote in quotes)
    names = schema(how.model)
    with parquet.ParquetWriter(stream, names) as writer:
        while rows := list(islice(rest, BATCH)):
            writer.write_table(pa.Table.from_pylist(rows, schema=names))
            count += len(rows)
    return count

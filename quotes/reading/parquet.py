"""Parquet files, some rows at a time: they may claim far more than they hold.

A text that stands there once may be the value of any number of rows, so texts are kept apart from
the rows until a row is given.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from quotes.errors import InputError
from quotes.reading.footer import chunks
from quotes.reading.sources import FREE, RATIO, Source, gist

ROWS = 20
"""Rows that are held at a time."""

_LIMIT = 400_000_000
"""Bytes of a file that has to be held as a whole; one on disk is read in pieces."""

_PIECE = 1 << 20
_DEEPEST = 30
"""Lists and objects within each other; a table of articles has two or three."""

_COLUMNS = 5000
"""Of one table; libraries take a while for each."""

_ROWS = 100_000
"""A file with more rows than that has at least a byte for each."""

_TEXTS = ("NONE", "STRING", "JSON", "ENUM")
"""Kinds of what Parquet calls an array of bytes."""


def parquet_rows(source: Source) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows with their numbers, from 1. Raises InputError for a damaged file, and, before any
    row is given, for one whose rows hold far more than its bytes can."""
    import pyarrow as pa

    number = 0
    try:
        given = not source.gzipped and source.handle.seekable()
        whole = source.handle if given else pa.BufferReader(source.whole(_LIMIT))
        size = whole.seek(0, io.SEEK_END) or whole.tell()
        most, grown = max(FREE, RATIO * size), 0
        table = _opened(whole, size)
        for batch in table.iter_batches(batch_size=ROWS):
            grown += sum(map(_unpacked, batch.columns))
            _refuse(grown, most)
        for batch in table.iter_batches(batch_size=ROWS):
            for row in range(batch.num_rows):
                number += 1
                yield number, batch.slice(row, 1).to_pylist()[0]
    except InputError:
        raise
    except Exception as error:  # pyarrow's own, and Python's for days and zones that it lacks
        raise InputError(
            f"a Parquet file damaged after row {number} ({gist(error)}); write it again"
        ) from error


def _opened(whole: Any, size: int) -> Any:
    """The file, of which nothing but its description is read; refused where that says too much."""
    import pyarrow.parquet as pq

    about, most = pq.read_metadata(whole), max(FREE, RATIO * size)
    if about.num_columns > _COLUMNS:
        raise InputError(f"a Parquet file of more than {_COLUMNS:,} columns; leave some out")
    _refuse(about.num_rows, max(_ROWS, size))
    columns = [about.schema.column(number) for number in range(about.num_columns)]
    levels = (column.max_repetition_level + column.max_definition_level for column in columns)
    if any(level > 2 * _DEEPEST for level in levels):
        raise InputError(f"a Parquet file nested more than {_DEEPEST} deep; write it flat")
    for group in chunks(whole):
        _refuse(sum(max(0, chunk.bytes) for chunk in group), most)
        _refuse(sum(max(0, chunk.values) for chunk in group), most)
    texts = [
        column.path
        for column in columns
        if column.physical_type == "BYTE_ARRAY" and column.logical_type.type in _TEXTS
    ]
    return pq.ParquetFile(
        whole, metadata=about, read_dictionary=texts, pre_buffer=False, buffer_size=_PIECE
    )


def _unpacked(values: Any) -> int:
    """About how many bytes these values have when each stands by itself."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = values.type
    if pa.types.is_dictionary(kind):
        counts = values.indices.value_counts()
        lengths = pc.binary_length(values.dictionary.take(counts.field(0)))
        return pc.sum(pc.multiply(pc.cast(lengths, pa.int64()), counts.field(1))).as_py() or 0
    if pa.types.is_struct(kind) or pa.types.is_list(kind) or pa.types.is_large_list(kind):
        parts = values.flatten()
        return sum(map(_unpacked, parts if isinstance(parts, list) else [parts]))
    if pa.types.is_map(kind):
        return _unpacked(values.keys) + _unpacked(values.items)
    return int(values.nbytes)


def _refuse(grown: int, most: int) -> None:
    if grown > most:
        raise InputError(
            f"a Parquet file that grows more than {RATIO} times; write its texts one by one"
        )

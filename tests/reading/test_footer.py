"""The columns of a Parquet file by its footer: as pyarrow reads it, and of damaged files too."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.reading import Failure, read_paths
from quotes.reading.footer import chunks

from .samples import samples

TABLE = pa.table(
    {
        "text": ["It rains."] * 500,
        "tags": [["a", "b"], []] * 250,
        "by": [{"name": "Ann", "age": 5}] * 500,
        "day": [None] * 500,
    }
)


def written(**options: object) -> io.BytesIO:
    sink = io.BytesIO()
    pq.write_table(TABLE, sink, **options)
    return sink


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"row_group_size": 7},
        {"compression": "none", "use_dictionary": False},
        {"version": "1.0"},
    ],
)
def test_as_pyarrow_reads_it(options: dict[str, object]) -> None:
    file = written(**options)
    about = pq.read_metadata(file)
    wanted = [
        [(c.num_values, c.total_uncompressed_size) for c in map(group.column, range(5))]
        for group in map(about.row_group, range(about.num_row_groups))
    ]
    assert [[tuple(chunk) for chunk in group] for group in chunks(file)] == wanted


@pytest.mark.parametrize(
    "data", [b"", b"PAR1", b"\0" * 40, b"\xff" * 40, b"\x1c" * 40 + b"\x20\0\0\0PAR1"]
)
def test_no_description(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"description|number"):
        chunks(io.BytesIO(data))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(flips=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 7)), min_size=1, max_size=3))
def test_a_description_that_contradicts_itself_ends_nothing(
    tmp_path_factory: pytest.TempPathFactory, flips: list[tuple[int, int]]
) -> None:
    data = bytearray(samples()["a.parquet"])
    length = int.from_bytes(data[-8:-4], "little")
    for place, bit in flips:
        data[len(data) - 8 - 1 - place % length] ^= 1 << bit
    path = tmp_path_factory.mktemp("damaged") / "a.parquet"
    path.write_bytes(data)
    assert all(isinstance(one, Failure) or one.text.strip() for one in read_paths([path]))

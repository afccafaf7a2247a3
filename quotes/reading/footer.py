"""The numbers in the description of a Parquet file that say how much its columns hold.

pyarrow gives them too, but ends the whole process where a damaged file contradicts itself in what
it says of a column (26.0: the constructor of ColumnChunkMetaData throws, and nothing catches it).
The description is a struct of Thrift's compact protocol (parquet.thrift and
thrift-compact-protocol.md, Apache Parquet and Thrift).
"""

from __future__ import annotations

from typing import Any, NamedTuple

END = 8  # bytes: the length of the description, and "PAR1"
DEEPEST = 16
ROW_GROUPS, COLUMNS, ABOUT, VALUES, BYTES = 4, 1, 3, 5, 6
"""Numbers of fields: of the file, of a group of rows, of a column of it, of what describes that."""


class Chunk(NamedTuple):
    """How many values one column has in one group of rows, and their bytes, unpacked."""

    values: int
    bytes: int


def chunks(handle: Any) -> list[list[Chunk]]:
    """Of each group of rows its columns. `handle`: a Parquet file, open and seekable; its place
    changes. Raises ValueError where the description is damaged."""
    end = handle.seek(0, 2) or handle.tell()
    handle.seek(max(0, end - END))
    length = int.from_bytes(handle.read(4), "little")
    if not 0 < length <= end - END:
        raise ValueError("a description of no possible length")
    handle.seek(end - END - length)
    groups = _Reader(bytes(handle.read(length))).struct().get(ROW_GROUPS, [])
    return [[_chunk(column) for column in group.get(COLUMNS, [])] for group in groups]


def _chunk(column: dict[int, Any]) -> Chunk:
    about = column.get(ABOUT, {})
    return Chunk(about.get(VALUES, 0), about.get(BYTES, 0))


class _Reader:
    """Reads values one after the other; raises ValueError where they end too early."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0

    def struct(self, depth: int = 0) -> dict[int, Any]:
        """The fields of a struct by their numbers."""
        if depth > DEEPEST:
            raise ValueError("a description nested too deep")
        fields, number = {}, 0
        while kind := (head := self._byte()) & 15:
            number = number + (head >> 4) if head >> 4 else self._signed()
            fields[number] = kind == 1 if kind < 3 else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:
        if kind in (1, 2, 3):
            return self._byte()
        if kind in (4, 5, 6):
            return self._signed()
        if kind in (7, 8):
            return self._bytes(8 if kind == 7 else self._number())
        if kind in (9, 10):
            head = self._byte()
            size = head >> 4 if head >> 4 < 15 else self._number()
            return [self._value(head & 15, depth + 1) for _ in range(self._possible(size))]
        if kind == 12:
            return self.struct(depth + 1)
        raise ValueError(f"a description with a value of kind {kind}")

    def _byte(self) -> int:
        return self._bytes(1)[0]

    def _bytes(self, size: int) -> bytes:
        start = self.place
        self.place += self._possible(size)
        return self.data[start : self.place]

    def _possible(self, size: int) -> int:
        """Each value has a byte at least."""
        if size > len(self.data) - self.place:
            raise ValueError("a description that ends too early")
        return size

    def _number(self) -> int:
        number = shift = 0
        while (byte := self._byte()) & 128:
            number |= (byte & 127) << shift
            shift += 7
            if shift > 63:
                raise ValueError("a number too large")
        return number | byte << shift

    def _signed(self) -> int:
        number = self._number()
        return (number >> 1) ^ -(number & 1)

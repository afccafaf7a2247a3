"""JSON lines: the canonical form of a Quote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from quotes.export.how import How
from quotes.records import Quote


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write one quote a line in UTF-8, with all its own fields; return the number of quotes."""
    count = 0
    for quote in quotes:
        stream.write(quote.model_dump_json().encode() + b"\n")
        count += 1
    return count

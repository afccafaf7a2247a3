"""JSON lines: the canonical form of a Quote.

After all quotes come, from a database in which somebody has checked some, lines of another kind:
{"verdict": …}, a `quotes.verdicts.records.Verdict` each. They let another database know what was
said of the quotes, what a model had found in their place, and what was dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from quotes.export.how import How
from quotes.outputs import begins
from quotes.records import Quote

is_ours = begins(rb'\{[^\n]*"article_id"')
"""True for a file that is there and may be an earlier export."""


def write(quotes: Iterable[Quote], stream: BinaryIO, how: How) -> int:
    """Write one quote a line in UTF-8, with all its own fields; return the number of quotes."""
    count, checked = 0, set[str]()
    for quote in quotes:
        stream.write(quote.model_dump_json().encode() + b"\n")
        count += 1
        if quote.checked_by:
            checked.add(quote.id)
    for verdict in how.verdicts(checked) if how.verdicts else ():
        stream.write(f'{{"verdict":{verdict.model_dump_json()}}}\n'.encode())
    return count

"""Quotes as a pandas frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.export.flat import columns, flat_row
from quotes.records import Quote

if TYPE_CHECKING:
    import pandas

DATES = ("date", "said_on", "first_date")


def to_frame(quotes: Iterable[Quote]) -> pandas.DataFrame:
    """One row a quote; columns as in `flat_row`, those of sayings where the first is a Saying.

    `date` and `said_on` are datetime64[s]; content, cue and source hold tuples of (start, end),
    code points into the article's text; what is not known is None, NaN or NaT.
    """
    import pandas

    found = list(quotes)
    model = type(found[0]) if found else Quote
    rows = [flat_row(quote, model) for quote in found]
    frame = pandas.DataFrame(rows, columns=list(columns(model)))
    frame["confidence"] = frame["confidence"].astype("float64")
    for name in frame.columns.intersection(list(DATES)):
        frame[name] = frame[name].astype("datetime64[s]")
    return frame

"""Quotes as a pandas frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.export.flat import COLUMNS, flat_row
from quotes.records import Quote

if TYPE_CHECKING:
    import pandas

DATES = ("date", "said_on")


def to_frame(quotes: Iterable[Quote]) -> pandas.DataFrame:
    """One row a quote; columns as in `flat_row`.

    `date` and `said_on` are datetime64[s]; content, cue and source hold tuples of (start, end),
    code points into the article's text; what is not known is None, NaN or NaT.
    """
    import pandas

    frame = pandas.DataFrame([flat_row(quote) for quote in quotes], columns=list(COLUMNS))
    frame["confidence"] = frame["confidence"].astype("float64")
    for name in DATES:
        frame[name] = frame[name].astype("datetime64[s]")
    return frame

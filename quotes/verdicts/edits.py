"""The fields of a quote that may be said to be otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypedDict

from quotes.records import Act, Factuality, Kind, Offsets


class Edits(TypedDict, total=False):
    """Fields of a quote as keywords; see `quotes.store.Store.fix`."""

    speaker: str
    role: str
    affiliation: str
    via: str
    said_on: dt.date | None
    kind: Kind
    act: Act
    factuality: Factuality
    text: str
    content: Sequence[Offsets]

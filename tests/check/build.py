"""Places and quotations to compare."""

from __future__ import annotations

import datetime as dt
from typing import Any

from quotes.check import Checked, Place, Quotation, Source, judge
from quotes.records import Speaker

DAY = dt.date(2021, 3, 1)
MAYOR = Speaker(name="Chloé Dupont")
FARMER = Speaker(name="Bo Kim")


def make_source(text: str, **changes: Any) -> Source:
    """A direct quote of the mayor's."""
    values: dict[str, Any] = {
        "quote_id": "0123456789abcdef",
        "article_id": "a.txt",
        "title": None,
        "kind": "direct",
        "speaker": MAYOR,
        "role": "Mayor",
        "date": DAY,
        "said_on": None,
        "publisher": "The Courier",
        "via": None,
        "url": None,
    }
    names = changes.pop("names", ())
    return Source(Place(text=text, **(values | changes)), names)


def check_one(draft: str, *places: str | Source, **given: Any) -> Checked:
    """The draft's words, which it gives to the mayor, beside these places."""
    values = {"speaker": MAYOR} | given
    quotation = Quotation(text=draft, start=0, end=len(draft), **values)
    sources = [make_source(one) if isinstance(one, str) else one for one in places]
    return judge(quotation, sources)

"""What the store answers besides Articles and Quotes.

Each is imported on first use: to make a record takes as long as to look one up.
"""

from typing import TYPE_CHECKING

from quotes.lazily import lazily

if TYPE_CHECKING:
    from quotes.store.records.doings import Change, EditedRow, Fix, Loaded, Merge, Removal
    from quotes.store.records.evidence import Evidence
    from quotes.store.records.found import Doubt, Hit
    from quotes.store.records.pages import Occurrence, SayingPage, SpeakerPage
    from quotes.store.records.summaries import (
        ArticleSummary,
        Beside,
        Cell,
        Choice,
        Count,
        Facet,
        Facets,
        LeftOut,
        SpeakerSummary,
    )

__all__ = [
    "ArticleSummary",
    "Beside",
    "Cell",
    "Change",
    "Choice",
    "Count",
    "Doubt",
    "EditedRow",
    "Evidence",
    "Facet",
    "Facets",
    "Fix",
    "Hit",
    "LeftOut",
    "Loaded",
    "Merge",
    "Occurrence",
    "Removal",
    "SayingPage",
    "SpeakerPage",
    "SpeakerSummary",
]

_HOMES = {
    "ArticleSummary": "quotes.store.records.summaries",
    "Beside": "quotes.store.records.summaries",
    "Cell": "quotes.store.records.summaries",
    "Change": "quotes.store.records.doings",
    "Choice": "quotes.store.records.summaries",
    "Count": "quotes.store.records.summaries",
    "Doubt": "quotes.store.records.found",
    "EditedRow": "quotes.store.records.doings",
    "Evidence": "quotes.store.records.evidence",
    "Facet": "quotes.store.records.summaries",
    "Facets": "quotes.store.records.summaries",
    "Fix": "quotes.store.records.doings",
    "Hit": "quotes.store.records.found",
    "LeftOut": "quotes.store.records.summaries",
    "Loaded": "quotes.store.records.doings",
    "Merge": "quotes.store.records.doings",
    "Occurrence": "quotes.store.records.pages",
    "Removal": "quotes.store.records.doings",
    "SayingPage": "quotes.store.records.pages",
    "SpeakerPage": "quotes.store.records.pages",
    "SpeakerSummary": "quotes.store.records.summaries",
}

if not TYPE_CHECKING:  # who checks types is to see what is not there
    __getattr__, __dir__ = lazily(globals(), _HOMES)

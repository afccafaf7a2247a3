"""Records that the store answers with, besides Articles and Quotes.

Each is imported on first use: to make a record takes as long as to look one up.
"""

from typing import TYPE_CHECKING

from quotes.lazily import lazily

if TYPE_CHECKING:
    from quotes.store.records.audits import Audit, AuditCount
    from quotes.store.records.comparisons import (
        Companion,
        Company,
        Compared,
        Comparison,
        Distinctive,
        Named,
        Vocabulary,
    )
    from quotes.store.records.doings import Change, EditedRow, Fix, Loaded, Merge, Removal
    from quotes.store.records.evidence import Evidence
    from quotes.store.records.found import Doubt, Hit
    from quotes.store.records.pages import (
        ArticlePage,
        Held,
        Occurrence,
        SayingPage,
        Segment,
        Share,
        SpeakerPage,
        Wording,
    )
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
    "ArticlePage",
    "ArticleSummary",
    "Audit",
    "AuditCount",
    "Beside",
    "Cell",
    "Change",
    "Choice",
    "Companion",
    "Company",
    "Compared",
    "Comparison",
    "Count",
    "Distinctive",
    "Doubt",
    "EditedRow",
    "Evidence",
    "Facet",
    "Facets",
    "Fix",
    "Held",
    "Hit",
    "LeftOut",
    "Loaded",
    "Merge",
    "Named",
    "Occurrence",
    "Removal",
    "SayingPage",
    "Segment",
    "Share",
    "SpeakerPage",
    "SpeakerSummary",
    "Vocabulary",
    "Wording",
]

_HOMES = {
    "ArticlePage": "quotes.store.records.pages",
    "ArticleSummary": "quotes.store.records.summaries",
    "Audit": "quotes.store.records.audits",
    "AuditCount": "quotes.store.records.audits",
    "Beside": "quotes.store.records.summaries",
    "Cell": "quotes.store.records.summaries",
    "Change": "quotes.store.records.doings",
    "Choice": "quotes.store.records.summaries",
    "Companion": "quotes.store.records.comparisons",
    "Company": "quotes.store.records.comparisons",
    "Compared": "quotes.store.records.comparisons",
    "Comparison": "quotes.store.records.comparisons",
    "Count": "quotes.store.records.summaries",
    "Distinctive": "quotes.store.records.comparisons",
    "Doubt": "quotes.store.records.found",
    "EditedRow": "quotes.store.records.doings",
    "Evidence": "quotes.store.records.evidence",
    "Facet": "quotes.store.records.summaries",
    "Facets": "quotes.store.records.summaries",
    "Fix": "quotes.store.records.doings",
    "Held": "quotes.store.records.pages",
    "Hit": "quotes.store.records.found",
    "LeftOut": "quotes.store.records.summaries",
    "Loaded": "quotes.store.records.doings",
    "Merge": "quotes.store.records.doings",
    "Named": "quotes.store.records.comparisons",
    "Occurrence": "quotes.store.records.pages",
    "Removal": "quotes.store.records.doings",
    "SayingPage": "quotes.store.records.pages",
    "Segment": "quotes.store.records.pages",
    "Share": "quotes.store.records.pages",
    "SpeakerPage": "quotes.store.records.pages",
    "SpeakerSummary": "quotes.store.records.summaries",
    "Vocabulary": "quotes.store.records.comparisons",
    "Wording": "quotes.store.records.pages",
}

if not TYPE_CHECKING:  # who checks types is to see what is not there
    __getattr__, __dir__ = lazily(globals(), _HOMES)

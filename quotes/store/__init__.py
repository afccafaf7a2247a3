"""Where articles and quotes are kept and looked up.

The records are imported on first use, so that looking up starts at once.
"""

from typing import TYPE_CHECKING

from quotes.lazily import lazily

if TYPE_CHECKING:
    from quotes.store.records import (
        ArticlePage,
        ArticleSummary,
        Audit,
        AuditCount,
        Cell,
        Change,
        Choice,
        Companion,
        Company,
        Compared,
        Comparison,
        Count,
        Distinctive,
        Doubt,
        Evidence,
        Facet,
        Facets,
        Fix,
        Held,
        Hit,
        LeftOut,
        Merge,
        Occurrence,
        SayingPage,
        Segment,
        Share,
        SpeakerPage,
        SpeakerSummary,
        Vocabulary,
        Wording,
    )
    from quotes.store.store import Store

__all__ = [
    "ArticlePage",
    "ArticleSummary",
    "Audit",
    "AuditCount",
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
    "Evidence",
    "Facet",
    "Facets",
    "Fix",
    "Held",
    "Hit",
    "LeftOut",
    "Merge",
    "Occurrence",
    "SayingPage",
    "Segment",
    "Share",
    "SpeakerPage",
    "SpeakerSummary",
    "Store",
    "Vocabulary",
    "Wording",
]

_HOMES = {
    "ArticlePage": "quotes.store.records",
    "ArticleSummary": "quotes.store.records",
    "Audit": "quotes.store.records",
    "AuditCount": "quotes.store.records",
    "Cell": "quotes.store.records",
    "Change": "quotes.store.records",
    "Choice": "quotes.store.records",
    "Companion": "quotes.store.records",
    "Company": "quotes.store.records",
    "Compared": "quotes.store.records",
    "Comparison": "quotes.store.records",
    "Count": "quotes.store.records",
    "Distinctive": "quotes.store.records",
    "Doubt": "quotes.store.records",
    "Evidence": "quotes.store.records",
    "Facet": "quotes.store.records",
    "Facets": "quotes.store.records",
    "Fix": "quotes.store.records",
    "Held": "quotes.store.records",
    "Hit": "quotes.store.records",
    "LeftOut": "quotes.store.records",
    "Merge": "quotes.store.records",
    "Occurrence": "quotes.store.records",
    "SayingPage": "quotes.store.records",
    "Segment": "quotes.store.records",
    "Share": "quotes.store.records",
    "SpeakerPage": "quotes.store.records",
    "SpeakerSummary": "quotes.store.records",
    "Store": "quotes.store.store",
    "Vocabulary": "quotes.store.records",
    "Wording": "quotes.store.records",
}

if not TYPE_CHECKING:  # who checks types is to see what is not there
    __getattr__, __dir__ = lazily(globals(), _HOMES)

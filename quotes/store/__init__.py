"""Where articles and quotes are kept and looked up."""

from quotes.store.records import (
    ArticleSummary,
    Change,
    Count,
    Hit,
    Merge,
    Occurrence,
    SayingPage,
    SpeakerPage,
    SpeakerSummary,
)
from quotes.store.store import Store

__all__ = [
    "ArticleSummary",
    "Change",
    "Count",
    "Hit",
    "Merge",
    "Occurrence",
    "SayingPage",
    "SpeakerPage",
    "SpeakerSummary",
    "Store",
]

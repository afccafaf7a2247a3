"""Where articles and quotes are kept and looked up."""

from quotes.store.records import ArticleSummary, Hit, Merge, SpeakerSummary
from quotes.store.store import Store

__all__ = ["ArticleSummary", "Hit", "Merge", "SpeakerSummary", "Store"]

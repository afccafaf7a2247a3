"""Where articles and quotes are kept and looked up."""

from quotes.store.records import ArticleSummary, Hit, SpeakerSummary
from quotes.store.store import Store

__all__ = ["ArticleSummary", "Hit", "SpeakerSummary", "Store"]

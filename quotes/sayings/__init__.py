"""Whether two quotations are one saying, and two articles one story: pure decisions."""

from quotes.sayings.decide import Decision, Said, days_between, decide
from quotes.sayings.keys import saying_keys
from quotes.sayings.versions import are_versions, version_keys

__all__ = [
    "Decision",
    "Said",
    "are_versions",
    "days_between",
    "decide",
    "saying_keys",
    "version_keys",
]

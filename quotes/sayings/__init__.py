"""Decides of two quotations if they are one saying, and of two articles if they are one story;
reads and writes nothing."""

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

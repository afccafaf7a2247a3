"""What a search finds."""

from __future__ import annotations

from pydantic import SerializeAsAny

from quotes.records import Offsets, Quote, Record


class Hit(Record):
    """A quote (a Saying, where sayings were asked for) that a search found.

    `snippet` is the part of the quote's text around the words found (of the speaker, role or
    title where they are not in the text); `marks` are their (start, end) offsets in it.
    """

    quote: SerializeAsAny[Quote]
    snippet: str
    marks: tuple[Offsets, ...] = ()

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The snippet with every word found set between `before` and `after`."""
        text = self.snippet
        for start, end in reversed(self.marks):
            text = f"{text[:start]}{before}{text[start:end]}{after}{text[end:]}"
        return text


class Doubt(Record):
    """A quote that nobody has checked, and why it should be."""

    quote: Quote
    reasons: tuple[str, ...]

"""Records that searches, and the list of doubts, answer with."""

from __future__ import annotations

from quotes.records import Offsets, Quote, Record, Saying
from quotes.store.search.snippets import Field


class Hit(Record):
    """A quote (a Saying, where sayings were asked for) that a search found.

    `snippet` is the part around the words found; `marks` are their (start, end) offsets in it. `of`
    says whose words they are: "text" is what was said; "speaker", "role" and the article's "title"
    are where the search was to look there, too, and the words are not in the text.
    """

    quote: Saying | Quote
    snippet: str
    marks: tuple[Offsets, ...] = ()
    of: Field = "text"

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

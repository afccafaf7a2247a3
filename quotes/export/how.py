"""How quotes are written, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from quotes.errors import QuotesError, UsageError
from quotes.records import Article, Quote
from quotes.verdicts.records import Verdict


@dataclass(frozen=True)
class How:
    """What a writer may need to know; each takes of it what concerns its format.

    `model`: Quote or Saying, whose fields are the columns. `raw`: cells of a CSV stay as they are,
    also those that a spreadsheet would run as formulas. `article` gives the whole article of an
    id, for the formats that hold texts, too; `verdicts` what people have said of the quotes with
    the given ids, for the format that is to tell another database.
    """

    model: type[Quote] = Quote
    raw: bool = False
    article: Callable[[str], Article] | None = None
    verdicts: Callable[[Collection[str]], Iterable[Verdict]] | None = None

    def articles(self, format: str) -> Callable[[str], Article]:
        """What gives the articles. Raises UsageError, for this format, where nothing does."""
        if self.article is None:
            raise UsageError(
                f"{format} holds the articles' texts, too: export from a database, "
                "or give How(article=…) what finds an article by its id"
            )
        return self.article


PLAIN = How()


def check_fit(quote: Quote, text: str) -> None:
    """Raises QuotesError for a quote without content, and where its offsets leave the text: then
    it was found in another version of the article, and would mark any words."""
    spans = (*quote.content, *quote.cue, *quote.source)
    if not quote.content or any(not 0 <= start < end <= len(text) for start, end in spans):
        raise QuotesError(
            f"quote {quote.id} does not fit the text of article {quote.article_id!r}: "
            "add the article again"
        )

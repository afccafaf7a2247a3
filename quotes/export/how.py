"""How quotes are written, whatever the format."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.errors import QuotesError, UsageError
from quotes.records import Article, Quote

if TYPE_CHECKING:
    from quotes.store.records import Beside
    from quotes.verdicts.records import Verdict


def alone(quotes: Iterable[Quote]) -> Iterator[tuple[Quote, None]]:
    """Quotes of which nothing is known besides."""
    return ((quote, None) for quote in quotes)


@dataclass(frozen=True)
class How:
    """Settings of an export; each writer takes of them what concerns its format.

    `model`: Quote or Saying, whose fields are the columns. Of a table: `raw`: cells of a CSV stay
    as they are, also those that a spreadsheet would run as formulas; `offsets`: there are columns
    for those, too; `beside` gives what a store knows of quotes besides, see `Store.beside`.
    `article` gives the whole article of an id, for the formats that hold texts, too; `verdicts`
    what people have said of the quotes with the given ids, for the format that is to tell another
    database.
    """

    model: type[Quote] = Quote
    raw: bool = False
    offsets: bool = False
    beside: Callable[[Iterable[Quote]], Iterable[tuple[Quote, Beside | None]]] = alone
    article: Callable[[str], Article] | None = None
    verdicts: Callable[[Collection[str]], Iterable[Verdict]] | None = None

    def articles(self, format: str) -> Callable[[str], Article]:
        """The function that gives the articles. Raises UsageError, for this format, without one."""
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

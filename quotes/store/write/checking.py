"""Which quotes a store takes: what would be wrong, or could not be read again, is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotes.errors import UsageError
from quotes.records import Article, Quote, Record
from quotes.store.db.asking import Reader, among, ask, parts_of
from quotes.store.query.rows import FROM_ARTICLE, SPANS
from quotes.store.schema.values import CHOICES, id_of, stored_id

LAST = 2**31 - 1
"""The highest offset: exports and other programs hold offsets in 32 bits."""

_OWNERS = """
SELECT quotes.id AS id, articles.id AS article_id
FROM quotes JOIN articles ON articles.key = quotes.article WHERE quotes.id IN {ids}
"""

_TAKEN = "quote {} of {} has the id of a quote of {}"


def check_quotes(article: Article, found: Sequence[Quote]) -> None:
    """Raise UsageError unless the article and its quotes can be stored together.

    All quotes must be this article's, with its title, date, address and publisher, and their ids
    differ; each is as `fault_of` wants it.
    """
    if fault := words_fault(article):
        raise UsageError(f"article {article.id!a} {fault}")
    for quote in found:
        if quote.article_id != article.id:
            raise UsageError(f"quote {quote.id} is of {quote.article_id}, not of {article.id}")
        if field := other_field(quote, article):
            raise UsageError(f"quote {quote.id} has another {field} than {article.id}")
        if fault := fault_of(quote, article.text):
            raise UsageError(f"quote {quote.id!a} of {article.id} {fault}")
    for quote_id, count in Counter(quote.id for quote in found).items():
        if count > 1:
            raise UsageError(f"{count} quotes of {article.id} share the id {quote_id}")


def check_ids(reader: Reader, work: Sequence[tuple[Article, Sequence[Quote]]]) -> None:
    """Raise UsageError where a quote has the id of another article's, among these or stored."""
    owners: dict[str, str] = {}
    for article, found in work:
        for quote in found:
            if owners.setdefault(quote.id, article.id) != article.id:
                raise UsageError(_TAKEN.format(quote.id, article.id, owners[quote.id]))
    for part in parts_of(sorted(owners)):
        some, values = among("id", [stored_id(id, reader.dialect) for id in part])
        for row in ask(reader, _OWNERS.format(ids=some), values):
            id = id_of(row.id)
            if row.article_id != owners[id]:
                raise UsageError(_TAKEN.format(id, owners[id], row.article_id))


def other_field(quote: Quote, of: Article | Quote) -> str | None:
    """The first of the article's facts in which a quote differs from its article, or from another
    quote of it; None where all are the same."""
    for field in FROM_ARTICLE:
        if getattr(quote, field) != getattr(of, field):
            return field
    return None


def fault_of(quote: Quote, text: str = "") -> str | None:
    """The fault of a quote, in words that follow its name; None for one that can be stored.

    Its content is at least one span; spans are [start, end] with 0 <= start < end <= LAST, in their
    order, none within another, and inside the article's text where that is known (not empty).
    Confidence is from 0 to 1, kind, act and factuality are ones there are, and all words can be
    written as UTF-8.
    """
    facts = vars(quote)
    if not quote.content:
        return "has no content"
    length = len(text) or LAST
    for field in SPANS:
        place = 0
        for start, end in facts[field]:
            if not place <= start < end <= length:
                return f"has a {field} {_spans_fault(start, end, length)}"
            place = end
    if not 0 <= quote.confidence <= 1:  # nor is NaN
        return f"has a confidence of {quote.confidence}: it goes from 0 to 1"
    for field, words in CHOICES.items():
        if facts[field] not in words:
            return f"has a {field} that is none of: {', '.join(words)}"
    return words_fault(quote) or (words_fault(quote.speaker) if quote.speaker else None)


def _spans_fault(start: int, end: int, length: int) -> str:
    if start < 0:
        return "that begins before the text"
    if end > length:
        return f"that ends beyond {'the text' if length < LAST else LAST}"
    if start >= end:
        return "with an empty span"
    return "whose spans overlap or are not in the order of the text"


def words_fault(record: Record) -> str | None:
    """Which of its words cannot be written as UTF-8; None where all can."""
    facts = vars(record)
    # A load asks this of a million quotes, nearly all of whose words are plain.
    if not [v for v in facts.values() if v.__class__ is str and not v.isascii()]:
        return None
    for field, value in facts.items():
        if isinstance(value, str):
            try:
                value.encode()
            except UnicodeEncodeError:
                return f"has a {field} with half a character (a lone surrogate)"
    return None

"""Evidence for a quote: all that is needed to verify it later."""

from __future__ import annotations

import datetime as dt
import hashlib

from quotes.records import Article, Quote, Record, Run, digest_of, join_pieces


class Evidence(Record):
    """A quote, its article as it was read, and what found it there.

    `place`: where the article was read, the whole path of its file, with "#" and its own id or
    address for one of several (a row, a record of a web archive); None where it was read from
    standard input or made by a caller. `digest` is that of `quotes.records.digest_of`, of the text
    and of what is known of the article; `text_sha256` is the SHA-256 of the text in UTF-8, which
    has so many `characters` (code points). `stored`: when it was stored, in UTC, as which `version`
    of the article; `found_by`: what found the quote.
    """

    quote: Quote
    title: str | None
    date: dt.date | None
    byline: str | None
    url: str | None
    publisher: str | None
    found_in: dict[str, str]
    place: str | None
    digest: str
    text_sha256: str
    characters: int
    stored: str
    version: int
    found_by: Run

    def problem(self, article: Article) -> str | None:
        """Why this article is not the one, or has not the quote's words where they should be; None
        where all is as it was. Its text is compared letter by letter, and the quote's words with
        those at its offsets; an article without a text, as an import leaves it, has none."""
        if text_digest(article.text) != self.text_sha256:
            return "the text is another one"
        if digest_of(article) != self.digest:
            return "the text is the same; its title, date, byline, address or publisher differ"
        if join_pieces(article.text, self.quote.content) != self.quote.text:
            return "the words at the quote's offsets are others"
        return None


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()

"""Quotes and articles that are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, Unpack

from quotes.records import Article, Quote
from quotes.store.methods.base import Opened
from quotes.store.query.filters import Asked, Filters
from quotes.store.query.listing import Sort
from quotes.store.query.reading import get_article, get_quote, list_quotes

if TYPE_CHECKING:
    from quotes.check import Checked
    from quotes.store.records import ArticlePage, Beside, Evidence, Hit, SayingPage
    from quotes.store.search import Where
    from quotes.store.search.searching import SearchSort


class LookingUp(Opened):
    """Which quotes there are, one of them whole, and a draft beside them."""

    def quotes(
        self,
        *,
        sort: Sort = "date",
        after: str | None = None,
        limit: int | None = None,
        unique: bool = False,
        **asked: Unpack[Asked],
    ) -> list[Quote]:
        """Quotes, newest first; those of one day in the order in which they were added.

        sort            "date", "oldest" (what has no day last), "confidence" (the surest first) or
                        "speaker" (by name) or "words" (of the text)
        after           an id, or its beginning: those that come after this quote
        unique          one Saying, the longest, for all quotes that say the same

        The others are the fields of `quotes.store.query.filters.Filters`.
        """
        with self._database.asking() as reader:
            found = list_quotes(
                reader, Filters(**asked), sort=sort, after=after, limit=limit, unique=unique
            )
            return list(found)

    def stream(
        self, *, sort: Sort = "date", unique: bool = False, **asked: Unpack[Asked]
    ) -> Iterator[Quote]:
        """The quotes that `quotes` gives one by one, of one state of the database, in constant
        memory."""
        with self._database.asking() as reader:
            yield from list_quotes(reader, Filters(**asked), sort=sort, unique=unique)

    def beside(self, found: Iterable[Quote]) -> Iterator[tuple[Quote, Beside]]:
        """Stored quotes, each with what stands beside it in tables for people."""
        from quotes.store.query.beside import with_beside

        with self._database.asking() as reader:
            yield from with_beside(reader, found)

    def search(
        self,
        words: str,
        *,
        where: Where = "quotes",
        sort: SearchSort = "relevance",
        after: str | None = None,
        limit: int | None = 20,
        unique: bool = False,
        **asked: Unpack[Asked],
    ) -> list[Hit]:
        """Quotes in whose text all the words are, best first.

        `"a phrase"` is found as it stands, `cease*` whatever begins so; AND, OR, NOT and brackets
        do what they say, and a hyphen before a word is NOT. Case and diacritics do not matter,
        and Lukasz finds Łukasz. `where`: "quotes"; "articles": in the headlines of their articles;
        "all": in text, speaker, role and headline together. What words are found in, each Hit says.
        The other arguments are those of `quotes`.
        """
        from quotes.store.search.searching import search_quotes

        with self._database.asking() as reader:
            return search_quotes(
                reader,
                words,
                Filters(**asked),
                where=where,
                sort=sort,
                after=after,
                limit=limit,
                unique=unique,
            )

    def first(
        self,
        phrase: str,
        *,
        by: Literal["publisher", "speaker"] | None = None,
        limit: int | None = None,
        **asked: Unpack[Asked],
    ) -> list[Hit]:
        """The earliest quotes that have a day and these words as they stand, the first first; with
        `by` the earliest of each publisher or speaker that is known. The other arguments are those
        of `quotes`."""
        from quotes.store.query.first import first_quotes

        with self._database.asking() as reader:
            return first_quotes(reader, phrase, Filters(**asked), by=by, limit=limit)

    def get(self, quote_id: str) -> tuple[Quote, Article]:
        """The quote of this id, or of the only id that begins so, and its article."""
        with self._database.asking() as reader:
            return get_quote(reader, quote_id)

    def article(self, article_id: str) -> Article:
        """The article of this id, with its whole text."""
        with self._database.asking() as reader:
            return get_article(reader, article_id)

    def article_page(self, article_id: str) -> ArticlePage:
        """The article of this id with all its quotes, how it was stored, and who speaks in it how
        much."""
        from quotes.store.query.pages import article_page

        with self._database.asking() as reader:
            return article_page(reader, article_id)

    def saying(self, quote_id: str) -> SayingPage:
        """The quote of this id, or of the only id that begins so, and all that say the same."""
        from quotes.store.query.pages import saying_page

        with self._database.asking() as reader:
            return saying_page(reader, quote_id)

    def evidence(self, quote_id: str) -> Evidence:
        """All that is needed to verify a quote later: see `Evidence`."""
        from quotes.store.query.evidence import evidence_of

        with self._database.asking() as reader:
            return evidence_of(reader, quote_id)

    def check(self, draft: str | Article) -> list[Checked]:
        """The quotations of a draft, a text or an Article, each beside the closest stored words.

        What stands in quotation marks of any style, block quotes and turns of a transcript count;
        whom the draft gives them to, the pipeline finds. For each there is a verdict: "verbatim";
        "cut" (see `left_out`); "altered" (see `differences`); "somebody else's"; "another day or
        outlet"; "not found", also where the words stand in an article, but not as a quotation; and
        "too short" for a few words that the same speaker has not said. `ok` is False where
        something speaks against it. All stored quotes are looked at, the texts of articles as far
        as there is room (`unread`).
        """
        from quotes.api import extract
        from quotes.check import quotations_of
        from quotes.store.query.drafts import check_quotations

        found = extract(draft, id="draft")
        article = draft if isinstance(draft, Article) else Article(id="draft", text=draft)
        quotations = quotations_of(article, found)
        with self._database.asking() as reader:
            return list(check_quotations(reader, quotations))

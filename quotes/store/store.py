"""The store: articles and who said what in them, in one SQLite file.

What only writing needs is imported where it is used, so that looking up starts at once.
"""

from __future__ import annotations

import builtins
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from quotes.records import Article, Kind, Quote
from quotes.store.database import Database
from quotes.store.filters import Acts, Factualities, Filters
from quotes.store.finding import Finder
from quotes.store.pages import speaker_page
from quotes.store.reading import (
    get_quote,
    list_articles,
    list_quotes,
    list_speakers,
    saying_page,
)
from quotes.store.records import (
    ArticleSummary,
    Hit,
    Merge,
    SayingPage,
    SpeakerPage,
    SpeakerSummary,
)
from quotes.store.search import search_quotes

if TYPE_CHECKING:
    from quotes.store.writing import Status


class Store:
    """A database of articles and quotes; a context manager.

    With `read_only` nothing is written and a missing file is an error; else it is made. `timeout`:
    seconds to wait for another process that is writing. All methods raise StoreError where the
    database cannot be read or written, UsageError for a question that makes no sense, and
    AmbiguousError for a name that means several speakers.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, timeout: float = 5.0) -> None:
        self.path = Path(path)
        self._database = Database(self.path, read_only=read_only, timeout=timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def status(self, article: Article, *, digest_extra: str = "") -> Status:
        """Whether `add` with the same `digest_extra` would add, do nothing or replace."""
        from quotes.store.writing import status_of

        with self._database.reading() as connection:
            return status_of(connection, article, digest_extra)

    def add(
        self, article: Article, quotes: Sequence[Quote], *, digest_extra: str = ""
    ) -> Literal["added", "unchanged", "replaced"]:
        """Store the article with its quotes in one transaction: all of it or nothing.

        An article whose id, text and metadata are stored already, with the same `digest_extra`
        (such as the version of the model), changes nothing; a changed one replaces its quotes.
        """
        from quotes.store.writing import check_quotes, status_of, write

        check_quotes(article, quotes)
        with self._database.writing() as connection:
            status = status_of(connection, article, digest_extra)
            if status == "unchanged":
                return "unchanged"
            write(connection, article, quotes, digest_extra)
        return "added" if status == "new" else "replaced"

    def list(
        self,
        *,
        speaker: str | None = None,
        role: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        kind: Kind | None = None,
        article: str | None = None,
        office: str | None = None,
        on: dt.date | None = None,
        act: Acts = "speech",
        factuality: Factualities = "factual",
        limit: int | None = None,
        min_confidence: float | None = None,
        unique: bool = False,
    ) -> builtins.list[Quote]:
        """Quotes, newest first, then by article id and place in the text.

        speaker         one speaker: any spelling or part of a name, a registry id, or a type and
                        a name ("person:Ann Roe"); the whole name goes before a part of one
        role            a part of the role that the article gives
        since, until    days, both included: of the article, else the one on which it was said
        article         an article's id
        office          "prime minister of Armenia": its holders, each in their time of office
        on              a day: all quotes of whoever held the office then
        act             "speech", "thought" or "all"
        factuality      "factual" (it was said), "negated", "hypothetical" or "all"
        unique          one Saying, the longest, for all quotes that say the same
        """
        filters = Filters(
            speaker=speaker,
            role=role,
            since=since,
            until=until,
            kind=kind,
            article=article,
            office=office,
            on=on,
            act=act,
            factuality=factuality,
            min_confidence=min_confidence,
        )
        with self._database.reading() as connection:
            return list_quotes(connection, filters, limit, unique=unique)

    def search(
        self,
        words: str,
        *,
        limit: int | None = 20,
        speaker: str | None = None,
        role: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        kind: Kind | None = None,
        article: str | None = None,
        office: str | None = None,
        on: dt.date | None = None,
        act: Acts = "speech",
        factuality: Factualities = "factual",
        min_confidence: float | None = None,
        unique: bool = False,
    ) -> builtins.list[Hit]:
        """Quotes with all the words in text, speaker, role and title together, best first.

        `"a phrase"` is found as it stands, `cease*` whatever begins so; case and diacritics do
        not matter. The other arguments are those of `list`.
        """
        filters = Filters(
            speaker=speaker,
            role=role,
            since=since,
            until=until,
            kind=kind,
            article=article,
            office=office,
            on=on,
            act=act,
            factuality=factuality,
            min_confidence=min_confidence,
        )
        with self._database.reading() as connection:
            return search_quotes(connection, words, filters, limit, unique=unique)

    def get(self, quote_id: str) -> tuple[Quote, Article]:
        """The quote of this id, or of the only id that begins so, and its article."""
        with self._database.reading() as connection:
            return get_quote(connection, quote_id)

    def saying(self, quote_id: str) -> SayingPage:
        """The quote of this id, or of the only id that begins so, and all that say the same."""
        with self._database.reading() as connection:
            return saying_page(connection, quote_id)

    def speakers(
        self, *, act: Acts = "speech", factuality: Factualities = "factual"
    ) -> builtins.list[SpeakerSummary]:
        """Everyone quoted, the most quoted first; one entry for all that are merged."""
        with self._database.reading() as connection:
            return list_speakers(connection, Filters(act=act, factuality=factuality))

    def speaker(
        self, name: str, *, act: Acts = "speech", factuality: Factualities = "factual"
    ) -> SpeakerPage:
        """All that is stored of the one speaker whom a name means: see `list` for names."""
        with self._database.reading() as connection:
            return speaker_page(connection, name, Filters(act=act, factuality=factuality))

    def namesakes(self, name: str) -> builtins.list[str]:
        """What to call the other persons who have all words of the name that finds one of them."""
        with self._database.reading() as connection:
            return Finder(connection).namesakes(name)

    def merges(self, *, suggested: bool = False) -> builtins.list[Merge]:
        """Who is merged with whom and who was split, and why; or what is only suggested."""
        from quotes.store.merges import list_merges, list_suggestions

        with self._database.reading() as connection:
            return list_suggestions(connection) if suggested else list_merges(connection)

    def merge(self, one: str, other: str, *, why: str | None = None) -> Merge:
        """Make two stored speakers one, for all articles, also those to come."""
        from quotes.store.merges import merge_by_hand

        with self._database.writing() as connection:
            return merge_by_hand(connection, one, other, why)

    def split(self, one: str, other: str | None = None) -> builtins.list[Merge]:
        """Take a speaker out of all it is merged with, or out of `other`; never merged again.

        Where a name is given that several merged speakers bear, all of them are taken apart.
        """
        from quotes.store.merges import split_by_hand

        with self._database.writing() as connection:
            return split_by_hand(connection, one, other)

    def articles(self) -> builtins.list[ArticleSummary]:
        """All articles, newest first, with the number of all their quotes and of their versions."""
        with self._database.reading() as connection:
            return list_articles(connection)

"""The store: articles and who said what in them, in one database.

What only some need is imported where it is used, so that looking up starts at once.
"""

from __future__ import annotations

import builtins
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, Unpack

from quotes import __version__
from quotes.records import Article, Quote, Run
from quotes.store.database import open_database
from quotes.store.filters import Acts, Asked, Factualities, Filters
from quotes.store.finding import Finder
from quotes.store.listing import Sort
from quotes.store.reading import count_quotes, get_article, get_quote, list_quotes

if TYPE_CHECKING:
    from quotes.store.caring import Finding, Passing
    from quotes.store.edited import Rows
    from quotes.store.records import (
        ArticleSummary,
        Change,
        Count,
        Doubt,
        EditedRow,
        Fix,
        Hit,
        Loaded,
        Merge,
        Removal,
        SayingPage,
        SpeakerPage,
        SpeakerSummary,
    )
    from quotes.store.search import SearchSort
    from quotes.store.writing import Status
    from quotes.verdicts.agreement import Calibration, Precision
    from quotes.verdicts.edits import Edits
    from quotes.verdicts.records import Verdict

HERE = Run(version=__version__)
"""What found the quotes, where the caller does not say."""


class Store:
    """A database of articles and quotes; a context manager.

    `place`: a file (SQLite), or a URL, "postgresql+psycopg://…". With `read_only` nothing is
    written and a missing file is an error; else it is made. `timeout`: seconds to wait for another
    process that is writing. All methods raise StoreError where the database cannot be read or
    written, UsageError for a question that makes no sense, and AmbiguousError for a name that
    means several speakers.
    """

    def __init__(self, place: str | Path, *, read_only: bool = False, timeout: float = 5.0) -> None:
        self._database = open_database(place, read_only=read_only, timeout=timeout)

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
        """Close the database."""
        self._database.close()

    @property
    def name(self) -> str:
        """What messages call the database: its path, or its URL without the password."""
        return self._database.name

    # What is put in

    def identify(self, article: Article) -> Article:
        """The article under the id that it has in this database, or gets when it is added.

        One that was read from a file (it has a `place`) is a stored one if it has its address, its
        text or its place; where its own id is another article's it gets a new one. One that the
        caller made keeps its id.
        """
        from quotes.store.same_article import identified

        with self._database.asking() as reader:
            return identified(reader, article)

    def statuses(
        self, articles: Collection[Article], *, run: Run | None = HERE
    ) -> dict[str, Status]:
        """For each article's id: "new", "unchanged", "older" (unchanged, but another run found its
        quotes) or "changed" (also what is damaged). Without a run "older" is "unchanged"."""
        from quotes.store.damage import damaged_among
        from quotes.store.writing import statuses_of

        with self._database.reading() as connection:
            found = statuses_of(connection, articles, run)
            there = [id for id, status in found.items() if status != "new"]
            return found | dict.fromkeys(damaged_among(connection, there), "changed")

    def status(self, article: Article, *, run: Run | None = HERE) -> Status:
        """The same of one."""
        return self.statuses([article], run=run)[article.id]

    def add(
        self, article: Article, quotes: Sequence[Quote], *, run: Run = HERE
    ) -> Literal["added", "unchanged", "replaced"]:
        """Store the article with its quotes in one transaction: all of it or nothing.

        `run` says what found the quotes. An article whose id, text and metadata are stored already,
        with quotes of the same run, changes nothing; another one replaces its quotes, and what
        became of them is written down (see `changes`). Which stored one an article is: see
        `identify`; should another process have taken its id, it gets a new one.
        """
        from quotes.store.checking import check_ids, check_quotes
        from quotes.store.damage import damaged_among
        from quotes.store.removal import remove
        from quotes.store.same_article import identified, renamed
        from quotes.store.sayings import left_behind_by
        from quotes.store.settling import settle
        from quotes.store.writing import put, replace, statuses_of

        check_quotes(article, quotes)
        with self._database.writing() as connection:
            known = identified(connection, article)
            if known.id != article.id:
                article, quotes = known, renamed(quotes, known)
            status = statuses_of(connection, [article], run)[article.id]
            is_damaged = status != "new" and damaged_among(connection, [article.id])
            if status == "unchanged" and not is_damaged:
                return "unchanged"
            check_ids(connection, [(article, quotes)])
            if is_damaged:  # what cannot be read is compared with nothing
                remove(connection, article=article.id, before=None)
                settle(connection, put(connection, [(article, quotes)], run))
                return "replaced"
            if status == "new":
                settle(connection, put(connection, [(article, quotes)], run))
                return "added"
            bereft = left_behind_by(connection, article.id)
            settle(connection, [replace(connection, article, quotes, run)], bereft)
            return "replaced"

    def load(
        self,
        work: Iterable[tuple[Article, Sequence[Quote]]],
        *,
        run: Run = HERE,
        verdicts: Sequence[Verdict] = (),
    ) -> Loaded:
        """Store many articles at once in one transaction: all of them or nothing.

        They are written as they come, some thousands of quotes at a time, and none are held; nobody
        else can write meanwhile.
        Articles that are there already stay as they are. Who is one person, what is one saying and
        which articles are one story is left for `settle`. `verdicts` of another database are taken,
        also on articles that are there; of two on the same words the later one holds. Raises
        UsageError for a quote that cannot be stored (see `quotes.store.checking.fault_of`) or whose
        id is another article's already.
        """
        from quotes.store.loading import load

        return load(self._database, work, run, verdicts)

    def waiting(self) -> int:
        """How many articles wait for `settle`."""
        from quotes.store.settling import count_waiting

        with self._database.reading() as connection:
            return count_waiting(connection)

    def settle(self) -> Iterator[int]:
        """Find out what a bulk load put off; yields the number of articles after each step.

        It may be broken off and taken up at any time.
        """
        from quotes.store.settling import settle_some

        while True:
            with self._database.writing() as connection:
                done = settle_some(connection)
            if not done:
                return
            yield done

    def changes(
        self, *, article: str | None = None, limit: int | None = None
    ) -> builtins.list[Change]:
        """What became of quotes whose articles were read anew, the last change first."""
        from quotes.store.changing import list_changes

        with self._database.reading() as connection:
            return list_changes(connection, article, limit)

    def older(self, *, run: Run = HERE) -> Iterator[Article]:
        """The articles whose quotes another run has found, by and by."""
        from quotes.store.writing import older_articles

        last = 0
        while True:
            with self._database.asking() as reader:
                found = older_articles(reader, run, last)
            if not found:
                return
            yield from (article for _, article in found)
            last = found[-1][0]

    def count_older(self, *, run: Run = HERE) -> int:
        """How many articles those are."""
        from quotes.store.writing import count_older

        with self._database.asking() as reader:
            return count_older(reader, run)

    def known_inputs(self) -> dict[str, int]:
        """The number of articles of each file that need not be read again, by its digest."""
        from quotes.store.inputs import known_inputs

        with self._database.reading() as connection:
            return known_inputs(connection)

    def remember_input(self, name: str, digest: str, articles: int) -> None:
        """Note that all articles of a file are stored."""
        from quotes.store.inputs import remember_input

        with self._database.writing() as connection:
            remember_input(connection, name, digest, articles)

    # What is asked

    def list(
        self,
        *,
        sort: Sort = "date",
        after: str | None = None,
        limit: int | None = None,
        unique: bool = False,
        **asked: Unpack[Asked],
    ) -> builtins.list[Quote]:
        """Quotes, newest first; those of one day in the order in which they were added.

        sort            "date", "confidence" (the surest first) or "speaker" (by name)
        after           an id, or its beginning: those that come after this quote
        unique          one Saying, the longest, for all quotes that say the same

        speaker         one speaker: any spelling or part of a name, a registry id, or a type and
                        a name ("person:Ann Roe"); the whole name goes before a part of one
        role            a part of the role that the article gives
        since, until    days, both included: of the article, else the one on which it was said
        kind            "direct", "mixed" or "indirect"
        article         an article's id
        office          "prime minister of Armenia": its holders, each in their time of office
        on              a day: all quotes of whoever held the office then
        act             "speech" (where nothing is said), "thought" or "all"
        factuality      "factual" (it was said; where nothing is said), "negated", "hypothetical"
                        or "all"
        min_confidence  at least as sure as this, 0 to 1
        checked         True: what somebody has said something of (see `fix`); False: the others
        """
        with self._database.asking() as reader:
            found = list_quotes(
                reader, Filters(**asked), sort=sort, after=after, limit=limit, unique=unique
            )
            return builtins.list(found)

    def stream(
        self, *, sort: Sort = "date", unique: bool = False, **asked: Unpack[Asked]
    ) -> Iterator[Quote]:
        """The same as `list` one by one, of one state of the database, in constant memory."""
        with self._database.asking() as reader:
            yield from list_quotes(reader, Filters(**asked), sort=sort, unique=unique)

    def count(
        self, words: str | None = None, *, unique: bool = False, **asked: Unpack[Asked]
    ) -> int:
        """How many quotes `list` gives without a limit; with words, how many they are found in.

        Words that are found in more quotes than a search looks at give that number,
        `quotes.store.index.BEST_OF`.
        """
        with self._database.asking() as reader:
            if words is None:
                return count_quotes(reader, Filters(**asked), unique=unique)
            from quotes.store.search import count_found

            return count_found(reader, words, Filters(**asked), unique=unique)

    def search(
        self,
        words: str,
        *,
        sort: SearchSort = "relevance",
        after: str | None = None,
        limit: int | None = 20,
        unique: bool = False,
        **asked: Unpack[Asked],
    ) -> builtins.list[Hit]:
        """Quotes with all the words in text, speaker, role and title together, best first.

        `"a phrase"` is found as it stands, `cease*` whatever begins so; AND, OR, NOT and brackets
        do what they say, and a hyphen before a word is NOT. Case and diacritics do not matter,
        and Lukasz finds Łukasz. The other arguments are those of `list`.
        """
        from quotes.store.search import search_quotes

        with self._database.asking() as reader:
            return search_quotes(
                reader,
                words,
                Filters(**asked),
                sort=sort,
                after=after,
                limit=limit,
                unique=unique,
            )

    def get(self, quote_id: str) -> tuple[Quote, Article]:
        """The quote of this id, or of the only id that begins so, and its article."""
        with self._database.asking() as reader:
            return get_quote(reader, quote_id)

    def article(self, article_id: str) -> Article:
        """The article of this id, with its whole text."""
        with self._database.asking() as reader:
            return get_article(reader, article_id)

    def saying(self, quote_id: str) -> SayingPage:
        """The quote of this id, or of the only id that begins so, and all that say the same."""
        from quotes.store.pages import saying_page

        with self._database.asking() as reader:
            return saying_page(reader, quote_id)

    def articles(
        self, *, after: str | None = None, limit: int | None = None
    ) -> builtins.list[ArticleSummary]:
        """Articles, newest first, with the number of all their quotes and of their versions.

        `after`: those that come after the article of this id.
        """
        from quotes.store.articles import list_articles

        with self._database.asking() as reader:
            return list_articles(reader, after=after, limit=limit)

    def stats(
        self, by: str, *, limit: int | None = None, **asked: Unpack[Asked]
    ) -> builtins.list[Count]:
        """How many quotes there are by day, month or year, in their order; or by speaker,
        publisher, role, affiliation, office, via, kind, act, factuality, article or checked_by,
        the most frequent first."""
        from quotes.store.counting import statistics

        with self._database.asking() as reader:
            return statistics(reader, by, Filters(**asked), limit)

    # Who it is

    def speakers(
        self, *, act: Acts = "speech", factuality: Factualities = "factual"
    ) -> builtins.list[SpeakerSummary]:
        """Everyone quoted, the most quoted first; one entry for all that are merged."""
        from quotes.store.summaries import list_speakers

        with self._database.asking() as reader:
            return list_speakers(reader, Filters(act=act, factuality=factuality))

    def speaker(
        self, name: str, *, act: Acts = "speech", factuality: Factualities = "factual"
    ) -> SpeakerPage:
        """All that is stored of the one speaker whom a name means: see `list` for names."""
        from quotes.store.pages import speaker_page

        with self._database.asking() as reader:
            return speaker_page(reader, name, Filters(act=act, factuality=factuality))

    def namesakes(self, name: str) -> builtins.list[str]:
        """What to call the other persons who have all words of the name that finds one of them."""
        with self._database.asking() as reader:
            return Finder(reader).namesakes(name)

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

    # What people say of it

    def fix(
        self,
        quote_id: str,
        *,
        drop: bool = False,
        note: str | None = None,
        by: str | None = None,
        **edits: Unpack[Edits],
    ) -> Fix:
        """Say how a quote should be, for good: also when its article is read again or has changed,
        by whatever model. `undo` takes it back.

        quote_id        of the quote, or how it begins; the quote keeps it
        drop            it is no quote at all
        note            why, in one's own words
        by              who says so; else QUOTES_USER, else the system's name of the user

        speaker         a name, of somebody stored, of the registry or new; or a registry's id
        role, affiliation, via     words; "" for none
        kind, act, factuality, said_on     as a Quote has them
        text            the exact words of the article; " … " between two pieces
        content         or their (start, end) offsets in its text

        Raises UsageError for an id that is not stored, for words that stand nowhere in the article
        or in several places, and where nothing would change.
        """
        from quotes.store.judging import fix
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return fix(connection, quote_id, edits, drop=drop, by=who, note=note)

    def confirm(self, quote_id: str, *, note: str | None = None, by: str | None = None) -> Fix:
        """Say that a quote is right as it is; see `fix`."""
        from quotes.store.judging import confirm
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return confirm(connection, quote_id, by=who, note=note)

    def add_missed(
        self,
        article: str,
        *,
        note: str | None = None,
        by: str | None = None,
        **edits: Unpack[Edits],
    ) -> Fix:
        """Add a quote that was not found to the article of this id; see `fix` for the others.

        `text` or `content` must be given. Raises UsageError where the words are a quote already.
        """
        from quotes.store.judging import add_missed
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return add_missed(connection, article, edits, by=who, note=note)

    def undo(self, quote_id: str) -> Fix:
        """Take back what was said of a quote, by its id or by the Fix's, which is returned."""
        from quotes.store.judging import undo

        with self._database.writing() as connection:
            return undo(connection, quote_id)

    def fixes(self, *, article: str | None = None) -> builtins.list[Fix]:
        """All that people have said of quotes, the last first; also what fits no article now."""
        from quotes.store.judging import list_fixes

        with self._database.asking() as reader:
            return list_fixes(reader, article)

    def edited(self, rows: Rows) -> builtins.list[EditedRow]:
        """Compare the rows of an edited export (`quotes.export.edited`) with the stored quotes."""
        from quotes.store.edited import compare

        with self._database.asking() as reader:
            return compare(reader, rows)

    def take(self, rows: Iterable[EditedRow], *, by: str | None = None) -> builtins.list[Fix]:
        """Take what edited rows say, those without a fault: all of it or nothing."""
        from quotes.store.edited import take
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return take(connection, rows, by=who)

    def verdicts(self) -> builtins.list[Verdict]:
        """All verdicts, with what another database needs to know (see `load`)."""
        from quotes.store.verdicts import all_verdicts

        with self._database.asking() as reader:
            return all_verdicts(reader)

    def doubts(self, *, limit: int | None = None, **asked: Unpack[Asked]) -> builtins.list[Doubt]:
        """Quotes that nobody has checked, the most doubtful first: the least sure, those in pieces,
        those of speakers of one article only. The other arguments are those of `list`."""
        from quotes.store.doubts import list_doubts

        with self._database.asking() as reader:
            return list_doubts(reader, Filters(**asked), limit)

    def precisions(self, *, act: Acts = "all") -> builtins.list[Precision]:
        """How often what was found is right, by what people have said of it."""
        from quotes.verdicts.agreement import precisions

        return precisions(one for one in self.verdicts() if act in ("all", one.quote.act))

    def calibrate(self) -> Calibration:
        """Fit the confidences to what people have said; all answers give the fitted ones from then
        on. Raises UsageError, with how many more are needed, where they have said too little."""
        from quotes.store.calibration import calibrate

        with self._database.writing() as connection:
            return calibrate(connection)

    def uncalibrate(self) -> Calibration | None:
        """Take back the last fit; returns the one that holds again, None for none."""
        from quotes.store.calibration import uncalibrate

        with self._database.writing() as connection:
            return uncalibrate(connection)

    # Care

    def find_removal(self, *, article: str | None = None, before: dt.date | None = None) -> Removal:
        """How much `remove` would take out."""
        from quotes.store.removal import find_removal

        with self._database.asking() as reader:
            return find_removal(reader, article=article, before=before)

    def remove(self, *, article: str | None = None, before: dt.date | None = None) -> Removal:
        """Take out an article, or all of days before a day, with their quotes, in one transaction.

        Articles without a date stay where a day is given.
        """
        from quotes.store.removal import remove

        with self._database.writing() as connection:
            return remove(connection, article=article, before=before)

    def backup(self, path: str | Path) -> None:
        """Write a whole copy of the database, as it is at this moment, to a new SQLite file.

        It is written beside and renamed. Others may write meanwhile.
        """
        from quotes.store.caring import backup

        backup(self._database, Path(path))

    @staticmethod
    def restore(backup: str | Path, place: str | Path, *, replace: bool = False) -> Path | None:
        """Put a copy of a SQLite database, and of its own log, in the place of another one.

        The backup must be a whole database of ours; it stays as it is. With `replace` a file that
        is there may be replaced: it is kept beside, and where it is kept is returned. Whatever
        happens, the old one or the new one is there. Raises UsageError for places where there is
        nothing to restore from or to, and StoreError for a backup that is not whole and where
        somebody has the database open.
        """
        from quotes.store.restoring import restore

        return restore(Path(backup), place, replace=replace)

    def examine(self, passing: Passing = iter) -> builtins.list[Finding]:
        """Whether all is well: what was looked at, what was found, and what to do.

        Each damaged article is named. Others may write meanwhile; what only a writer can look at is
        said to be left out where there is another one or the database may not be written. All
        articles go through `passing`, which gives them back and may count them.
        """
        from quotes.store.caring import examine

        return examine(self._database, passing)

    def mend(self) -> None:
        """Make the full-text index anew."""
        from quotes.store.index import index_of

        with self._database.writing() as connection:
            index_of(connection).rebuild(connection)

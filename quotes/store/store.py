"""The store: articles and who said what in them, in one database.

What only some need is imported where it is used, so that looking up starts at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, cast

from quotes import __version__
from quotes.records import Article, Quote, Run
from quotes.store.db.kinds import open_database
from quotes.store.query.filters import Acts, Asked, Factualities, Filters
from quotes.store.query.listing import Sort
from quotes.store.query.reading import count_quotes, get_article, get_quote, list_quotes
from quotes.store.speakers.finding import Finder

if TYPE_CHECKING:
    from quotes.check import Checked
    from quotes.store.care.caring import Finding, Passing
    from quotes.store.records import (
        ArticleSummary,
        Beside,
        Cell,
        Change,
        Count,
        Doubt,
        EditedRow,
        Evidence,
        Facets,
        Fix,
        Hit,
        LeftOut,
        Loaded,
        Merge,
        Removal,
        SayingPage,
        SpeakerPage,
        SpeakerSummary,
    )
    from quotes.store.search import Where
    from quotes.store.search.searching import SearchSort
    from quotes.store.write.edited import Rows
    from quotes.store.write.writing import Status
    from quotes.verdicts.agreement import Calibration, Precision
    from quotes.verdicts.edits import Edits
    from quotes.verdicts.records import Verdict

HERE = Run(version=__version__)
"""What found the quotes, where the caller does not say."""


class _Earlier:
    """Names that methods had before, kept for one version more."""

    def list(self, **asked: Any) -> Sequence[Quote]:
        """`Store.quotes` under its earlier name."""
        found: Sequence[Quote] = cast("Store", self).quotes(**asked)
        return found


class Store(_Earlier):
    """A database of articles and quotes; a context manager.

    `place`: a file (SQLite), or a URL, "postgresql+psycopg://…". With `read_only` nothing is
    written and a missing file is an error; else it is made. `timeout`: seconds to wait for another
    process that is writing. `seconds`: a question may take so long (in PostgreSQL each statement of
    it), then SlowError is raised; None: as long as it takes. All methods raise StoreError where the
    database cannot be read or written, UsageError for a question that makes no sense
    (NotStoredError where it names what is not there), and AmbiguousError for a name that means
    several speakers.
    """

    def __init__(
        self,
        place: str | Path,
        *,
        read_only: bool = False,
        timeout: float = 5.0,
        seconds: float | None = None,
    ) -> None:
        self._database = open_database(place, read_only=read_only, timeout=timeout, seconds=seconds)

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
        from quotes.store.write.same_article import identified

        with self._database.asking() as reader:
            return identified(reader, article)

    def statuses(
        self, articles: Collection[Article], *, run: Run | None = HERE
    ) -> dict[str, Status]:
        """For each article's id: "new", "unchanged", "older" (unchanged, but another run found its
        quotes) or "changed" (also what is damaged). Without a run "older" is "unchanged"."""
        from quotes.store.care.damage import damaged_among
        from quotes.store.write.writing import statuses_of

        with self._database.asking(any_bytes=True) as reader:
            found = statuses_of(reader, articles, run)
            there = [id for id, status in found.items() if status != "new"]
            return found | dict.fromkeys(damaged_among(reader, there), "changed")

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
        from quotes.store.care.damage import damaged_among
        from quotes.store.sayings.sayings import quotes_to_regroup_of
        from quotes.store.sayings.settling import settle
        from quotes.store.write.checking import check_ids, check_quotes
        from quotes.store.write.removal import remove
        from quotes.store.write.same_article import identified, renamed
        from quotes.store.write.writing import put, replace, statuses_of

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
                remove(connection, Filters(article=article.id))
                settle(connection, put(connection, [(article, quotes)], run))
                return "replaced"
            if status == "new":
                settle(connection, put(connection, [(article, quotes)], run))
                return "added"
            regrouped = quotes_to_regroup_of(connection, article.id)
            settle(connection, [replace(connection, article, quotes, run)], regrouped)
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
        UsageError for a quote that cannot be stored (`quotes.store.write.checking.fault_of`) or
        whose id is another article's already.
        """
        from quotes.store.write.loading import load

        return load(self._database, work, run, verdicts)

    def waiting(self) -> int:
        """How many articles wait for `settle`."""
        from quotes.store.sayings.settling import count_waiting

        with self._database.asking() as reader:
            return count_waiting(reader)

    def settle(self) -> Iterator[int]:
        """Find out what a bulk load put off; yields the number of articles after each step.

        It may be broken off and taken up at any time.
        """
        from quotes.store.sayings.settling import settle_some

        while True:
            with self._database.writing() as connection:
                done = settle_some(connection)
            if not done:
                return
            yield done

    def changes(self, *, article: str | None = None, limit: int | None = None) -> list[Change]:
        """What became of quotes whose articles were read anew, the last change first."""
        from quotes.store.write.changing import list_changes

        with self._database.asking() as reader:
            return list_changes(reader, article, limit)

    def older(self, *, run: Run = HERE) -> Iterator[Article]:
        """The articles whose quotes another run has found, by and by."""
        from quotes.store.write.writing import older_articles

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
        from quotes.store.write.writing import count_older

        with self._database.asking() as reader:
            return count_older(reader, run)

    def known_inputs(self) -> dict[str, int]:
        """The number of articles of each file that need not be read again, by its digest."""
        from quotes.store.write.inputs import known_inputs

        with self._database.asking() as reader:
            return known_inputs(reader)

    def remember_input(self, name: str, digest: str, articles: int) -> None:
        """Note that all articles of a file are stored."""
        from quotes.store.write.inputs import remember_input

        with self._database.writing() as connection:
            remember_input(connection, name, digest, articles)

    # What is asked

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

    def count(
        self,
        words: str | None = None,
        *,
        where: Where = "quotes",
        unique: bool = False,
        **asked: Unpack[Asked],
    ) -> int:
        """How many quotes `list` gives without a limit; with words, how many `search` does."""
        with self._database.asking() as reader:
            if words is None:
                return count_quotes(reader, Filters(**asked), unique=unique)
            from quotes.store.search.searching import count_found

            return count_found(reader, words, Filters(**asked), where=where, unique=unique)

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
        from quotes.store.query.pages import saying_page

        with self._database.asking() as reader:
            return saying_page(reader, quote_id)

    def evidence(self, quote_id: str) -> Evidence:
        """All that is needed to verify a quote later: see `Evidence`."""
        from quotes.store.query.evidence import evidence_of

        with self._database.asking() as reader:
            return evidence_of(reader, quote_id)

    def publishers(self, name: str) -> list[str]:
        """The publishers whom a name means: see `Filters`."""
        from quotes.store.query.publishers import find_publishers

        with self._database.asking() as reader:
            return [row.name for row in find_publishers(reader, name)]

    def left_out(
        self,
        words: str | None = None,
        *,
        where: Where = "quotes",
        dated: bool = False,
        quick: bool = False,
        **asked: Unpack[Asked],
    ) -> LeftOut | None:
        """How many more quotes a list would have, or with words a search, of any act, factuality or
        day. `dated`: what has no day is left out, too, where no days are asked for; `quick`: None
        where many quotes would have to be gone through to tell."""
        from quotes.store.query.left_out import costs, left_out

        with self._database.asking() as reader:
            if quick and words is None and costs(reader, Filters(**asked)):
                return None
            return left_out(reader, Filters(**asked), words, where=where, dated=dated)

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
        of `list`."""
        from quotes.store.query.first import first_quotes

        with self._database.asking() as reader:
            return first_quotes(reader, phrase, Filters(**asked), by=by, limit=limit)

    def articles(
        self,
        title: str | None = None,
        *,
        after: str | None = None,
        limit: int | None = None,
        **asked: Unpack[Asked],
    ) -> list[ArticleSummary]:
        """Articles, newest first, with the number of their quotes that are asked for, and of their
        versions.

        `title`: those only in whose titles these words stand, in any case; `after`: those that come
        after the article of this id. The others are those of `list`: by
        publisher, days and id the articles themselves are chosen, by anything else those with such
        a quote.
        """
        from quotes.store.query.articles import list_articles

        with self._database.asking() as reader:
            return list_articles(reader, Filters(**asked), title, after=after, limit=limit)

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

    def stats(self, by: str, *, limit: int | None = None, **asked: Unpack[Asked]) -> list[Count]:
        """How many quotes there are by day, month or year, in their order; or by speaker,
        publisher, role, affiliation, office, via, kind, act, factuality, article or checked_by,
        the most frequent first."""
        from quotes.store.query.counting import statistics

        with self._database.asking() as reader:
            return statistics(reader, by, Filters(**asked), limit)

    def cross(
        self,
        by: str,
        other: str,
        *,
        limit: int | None = None,
        across: int | None = None,
        **asked: Unpack[Asked],
    ) -> list[Cell]:
        """How many quotes there are of each pair of values, of what `stats` counts by, row by row.

        `limit`: so many rows, `across`: so many columns, the most frequent; the last of days,
        months and years.
        """
        from quotes.store.query.crossing import cross

        with self._database.asking() as reader:
            return cross(reader, by, other, Filters(**asked), limit=limit, across=across)

    def facets(
        self,
        words: str | None = None,
        *,
        where: Where = "quotes",
        limit: int = 8,
        **asked: Unpack[Asked],
    ) -> Facets:
        """What a list of quotes, or with words a search, can be narrowed by: the most frequent
        speakers, publishers, months, kinds, acts, factualities, and what is checked, with counts.

        Each takes all that is asked for but its own filter. At most `limit` values of each; see
        `quotes.store.records.Facet` for what is counted where there is very much.
        """
        from quotes.store.query.facets import facets

        with self._database.asking() as reader:
            return facets(reader, Filters(**asked), words, where=where, limit=limit)

    # Who it is

    def meant(self, name: str) -> list[str]:
        """The names of all whom a name means, the most quoted first: see `Filters`."""
        with self._database.asking() as reader:
            finder = Finder(reader)
            return finder.called(finder.find_all(name))

    def speakers(
        self,
        name: str | None = None,
        *,
        after: str | None = None,
        limit: int | None = None,
        act: Acts = "speech",
        factuality: Factualities = "factual",
    ) -> list[SpeakerSummary]:
        """Everyone quoted, the most quoted first; one entry for all that are merged.

        `name`: those only in whose names this stands, in any case and without diacritics; `after`:
        those who come after this one, by a name or an id as `quotes` takes it.
        """
        from quotes.store.query.everyone import list_speakers

        with self._database.asking() as reader:
            filters = Filters(act=act, factuality=factuality)
            return list_speakers(reader, filters, name=name, after=after, limit=limit)

    def speaker(
        self, name: str, *, act: Acts = "speech", factuality: Factualities = "factual"
    ) -> SpeakerPage:
        """All that is stored of the one speaker whom a name means: see `quotes` for names."""
        from quotes.store.query.pages import speaker_page

        with self._database.asking() as reader:
            return speaker_page(reader, name, Filters(act=act, factuality=factuality))

    def namesakes(self, name: str) -> list[str]:
        """Addresses of the other persons who have all words of a name that means somebody."""
        with self._database.asking() as reader:
            return Finder(reader).namesakes(name)

    def merges(self, *, suggested: bool = False) -> list[Merge]:
        """Who is merged with whom and who was split, and why; or what is only suggested."""
        from quotes.store.speakers.merges import list_merges, list_suggestions

        with self._database.asking() as reader:
            return list_suggestions(reader) if suggested else list_merges(reader)

    def merge(self, one: str, other: str, *, why: str | None = None) -> Merge:
        """Make two stored speakers one, for all articles, also those to come."""
        from quotes.store.speakers.merges import merge_by_hand

        with self._database.writing() as connection:
            return merge_by_hand(connection, one, other, why)

    def split(self, one: str, other: str | None = None) -> list[Merge]:
        """Take a speaker out of all it is merged with, or out of `other`; never merged again.

        Where a name is given that several merged speakers bear, all of them are taken apart.
        """
        from quotes.store.speakers.merges import split_by_hand

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
        from quotes.store.write.judging import fix
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return fix(connection, quote_id, edits, drop=drop, by=who, note=note)

    def confirm(self, quote_id: str, *, note: str | None = None, by: str | None = None) -> Fix:
        """Say that a quote is right as it is; see `fix`."""
        from quotes.store.write.judging import confirm
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
        from quotes.store.write.judging import add_missed
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return add_missed(connection, article, edits, by=who, note=note)

    def undo(self, quote_id: str) -> Fix:
        """Take back what was said of a quote, by its id or by the Fix's, which is returned."""
        from quotes.store.write.judging import undo

        with self._database.writing() as connection:
            return undo(connection, quote_id)

    def fixes(self, *, article: str | None = None) -> list[Fix]:
        """All that people have said of quotes, the last first; also what fits no article now."""
        from quotes.store.write.judging import list_fixes

        with self._database.asking() as reader:
            return list_fixes(reader, article)

    def edited(self, rows: Rows) -> list[EditedRow]:
        """Compare the rows of an edited export (`quotes.export.edited`) with the stored quotes."""
        from quotes.store.write.edited import compare

        with self._database.asking() as reader:
            return compare(reader, rows)

    def take(self, rows: Iterable[EditedRow], *, by: str | None = None) -> list[Fix]:
        """Take what edited rows say, those without a fault: all of it or nothing."""
        from quotes.store.write.edited import take
        from quotes.verdicts.editing import who_judges

        who = who_judges(by)
        with self._database.writing() as connection:
            return take(connection, rows, by=who)

    def verdicts(self) -> list[Verdict]:
        """All verdicts, with what another database needs to know (see `load`)."""
        from quotes.store.write.verdicts import all_verdicts

        with self._database.asking() as reader:
            return all_verdicts(reader)

    def doubts(self, *, limit: int | None = None, **asked: Unpack[Asked]) -> list[Doubt]:
        """Quotes that nobody has checked, the most doubtful first: the least sure, those in pieces,
        those of speakers of one article only. The other arguments are those of `list`."""
        from quotes.store.query.doubts import list_doubts

        with self._database.asking() as reader:
            return list_doubts(reader, Filters(**asked), limit)

    def precisions(self, *, act: Acts = "all") -> list[Precision]:
        """How often what was found is right, by what people have said of it."""
        from quotes.verdicts.agreement import precisions

        return precisions(one for one in self.verdicts() if act in ("all", one.quote.act))

    def calibrate(self) -> Calibration:
        """Fit the confidences to what people have said; all answers give the fitted ones from then
        on. Raises UsageError, with how many more are needed, where they have said too little."""
        from quotes.store.write.calibration import calibrate

        with self._database.writing() as connection:
            return calibrate(connection)

    def uncalibrate(self) -> Calibration | None:
        """Take back the last fit; returns the one that holds again, None for none."""
        from quotes.store.write.calibration import uncalibrate

        with self._database.writing() as connection:
            return uncalibrate(connection)

    # Care

    def find_removal(self, *, before: dt.date | None = None, **asked: Unpack[Asked]) -> Removal:
        """How much `remove` would take out."""
        from quotes.store.write.removal import find_removal

        with self._database.asking() as reader:
            return find_removal(reader, Filters(**asked), before)

    def remove(self, *, before: dt.date | None = None, **asked: Unpack[Asked]) -> Removal:
        """Take out articles with all their quotes, in one transaction: those that `articles` lists
        for the same filters, of days before a day.

        Articles without a date stay where days are given. Raises UsageError where nothing is asked.
        """
        from quotes.store.write.removal import remove

        with self._database.writing() as connection:
            return remove(connection, Filters(**asked), before)

    def backup(self, path: str | Path) -> None:
        """Write a whole copy of the database, as it is at this moment, to a new SQLite file.

        It is written beside and renamed. Others may write meanwhile.
        """
        from quotes.store.care.caring import backup

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
        from quotes.store.care.restoring import restore

        return restore(Path(backup), place, replace=replace)

    def examine(self, passing: Passing = iter) -> list[Finding]:
        """Whether all is well: what was looked at, what was found, and what to do.

        Each damaged article is named. Others may write meanwhile; what only a writer can look at is
        said to be left out where there is another one or the database may not be written. All
        articles go through `passing`, which gives them back and may count them.
        """
        from quotes.store.care.caring import examine

        return examine(self._database, passing)

    def mend(self) -> None:
        """Make the full-text index anew, and count all quotes anew."""
        from quotes.store.query import tallies
        from quotes.store.search.kinds import index_of

        with self._database.writing() as connection:
            index_of(connection).rebuild(connection)
            tallies.rebuild(connection)

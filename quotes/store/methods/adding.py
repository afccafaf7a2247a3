"""Articles and quotes that are put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from quotes import __version__
from quotes.records import Article, Quote, Run
from quotes.store.methods.base import Opened
from quotes.store.query.filters import Filters

if TYPE_CHECKING:
    from quotes.store.records import Change, Loaded
    from quotes.store.write.writing import Status
    from quotes.verdicts.records import Verdict

HERE = Run(version=__version__)
"""The run that has found the quotes, where the caller does not say: this version, no model."""


class Adding(Opened):
    """Putting articles and quotes in, also again, and telling what that has changed."""

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
        """The status of one article: see `statuses`."""
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
        """The changes of quotes whose articles were read anew, the last first.

        `article`: only those of the article of this id; `limit`: so many at most.
        """
        from quotes.store.write.changing import list_changes

        with self._database.asking() as reader:
            return list_changes(reader, article, limit)

    def older(self, *, run: Run = HERE) -> Iterator[Article]:
        """The stored articles whose quotes another run than this one has found, in the order in
        which they were added. They are read some at a time: others may write meanwhile."""
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
        """How many articles there are whose quotes another run has found."""
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

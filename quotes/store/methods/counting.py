"""How many quotes there are, and in which articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from quotes.store.methods.base import Opened
from quotes.store.query.filters import Asked, Filters, check_limit, find_publishers
from quotes.store.query.reading import count_quotes

if TYPE_CHECKING:
    from quotes.store.records import ArticleSummary, Cell, Count, Facets, LeftOut
    from quotes.store.search import Where


class Counting(Opened):
    """How many quotes there are, by what, and in which articles."""

    def count(
        self,
        words: str | None = None,
        *,
        where: Where = "quotes",
        unique: bool = False,
        most: int | None = None,
        **asked: Unpack[Asked],
    ) -> int:
        """How many quotes `quotes` gives without a limit; with words, how many `search` does.

        `most`: no more than so many are counted, unless kept counts tell all of them; sayings
        (`unique`) are always counted.
        """
        check_limit(most)
        with self._database.asking() as reader:
            filters = Filters(**asked)
            if words is None:
                return count_quotes(reader, filters, unique=unique, most=most)
            from quotes.store.search.searching import count_found

            return count_found(reader, words, filters, where=where, unique=unique, most=most)

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
        after the article of this id. The others are those of `quotes`: by publisher, days and id
        the articles themselves are chosen, by anything else those with
        such a quote.
        """
        from quotes.store.query.articles import list_articles

        with self._database.asking() as reader:
            return list_articles(reader, Filters(**asked), title, after=after, limit=limit)

    def publishers(self, name: str) -> list[str]:
        """The publishers whom a name means: see `Filters`."""
        with self._database.asking() as reader:
            return [row.name for row in find_publishers(reader, name)]

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
        """The values by which a list of quotes, or with words a search, can be narrowed: the most
        frequent speakers, publishers, months, kinds, acts, factualities, and what is checked, with
        counts.

        Each takes all that is asked for but its own filter. At most `limit` values of each; see
        `quotes.store.records.Facet` for what is counted where there is very much.
        """
        from quotes.store.query.facets import facets

        with self._database.asking() as reader:
            return facets(reader, Filters(**asked), words, where=where, limit=limit)

"""Methods that audit who gets quoted, and compare some quotes with others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from quotes.store.methods.base import Opened
from quotes.store.query.filters import Asked, Filters

if TYPE_CHECKING:
    from quotes.store.records import Audit, Company, Comparison, Named, Vocabulary


class Comparing(Opened):
    """Audits of who gets quoted, and speakers or outlets beside others."""

    def audit(
        self,
        by: str = "type",
        *,
        across: str | None = None,
        limit: int | None = 100,
        columns: int | None = 100,
        **asked: Unpack[Asked],
    ) -> Audit:
        """Count those who get quoted: how many quotes, and how surely so many, by "type" (person,
        body, crowd, document, unnamed), "gender", "country", "office", "role" or "affiliation".

        across      None, "publisher", "month" or "year": for each of them, too
        limit       so many values, the most frequent
        columns     so many outlets, the most frequent, or so many months or years, the last

        The others are those of `quotes`. How each is told, and what cannot be known, the `notes` of
        the Audit say; `quotes.store.audit.intervals` has the formulas. Raises UsageError for
        anything that cannot be audited by, or across.
        """
        from quotes.store.audit.auditing import audit

        with self._database.asking() as reader:
            return audit(reader, by, Filters(**asked), across=across, limit=limit, columns=columns)

    def compare(
        self, names: Sequence[str], by: str = "speaker", **asked: Unpack[Asked]
    ) -> Comparison:
        """Two to six speakers, or by "publisher" outlets, beside each other: how often quoted,
        when, in which outlets (or whom an outlet quotes), and by which words they differ.

        The other arguments are those of `quotes`. Raises UsageError for other numbers of names, and
        where two of them mean the same; see `tell_apart`.
        """
        from quotes.store.compare.comparing import compare

        with self._database.asking() as reader:
            return compare(reader, names, by, Filters(**asked))

    def tell_apart(self, names: Sequence[str], by: str = "speaker") -> list[Named]:
        """Whom, or by "publisher" which outlets, each of some names means, in their order; where
        `compare` would raise an error for it, that."""
        from quotes.store.compare.naming import tell_apart

        with self._database.asking() as reader:
            return tell_apart(reader, names, by)

    def words_of(self, name: str, *, limit: int | None = 20, **asked: Unpack[Asked]) -> Vocabulary:
        """The words that set the quotes of the one speaker whom a name means off from everybody's,
        the most telling first; counted over some of them, as the Vocabulary says."""
        from quotes.store.compare.vocabulary import words_of

        with self._database.asking() as reader:
            return words_of(reader, name, Filters(**asked), limit)

    def beside_whom(self, name: str, *, limit: int | None = 20, **asked: Unpack[Asked]) -> Company:
        """Those who are quoted beside the one speaker whom a name means, in the same articles, the
        most often first; of articles beyond some hundreds some are looked at, as the Company
        says."""
        from quotes.store.compare.company import beside_whom

        with self._database.asking() as reader:
            return beside_whom(reader, name, Filters(**asked), limit)

"""Verdicts of people on quotes, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from quotes.store.methods.base import Opened
from quotes.store.query.filters import Acts, Asked, Filters

if TYPE_CHECKING:
    from quotes.store.records import Doubt, EditedRow, Fix
    from quotes.store.write.edited import Rows
    from quotes.verdicts.agreement import Calibration, Precision
    from quotes.verdicts.edits import Edits
    from quotes.verdicts.records import Verdict


class Judging(Opened):
    """Corrections of quotes by hand, quotes that are worth checking, and fitted confidences."""

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

    def fixes(
        self,
        *,
        article: str | None = None,
        quote: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> list[Fix]:
        """All that people have said of quotes, the last first; also what fits no article now.

        article     of the quotes of the article of this id
        quote       of the quote of this id, or whose id begins so, also where it was dropped
        after       the id of a Fix: those that come after it
        """
        from quotes.store.write.judging import list_fixes

        with self._database.asking() as reader:
            return list_fixes(reader, article=article, quote=quote, after=after, limit=limit)

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
        those of speakers of one article only. The other arguments are those of `quotes`."""
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

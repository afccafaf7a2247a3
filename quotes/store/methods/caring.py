"""Care of a database: what is taken out, copies, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from quotes.store.methods.base import Opened
from quotes.store.query.filters import Asked, Filters

if TYPE_CHECKING:
    from quotes.store.care.caring import Finding, Passing
    from quotes.store.records import Removal


class Caring(Opened):
    """Articles taken out, copies made and put back, faults found and mended."""

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
        """Look at the whole database: what was looked at, what was found, and what to do.

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

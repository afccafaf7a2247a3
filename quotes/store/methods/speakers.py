"""Speakers, and which of them are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from quotes.store.methods.base import Opened
from quotes.store.query.filters import Acts, Asked, Factualities, Filters

if TYPE_CHECKING:
    from quotes.store.records import Merge, SpeakerPage, SpeakerSummary


class Speakers(Opened):
    """Everyone quoted, the speakers that a name means, and merging them by hand."""

    def meant(self, name: str) -> list[str]:
        """The names of all whom a name means, the most quoted first: see `Filters`."""
        from quotes.store.speakers.finding import Finder

        with self._database.asking() as reader:
            finder = Finder(reader)
            return finder.called(finder.find_all(name))

    def speakers(
        self,
        name: str | None = None,
        *,
        after: str | None = None,
        limit: int | None = None,
        **asked: Unpack[Asked],
    ) -> list[SpeakerSummary]:
        """Everyone quoted, the most quoted first; one entry for all that are merged.

        `name`: those only in whose names this stands, in any case and without diacritics; `after`:
        those who come after this one, by a name or an id as `quotes` takes it. The other arguments
        are those of `quotes`: whoever has such a quote, and how many of these.
        """
        from quotes.store.query.everyone import list_speakers

        with self._database.asking() as reader:
            return list_speakers(reader, Filters(**asked), name=name, after=after, limit=limit)

    def speaker(
        self, name: str, *, act: Acts = "speech", factuality: Factualities = "factual"
    ) -> SpeakerPage:
        """All that is stored of the one speaker whom a name means: see `quotes` for names."""
        from quotes.store.query.pages import speaker_page

        with self._database.asking() as reader:
            return speaker_page(reader, name, Filters(act=act, factuality=factuality))

    def namesakes(self, name: str) -> list[str]:
        """Addresses of the other persons who have all words of a name that means somebody."""
        from quotes.store.speakers.finding import Finder

        with self._database.asking() as reader:
            return Finder(reader).namesakes(name)

    def merges(self, *, suggested: bool = False) -> list[Merge]:
        """The speakers that are merged and those that were split, and why.

        With `suggested` instead those that may be one person: nobody has said so yet.
        """
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

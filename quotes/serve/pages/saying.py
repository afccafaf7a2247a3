"""The page of one quotation over outlets and days."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.records import Record
from quotes.serve.views import Views
from quotes.store import Occurrence, SayingPage, Store, Wording

views = Views()

PLACES, WORDINGS, LETTERS = 200, 40, 60_000
"""So many quotes, and wordings of so many letters together, are shown."""


class Place(Record):
    """Where the saying stands, and the number of its wording there."""

    quote: Occurrence
    wording: int


class SayingView(Record):
    """A saying with all its places.

    places      the earliest first; `more_places`: how many later ones are left out
    wordings    by number, from 1; `more_wordings`: how many are left out
    speakers    to whom the articles give it, by the names they use, the first first
    """

    saying: SayingPage
    places: tuple[Place, ...]
    more_places: int
    wordings: tuple[Wording, ...]
    more_wordings: int
    speakers: tuple[str, ...]


@views.page("/saying/{id}", "saying.html")
def saying(store: Store, id: str) -> SayingView:
    """Where a quotation stands, the earliest first, in which wordings, what of it was cut, and to
    whom else the words are given."""
    found = store.saying(id)
    places = [
        Place(quote=one, wording=number)
        for number, wording in enumerate(found.wordings, 1)
        for one in wording.occurrences
    ]
    places.sort(key=lambda one: (one.quote.date is None, one.quote.date, one.quote.article_id))
    shown = tuple(_room(found.wordings))
    return SayingView(
        saying=found.model_copy(update={"wordings": (), "others": ()}),
        places=tuple(places[:PLACES]),
        more_places=max(0, len(places) - PLACES),
        wordings=shown,
        more_wordings=len(found.wordings) - len(shown),
        speakers=tuple(dict.fromkeys(one.quote.speaker for one in places if one.quote.speaker)),
    )


def _room(wordings: tuple[Wording, ...]) -> Iterator[Wording]:
    """The wordings, the first of them at least, for which there is room."""
    letters = 0
    for number, one in enumerate(wordings):
        letters += sum(len(segment.text) for segment in one.segments)
        if number and (number >= WORDINGS or letters > LETTERS):
            return
        yield one

"""One speaker: names, roles, offices, when, where, with which words and beside whom quoted."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.records import Record
from quotes.serve.views import Views
from quotes.store import (
    Company,
    Count,
    Hit,
    LeftOut,
    SpeakerPage,
    SpeakerSummary,
    Store,
    Vocabulary,
)
from quotes.store.query.filters import Acts, Factualities

views = Views()

LATEST, WORDS, COMPANY, CHOICES, ROLES = 10, 20, 15, 100, 20
"""So many quotes, words, others, speakers of a name, and roles are shown."""


class SpeakerView(Record):
    """All about the speaker whom a name means, or whom to choose from where it means several.

    name        the name as it was asked for, by which other pages find the same speaker
    roles       the most frequent ones in the order in which they were first given
    latest      the newest quotes
    words       that set the quotes off from those of everybody
    company     who else is quoted in the same articles
    left_out    how many more quotes there are of other acts and factualities; None: not known
    choices     all whom the name means, the most quoted first, where it means several: all else is
                empty then; `more`: there are others, who are quoted less often
    """

    name: str
    speaker: SpeakerPage | None = None
    roles: tuple[Count, ...] = ()
    latest: tuple[Hit, ...] = ()
    words: Vocabulary | None = None
    company: Company | None = None
    left_out: LeftOut | None = None
    choices: tuple[SpeakerSummary, ...] = ()
    more: bool = False


@views.page("/speaker", "speaker.html")
def speaker(
    store: Store, name: str, act: Acts = "speech", factuality: Factualities = "factual"
) -> SpeakerView:
    """All that is stored of the one speaker whom a name means: any spelling or part of it, or an
    id; of a name that means several, these."""
    if len(store.meant(name)) > 1:
        every = store.speakers(speaker=name, act="all", factuality="all", limit=CHOICES + 1)
        return SpeakerView(name=name, choices=tuple(every[:CHOICES]), more=len(every) > CHOICES)
    found = store.speaker(name, act=act, factuality=factuality)
    newest = store.quotes(speaker=name, act=act, factuality=factuality, limit=LATEST)
    return SpeakerView(
        name=name,
        speaker=found,
        roles=tuple(_in_time(found.roles[:ROLES])),
        latest=tuple(Hit(quote=one, snippet=one.text) for one in newest),
        words=store.words_of(name, limit=WORDS, act=act, factuality=factuality),
        company=store.beside_whom(name, limit=COMPANY, act=act, factuality=factuality),
        left_out=store.left_out(speaker=name, act=act, factuality=factuality, quick=True),
    )


def _in_time(counts: Iterable[Count]) -> list[Count]:
    """Those without a day last."""
    return sorted(counts, key=lambda one: (one.first is None, one.first, one.last, one.value))

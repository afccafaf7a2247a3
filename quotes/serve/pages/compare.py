"""Two to six speakers or outlets beside each other."""

from __future__ import annotations

from typing import Annotated, Literal, cast, get_args

from fastapi import Query

from quotes.errors import UsageError
from quotes.records import Record
from quotes.serve.asked import Question
from quotes.serve.plots import Look, over_time
from quotes.serve.views import Views
from quotes.store import Comparison, Count, Named, Store
from quotes.store.compare.comparing import FEWEST, MOST
from quotes.store.query.filters import Asked

views = Views()

SUGGESTED = 12
"""So many of the most quoted are suggested."""

By = Annotated[Literal["speaker", "publisher"], Query(description="What the names are.")]
Names = Annotated[tuple[str, ...], Query(description=f"{FEWEST} to {MOST} names.")]


class ComparePage(Record):
    """Those that were named beside each other.

    by          what the names are, one of `kinds`
    named       whom each name means, or why it is not compared
    found       None where fewer than two of them can be compared
    suggested   the most quoted of all that are stored, without those that were named
    room        so many more names can be given
    """

    by: str
    kinds: tuple[str, ...] = get_args(get_args(By)[0])
    named: tuple[Named, ...]
    found: Comparison | None
    suggested: tuple[Count, ...]
    room: int


@views.page("/compare", "compare.html")
def compare(store: Store, asked: Question, by: By = "speaker", of: Names = ()) -> ComparePage:
    """How often speakers are quoted (outlets quote), when, where (whom), and with which words."""
    filters, named = asked.only_filters(), _named(store, by, of)
    known = [one.asked for one in named if one.error is None]
    enough = len(known) >= FEWEST
    called = {one.name for one in named}
    most = store.stats(by, limit=SUGGESTED + len(named))
    return ComparePage(
        by=by,
        named=tuple(named),
        found=store.compare(known, by, **filters) if enough else None,
        suggested=tuple([one for one in most if one.value not in called][:SUGGESTED]),
        room=MOST - len(named),
    )


@views.file("/plot/compare.svg", "image/svg+xml")
def compare_plot(
    store: Store, asked: Question, by: By = "speaker", of: Names = (), look: Look = "light"
) -> bytes:
    """How many quotes each of them has of each month."""
    lines = {}
    for one in _named(store, by, of):
        if one.name is not None:
            filters = {**asked.only_filters(), by: one.asked}
            lines[one.name] = store.stats("month", **cast("Asked", filters))
    return over_time(lines, look)


def _named(store: Store, by: str, of: Names) -> list[Named]:
    """Fields that were left empty are none."""
    names = [name for name in of if name.strip()]
    if len(names) > MOST:
        raise UsageError(f"{len(names)} to compare: name {FEWEST} to {MOST}")
    return store.tell_apart(names, by)

"""The start: one search field, the latest quotes, who is quoted most, and when."""

from __future__ import annotations

from quotes.records import Record
from quotes.serve.asked import Question
from quotes.serve.plots import Look, over_time
from quotes.serve.views import Views
from quotes.store import Choice, Count, Hit, Store

views = Views()

LATEST, MOST = 10, 10
"""So many quotes and speakers are shown."""


class Start(Record):
    """The store at a glance.

    `total`: quotes that were said; `latest`: the newest of them; `speakers`: the most quoted;
    `months`: how many of each month, in their order.
    """

    total: int
    latest: tuple[Hit, ...]
    speakers: tuple[Choice, ...]
    months: tuple[Count, ...]


@views.page("/", "start.html")
def start(store: Store) -> Start:
    """The latest quotes, who is quoted most, and how many quotes there are of each month."""
    facets = store.facets(limit=MOST).facets
    (speakers,) = (facet.choices for facet in facets if facet.name == "speaker")
    return Start(
        total=store.count(),
        latest=tuple(Hit(quote=one, snippet=one.text) for one in store.quotes(limit=LATEST)),
        speakers=speakers,
        months=tuple(store.stats("month")),
    )


@views.file("/plot/months.svg", "image/svg+xml")
def months_plot(store: Store, asked: Question, look: Look = "light") -> bytes:
    """How many quotes there are of each month, of those that are asked for."""
    return over_time({"": store.stats("month", **asked.filters)}, look)

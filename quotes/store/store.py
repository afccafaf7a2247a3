"""The store: articles and who said what in them, in one database.

What only some of its methods need is imported where it is used, so that looking up starts at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotes.records import Quote
from quotes.store.methods.adding import Adding
from quotes.store.methods.caring import Caring
from quotes.store.methods.comparing import Comparing
from quotes.store.methods.counting import Counting
from quotes.store.methods.judging import Judging
from quotes.store.methods.looking_up import LookingUp
from quotes.store.methods.speakers import Speakers


class _Earlier(LookingUp):
    """Names that methods had before, kept for one version more."""

    def list(self, **asked: Any) -> Sequence[Quote]:
        """`Store.quotes` under its earlier name."""
        return self.quotes(**asked)


class Store(Adding, _Earlier, LookingUp, Counting, Comparing, Speakers, Judging, Caring):
    """A database of articles and quotes; a context manager.

    `place`: a file (SQLite), or a URL, "postgresql+psycopg://…". With `read_only` nothing is
    written and a missing file is an error; else it is made. `timeout`: seconds to wait for another
    process that is writing. `seconds`: a question may take so long, of the processor's time (in
    PostgreSQL each statement of it, by the clock), then SlowError is raised; None: as long as it
    takes. All methods raise StoreError where the
    database cannot be read or written, UsageError for a question that makes no sense
    (NotStoredError where it names what is not there), and AmbiguousError for a name that means
    several speakers.
    """

"""The store behind a request: opened for it, and closed when it has been asked.

So what happens to the database meanwhile (another process writes, it is put back from a copy, it is
gone and comes again) concerns the requests of that moment and none after.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quotes.serve.settings import Settings
from quotes.store import Store


@contextmanager
def opened(settings: Settings, *, writes: bool = False) -> Iterator[Store]:
    """The store, to read or to write; questions may take as long as the settings say.

    Raises StoreError where the database is not there, also for a writer: nothing is made here.
    """
    most = settings.limits.seconds
    with Store(settings.place, read_only=True, seconds=most) as store:
        if not writes:
            yield store
            return
    with Store(settings.place, seconds=most, timeout=settings.limits.wait) as store:
        yield store

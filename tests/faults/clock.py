"""A clock that does not go as it should, for the process that sets it.

    CLOCK="2031-05-01T12:00:00 -3600"

The clock begins there, and with each look at it an hour is lost. It is Python's clock: `time.time`,
`time.time_ns`, and what `datetime` calls now and today. What SQLite itself takes for now stays.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

_DATE, _DATETIME = dt.date, dt.datetime


def set_clock(how: str | None) -> None:
    """Begin at a day and time, and go on by so many seconds with each look; None: leave it."""
    if how is None:
        return
    begin, step = how.split()
    seconds = _DATETIME.fromisoformat(begin).replace(tzinfo=dt.UTC).timestamp()

    def look() -> float:
        nonlocal seconds
        seconds += float(step)
        return seconds

    time.time = look
    time.time_ns = lambda: int(look() * 1e9)
    dt.date = _like(_DATE, today=lambda: _DATE.fromtimestamp(look()))  # type: ignore[misc]
    dt.datetime = _like(  # type: ignore[misc]
        _DATETIME,
        today=lambda: _DATETIME.fromtimestamp(look()),
        now=lambda tz=None: _DATETIME.fromtimestamp(look(), tz),
        utcnow=lambda: _DATETIME.fromtimestamp(look(), dt.UTC).replace(tzinfo=None),
    )


def _like(real: Any, **methods: Callable[..., Any]) -> Any:
    """A stand-in for a class whose objects are those of the class itself."""

    class Kind(type):
        def __instancecheck__(cls, thing: object) -> bool:
            return isinstance(thing, real)

        def __subclasscheck__(cls, other: type) -> bool:
            return issubclass(other, real)

    def make(_cls: type, *args: Any, **named: Any) -> Any:
        return real(*args, **named)

    inherited = {
        name: getattr(real, name) for name in ("fromisoformat", "fromtimestamp", "fromordinal")
    }
    replaced = {name: staticmethod(method) for name, method in (inherited | methods).items()}
    return Kind(real.__name__, (real,), {"__new__": make, **replaced})

"""A file as it is read, before it is an Article: a text, and facts with where they stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

FIELDS = ("title", "date", "byline", "url", "publisher")


@dataclass(frozen=True)
class Metadata:
    """Facts that an article tells of itself; None where it does not.

    `where` tells for each field that is known where it was found ("JSON-LD", "dateline"). A date
    that can be read in two ways is None, and `where["date"]` says so.
    """

    title: str | None = None
    date: dt.date | None = None
    byline: str | None = None
    url: str | None = None
    publisher: str | None = None
    where: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def found(
        cls,
        place: str,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        byline: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> Self:
        """The facts that were found at one place."""
        values = (title, date, byline, url, publisher)
        where = {name: place for name, value in zip(FIELDS, values, strict=True) if value}
        return cls(title, date, byline, url, publisher, where)


def first_of(sources: Iterable[Metadata]) -> Metadata:
    """Each field by the first of the sources that has it."""
    values: dict[str, object] = {}
    where: dict[str, str] = {}
    for source in sources:
        for name in FIELDS:
            value = getattr(source, name)
            if value and name not in values:
                values[name], where[name] = value, source.where[name]
            elif name not in where and name in source.where:
                where[name] = source.where[name]  # a date that is open
    return Metadata(**values, where=where)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Draft:
    """A text with what is known of it. Where the file holds several, `id` is its own, and `part`
    tells it from the others wherever it stands in the file."""

    text: str
    metadata: Metadata
    id: str | None = None
    part: str | None = None

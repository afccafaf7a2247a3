"""Reads and writes the table of office holders all over the world that the package brings along.

It is a gzipped CSV file with one office a row, those of one person together:

    id         the registry's id of the person
    wikidata   the id there
    name       as the lists show it
    names      other spellings, with semicolons between them
    title, of, from, until, as_of    the office, as in `speakers.toml`

It is made by `python -m quotes.training.officeholders` and not edited: an entry of `speakers.toml`
goes before those here, and takes over the offices that stand here under its own id.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby

from quotes.registry.entries import Office, Person

NAME = "quotes/data/officeholders.csv.gz"
COLUMNS = ("id", "wikidata", "name", "names", "title", "of", "from", "until", "as_of")


def read_officeholders() -> list[Person]:
    """Everyone in the table; each of them needs the support of the article (see `Person`)."""
    packed = (files("quotes") / "data" / "officeholders.csv.gz").read_bytes()
    rows = csv.reader(io.StringIO(gzip.decompress(packed).decode("utf8"), newline=""))
    next(rows)
    return [_person(list(group)) for _, group in groupby(rows, key=lambda row: row[0])]


def pack_officeholders(people: Iterable[Person]) -> bytes:
    """The bytes of such a table; the same people give the same bytes."""
    table = io.StringIO(newline="")
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(COLUMNS)
    for person in people:
        own = (person.id, person.wikidata, person.name, ";".join(person.names))
        for office in person.offices:
            days = (office.start, office.end, office.as_of)
            rows.writerow((*own, office.title, office.of, *(day or "" for day in days)))
    return gzip.compress(table.getvalue().encode("utf8"), mtime=0)


def _person(rows: list[list[str]]) -> Person:
    id, wikidata, name, names, *_ = rows[0]
    return Person(
        id=id,
        name=name,
        names=tuple(names.split(";")) if names else (),
        offices=tuple(_office(*row[4:]) for row in rows),
        needs_support=True,
        wikidata=wikidata,
    )


def _office(title: str, of: str, start: str, end: str, as_of: str) -> Office:
    return Office(title, of, _day(start), _day(end), as_of=_day(as_of))


def _day(words: str) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None

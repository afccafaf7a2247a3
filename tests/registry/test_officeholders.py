"""The table of office holders that comes with the package, and its form."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections import Counter

from quotes.registry import Office, Person, load_registry
from quotes.registry.officeholders import COLUMNS, pack_officeholders, read_officeholders

ANN = Person(
    "ann-lee",
    "Ann Lee",
    ("Anna Li", "Аня Ли"),
    offices=(
        Office("Finance Minister", "Peru", dt.date(2001, 2, 3), dt.date(2004, 5, 6)),
        Office("President", "Peru", dt.date(2010, 1, 1), as_of=dt.date(2011, 1, 1)),
        Office("Vice President", "Peru"),
    ),
    needs_support=True,
    wikidata="Q7",
)


def test_what_is_written_is_read_again(monkeypatch) -> None:
    packed = pack_officeholders([ANN])
    assert packed == pack_officeholders([ANN])
    lines = gzip.decompress(packed).decode().splitlines()
    assert lines[0].split(",") == list(COLUMNS)
    assert lines[2] == "ann-lee,Q7,Ann Lee,Anna Li;Аня Ли,President,Peru,2010-01-01,,2011-01-01"

    class Table:
        def __truediv__(self, name: str) -> Table:
            return self

        def read_bytes(self) -> bytes:
            return packed

    monkeypatch.setattr("quotes.registry.officeholders.files", lambda package: Table())
    assert read_officeholders() == [ANN]


def test_everyone_needs_support_and_is_of_wikidata() -> None:
    people = read_officeholders()
    assert len(people) > 2000
    for person in people:
        assert person.needs_support and re.fullmatch(r"Q[1-9]\d*", person.wikidata or ""), person
        assert len(person.name.split()) > 1, person
        assert all(office.start or not office.as_of for office in person.offices), person
    for key in ("id", "wikidata"):
        assert max(Counter(getattr(person, key) for person in people).values()) == 1


def test_it_adds_offices_to_people_of_the_file() -> None:
    """A prime minister who leads an alliance later stands in the file for the latter."""
    both = {person.id: person for person in read_officeholders()}
    registry = load_registry()
    known = [person for person in registry.people if not person.needs_support]
    more = [person for person in known if person.id in both]
    assert more
    for person in more:
        table = both[person.id]
        assert person.wikidata == table.wikidata
        assert person.offices[: len(table.offices)] == table.offices
        assert len(person.offices) > len(table.offices)

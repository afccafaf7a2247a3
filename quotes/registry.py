"""Who is known beforehand: people with their spellings and dated offices, and bodies.

The built-in entries stand in `quotes/data/speakers.toml`, which documents its form; a user's own
file of the same form adds to them.
"""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from anyascii import anyascii

from quotes.errors import InputError

Gender = Literal["m", "f"]
PERSON_KEYS = {"id", "name", "names", "gender", "common", "offices"}
OFFICE_KEYS = {"title", "of", "from", "until"}
VARIABLE = "QUOTES_SPEAKERS"  # of the environment: the path of a user's own file
BODY_KEYS = {"id", "name", "names", "of"}


@dataclass(frozen=True)
class Office:
    """An office held from the day `start` to the day `end`, both inclusive; None: not known."""

    title: str
    of: str
    start: dt.date | None = None
    end: dt.date | None = None

    def covers(self, on: dt.date) -> bool:
        """Whether it was held on that day for certain."""
        return self.start is not None and self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True)
class Person:
    """Somebody whom the registry knows. `common`: the surname alone does not mean them."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    gender: Gender | None = None
    offices: tuple[Office, ...] = ()
    common: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all other spellings."""
        return (self.name, *self.names)


@dataclass(frozen=True)
class Organization:
    """A body that speaks in the news; `of` is the country or body for which it speaks."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    of: str | None = None


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Latin letters without accents, in lower case: "Çavuşoğlu" → "cavusoglu"."""
    return (text if text.isascii() else anyascii(text)).casefold()


@lru_cache(maxsize=100_000)
def fold_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without dots, commas and apostrophes at their ends."""
    words = (word.strip(".,;:'\"()") for word in fold(name).split())
    return tuple(word for word in words if word)


@dataclass
class Registry:
    """People and bodies, found by any spelling of their names."""

    people: list[Person] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_id = {person.id: person for person in self.people}
        self._by_word: dict[str, list[Person]] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_office: dict[tuple[str, str], list[tuple[Person, Office]]] = {}
        self._bodies: dict[tuple[str, ...], Organization] = {}
        for person in self.people:
            self._index(person)
        for body in self.organizations:
            for name in (body.name, *body.names):
                self._bodies[fold_words(name)] = body
        self._body_starts = {words[0] for words in self._bodies if words}

    def _index(self, person: Person) -> None:
        spellings = [fold_words(name) for name in person.spellings]
        for word in {word for spelling in spellings for word in spelling}:
            self._by_word.setdefault(word, []).append(person)
        for word in {spelling[-1] for spelling in spellings}:
            self._by_surname.setdefault(word, []).append(person)
        for office in person.offices:
            key = (fold(office.title), fold(office.of))
            self._by_office.setdefault(key, []).append((person, office))

    def find(self, name: str) -> list[Person]:
        """Everyone with a spelling that has all words of `name`; case and accents don't count."""
        words = set(fold_words(name))
        if not words:
            return []
        candidates = self._by_word.get(next(iter(words)), [])
        return [p for p in candidates if any(words <= set(fold_words(s)) for s in p.spellings)]

    def person(self, id: str | None) -> Person | None:
        """The person of that id, or None."""
        return self._by_id.get(id or "")

    def by_surname(self, surname: str) -> list[Person]:
        """Everyone with that surname, in any spelling."""
        return self._by_surname.get(fold(surname), [])

    def body(self, name: str) -> Organization | None:
        """The body of that name, or None."""
        return self._bodies.get(fold_words(name))

    def begins_body(self, word: str) -> bool:
        """Whether the name of some body begins with this word."""
        words = fold_words(word)
        return not words or words[0] in self._body_starts

    def holder(self, title: str, of: str, on: dt.date) -> Person | None:
        """Who held the office on that day; None unless exactly one person surely did."""
        offices = self._by_office.get((fold(title), fold(of)), [])
        holders = {person.id: person for person, office in offices if office.covers(on)}
        return next(iter(holders.values())) if len(holders) == 1 else None


def load_registry(path: Path | None = None) -> Registry:
    """The built-in registry, with the entries of a user's file on top.

    The file is the one at `path`, else the one that the environment variable QUOTES_SPEAKERS names,
    else none. Raises InputError, in one line, for a file that is missing or not of the form.
    """
    named = path or os.environ.get(VARIABLE)
    return _extended(_builtin(), Path(named)) if named else _builtin()


@lru_cache(maxsize=1)
def _builtin() -> Registry:
    text = (files("quotes") / "data" / "speakers.toml").read_text(encoding="utf8")
    return _parse(tomllib.loads(text))


def _extended(base: Registry, path: Path) -> Registry:
    try:
        extra = _parse(tomllib.loads(path.read_text(encoding="utf8")))
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise InputError(f"{path}: {reason}; name a speakers file that can be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not a TOML file ({error}); mend it there") from None
    except ValueError as error:
        raise InputError(f"{path}: {error}; see quotes/data/speakers.toml for the form") from None
    return Registry(
        [p for p in base.people if p.id not in {e.id for e in extra.people}] + extra.people,
        [o for o in base.organizations if o.id not in {e.id for e in extra.organizations}]
        + extra.organizations,
    )


def _parse(data: dict[str, Any]) -> Registry:
    """ValueError says which entry is not of the form."""
    _only(data, {"person", "organization"}, "the file")
    people = [_person(row) for row in _rows(data, "person")]
    bodies = [_organization(row) for row in _rows(data, "organization")]
    ids = [p.id for p in people] + [body.id for body in bodies]
    doubled = [id for id, count in Counter(ids).items() if count > 1]
    if doubled:
        raise ValueError(f"the id {doubled[0]!r} stands there twice")
    return Registry(people, bodies)


def _rows(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"entries must be written as [[{key}]]")
    return rows


def _person(row: dict[str, Any]) -> Person:
    where = _named(row, PERSON_KEYS, "person")
    gender = row.get("gender")
    if gender not in (None, "m", "f"):
        raise ValueError(f'{where}: gender must be "m" or "f"')
    offices = row.get("offices", [])
    if not isinstance(offices, list) or not all(isinstance(office, dict) for office in offices):
        raise ValueError(f"{where}: offices must be a list of {{title, of, from, until}}")
    return Person(
        id=row["id"],
        name=row["name"],
        names=_names(row, where),
        gender=gender,
        offices=tuple(_office(office, where) for office in offices),
        common=bool(row.get("common", False)),
    )


def _office(row: dict[str, Any], where: str) -> Office:
    _only(row, OFFICE_KEYS, f"{where}: an office")
    days = row.get("from"), row.get("until")
    if not all(isinstance(row.get(key), str) for key in ("title", "of")):
        raise ValueError(f"{where}: an office needs title and of, as texts")
    if not all(day is None or type(day) is dt.date for day in days):
        raise ValueError(f"{where}: from and until must be days such as 2018-05-08, unquoted")
    return Office(row["title"], row["of"], *days)


def _organization(row: dict[str, Any]) -> Organization:
    where = _named(row, BODY_KEYS, "organization")
    return Organization(row["id"], row["name"], _names(row, where), row.get("of"))


def _names(row: dict[str, Any], where: str) -> tuple[str, ...]:
    names = row.get("names", [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise ValueError(f"{where}: names must be a list of texts")
    return tuple(names)


def _named(row: dict[str, Any], keys: set[str], kind: str) -> str:
    for key in ("id", "name"):
        if not isinstance(row.get(key), str) or not fold_words(row[key]):
            raise ValueError(f"{kind} {row.get('id') or row.get('name')!r} has no {key}")
    where = f"{kind} {row['id']!r}"
    _only(row, keys, where)
    return where


def _only(row: dict[str, Any], keys: Iterable[str], where: str) -> None:
    unknown = sorted(set(row) - set(keys))
    if unknown:
        raise ValueError(f"{where} has an unknown key {unknown[0]!r}")

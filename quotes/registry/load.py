"""Reads the built-in registry, with its table of office holders, and a user's own file."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from io import BufferedReader
from pathlib import Path

from quotes.errors import InputError
from quotes.opening import open_file, reason
from quotes.registry.entries import Organization, Person
from quotes.registry.form import parse, read_rows
from quotes.registry.index import Registry
from quotes.registry.officeholders import read_officeholders

VARIABLE = "QUOTES_SPEAKERS"  # of the environment: the path of a user's own file
FORM = "quotes/data/speakers.toml"
MOST = 20_000_000
"""Bytes of a speakers file: some 50,000 people."""


def load_registry(path: Path | None = None) -> Registry:
    """The built-in registry, with the entries of a user's file on top.

    The file is the one at `path`, else the one that the environment variable QUOTES_SPEAKERS names,
    else none. Raises InputError, in one line, for a file that is missing or not of the form.
    """
    named = chosen_file(path)
    return _extended(_builtin(), named) if named else _builtin()


def chosen_file(path: Path | None) -> Path | None:
    """The user's file: the one given, else the one that QUOTES_SPEAKERS names, else None."""
    named = path or os.environ.get(VARIABLE)
    return Path(named) if named else None


def builtin_bytes() -> bytes:
    """The file of the built-in registry."""
    return (files("quotes") / "data" / "speakers.toml").read_bytes()


def read_bytes(path: Path, *, pipe: bool = False) -> bytes:
    """A user's file; with `pipe` it may be a pipe. Raises InputError where it cannot be read, or
    has more than MOST bytes."""
    try:
        with BufferedReader(open_file(path, pipe=pipe)) as handle:
            content = handle.read(MOST + 1)
    except (OSError, InputError) as error:
        said = reason(error) if isinstance(error, OSError) else str(error).partition(";")[0]
        said = said[:1].upper() + said[1:]
        raise InputError(f"{path}: {said}; name a speakers file that can be read") from None
    if len(content) > MOST:
        raise InputError(f"{path}: more than {MOST // 1_000_000} MB; leave out whom nobody quotes")
    return content


@lru_cache(maxsize=1)
def _builtin() -> Registry:
    """The entries of `speakers.toml` on top of the table, which adds offices to some of them."""
    own = _registry(builtin_bytes(), FORM)
    table = {person.id: person for person in read_officeholders()}
    people = [_with_offices(person, table.pop(person.id, None)) for person in own.people]
    return Registry([*table.values(), *people], own.organizations)


def _extended(base: Registry, path: Path) -> Registry:
    extra = _registry(read_bytes(path), path)
    ids = {person.id for person in extra.people}
    entities = {person.wikidata for person in extra.people if person.wikidata}
    kept = [p for p in base.people if p.id not in ids and p.wikidata not in entities]
    bodies = {body.id for body in extra.organizations}
    others = [body for body in base.organizations if body.id not in bodies]
    return Registry(kept + extra.people, others + extra.organizations)


def _with_offices(person: Person, table: Person | None) -> Person:
    """With those that the table has, before the person's own, the last of which is shown."""
    return replace(person, offices=table.offices + person.offices) if table else person


def _registry(content: bytes, path: Path | str) -> Registry:
    try:
        rows, faults = read_rows(parse(content))
    except ValueError as error:
        raise InputError(f"{path}: not a TOML file ({error}); mend it there") from None
    wrong = [fault.what for fault in faults]
    wrong += [f"{row.kind} {row.id!r}: {fault.what}" for row in rows for fault in row.faults]
    if wrong:
        raise InputError(f"{path}: {wrong[0]}; see {FORM} for the form")
    entries = [row.entry for row in rows]
    return Registry(
        [entry for entry in entries if isinstance(entry, Person)],
        [entry for entry in entries if isinstance(entry, Organization)],
    )

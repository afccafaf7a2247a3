"""The form of a speakers file: its tables become entries, and what is not of the form is told.

All faults of a file are found, each with what to do about it; `load.py` raises the first.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from quotes.registry.entries import Office, Organization, Person

Kind = Literal["person", "organization"]
KINDS: dict[Kind, type[Person] | type[Organization]] = {
    "person": Person,
    "organization": Organization,
}
IN_FILE = {"start": "from", "end": "until"}  # fields whose keys are words of Python
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
DOTTED = re.compile(rf"\.[ \t]*{_PART}(?:[ \t]*\.[ \t]*{_PART}){{50}}")
"""A key of more than fifty words; those of the form have one."""

FORMS = {
    "id": "must be a text",
    "name": "must be a text with a word in it",
    "names": "must be a list of texts, each with a word in it",
    "gender": 'must be "m" or "f"',
    "common": "must be true or false, unquoted",
    "needs_support": "must be true or false, unquoted",
    "wikidata": 'must be the id of a person there, such as "Q42"',
    "source": 'must be the address of a page: "https://…"',
    "offices": "must be a list of {title, of, from, until}",
    "title": "must be a text with a word in it",
    "of": "must be a text with a word in it",
    "from": "must be a day such as 2018-05-08, unquoted",
    "until": "must be a day such as 2018-05-08, unquoted",
    "as_of": "must be a day such as 2018-05-08, unquoted",
}


@dataclass(frozen=True)
class Fault:
    """A fault against the form. `key`: under which key of the entry; `remedy`: what to do."""

    key: str
    what: str
    remedy: str


@dataclass(frozen=True)
class Row:
    """One table of a file. `number`: counts those of its kind, from 0; `id`: its id, or what
    comes nearest; `entry`: None where there are faults."""

    kind: Kind
    number: int
    id: str
    entry: Person | Organization | None
    faults: tuple[Fault, ...] = ()


def parse(content: bytes) -> dict[str, Any]:
    """The tables of a TOML file. Raises ValueError, in one line, for anything else."""
    text = content.decode("utf-8-sig")
    if DOTTED.search(text):  # for which tomllib takes the square of their number
        raise ValueError("keys within keys without end")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("lists in lists without end") from None


def read_rows(data: dict[str, Any]) -> tuple[list[Row], list[Fault]]:
    """All entries of a parsed file, good and bad, and what is wrong outside them."""
    faults = [
        Fault(key, f"the file has an unknown key {key!r}", f"write one of {_list(KINDS)}")
        for key in data
        if key not in KINDS
    ]
    rows = []
    for kind in KINDS:
        tables = data.get(kind, [])
        if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
            rows += [_row(kind, number, table) for number, table in enumerate(tables)]
        else:
            remedy = f"begin each with a line [[{kind}]]"
            faults.append(Fault(kind, f"entries must be written as [[{kind}]]", remedy))
    return _told_apart(rows), faults


def _row(kind: Kind, number: int, table: dict[str, Any]) -> Row:
    shown = table.get("id") or table.get("name")
    id = shown if isinstance(shown, str) else f"number {number + 1}"
    try:
        entry = _adapter(kind).validate_python(table)
    except ValidationError as error:
        return Row(kind, number, id, None, tuple(_faults(kind, error)))
    return Row(kind, number, id, entry)


@cache
def _adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def _faults(kind: Kind, error: ValidationError) -> Iterator[Fault]:
    """One for each key of the entry or its offices that pydantic finds wrong."""
    told = set()
    for found in error.errors(include_url=False):
        loc = found["loc"]
        last = max(i for i, part in enumerate(loc) if isinstance(part, str))
        key, in_office = str(loc[last]), last > 0
        if loc[: last + 1] in told:
            continue  # the second wrong one of `names`
        told.add(loc[: last + 1])
        if found["type"] == "unexpected_keyword_argument":
            names = _list(keys(Office if in_office else KINDS[kind]))
            what = f"{'an office' if in_office else 'it'} has an unknown key {key!r}"
            yield Fault(key, what, f"take it out, or write one of {names}")
        elif found["type"] == "missing":
            what = "an office needs title and of" if in_office else f"it has no {key}"
            yield Fault("offices" if in_office else key, what, f"add {key}; it {FORMS[key]}")
        else:
            yield Fault(key, f"{key} {FORMS[key]}", f"write {key} so, or take it out")


def keys(entry: type) -> list[str]:
    """The keys that an entry of this class may have in the file."""
    return [IN_FILE.get(field.name, field.name) for field in fields(entry)]


def _told_apart(rows: list[Row]) -> list[Row]:
    """With a fault at every row whose id an earlier one has."""
    seen: Counter[str] = Counter()
    result = []
    for row in rows:
        if row.entry is not None:
            seen[row.id] += 1
            if seen[row.id] > 1:
                fault = Fault("id", f"the id {row.id!r} stands there twice", "give it another id")
                row = Row(row.kind, row.number, row.id, None, (fault,))
        result.append(row)
    return result


def _list(words: Any) -> str:
    return ", ".join(words)

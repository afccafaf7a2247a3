"""Finds faults and doubts in entries that are of the form: days, offices, names, addresses."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quotes.places import load_places
from quotes.registry.entries import Office, Organization, Person, fold, fold_words
from quotes.registry.form import Row

Level = Literal["error", "warning", "note"]
LONGEST = 80  # characters of a name in a message
FIRST_DAY = dt.date(1900, 1, 1)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
JOINERS = "\u200c\u200d"  # which Persian and Indian scripts write inside words
# Scripts that one word may mix: Japanese writes three.
ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "IDEOGRAPHIC": "CJK"}
# Offices that one person holds at a time, folded; others have several holders (spokespeople).
SINGLE = frozenset(
    [
        "president",
        "vice president",
        "presidential nominee",
        "vice presidential nominee",
        "first vice president",
        "prime minister",
        "chancellor",
        "king",
        "supreme leader",
        "foreign minister",
        "foreign secretary",
        "secretary of state",
        "defense minister",
        "defense secretary",
        "secretary of defense",
        "secretary-general",
        "high representative",
        "national security adviser",
        "attorney general",
        "ambassador to the united nations",
        "chief of the general staff",
        "secretary of the security council",
        "finance minister",
        "interior minister",
        "treasurer",
        "treasury secretary",
        "chancellor of the exchequer",
        "home secretary",
        "secretary of homeland security",
        "monarch",
        "emir",
        "sultan",
        "pope",
        "deputy secretary-general",
        "director-general",
        "president of the general assembly",
        "president of the parliamentary assembly",
        "high commissioner on national minorities",
    ]
)


@dataclass(frozen=True)
class Doubt:
    """Something to say of a row. `near`: a word of the line of the file that it is about."""

    level: Level
    row: Row
    what: str
    remedy: str
    near: str = ""


def doubts(rows: list[Row]) -> Iterator[Doubt]:
    """All that is doubtful in these rows, by themselves and next to each other."""
    places = _places(rows)
    for row in rows:
        if row.entry is None:
            continue
        if not SLUG.fullmatch(row.id):
            remedy = 'write small Latin letters, digits and hyphens, such as "ann-lee"'
            yield Doubt("warning", row, f"the id {shown(row.id)} is not a slug", remedy, "id")
        for name in row.entry.spellings:
            yield from _name(row, name)
        if isinstance(row.entry, Person):
            yield from _person(row, row.entry, places)
        elif row.entry.of is not None:
            yield from _of(row, row.entry.of, places)
    yield from _shared(rows)
    yield from _entities(rows)
    yield from _overlaps(rows)


def shown(words: str, *, marks: bool = True) -> str:
    """The words as a line can have them: of long ones the beginning."""
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return repr(cut) if marks else cut


def _person(row: Row, person: Person, places: dict[str, str]) -> Iterator[Doubt]:
    for office in person.offices:
        yield from _of(row, office.of, places)
        yield from _days(row, office)
    if person.gender is None:
        remedy = 'add gender = "m" or "f", for "he" and "she" to find the person'
        yield Doubt("note", row, "the gender is missing", remedy)
    if not (person.source or person.wikidata) and any(
        office.source is None for office in person.offices
    ):
        remedy = "add source, the address of a public page, or wikidata"
        yield Doubt("note", row, "nothing says where the offices can be looked up", remedy)


def _of(row: Row, of: str, places: dict[str, str]) -> Iterator[Doubt]:
    """`places`: folded name → the name under which offices are looked up."""
    known = places.get(fold(of))
    if known is None:
        remedy = "write a country of countries.toml, or add the body as an [[organization]]"
        yield Doubt("warning", row, f"of = {shown(of)} is no known country or body", remedy, of)
    elif fold(known) != fold(of):
        what = f"of = {shown(of)} is another name of {shown(known)}"
        yield Doubt("warning", row, what, f"write of = {shown(known)}", of)


def _days(row: Row, office: Office) -> Iterator[Doubt]:
    start, end = office.start, office.last
    held = f"{shown(office.title, marks=False)} of {shown(office.of, marks=False)}"
    if start is not None and end is not None and end < start:
        key = "until" if office.end else "as_of"
        what = f"{held}: {key} {end} stands before from {start}"
        yield Doubt("error", row, what, "mend one of the two days", str(end))
    if office.end is not None and office.as_of is not None:
        remedy = "take out as_of, which is for offices of which the end is not known"
        yield Doubt("warning", row, f"{held}: it has both until and as_of", remedy, "as_of")
    for day in (start, end):
        if day is not None and not FIRST_DAY <= day <= dt.date.today():
            when = "before 1900" if day < FIRST_DAY else "in the future"
            remedy = "mend the day, or take it out"
            yield Doubt("warning", row, f"{held}: {day} lies {when}", remedy, str(day))


def _name(row: Row, name: str) -> Iterator[Doubt]:
    for word in name.split(" "):
        odd = [c for c in word if _unwritable(c)]
        scripts = sorted({_script(c) for c in word if c.isalpha()} - {""})
        if odd or not word:
            found = f"{unicodedata.name(odd[0], repr(odd[0])).lower()}" if odd else "space too many"
            what, remedy = (
                f"the name {shown(name)} has a {found}",
                "write it with single plain spaces",
            )
            yield Doubt("warning", row, what, remedy, name)
        if len(scripts) > 1:
            mixed = " and ".join(script.capitalize() for script in scripts)
            remedy = "type the word anew in one script"
            yield Doubt("warning", row, f"{shown(word)} mixes {mixed} letters", remedy, name)


def _unwritable(char: str) -> bool:
    """A control, a format mark or a space other than the plain one."""
    return unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Zs", "Zl", "Zp") and (
        char not in JOINERS
    )


@cache
def _script(letter: str) -> str:
    """The script of a letter, from its Unicode name; "" for modifiers that all scripts have."""
    script = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
    return "" if script == "MODIFIER" else ONE_SCRIPT.get(script, script)


def _shared(rows: list[Row]) -> Iterator[Doubt]:
    """Spellings that two people have, or two bodies: neither is found by them. Those who need
    support have it for one of the two."""
    owner: dict[tuple[str, tuple[str, ...]], Row] = {}
    for row in rows:
        supported = isinstance(row.entry, Person) and row.entry.needs_support
        for name in row.entry.spellings if row.entry and not supported else ():
            other = owner.setdefault((row.kind, fold_words(name)), row)
            if other is not row:
                what = f"the spelling {shown(name)} is also one of {shown(other.id)}"
                yield Doubt("warning", row, what, "take it out of one of the two", name)


def _entities(rows: list[Row]) -> Iterator[Doubt]:
    """Ids in Wikidata that two people have. The table of office holders may say more of somebody
    who stands elsewhere, under the same id."""
    owner: dict[str, Row] = {}
    for row in rows:
        entity = row.entry.wikidata if isinstance(row.entry, Person) else None
        if entity is None:
            continue
        other = owner.setdefault(entity, row)
        if other.id != row.id:
            what = f"wikidata {entity} is also the id of {shown(other.id)}"
            yield Doubt("error", row, what, "mend one of the two, or make them one", entity)


def _overlaps(rows: list[Row]) -> Iterator[Doubt]:
    """Stints in an office of one holder that share more than a handover day with an earlier one:
    each is named once, with that of those before it that ends last."""
    for (title, of), held in _stints(rows).items():
        last = held[0]
        for stint in held[1:]:
            start, end, number = stint
            began, until, before = last
            if start < min(until, end):
                row, other = rows[max(number, before)], rows[min(number, before)]
                held_too = f"{shown(other.id)} holds it too on {start} and after"
                what = f"{title} of {shown(of, marks=False)}: {held_too}"
                remedy = "mend the days of one of the two"
                near = start if row is rows[number] else began
                yield Doubt("warning", row, what, remedy, str(near))
            last = max(last, stint, key=lambda one: one[1])


def _stints(rows: list[Row]) -> dict[tuple[str, str], list[tuple[dt.date, dt.date, int]]]:
    """Folded title and country → (first day, last day, number of the row), by first day, of
    offices that one person holds at a time."""
    stints = defaultdict(list)
    for number, row in enumerate(rows):
        for office in row.entry.offices if isinstance(row.entry, Person) else ():
            if office.start is not None and fold(office.title) in SINGLE:
                key = fold(office.title), fold(office.of)
                stints[key].append((office.start, office.last or dt.date.max, number))
    return {key: sorted(held) for key, held in stints.items()}


def _places(rows: list[Row]) -> dict[str, str]:
    """Folded names of countries and bodies → the one that `of` should have."""
    places = dict(load_places().names)
    for row in rows:
        if isinstance(row.entry, Organization):
            for name in row.entry.spellings:
                places.setdefault(fold(name), row.entry.name)
    return places

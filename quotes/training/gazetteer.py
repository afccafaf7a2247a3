"""Reads a gazetteer of dated offices: who held which of those that the registry has.

The files are `offices.csv.gz`, with one term of office a row, from Wikidata, and
`cia-2019.jsonl.gz`, with the office holders of one day in another romanisation.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from quotes.countries import countries_in
from quotes.places import load_places
from quotes.registry import Office, fold
from quotes.registry.doubts import SINGLE

TITLES = Path(__file__).with_name("officeholders.toml")
SINCE = "1992"
"""Terms that ended before are left out."""

DAY = dt.timedelta(days=1)
EDGES = re.compile(r"^(the )|( (of|in|the|republic|kingdom|respublic))+$")
OF_REALM = re.compile(r" of (the )?[A-Z][\w ]*$")
FORM = re.compile(r"^(The|(Republic|Kingdom|Federated States) of( the)?) ")
CAPITALS = re.compile(r"(?<![a-z])(?:Mc|Mac)?[^\W\d_a-z]{2,}")
NICKNAME = re.compile(r' ?["“(][^"”)]*["”)]')


@dataclass(frozen=True)
class Term:
    """One person's time in an office: the Wikidata id, the name there, and the office."""

    wikidata: str
    name: str
    office: Office

    @property
    def key(self) -> tuple[str, str]:
        """The office, whoever holds it."""
        return fold(self.office.title), fold(self.office.of)


Spelling = tuple[str, str, str, dt.date]
"""Title, country, name, and the day on which that one held the office."""


def read_terms(folder: Path) -> list[Term]:
    """The terms in offices that the registry has, by person and day."""
    with gzip.open(folder / "offices.csv.gz", "rt", encoding="utf8", newline="") as lines:
        terms = [term for row in csv.DictReader(lines) if (term := _term(row)) is not None]
    return joined(_of_one_realm(terms))


def read_spellings(folder: Path) -> list[Spelling]:
    """Those who held an office on a day, in another spelling."""
    found = []
    with gzip.open(folder / "cia-2019.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            last, _, first = row["country"].partition(", ")
            of = _known(f"{first} {last}".strip()) or _known(last)
            title = title_of(row["office"].replace("&", "and"), of) if of else None
            if of and title:
                day = dt.date.fromisoformat(row["snapshot"])
                found.append((title[0], title[1], _calmed(row["person"]), day))
    return found


def title_of(position: str, of: str) -> tuple[str, str] | None:
    """The registry's title for a position in a country or body, and whose office it is; None for a
    position that the registry does not have, or that is of only a part of the country.

    >>> title_of("Minister for Foreign Affairs of Finland", "Finland")
    ('Foreign Minister', 'Finland')
    """
    countries, rest = countries_in(position)
    plain = EDGES.sub("", " ".join(rest)) if countries <= {of} else ""
    whole = re.sub(r"\W+", " ", fold(position)).strip()
    own = [row for row in _titles()["own"] if row["of"] == of]
    replaced = {row.get("instead") for row in own}
    common = [row for row in _titles()["title"] if row["title"] not in replaced]
    for row, texts in [(row, (plain, whole)) for row in own] + [(row, (plain,)) for row in common]:
        if any(re.fullmatch(pattern, text) for pattern in row["patterns"] for text in texts):
            return row["title"], row.get("body", of)
    return None


def joined(terms: list[Term]) -> list[Term]:
    """Terms of one person in one office that follow each other without a gap are one."""
    found: list[Term] = []
    for term in sorted(terms, key=_order):
        last = found[-1] if found else None
        same = last is not None and (last.wikidata, last.key) == (term.wikidata, term.key)
        if last is not None and same and _start(term) <= _last(last) + DAY:
            longer = max(last, term, key=_last).office
            start = last.office.start or term.office.start
            found[-1] = replace(last, office=replace(longer, start=start))
        else:
            found.append(term)
    return found


def told_apart(terms: list[Term], others: list[Term] | None = None) -> list[Term]:
    """Without days on which an office that one person holds at a time is said to be two people's:
    neither holds it then. `others`: terms that are right, and stay as they are."""
    offices: dict[tuple[str, str], tuple[list[Term], list[Term]]] = {}
    for number, some in enumerate((others or [], terms)):
        for term in some:
            offices.setdefault(term.key, ([], []))[number].append(term)
    found = []
    for (title, _), (sure, held) in offices.items():
        if title in SINGLE:
            held = [_ended(one, [*sure, *held]) for one in held]
            held = [_clipped(one, [*sure, *held]) for one in held]
        found += held
    return sorted(found, key=_order)


def _ended(term: Term, held: list[Term]) -> Term:
    """A term whose end is not known, and after whose beginning others held the office, is certain
    on its first day only."""
    start, as_of = term.office.start, term.office.as_of
    if start is None or as_of is None:
        return term
    began = (other.office.start for other in held if other.wikidata != term.wikidata)
    superseded = any(day is not None and start < day < as_of for day in began)
    return replace(term, office=replace(term.office, as_of=start)) if superseded else term


def _clipped(term: Term, held: list[Term]) -> Term:
    """The term up to the day on which another's begins, and from the day on which one that began
    before has ended; undated where nothing is left."""
    office = term.office
    if office.start is None:
        return term
    start, last = office.start, _last(term)
    for other in held:
        began, ended = other.office.start, _last(other)
        if began is None or other.wikidata == term.wikidata:
            continue
        if began <= start < ended:
            start = ended
        elif start < began < last:
            last = began
    if start > last or (start == last and start != office.start):
        return replace(term, office=Office(office.title, office.of))
    if last < _last(term):
        return replace(term, office=replace(office, start=start, end=None, as_of=last))
    return replace(term, office=replace(office, start=start))


def _term(row: dict[str, str]) -> Term | None:
    of = _known(row["country_or_body"])
    title = title_of(row["position"], of) if of else None
    name = OF_REALM.sub("", NICKNAME.sub("", row["person"].split(",")[0])).strip()
    ended = row["until"] or row["as_of"]
    if title is None or " " not in name or not row["person_wikidata"] or ended < SINCE:
        return None
    return Term(row["person_wikidata"], name, _dated(*title, row))


def _dated(title: str, of: str, row: dict[str, str]) -> Office:
    """With the nearest certain days: of "2011" the last one to begin with; to end with the first,
    after which it is not known whether it was held still."""
    start, end = _day(row["from"], last=True), _day(row["until"], last=False)
    whole = len(row["until"]) == len("2011-01-01")
    known = end or dt.date.fromisoformat(row["as_of"])
    if start is None or known < start:
        return Office(title, of, None, end if whole else None)
    return Office(title, of, start, end if whole else None, as_of=None if whole else known)


def _day(words: str, *, last: bool) -> dt.date | None:
    """The day, or the first or last one of a year or month."""
    if not words:
        return None
    year, month, day = (*map(int, words.split("-")), 0, 0)[:3]
    if day:
        return dt.date(year, month, day)
    if not last:
        return dt.date(year, month or 1, 1)
    return dt.date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) - DAY


def _of_one_realm(terms: list[Term]) -> list[Term]:
    """Without the other offices of those who hold one in several countries at once, as the monarch
    of the Commonwealth realms does."""
    chosen = {row["title"]: row["of_many"] for row in _titles()["title"] if "of_many" in row}
    places: dict[tuple[str, str], set[str]] = {}
    for term in terms:
        places.setdefault((term.wikidata, term.office.title), set()).add(term.office.of)
    return [
        term
        for term in terms
        if len(places[term.wikidata, term.office.title]) == 1
        or chosen.get(term.office.title, term.office.of) == term.office.of
    ]


def _known(of: str) -> str | None:
    """The name in countries.toml, or that of a body that has an office of its own."""
    bodies = {row["of"]: row["of"] for row in _titles()["own"]}
    places = load_places()
    return bodies.get(of) or places.country(of) or places.country(FORM.sub("", of), capitals=True)


@lru_cache(maxsize=1)
def _titles() -> dict[str, Any]:
    return tomllib.loads(TITLES.read_text(encoding="utf8"))


def _order(term: Term) -> tuple[Any, ...]:
    return term.wikidata, term.key, _start(term), _last(term)


def _start(term: Term) -> dt.date:
    return term.office.start or term.office.last or dt.date.min


def _last(term: Term) -> dt.date:
    """The last day on which it was held for certain; of what is held still the last of all."""
    return term.office.last or (dt.date.max if term.office.start else dt.date.min)


def _calmed(name: str) -> str:
    """A name whose surname shouts, up to that surname: "Jose Raul MULINO Quintero"."""
    words = NICKNAME.sub("", name).split(",")[0].split()
    loud = [n for n, word in enumerate(words) if CAPITALS.search(word)]
    end = loud[-1] + 1 if loud and loud[0] else len(words)
    return " ".join(_quiet(word) for word in words[:end])


def _quiet(word: str) -> str:
    return CAPITALS.sub(lambda found: found[0].title() if found[0].isupper() else found[0], word)

"""Makes the table of office holders: `python -m quotes.training.officeholders GAZETTEER`.

The people of `speakers.toml` stay as they are there, and where a term of the gazetteer says
otherwise it is left without days. Those of them who are surely in the gazetteer are told with their
Wikidata ids, for `speakers.toml`, where they have none yet.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz

from quotes.pipeline.speakers.names import Name, same_given
from quotes.places import load_places
from quotes.registry import Office, Person, fold, fold_words
from quotes.registry.form import parse, read_rows
from quotes.registry.load import builtin_bytes
from quotes.registry.officeholders import pack_officeholders
from quotes.training.gazetteer import Spelling, Term, read_spellings, read_terms, told_apart

FILE = Path(__file__).parents[1] / "data" / "officeholders.csv.gz"
RANK = re.compile("^(acting|first) ")
ALIKE = 90
"""How much alike, of 100, two names must be for two holders of one office to be one."""
SPELT = 80
"""How much alike two spellings of the only holder of an office on one day must be."""


def build(folder: Path) -> tuple[list[Person], dict[str, str]]:
    """The people of the table, by id, and the Wikidata ids of people of `speakers.toml`.

    `folder`: where `offices.csv.gz` and `cia-2019.jsonl.gz` lie.
    """
    own = [r.entry for r in read_rows(parse(builtin_bytes()))[0] if isinstance(r.entry, Person)]
    terms = read_terms(folder)
    known = known_ids(own, terms)
    by_id = {person.id: person for person in own}
    sure = [
        Term(known.get(person.id, person.id), person.name, office)
        for person in own
        for office in person.offices
    ]
    terms = told_apart(told_apart(terms), sure)
    spelt = spellings(terms, read_spellings(folder))
    owner = {wikidata: id for id, wikidata in known.items()}
    people = list(_people(terms, owner, spelt, by_id))
    return sorted(people, key=lambda person: person.id), known


def known_ids(own: list[Person], terms: list[Term]) -> dict[str, str]:
    """The ids in the registry and in Wikidata of those who are surely the same in both: alike in
    name and in an office and its time, or in the whole name and the country; and of nobody else."""
    found: dict[str, set[str]] = {}
    by_word: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        for word in set(fold_words(term.name)):
            by_word[word].append(term)
    for person in own:
        words = {word for spelling in person.spellings for word in fold_words(spelling)}
        near = [term for word in words for term in by_word[word]]
        found[person.id] = {term.wikidata for term in near if _same(person, term)}
    found |= {person.id: {person.wikidata} for person in own if person.wikidata}
    times = Counter(id for ids in found.values() for id in ids)
    only = {id: next(iter(ids)) for id, ids in found.items() if len(ids) == 1}
    return {id: wikidata for id, wikidata in only.items() if times[wikidata] == 1}


def spellings(terms: list[Term], others: list[Spelling]) -> dict[str, set[str]]:
    """Other names, by Wikidata id, of those who were the only one in an office on a day."""
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        held[term.key].append(term)
    found: dict[str, set[str]] = defaultdict(set)
    for title, of, name, day in others:
        there = [t for t in held[fold(title), fold(of)] if t.office.covers(day)]
        if len(there) == 1 and _score(name, there[0].name) >= SPELT:
            found[there[0].wikidata].add(name)
    return found


def _people(
    terms: list[Term], owner: dict[str, str], spelt: dict[str, set[str]], own: dict[str, Person]
) -> Iterator[Person]:
    offices: dict[str, list[Office]] = defaultdict(list)
    names: dict[str, str] = {}
    for term in sorted(terms, key=lambda term: str(term.office.start or "")):
        offices[term.wikidata].append(term.office)
        names.setdefault(term.wikidata, term.name)
    slugs = Counter(_slug(name) for id, name in names.items() if id not in owner)
    slugs.update(own.keys())
    for wikidata, held in offices.items():
        name = names[wikidata]
        if wikidata in owner:
            person = own[owner[wikidata]]
            has = {(fold(office.title), fold(office.of)) for office in person.offices}
            held = [o for o in held if (fold(o.title), fold(o.of)) not in has]
            id, name = person.id, person.name
        else:
            slug = _slug(name)
            id = slug if slugs[slug] == 1 else f"{slug}-{wikidata.lower()}"
        if held:
            other = {s for s in spelt.get(wikidata, ()) if fold_words(s) != fold_words(name)}
            more = () if wikidata in owner else tuple(sorted(other))
            yield Person(id, name, more, offices=tuple(held), wikidata=wikidata)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _same(person: Person, term: Term) -> bool:
    name = fold_words(term.name)
    whole = len(name) > 1 and any(fold_words(s) == name for s in person.spellings)
    if whole and any(o.of == term.office.of or _is_body(o.of) for o in person.offices):
        return True
    held = [office for office in person.offices if _office_of(office) == _office_of(term.office)]
    return any(_meet(office, term.office) for office in held) and any(
        _alike(fold_words(spelling), name) for spelling in person.spellings
    )


def _office_of(office: Office) -> tuple[str, str]:
    """The office, of whatever rank: an acting president is one, too."""
    return RANK.sub("", fold(office.title)), fold(office.of)


def _is_body(of: str) -> bool:
    return load_places().country(of) is None


def _meet(one: Office, other: Office) -> bool:
    """True if one of the two began while the other was held; either may lack its days."""
    if one.start is None or other.start is None:
        return True
    return one.covers(other.start) or other.covers(one.start)


def _alike(one: Name, other: Name) -> bool:
    """True if two names may be one person's: nearly the same letters, or one shortens the other."""
    if len(set(one) & set(other)) > 1 and (set(one) <= set(other) or set(other) <= set(one)):
        return True
    if one[-1] == other[-1] and len(one) > 1 and len(other) > 1 and same_given(one[0], other[0]):
        return True
    return fuzz.token_sort_ratio(" ".join(one), " ".join(other)) >= ALIKE


def _score(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(" ".join(fold_words(one)), " ".join(fold_words(other)))


def main(folder: Path) -> None:
    """Write the table, and print the Wikidata ids that `speakers.toml` lacks."""
    people, known = build(folder)
    FILE.write_bytes(pack_officeholders(people))
    print(f"{len(people)} people, {sum(len(p.offices) for p in people)} offices in {FILE.name}")
    rows, _ = read_rows(parse(builtin_bytes()))
    for row in rows:
        if isinstance(row.entry, Person) and row.entry.wikidata is None and row.id in known:
            print(f'{row.id}: wikidata = "{known[row.id]}"')


if __name__ == "__main__":
    main(Path(sys.argv[1]))

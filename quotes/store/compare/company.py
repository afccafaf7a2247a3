"""Counts those who are quoted in the same articles as somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from quotes.store.compare.sampling import sample
from quotes.store.db.asking import Reader, among_numbers, ask, parts_of, where
from quotes.store.db.errors import readable
from quotes.store.query.filters import Filters, check_limit
from quotes.store.records import Companion, Company
from quotes.store.speakers.finding import NAMED, Finder
from quotes.store.speakers.people import Persons, people_of

MOST = 300
"""Quotes whose articles are looked at."""


def beside_whom(reader: Reader, name: str, filters: Filters, limit: int | None) -> Company:
    """See `quotes.store.Store.beside_whom`."""
    check_limit(limit)
    finder = Finder(reader)
    person = finder.find(name).person
    chosen = filters.chosen(reader)
    theirs = sample(reader, replace(chosen, speakers=person.ids), "quotes.article", MOST)
    articles = sorted({row[0] for row in theirs.rows})
    found: dict[int, set[int]] = defaultdict(set)
    for part in parts_of(articles):
        there = f"quotes.article IN {among_numbers(part)}"
        others = f"quotes.speaker_id NOT IN {among_numbers(person.ids)}"
        asked = "SELECT DISTINCT quotes.speaker_id, quotes.article FROM quotes"
        rows = ask(reader, f"{asked} {where([*chosen.conditions, there, others])}", chosen.values)
        for speaker, article in rows:
            found[speaker].add(article)
    with readable():
        return Company(
            name=finder.called([person])[0],
            others=tuple(_companions(reader, finder, found, limit)),
            looked_at=len(articles),
            quotes=len(theirs.rows),
            of=theirs.of,
        )


def _companions(
    reader: Reader, finder: Finder, found: dict[int, set[int]], limit: int | None
) -> Iterator[Companion]:
    """Those with names of their own: "officials" are many, whatever they are called. So many of
    them, and nothing is asked of those who come after."""
    theirs = Persons(reader).group(found.items())
    many = {
        first: len(set().union(*(articles for _, articles in some)))
        for first, some in theirs.items()
    }
    ranked = sorted(many, key=lambda first: (-many[first], first))
    left = len(ranked) if limit is None else limit
    for part in parts_of(ranked):
        people = {person.ids[0]: person for person in people_of(reader, part)}
        for first in part:
            person = people.get(first)
            if left and person and person.type in NAMED:
                left -= 1
                yield Companion(
                    name=finder.called([person])[0],
                    id=person.registry_id,
                    type=person.type,
                    articles=many[first],
                )
        if not left:
            return

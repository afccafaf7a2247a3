"""Names, bylines and files beside quotes, in tables for people: the name is that of the person over
all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quotes.records import Quote, SpeakerType
from quotes.store.db.asking import Reader, among, ask
from quotes.store.records.summaries import Beside
from quotes.store.schema.values import id_of, stored_id
from quotes.store.speakers.people import Persons, best_name, counts_of, people_of

TOGETHER = 500
"""Quotes that are looked up at once."""

_BESIDE = """
SELECT quotes.id AS id, quotes.speaker_id AS speaker, articles.byline AS byline,
       articles.stored AS stored, article_places.place AS place
FROM quotes JOIN articles ON articles.key = quotes.article
LEFT JOIN article_places ON article_places.article = articles.key
WHERE quotes.id IN {ids}
"""


def with_beside(reader: Reader, found: Iterable[Quote]) -> Iterator[tuple[Quote, Beside]]:
    """Stored quotes with what stands beside them, as they come."""
    persons, known = Persons(reader), dict[int, tuple[str, str]]()
    rest = iter(found)
    while some := list(islice(rest, TOGETHER)):
        yield from zip(some, _beside(reader, some, persons, known), strict=True)


def _beside(
    reader: Reader, some: Sequence[Quote], persons: Persons, known: dict[int, tuple[str, str]]
) -> Iterator[Beside]:
    ids, values = among("id", [stored_id(quote.id, reader.dialect) for quote in some])
    rows = {id_of(row.id): row for row in ask(reader, _BESIDE.format(ids=ids), values)}
    for quote in some:
        row, who = rows.get(quote.id), quote.speaker
        name, id = (who.name, _id(who.id, who.type, who.name)) if who else (None, None)
        if row is None:  # gone meanwhile
            yield Beside(speaker=name, speaker_id=id)
            continue
        if row.speaker in persons.not_alone:
            person = persons.person_of(row.speaker)
            if person not in known:
                known[person] = _person(reader, person)
            name, id = known[person]
        yield Beside(
            speaker=name, speaker_id=id, byline=row.byline, file=row.place, stored=row.stored
        )


def _id(registry_id: str | None, type: SpeakerType, name: str) -> str:
    return registry_id or f"{type}:{name}"


def _person(reader: Reader, id: int) -> tuple[str, str]:
    """The name to show of the person of a row of `speakers`, and the id."""
    (person,) = people_of(reader, [id])
    many = Counter(counts_of(reader, person.ids))
    name = best_name([(row.name, many[row.id]) for row in person.rows])
    return name, _id(person.registry_id, person.type, name)

"""A page of one speaker (names, roles, offices, when and where they were quoted) and of one saying
(where else it stands)."""

from __future__ import annotations

from dataclasses import replace

from quotes.records import Quote, Saying
from quotes.store.db.asking import Reader, Row, ask, ask_each, where
from quotes.store.db.errors import readable
from quotes.store.query.chosen import DAY, Chosen
from quotes.store.query.conflicts import conflicts_of
from quotes.store.query.counting import NAME, WHAT, counts
from quotes.store.query.filters import Filters
from quotes.store.query.listing import load_quotes
from quotes.store.query.reading import key_of
from quotes.store.query.unique import FIRST_SEEN, load_sayings
from quotes.store.records import Count, Occurrence, SayingPage, SpeakerPage
from quotes.store.schema.values import day_of, earliest_first, id_of
from quotes.store.speakers.finding import Finder
from quotes.store.speakers.people import best_name

_OTHERS = f"""
SELECT quotes.id AS id, articles.id AS article_id, articles.publisher AS publisher,
       articles.date AS date, quotes.text AS text
FROM quotes JOIN articles ON articles.key = quotes.article
WHERE quotes.key IN (
    SELECT others.quote FROM sayings AS others
    JOIN sayings AS mine ON mine.saying = others.saying
    WHERE mine.quote = :key AND others.quote <> :key
)
ORDER BY {FIRST_SEEN}
"""


def speaker_page(reader: Reader, name: str, filters: Filters) -> SpeakerPage:
    """What is stored of the speaker whom `name` means, as far as the filters let it through.

    Raises UsageError for a name that is not stored, AmbiguousError for one that means several.
    """
    person = Finder(reader).find(name).person
    chosen = replace(filters.chosen(reader), speakers=person.ids)

    def of(what: str) -> tuple[Count, ...]:
        return tuple(counts(reader, WHAT[what], chosen))

    names = tuple(counts(reader, NAME, chosen))
    shown = names or tuple(Count(value=row.name, count=0) for row in person.rows)
    with readable():
        return SpeakerPage(
            name=best_name([(entry.value, entry.count) for entry in shown]),
            id=person.registry_id,
            type=person.type,
            wikidata=person.wikidata,
            count=sum(entry.count for entry in names),
            names=names,
            roles=of("role"),
            affiliations=of("affiliation"),
            offices=of("office"),
            kinds=of("kind"),
            publishers=of("publisher"),
            months=tuple(sorted(of("month"), key=lambda month: month.value)),
            first=_end(reader, chosen, earliest_first(f"({DAY})")),
            last=_end(reader, chosen, f"{DAY} DESC"),
        )


def saying_page(reader: Reader, quote_id: str) -> SayingPage:
    """The quote of this id, or of the only id that begins so, and all that say the same."""
    key = key_of(reader, quote_id)
    (saying,) = load_sayings(reader, [key])
    others = tuple(_occurrence(row) for row in ask(reader, _OTHERS, {"key": key}))
    fields = {name: getattr(saying, name) for name in Saying.model_fields}
    return SayingPage(**fields, others=others, conflicts=tuple(conflicts_of(reader, key)))


def _occurrence(row: Row) -> Occurrence:
    with readable(row.article_id):
        return Occurrence(
            id=id_of(row.id),
            article_id=row.article_id,
            publisher=row.publisher,
            date=day_of(row.date),
            text=row.text,
        )


def _end(reader: Reader, chosen: Chosen, order: str) -> Quote | None:
    """The first or last quote with a day; without any day, the first that was stored."""
    asked = f"SELECT quotes.key FROM quotes {where(chosen.conditions)}"
    keys = ask_each(reader, f"{asked} ORDER BY {order}, quotes.key LIMIT 1", chosen.values)
    return load_quotes(reader, keys)[0] if keys else None

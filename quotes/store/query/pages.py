"""A page of one article (its text, its quotes), of one speaker (names, roles, offices, when and
where they were quoted) and of one saying (where else it stands, and in which wordings)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from quotes.records import Quote, Saying
from quotes.store.db.asking import Reader, Row, ask, ask_each, where
from quotes.store.db.errors import readable
from quotes.store.query.articles import list_articles
from quotes.store.query.chosen import DAY, Chosen
from quotes.store.query.conflicts import conflicts_of
from quotes.store.query.counting import WHAT, counts
from quotes.store.query.evidence import run_of, storing_of
from quotes.store.query.filters import Filters
from quotes.store.query.labels import labels_of
from quotes.store.query.listing import load_quotes
from quotes.store.query.reading import get_article, key_of
from quotes.store.query.shares import shares_of
from quotes.store.query.unique import load_sayings
from quotes.store.query.wordings import occurrences_of, whole_of, wordings_of
from quotes.store.records import ArticlePage, Count, Held, SayingPage, SpeakerPage
from quotes.store.schema.values import day_of
from quotes.store.speakers.finding import Finder
from quotes.store.speakers.people import best_name

WIKIDATA = "https://www.wikidata.org/wiki/"

_LABELLED = ("role", "affiliation", "office")

_FACTS = ", ".join(
    (*(f"quotes.{name}" for name in ("speaker_id", *_LABELLED)), "articles.publisher")
)

_OF_ARTICLE = "SELECT quotes.key FROM quotes WHERE quotes.article = :article"

_THEIRS = f"""
SELECT {_FACTS}, count(*) AS many, min(nullif({DAY}, 0)) AS first, max({DAY}) AS last
FROM quotes JOIN articles ON articles.key = quotes.article
"""


def article_page(reader: Reader, article_id: str) -> ArticlePage:
    """The article of this id with all its quotes; UsageError where there is none."""
    article = get_article(reader, article_id)
    stored = storing_of(reader, article_id)
    keys = ask_each(reader, _OF_ARTICLE, {"article": stored.key})
    found = sorted(load_sayings(reader, keys), key=lambda one: (one.content, one.kind))
    (summary,) = list_articles(reader, Filters(article=article_id, act="all", factuality="all"))
    words, quoted, shares = shares_of(article.text, found)
    return ArticlePage(
        article=article,
        summary=summary,
        digest=stored.digest,
        stored=stored.stored,
        version=stored.version,
        found_by=run_of(stored),
        quotes=tuple(found),
        words=words,
        quoted=quoted,
        shares=shares,
    )


def speaker_page(reader: Reader, name: str, filters: Filters) -> SpeakerPage:
    """The page of the speaker whom `name` means, of those quotes that the filters let through.

    Raises UsageError for a name that is not stored, AmbiguousError for one that means several.
    """
    person = Finder(reader).find(name).person
    chosen = replace(filters.chosen(reader), speakers=person.ids)
    asked = f"{_THEIRS} {where(chosen.conditions)} GROUP BY {_FACTS}"
    theirs = ask(reader, asked, chosen.values)
    days = [day for row in theirs for day in (row.first, row.last) if day]

    def of(what: str) -> tuple[Count, ...]:
        return tuple(counts(reader, WHAT[what], chosen))

    with readable():
        names = _counts(theirs, "speaker_id", {row.id: row.name for row in person.rows})
        shown = names or tuple(Count(value=row.name, count=0) for row in person.rows)
        labelled = {name: _labelled(reader, theirs, name) for name in _LABELLED}
        return SpeakerPage(
            name=best_name([(entry.value, entry.count) for entry in shown]),
            id=person.registry_id,
            type=person.type,
            wikidata=person.wikidata,
            wikidata_url=person.wikidata and WIKIDATA + person.wikidata,
            count=sum(entry.count for entry in names),
            names=names,
            roles=labelled["role"],
            affiliations=labelled["affiliation"],
            offices=labelled["office"],
            held=_held(person.registry_id),
            kinds=of("kind"),
            publishers=_counts(theirs, "publisher"),
            months=tuple(sorted(of("month"), key=lambda month: month.value)),
            first=_on(reader, chosen, min(days, default=0)),
            last=_on(reader, chosen, max(days, default=0)),
        )


def saying_page(reader: Reader, quote_id: str) -> SayingPage:
    """The quote of this id, or of the only id that begins so, and all that say the same."""
    key = key_of(reader, quote_id)
    (saying,) = load_sayings(reader, [key])
    every = occurrences_of(reader, key)
    whole = whole_of(list(every.values()))
    fields = {name: getattr(saying, name) for name in Saying.model_fields}
    return SayingPage(
        **fields,
        others=tuple(one for other, one in every.items() if other != key),
        conflicts=tuple(conflicts_of(reader, key)),
        whole=whole,
        wordings=tuple(wordings_of(whole, list(every.values()))),
    )


def _labelled(reader: Reader, theirs: list[Row], name: str) -> tuple[Count, ...]:
    keys = sorted({getattr(row, name) for row in theirs} - {None})
    return _counts(theirs, name, labels_of(reader, keys))


def _counts(
    theirs: list[Row], column: str, values: Mapping[int, str] | None = None
) -> tuple[Count, ...]:
    """How often each value of a column occurs, with days, the most frequent first; `values`: the
    words of what the column has, None where it has these itself."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in theirs:
        if (key := getattr(row, column)) is not None:
            rows[key if values is None else values[key]].append(row)
    found = [
        Count(
            value=value,
            count=sum(row.many for row in some),
            first=day_of(min((row.first for row in some if row.first), default=0)),
            last=day_of(max(row.last for row in some)),
        )
        for value, some in rows.items()
    ]
    return tuple(sorted(found, key=lambda count: (-count.count, count.value)))


def _held(registry_id: str | None) -> tuple[Held, ...]:
    """The offices that the registry knows of a person, in the order that it has them."""
    if registry_id is None:
        return ()
    from quotes.registry import load_registry

    person = load_registry().person(registry_id)
    return tuple(
        Held(
            title=office.title,
            of=office.of,
            first=office.start,
            last=office.end,
            as_of=office.as_of,
            source=office.source or (person.source if person else None),
        )
        for office in (person.offices if person else ())
    )


def _on(reader: Reader, chosen: Chosen, day: int) -> Quote | None:
    """The quote of this day that was stored first; of 0 one of no day."""
    its = "(quotes.day = :its OR (quotes.day = 0 AND quotes.said_on = :its))"
    asked = f"SELECT min(quotes.key) FROM quotes {where([*chosen.conditions, its])}"
    keys = [key for key in ask_each(reader, asked, chosen.values | {"its": day}) if key is not None]
    return load_quotes(reader, keys)[0] if keys else None

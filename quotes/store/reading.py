"""Questions to the database, besides full-text search."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from quotes.errors import UsageError
from quotes.records import Article, Quote, Saying
from quotes.store.filters import NEWEST_FIRST, Filters, check_limit
from quotes.store.people import Person, best_name, group
from quotes.store.records import ArticleSummary, Occurrence, SayingPage, SpeakerSummary
from quotes.store.rows import DAY, article_of, quote_of, select_quotes
from quotes.store.schema import articles, quotes, sayings, speakers
from quotes.store.unique import FIRST_SEEN, choose_sayings, load_sayings

_CANDIDATES = 4
"""So many ids are shown where the beginning of one fits several."""


def list_quotes(
    connection: Connection, filters: Filters, limit: int | None, *, unique: bool
) -> list[Quote]:
    """Newest first; those of one article in the order of its text. Unique: one of each saying."""
    chosen = select_quotes().where(*filters.conditions(connection)).order_by(*NEWEST_FIRST)
    if unique:
        return [*load_sayings(connection, choose_sayings(connection, chosen, check_limit(limit)))]
    return [quote_of(row) for row in connection.execute(chosen.limit(check_limit(limit)))]


def saying_page(connection: Connection, quote_id: str) -> SayingPage:
    """The quote of this id, or of the only id that begins so, and all that say the same."""
    id = _row_of(connection, quote_id.strip()).id
    (key,) = connection.execute(select(quotes.c.key).where(quotes.c.id == id)).scalars()
    (saying,) = load_sayings(connection, [key])
    mine = select(sayings.c.saying).where(sayings.c.quote == key)
    same = select(sayings.c.quote).where(sayings.c.saying.in_(mine), sayings.c.quote != key)
    shown = (quotes.c.id, quotes.c.article_id, articles.c.publisher, articles.c.date, quotes.c.text)
    chosen = select(*shown).join(articles).where(quotes.c.key.in_(same)).order_by(*FIRST_SEEN)
    others = tuple(Occurrence(**row._mapping) for row in connection.execute(chosen))
    fields = {name: getattr(saying, name) for name in Saying.model_fields}
    return SayingPage(**fields, others=others)


def get_quote(connection: Connection, quote_id: str) -> tuple[Quote, Article]:
    """The quote of this id, or of the only id that begins so, and its article."""
    quote = quote_of(_row_of(connection, quote_id.strip()))
    row = connection.execute(select(articles).where(articles.c.id == quote.article_id)).one()
    return quote, article_of(row)


def list_speakers(connection: Connection, filters: Filters) -> list[SpeakerSummary]:
    """Everyone who has a quote, the most quoted first."""
    totals = (
        func.count().label("count"),
        func.min(DAY).label("first"),
        func.max(DAY).label("last"),
    )
    rows = connection.execute(
        select(speakers, *totals)
        .select_from(quotes.join(articles).join(speakers))
        .where(*filters.conditions(connection))
        .group_by(speakers.c.id)
        .order_by(func.count().desc(), speakers.c.name, speakers.c.id)
    )
    found = map(_summary, group(rows, connection))
    return sorted(found, key=lambda speaker: -speaker.count)


def list_articles(connection: Connection) -> list[ArticleSummary]:
    """All articles, newest first, each with the number of all its quotes."""
    from quotes.store.stories import list_versions

    shown = (articles.c.id, articles.c.title, articles.c.date, articles.c.publisher)
    rows = connection.execute(
        select(*shown, func.count(quotes.c.key).label("count"))
        .select_from(articles.outerjoin(quotes))
        .group_by(articles.c.id)
        .order_by(articles.c.date.desc().nulls_last(), articles.c.id)
    )
    versions = list_versions(connection)
    return [ArticleSummary(**row._mapping, **_story_of(row.id, versions)) for row in rows]


def _story_of(article_id: str, versions: dict[str, list[str]]) -> dict[str, Any]:
    same = versions.get(article_id, [article_id])
    return {"versions": len(same), "version_of": same[0] if same[0] != article_id else None}


def _row_of(connection: Connection, start: str) -> Row[Any]:
    if not start:
        raise UsageError("no id given: name a quote by the beginning of its id")
    fits = func.substr(quotes.c.id, 1, len(start)) == start
    chosen = select_quotes().where(fits).order_by(quotes.c.id).limit(_CANDIDATES)
    rows = connection.execute(chosen).all()
    if not rows:
        raise UsageError(f"no quote '{start}' is stored: take an id from 'quotes list'")
    if len(rows) > 1 and rows[0].id != start:
        ids = ", ".join(row.id for row in rows)
        raise UsageError(f"'{start}' begins several ids ({ids}): give more of it")
    return rows[0]


def _summary(person: Person) -> SpeakerSummary:
    """One speaker, of rows with `count`, `first` and `last`, under the fullest name."""
    rows = person.rows
    days = [day for row in rows for day in (row.first, row.last) if day is not None]
    return SpeakerSummary(
        name=best_name([(row.name, row._mapping["count"]) for row in rows]),
        id=next((row.registry_id for row in rows if row.registry_id is not None), None),
        type=person.type,
        count=sum(row._mapping["count"] for row in rows),
        first=min(days, default=None),
        last=max(days, default=None),
    )

"""Putting articles and their quotes into the database, and taking them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Row,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from quotes.records import Article, Quote, Run, Speaker, digest_of
from quotes.store.asking import Reader, ask, ask_each, parts_of
from quotes.store.bulk import copy_rows, insert_rows
from quotes.store.changing import note_changes
from quotes.store.index import index_of
from quotes.store.making import (
    QUOTE_COLUMNS,
    article_row,
    facts_of,
    places_of,
    quote_row,
)
from quotes.store.names import fold
from quotes.store.rows import (
    LABELS,
    SELECT_ARTICLES,
    SELECT_QUOTES,
    article_of,
    quote_of,
)
from quotes.store.same_article import forget_article_keys, place_of, write_article_keys
from quotes.store.sayings import forget_keys
from quotes.store.schema import (
    article_history,
    articles,
    inputs,
    labels,
    quotes,
    runs,
    speaker_words,
    speakers,
)
from quotes.store.stories import forget_article
from quotes.store.verdicts import Work, judged, link

Status = Literal["new", "unchanged", "older", "changed"]
OLDER = 50
"""Articles that are read at once to be read anew."""


_BY_OTHERS = """
articles.text <> '' AND articles.run IN (
    SELECT runs.key FROM runs
    WHERE NOT (runs.version = :version AND runs.model = :model AND runs.settings = :settings)
)
"""
"""Articles of other runs; imported ones have no text in which anything could be found anew."""


def statuses_of(
    connection: Connection, found: Collection[Article], run: Run | None
) -> dict[str, Status]:
    """How articles stand to the stored ones of the same ids; without a run, it is not asked."""
    told = (articles.c.id, articles.c.digest, runs.c.version, runs.c.model, runs.c.settings)
    chosen = select(*told).select_from(articles.join(runs))
    stored: dict[str, Row[Any]] = {}
    for part in parts_of([article.id for article in found]):
        rows = connection.execute(chosen.where(articles.c.id.in_(part)))
        stored |= {row.id: row for row in rows}
    return {article.id: _status(article, stored.get(article.id), run) for article in found}


def older_articles(reader: Reader, run: Run, after: int) -> list[tuple[int, Article]]:
    """Some articles that another run has read, with their keys, those after a key."""
    of_others = f"{SELECT_ARTICLES} WHERE {_BY_OTHERS} AND articles.key > :after"
    chosen = f"{of_others} ORDER BY articles.key LIMIT {OLDER}"
    rows = ask(reader, chosen, _same(run) | {"after": after})
    return [(row.key, article_of(row)) for row in rows]


def count_older(reader: Reader, run: Run) -> int:
    """How many articles another run has read."""
    counted = f"SELECT count(*) FROM articles WHERE {_BY_OTHERS}"
    (count,) = ask_each(reader, counted, _same(run))
    return int(count)


def put(connection: Connection, batch: Sequence[Work], run: Run) -> list[int]:
    """Store articles that are not there yet, with their quotes; returns the articles' keys."""
    batch = judged(connection, batch)
    first = next_key(connection, articles.c.key)
    common = {"run": _run_key(connection, run), "version": 1, "stored": now()}
    places = _label_keys(connection, {places_of(article) for article, _ in batch})
    rows = [
        article_row(article, places, key=key, **common)
        for key, (article, _) in enumerate(batch, start=first)
    ]
    order = [column.name for column in articles.columns]
    insert_rows(connection, articles, ([row[name] for name in order] for row in rows))
    keys = [row["key"] for row in rows]
    write_article_keys(connection, dict(zip(keys, (article for article, _ in batch), strict=True)))
    put_quotes(connection, dict(zip(keys, (found for _, found in batch), strict=True)))
    link(connection, batch)
    return keys


def put_quotes(connection: Connection, found: Mapping[int, Sequence[Quote]]) -> None:
    """Store quotes by their articles' keys, and put their words in the index."""
    every = [quote for some in found.values() for quote in some]
    named = {getattr(quote, name) for quote in every for name in LABELS}
    known: dict[Any, int | None] = {None: None, **_label_keys(connection, named - {None})}
    who = _speaker_keys(connection, {quote.speaker for quote in every if quote.speaker})
    first = next_key(connection, quotes.c.key)
    places = ((article, quote) for article, some in found.items() for quote in some)
    rows = (
        quote_row(
            quote,
            key=key,
            article=article,
            speaker=who[quote.speaker] if quote.speaker else None,
            labels=known,
            dialect=connection.dialect.name,
        )
        for key, (article, quote) in enumerate(places, start=first)
    )
    with index_of(connection).taking_in(connection, first, len(every)):
        copy_rows(connection, "quotes", QUOTE_COLUMNS, rows)


def replace(connection: Connection, article: Article, found: Sequence[Quote], run: Run) -> int:
    """Put an article in the place of the stored one, which is kept in the history.

    What became of its quotes is written down. Returns its key.
    """
    (row,) = ask(connection, f"{SELECT_ARTICLES} WHERE articles.id = :id", {"id": article.id})
    before, old = article_of(row), quotes_in(connection, row.key)
    ((_, found),) = work = judged(connection, [(article, found)])
    run_key = _run_key(connection, run)
    # Quotes go first: their entries in the index were made with the old title.
    remove_quotes(connection, row.key, old)
    is_changed = before.model_copy(update={"place": article.place}) != article
    if is_changed:
        forget_article(connection, row.key, before)
        connection.execute(delete(inputs))  # one of them may hold what was there before
        _keep(connection, row, before, article)
    version = row.version + is_changed
    places = _label_keys(connection, {places_of(article)})
    new = article_row(article, places, key=row.key, run=run_key, version=version, stored=now())
    connection.execute(update(articles).where(articles.c.key == row.key).values(new))
    _let_be_found(connection, row.key, before, article)
    put_quotes(connection, {row.key: found})
    link(connection, work)
    forget_the_silent(connection, (speaker for _, _, speaker in old))
    note_changes(
        connection,
        (before, [quote for _, quote, _ in old]),
        (article, found),
        run=run_key,
        at=now(),
    )
    return int(row.key)


def quotes_in(reader: Reader, article: int) -> list[tuple[int, Quote, int | None]]:
    """(key, the quote, its speaker's id) of all quotes of an article, in their order."""
    chosen = f"{SELECT_QUOTES} WHERE quotes.article = :article ORDER BY quotes.key"
    rows = ask(reader, chosen, {"article": article})
    return [(row.key, quote_of(row), row.speaker_id) for row in rows]


def remove_quotes(
    connection: Connection, article: int, old: Iterable[tuple[int, Quote, int | None]]
) -> None:
    """Take the quotes of an article out, with whatever they are looked up by."""
    forget_keys(connection, {key: quote for key, quote, _ in old})
    connection.execute(delete(quotes).where(quotes.c.article == article))


def forget_the_silent(connection: Connection, spoke: Iterable[int | None]) -> None:
    """Drop those of the speakers, by their keys, of whom no quote is left."""
    keys = sorted({speaker for speaker in spoke if speaker is not None})
    speaks = exists().where(quotes.c.speaker_id == speakers.c.id)
    for part in parts_of(keys):
        connection.execute(delete(speakers).where(speakers.c.id.in_(part), ~speaks))


def next_key(connection: Connection, column: Any) -> int:
    """The next number for a column of keys; good until the transaction's end."""
    return (connection.execute(select(func.max(column))).scalar() or 0) + 1


def now() -> str:
    """The time, to the second, in UTC."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _same(run: Run) -> dict[str, str]:
    return {"version": run.version, "model": run.model, "settings": run.settings}


def _status(article: Article, row: Row[Any] | None, run: Run | None) -> Status:
    if row is None:
        return "new"
    if row.digest != digest_of(article):
        return "changed"
    found_by = Run(version=row.version, model=row.model, settings=row.settings)
    return "unchanged" if run in (None, found_by) else "older"


def _run_key(connection: Connection, run: Run) -> int:
    known = {"version": run.version, "model": run.model, "settings": run.settings}
    same = select(runs.c.key).where(*(runs.c[name] == value for name, value in known.items()))
    key = connection.execute(same).scalar()
    if key is None:
        key = next_key(connection, runs.c.key)
        connection.execute(insert(runs).values(key=key, since=now(), **known))
    return int(key)


def _let_be_found(connection: Connection, key: int, before: Article, after: Article) -> None:
    """By what the article is now; where it lies is what is known of it last."""
    forget_article_keys(connection, key, before)
    placed = after.model_copy(update={"place": place_of(after) or before.place})
    write_article_keys(connection, {key: placed})


def _keep(connection: Connection, row: Row[Any], before: Article, after: Article) -> None:
    """Write down what the article was; its text only where that is what changed."""
    connection.execute(
        insert(article_history).values(
            article=row.key,
            version=row.version,
            stored=row.stored,
            facts=facts_of(before),
            text=None if before.text == after.text else before.text,
        )
    )


def _label_keys(connection: Connection, values: set[str]) -> dict[str, int]:
    """The keys of labels, made where there are none."""
    known: dict[str, int] = {}
    for part in parts_of(sorted(values)):
        rows = connection.execute(select(labels).where(labels.c.value.in_(part)))
        known |= {row.value: row.key for row in rows}
    new = sorted(values - known.keys())
    first = next_key(connection, labels.c.key) if new else 0
    made = {value: key for key, value in enumerate(new, start=first)}
    insert_rows(connection, labels, ((key, value, fold(value)) for value, key in made.items()))
    return known | made


def _speaker_keys(connection: Connection, found: Collection[Speaker]) -> dict[Speaker, int]:
    """The keys of the rows for these speakers, made where there are none."""
    known: dict[Speaker, int] = {}
    for part in parts_of(sorted({speaker.name for speaker in found})):
        for row in connection.execute(select(speakers).where(speakers.c.name.in_(part))):
            known[Speaker(name=row.name, id=row.registry_id, type=row.type)] = row.id
    new = sorted(set(found) - known.keys(), key=lambda who: (who.name, who.type, who.id or ""))
    first = next_key(connection, speakers.c.id) if new else 0
    made = {speaker: key for key, speaker in enumerate(new, start=first)}
    rows = [(key, who.name, fold(who.name), who.type, who.id) for who, key in made.items()]
    insert_rows(connection, speakers, rows)
    words = ((word, row[0]) for row in rows for word in sorted(set(row[2].split())))
    insert_rows(connection, speaker_words, words)
    return known | made

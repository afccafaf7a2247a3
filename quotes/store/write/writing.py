"""Putting articles and their quotes into the database, and taking them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from quotes.records import Article, Quote, Run, Speaker, digest_of
from quotes.store.db.asking import (
    Reader,
    Row,
    among,
    among_numbers,
    ask,
    ask_each,
    next_number,
    parts_of,
)
from quotes.store.db.connection import Connection
from quotes.store.query import tallies
from quotes.store.query.conflicts import keep_same_words
from quotes.store.query.rows import (
    LABELS,
    SELECT_ARTICLES,
    SELECT_QUOTES,
    article_of,
    quote_of,
)
from quotes.store.sayings.sayings import forget_keys
from quotes.store.sayings.stories import forget_article
from quotes.store.schema.values import as_json
from quotes.store.search.kinds import index_of
from quotes.store.speakers.names import fold
from quotes.store.write.changing import note_changes
from quotes.store.write.making import (
    ARTICLE_COLUMNS,
    QUOTE_COLUMNS,
    article_row,
    facts_of,
    places_of,
    quote_row,
)
from quotes.store.write.same_article import forget_article_keys, place_of, write_article_keys
from quotes.store.write.verdicts import Work, judged, link

Status = Literal["new", "unchanged", "older", "changed"]
OLDER = 50
"""Articles that are read at once to be read anew."""

OF_ARTICLE = "quotes.article = :article"

_BY_OTHERS = """
articles.text <> '' AND articles.run IN (
    SELECT runs.key FROM runs
    WHERE NOT (runs.version = :version AND runs.model = :model AND runs.settings = :settings)
)
"""
"""Articles of other runs; imported ones have no text in which anything could be found anew."""

_STORED = """
SELECT articles.id AS id, articles.digest AS digest, runs.version AS version, runs.model AS model,
       runs.settings AS settings
FROM articles JOIN runs ON runs.key = articles.run WHERE articles.id IN {ids}
"""

_CHANGE = f"""
UPDATE articles SET {", ".join(f"{name} = :{name}" for name in ARTICLE_COLUMNS[1:])}
WHERE key = :key
"""

_KEEP = """
INSERT INTO article_history (article, version, stored, facts, text)
VALUES (:article, :version, :stored, :facts, :text)
"""

_SAME_RUN = """
SELECT runs.key FROM runs
WHERE runs.version = :version AND runs.model = :model AND runs.settings = :settings
"""
_NEW_RUN = """
INSERT INTO runs (key, version, model, settings, since)
VALUES (:key, :version, :model, :settings, :since)
"""

_SILENT = """
DELETE FROM speakers WHERE id IN {ids}
AND NOT EXISTS (SELECT 1 FROM quotes WHERE quotes.speaker_id = speakers.id)
"""

_SPEAKERS = """
SELECT speakers.id AS id, speakers.name AS name, speakers.type AS type,
       speakers.registry_id AS registry_id, speakers.wikidata AS wikidata
FROM speakers WHERE speakers.name IN {names}
"""

_LEARN = "UPDATE speakers SET wikidata = :wikidata WHERE id = :id"


def statuses_of(reader: Reader, found: Collection[Article], run: Run | None) -> dict[str, Status]:
    """How articles stand to the stored ones of the same ids; without a run, it is not asked."""
    stored: dict[str, Row] = {}
    for part in parts_of([article.id for article in found]):
        ids, values = among("id", part)
        stored |= {row.id: row for row in ask(reader, _STORED.format(ids=ids), values)}
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
    first = next_number(connection, "articles")
    common = {"run": _run_key(connection, run), "version": 1, "stored": now()}
    places = _label_keys(connection, {places_of(article) for article, _ in batch})
    rows = [
        article_row(article, places, key=key, **common)
        for key, (article, _) in enumerate(batch, start=first)
    ]
    values = ([row[name] for name in ARTICLE_COLUMNS] for row in rows)
    connection.insert("articles", ARTICLE_COLUMNS, values)
    keys = [row["key"] for row in rows]
    write_article_keys(connection, dict(zip(keys, (article for article, _ in batch), strict=True)))
    put_quotes(connection, dict(zip(keys, (found for _, found in batch), strict=True)))
    link(connection, batch)
    return keys


def put_quotes(connection: Connection, found: Mapping[int, Sequence[Quote]]) -> None:
    """Store quotes by their articles' keys, and put their words in the index."""
    every = [quote for some in found.values() for quote in some]
    named = {getattr(quote, name) for quote in every for name in (*LABELS, "publisher")}
    known: dict[str | None, int | None] = {None: None}
    known.update(_label_keys(connection, {name for name in named if name is not None}).items())
    who = _speaker_keys(connection, {quote.speaker for quote in every if quote.speaker})
    first = next_number(connection, "quotes")
    places = ((article, quote) for article, some in found.items() for quote in some)
    rows = (
        quote_row(
            quote,
            key=key,
            article=article,
            speaker=who[quote.speaker] if quote.speaker else None,
            labels=known,
            dialect=connection.dialect,
        )
        for key, (article, quote) in enumerate(places, start=first)
    )
    with index_of(connection).indexing(connection, first, len(every)):
        connection.insert("quotes", QUOTE_COLUMNS, rows)
    tallies.put_in(connection, "quotes.key >= :first", {"first": first})
    keep_same_words(connection, first)


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
        connection.run("DELETE FROM inputs")  # one of them may hold what was there before
        _keep(connection, row, before, article)
    version = row.version + is_changed
    places = _label_keys(connection, {places_of(article)})
    new = article_row(article, places, key=row.key, run=run_key, version=version, stored=now())
    connection.run(_CHANGE, new)
    _let_be_found(connection, row.key, before, article)
    put_quotes(connection, {row.key: found})
    link(connection, work)
    delete_unquoted_speakers(connection, (speaker for _, _, speaker in old))
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
    chosen = f"{SELECT_QUOTES} WHERE {OF_ARTICLE} ORDER BY quotes.key"
    rows = ask(reader, chosen, {"article": article})
    return [(row.key, quote_of(row), row.speaker_id) for row in rows]


def remove_quotes(
    connection: Connection, article: int, old: Iterable[tuple[int, Quote, int | None]]
) -> None:
    """Take the quotes of an article out, with whatever they are looked up by."""
    forget_keys(connection, {key: quote for key, quote, _ in old})
    tallies.take_out(connection, OF_ARTICLE, {"article": article})
    connection.run(f"DELETE FROM quotes WHERE {OF_ARTICLE}", {"article": article})


def delete_unquoted_speakers(connection: Connection, spoke: Iterable[int | None]) -> None:
    """Drop those of the speakers, by their keys, of whom no quote is left."""
    keys = sorted({speaker for speaker in spoke if speaker is not None})
    for part in parts_of(keys):
        connection.run(_SILENT.format(ids=among_numbers(part)))


def now() -> str:
    """The time, to the second, in UTC."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _same(run: Run) -> dict[str, str]:
    return {"version": run.version, "model": run.model, "settings": run.settings}


def _status(article: Article, row: Row | None, run: Run | None) -> Status:
    if row is None:
        return "new"
    if row.digest != digest_of(article):
        return "changed"
    found_by = Run(version=row.version, model=row.model, settings=row.settings)
    return "unchanged" if run in (None, found_by) else "older"


def _run_key(connection: Connection, run: Run) -> int:
    known = _same(run)
    keys = ask_each(connection, _SAME_RUN, known)
    if keys:
        return int(keys[0])
    key = next_number(connection, "runs")
    connection.run(_NEW_RUN, known | {"key": key, "since": now()})
    return key


def _let_be_found(connection: Connection, key: int, before: Article, after: Article) -> None:
    """By what the article is now; where it lies is what is known of it last."""
    forget_article_keys(connection, key, before)
    placed = after.model_copy(update={"place": place_of(after) or before.place})
    write_article_keys(connection, {key: placed})


def _keep(connection: Connection, row: Row, before: Article, after: Article) -> None:
    """Write down what the article was; its text only where that is what changed."""
    connection.run(
        _KEEP,
        {
            "article": row.key,
            "version": row.version,
            "stored": row.stored,
            "facts": as_json(facts_of(before)),
            "text": None if before.text == after.text else before.text,
        },
    )


def _label_keys(connection: Connection, values: set[str]) -> dict[str, int]:
    """The keys of labels, made where there are none."""
    known: dict[str, int] = {}
    for part in parts_of(sorted(values)):
        some, names = among("value", part)
        asked = f"SELECT labels.value, labels.key FROM labels WHERE labels.value IN {some}"
        known |= {row[0]: row[1] for row in ask(connection, asked, names)}
    new = sorted(values - known.keys())
    if not new:
        return known
    first = next_number(connection, "labels")
    made = {value: key for key, value in enumerate(new, start=first)}
    rows = ((key, value, fold(value)) for value, key in made.items())
    connection.insert("labels", ("key", "value", "folded"), rows)
    return known | made


def _speaker_keys(connection: Connection, found: Collection[Speaker]) -> dict[Speaker, int]:
    """The keys of the rows for these speakers, made where there are none; a row learns the id in
    Wikidata that comes later."""
    entity = {_who(speaker): speaker.wikidata for speaker in sorted(found, key=_by_entity)}
    known: dict[tuple[str, str, str | None], int] = {}
    for part in parts_of(sorted({speaker.name for speaker in found})):
        some, names = among("name", part)
        for row in ask(connection, _SPEAKERS.format(names=some), names):
            who = row.name, row.type, row.registry_id
            known[who] = row.id
            if entity.get(who) not in (None, row.wikidata):
                connection.run(_LEARN, {"id": row.id, "wikidata": entity[who]})
    new = sorted(entity.keys() - known.keys(), key=lambda who: (who[0], who[1], who[2] or ""))
    if new:
        first = next_number(connection, "speakers", "id")
        made = {who: key for key, who in enumerate(new, start=first)}
        rows = [(key, *who, fold(who[0]), entity[who]) for who, key in made.items()]
        columns = ("id", "name", "type", "registry_id", "folded", "wikidata")
        connection.insert("speakers", columns, rows)
        words = ((word, row[0]) for row in rows for word in sorted(set(row[4].split())))
        connection.insert("speaker_words", ("word", "speaker_id"), words)
        known |= made
    return {speaker: known[_who(speaker)] for speaker in found}


def _who(speaker: Speaker) -> tuple[str, str, str | None]:
    return speaker.name, speaker.type, speaker.id


def _by_entity(speaker: Speaker) -> str:
    return speaker.wikidata or ""
